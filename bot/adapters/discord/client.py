"""discord.py's client, set up for Senpai."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Protocol

import discord
import yarl

from bot.config import DiscordSettings

log = logging.getLogger("senpai.discord")

# At DEBUG these write whole events, with what people wrote.
_TALKATIVE = ("discord.gateway", "discord.http", "discord.webhook.async_", "discord.client")

# For longer than this the client doesn't wait for a rate limit; the outbox tries again.
_LONGEST_LIMIT = 30.0


class Events(Protocol):
    async def on_setup(self, client: Client) -> None: ...
    async def on_interaction(self, event: discord.Interaction) -> None: ...
    async def on_message(self, event: discord.Message) -> None: ...
    async def on_connect(self) -> None: ...
    async def on_guild_remove(self, guild: discord.Guild) -> None: ...


class Client(discord.Client):
    """Hears interactions and messages; keeps no members and no messages in memory."""

    def __init__(self, events: Events) -> None:
        """`events` gets what happens."""
        # Servers for their channels and threads, messages for DMs and mentions: none of the
        # privileged ones, for Discord shows what a DM or a mention says without them.
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        super().__init__(
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=_LONGEST_LIMIT,
        )
        self._events = events
        self.is_logged_in = False
        parsers = self._connection.parsers
        for name, parse in parsers.items():
            parsers[name] = _tolerant(name, parse)

    async def setup_hook(self) -> None:
        self.is_logged_in = True
        await self._events.on_setup(self)

    async def on_connect(self) -> None:
        # A session that is resumed brings what was missed by itself; a new one brings nothing.
        await self._events.on_connect()

    async def on_interaction(self, event: discord.Interaction) -> None:
        await self._events.on_interaction(event)

    async def on_message(self, event: discord.Message) -> None:
        await self._events.on_message(event)

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        # Discord tells of an edit also when it adds a preview; then nobody edited anything.
        if event.message.edited_at is not None:
            await self._events.on_message(event.message)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        # The library calls this for no server that is only out of reach for a while.
        await self._events.on_guild_remove(guild)


def point_at(settings: DiscordSettings) -> None:
    """Sets discord.py up, which keeps globally where Discord is and what it logs."""
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.INFO))
    # Senpai has no voice, and nobody needs to be told what that would take.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    if settings.api_url:
        discord.http.Route.BASE = settings.api_url
    if settings.gateway_url:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)


def _tolerant(name: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    """An event that the library can't read is left out; it would end the connection."""

    def parse_or_skip(data: Any) -> None:
        try:
            parse(data)
        except Exception as error:  # noqa: BLE001 - whatever the library stumbles over
            log.warning("an event %s is malformed (%s)", name, type(error).__name__)

    return parse_or_skip
