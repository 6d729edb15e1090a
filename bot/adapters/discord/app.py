"""Senpai on Discord."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import replace
from datetime import datetime, timedelta

import aiohttp
import discord

from bot.adapters.discord import parse, post
from bot.adapters.discord.answer import ALREADY_ANSWERED, UNKNOWN_INTERACTION, Answer, Responses
from bot.adapters.discord.client import Client, point_at
from bot.adapters.discord.permissions import can_post
from bot.adapters.discord.register import register
from bot.config import DiscordSettings
from bot.locale import Texts, supported, texts
from bot.messages import Address, Person, Profile, Reply, Request
from bot.port import CannotTell, Coach, Misconfigured, NotSent, Pace, Undeliverable

log = logging.getLogger("senpai.discord")

DRAIN = 10.0
"""Seconds that what is under way gets to finish when Senpai stops."""

_MOST_SUGGESTED = 25
_LONGEST_CHOICE = 100
_TROUBLE = (discord.DiscordException, aiohttp.ClientError, OSError)
_AT_ONCE, _BETWEEN = 20, 0.1
"""So many DMs are read at once after a silence, then one in so many seconds: each takes two of the
fifty calls a second."""

_MOST_MISSED = 200
"""Messages of one person that are read at most."""

_PATIENCE = 0.5  # of the three seconds that Discord has, for what is nice to know
_PAUSES = (1, 2, 5, 10, 30, 60)


class DiscordAdapter:
    """Serves one application. Keeps nothing of any conversation: a click carries its command."""

    resend_within = timedelta(minutes=2)
    """Discord drops a second post with the same nonce for a few minutes."""

    pace: Pace | None = Pace(48.5, dm=2)
    """Discord takes 50 calls a second of a bot; answers to what people do don't count."""

    defer_after = 2.0
    """Seconds of thinking before Discord is told to wait; it gives up after three."""

    def __init__(self, settings: DiscordSettings, coach: Coach) -> None:
        self._settings = settings
        self._coach = coach
        self._client: Client | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def run(self, stop: asyncio.Event) -> None:
        """Connects and serves until `stop`, then finishes what is under way.

        Raises Misconfigured for a token that Discord doesn't know and an address that is not
        Discord's, and discord.ConnectionClosed where it refuses for good.
        """
        point_at(self._settings)
        tries = 0
        while not stop.is_set():
            try:
                await self._serve(stop)
            except discord.LoginFailure as refused:
                raise Misconfigured(str(refused)) from refused
            except (OSError, aiohttp.ClientError, discord.HTTPException) as error:
                if getattr(error, "status", 0) == 404 and self._settings.api_url:
                    raise Misconfigured("404 at DISCORD_API_URL") from error
                tries = 0 if self._client and self._client.is_logged_in else tries
                pause = _PAUSES[min(tries, len(_PAUSES) - 1)]
                log.warning("Discord is out of reach (%s), again in %s s", _named(error), pause)
                tries += 1
                await _wait(stop, pause)

    async def _serve(self, stop: asyncio.Event) -> None:
        async with Client(self) as client:
            self._client = client
            serving = asyncio.create_task(client.start(self._settings.token))
            stopped = asyncio.create_task(stop.wait())
            await asyncio.wait({serving, stopped}, return_when=asyncio.FIRST_COMPLETED)
            stopped.cancel()
            self._stopping = stop.is_set()
            await self.idle(DRAIN)
            await client.close()
            if self._stopping:
                serving.cancel()  # it may still be connecting, over what is closed now
                await asyncio.gather(serving, return_exceptions=True)
            else:
                await serving

    async def idle(self, timeout: float) -> None:  # noqa: ASYNC109 - no error when over
        """Waits until nothing is under way, and after `timeout` seconds ends what still is."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=timeout)
            for task in late:
                task.cancel()

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        """Posts `reply` and gives the id of its (first) message; see bot.port.Sender."""
        client = self._connected()
        try:
            return await post.send(client, address, reply, key)
        except Undeliverable as refused:
            if refused.text == post.FORBIDDEN:
                # Discord doesn't say which permission it was; the channel's settings do.
                files = bool(reply.files or (reply.card and reply.card.image))
                with contextlib.suppress(NotSent):
                    await can_post(client, address, files=files)
            raise

    async def edit(self, address: Address, message: str, reply: Reply) -> None:
        await post.edit(self._connected(), address, message, reply)

    async def delete(self, address: Address, message: str) -> None:
        await post.delete(self._connected(), address, message)

    async def find(self, address: Address, key: str, since: datetime) -> str:
        """Not even its own posts tell their nonce later."""
        raise CannotTell

    async def can_post(self, address: Address) -> None:
        await can_post(self._connected(), address)

    def _connected(self) -> Client:
        if self._client is None or self._client.is_closed() or not self._client.is_logged_in:
            raise NotSent
        return self._client

    async def on_setup(self, client: Client) -> None:
        """Before any event: tells Discord of the commands, if it knows others."""
        Responses.use()
        try:
            await register(client, self._coach.commands)
        except discord.HTTPException as error:
            log.error("Discord refused the commands: %s (%s)", error.status, error.code)

    async def on_interaction(self, event: discord.Interaction) -> None:
        self._track()
        if self._stopping:
            return
        try:
            if event.type is discord.InteractionType.autocomplete:
                await self._suggest(event)
                return
            request = parse.interaction(event)
        except parse.Malformed as error:
            log.warning("interaction %s is malformed (%s)", event.id, error)
            return
        told = request.person
        request = await self._as_wished(request)
        say = texts(supported(request.person.locale))
        answer = Answer(event, request, self._coach, say)
        try:
            await answer.give(self.defer_after)
        except discord.HTTPException as error:
            await self._refused(event, answer, say, error)
        except _TROUBLE as error:
            log.warning("interaction %s could not be answered (%s)", event.id, _named(error))
        await self._remember(told)

    async def on_message(self, event: discord.Message) -> None:
        """What was said in a DM, or to Senpai by name in a server."""
        self._track()
        await self._hear(event)

    async def on_connect(self) -> None:
        """A new session: what was said in DMs before it is read where somebody is in the middle
        of something. What was heard before has no effect again."""
        self._track()
        client = self._client
        log.info("Discord: serving as %s", client and client.user)
        try:
            waiting = await self._coach.live(parse.PLATFORM, parse.TENANT)
        except Exception as error:  # noqa: BLE001 - it may quote; and what comes now is served
            log.error("who is in the middle of something was not found (%s)", _named(error))
            return
        for number, (person, since) in enumerate(waiting):
            if client is None or self._stopping:
                return
            if number >= _AT_ONCE:  # what is posted meanwhile needs calls too
                await asyncio.sleep(_BETWEEN)
            try:
                dm = await client.create_dm(discord.Object(int(person)))
                async for said in dm.history(limit=_MOST_MISSED, after=since, oldest_first=True):
                    await self._hear(said, late=True)
            except _TROUBLE as error:
                log.warning("what %s said meanwhile could not be read (%s)", person, _named(error))

    async def _hear(self, event: discord.Message, *, late: bool = False) -> None:
        """late: found in a DM; its first version may never have come."""
        client = self._client
        if self._stopping or client is None or client.user is None:
            return
        if not parse.is_for(event, client.user.id):
            return
        known = await self._recall(str(event.author.id))
        try:
            request = parse.message(event, client.user.id, known)
        except parse.Malformed as error:
            log.warning("message %s is malformed (%s)", event.id, error)
            return
        if request.kind == "edit" and request.place != "dm":
            return
        request = await self._as_wished(request)
        if late and request.kind == "edit":
            await self._say(event, replace(request, id=str(event.id), kind="say"))
        await self._say(event, request)

    async def _say(self, event: discord.Message, request: Request) -> None:
        say = texts(supported(request.person.locale))
        replies = [r for r in await self._coach.handle(request) if r.to != "home"]
        try:
            if request.place == "dm":
                await post.reply(event, replies, say)
            elif replies:
                await post.invite(event, replies, say)
        except _TROUBLE as error:
            log.warning("message %s could not be answered (%s)", event.id, _named(error))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Senpai was taken out of a server, or the server is gone."""
        self._track()
        try:
            await self._coach.left(parse.PLATFORM, str(guild.id))
        except Exception as error:  # noqa: BLE001 - it may quote, and nobody waits for an answer
            log.error("that server %s is left was not kept (%s)", guild.id, _named(error))

    def _track(self) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def _suggest(self, event: discord.Interaction) -> None:
        found = self._coach.suggest(parse.typed(event), str(event.locale))
        choices = [
            discord.app_commands.Choice(name=name[:_LONGEST_CHOICE], value=slug)
            for name, slug in found[:_MOST_SUGGESTED]
        ]
        try:
            await event.response.autocomplete(choices)
        except _TROUBLE as error:  # the person has typed on, or it came too late
            log.info("suggestions %s were not taken (%s)", event.id, _named(error))

    async def _refused(
        self, event: discord.Interaction, answer: Answer, say: Texts, error: discord.HTTPException
    ) -> None:
        log.warning("interaction %s: Discord refused %s (%s)", event.id, error.status, error.code)
        if error.code in (UNKNOWN_INTERACTION, ALREADY_ANSWERED) or error.status != 400:
            return
        try:
            await answer.apologise(say("error-unexpected", number=str(event.id)))
        except _TROUBLE as again:
            log.warning("interaction %s: nor the apology (%s)", event.id, _named(again))

    # Looking things up works without a database too; and its errors quote names.

    async def _recall(self, id: str) -> Profile | None:
        try:
            return await self._coach.recall(parse.PLATFORM, parse.TENANT, id)
        except Exception as error:  # noqa: BLE001 - see above
            log.error("who %s is was not found (%s)", id, _named(error))
            return None

    async def _as_wished(self, request: Request) -> Request:
        """In the language and time zone that the person chose."""
        person = request.person
        try:
            async with asyncio.timeout(_PATIENCE):
                wished = await self._coach.wished(person)
        except Exception as error:  # noqa: BLE001 - see above
            log.error("what %s chose was not found (%s)", person.id, _named(error))
            return request
        return request if wished is person else replace(request, person=wished)

    async def _remember(self, person: Person) -> None:
        profile = Profile(person.name, person.locale)
        try:
            await self._coach.remember(person.platform, person.tenant, person.id, profile)
        except Exception as error:  # noqa: BLE001 - see above
            log.error("who %s is was not kept (%s)", person.id, _named(error))


def _named(error: BaseException) -> str:
    """What went wrong, without what an error may quote."""
    code = getattr(error, "code", "")
    return f"{type(error).__name__} {code}".strip()


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
