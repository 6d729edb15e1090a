"""Whether Senpai can work on Discord, and what to do where it can't."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
import discord

from bot.adapters.discord.register import payloads, same
from bot.command import Command
from bot.config import DiscordSettings

Finding = tuple[bool, str, dict[str, str | int]]
"""Whether that is well, the text that says so or what to do, and its values."""

_CLOCK_MAY_BE_OFF = 5  # minutes
_PATIENCE = aiohttp.ClientTimeout(total=10)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: Any
    date: datetime | None


async def diagnose(settings: DiscordSettings, commands: Sequence[Command] = ()) -> list[Finding]:
    """Asks Discord, in the order in which things build on each other.

    commands: those that should be registered; without any, whether some are.
    """
    api = settings.api_url or discord.http.Route.BASE
    headers = {"Authorization": f"Bot {settings.token.strip()}"}
    async with aiohttp.ClientSession(headers=headers, timeout=_PATIENCE) as session:
        try:
            return [finding async for finding in _findings(session, api, commands)]
        except (OSError, aiohttp.ClientError, TimeoutError, ValueError):  # no JSON there
            return [(False, "discord-doctor-unreachable", {"url": api})]


async def _findings(
    session: aiohttp.ClientSession, api: str, commands: Sequence[Command]
) -> AsyncIterator[Finding]:
    me = await _get(session, f"{api}/users/@me")
    if me.date:
        yield _clock(me.date)
    if me.status == 401:
        yield False, "discord-doctor-token", {}
        return
    if me.status == 404:
        yield False, "discord-doctor-unreachable", {"url": api}
        return
    if me.status != 200:
        yield False, "discord-doctor-refused", {"path": "/users/@me", "status": me.status}
        return
    yield True, "discord-doctor-reached", {"name": str(me.body["username"])}
    application = await _get(session, f"{api}/applications/@me")
    if application.status != 200:
        values: dict[str, str | int] = {"path": "/applications/@me", "status": application.status}
        yield False, "discord-doctor-refused", values
        return
    for finding in _application(application.body):
        yield finding
    path = f"/applications/{application.body['id']}/commands"
    known = await _get(session, f"{api}{path}?with_localizations=true")
    if known.status != 200:
        yield False, "discord-doctor-refused", {"path": path, "status": known.status}
    elif not known.body or (commands and not same(known.body, payloads(commands))):
        yield False, "discord-doctor-no-commands", {}
    else:
        yield True, "discord-doctor-commands", {"count": len(known.body)}


def _clock(there: datetime) -> Finding:
    minutes = round(abs((datetime.now(UTC) - there).total_seconds()) / 60)
    if minutes > _CLOCK_MAY_BE_OFF:
        return False, "discord-doctor-clock-wrong", {"minutes": minutes}
    return True, "discord-doctor-clock-right", {}


def _application(body: Mapping[str, Any]) -> list[Finding]:
    findings: list[Finding] = []
    installs = body.get("integration_types_config") or {}
    if "0" not in installs:
        findings.append((False, "discord-doctor-no-server", {}))
    if "1" not in installs:
        findings.append((False, "discord-doctor-no-person", {}))
    if not findings:
        findings.append((True, "discord-doctor-installable", {}))
    if body.get("interactions_endpoint_url"):
        findings.append((False, "discord-doctor-endpoint", {}))
    flags = discord.ApplicationFlags._from_value(int(body.get("flags") or 0))  # noqa: SLF001 - the only way
    privileged = (
        *(flags.gateway_presence, flags.gateway_presence_limited),
        *(flags.gateway_guild_members, flags.gateway_guild_members_limited),
        *(flags.gateway_message_content, flags.gateway_message_content_limited),
    )
    # More than is needed still works, so it is told as a hint.
    text = "discord-doctor-privilege" if any(privileged) else "discord-doctor-no-privilege"
    return [*findings, (True, text, {})]


async def _get(session: aiohttp.ClientSession, url: str) -> _Answer:
    async with session.get(url) as response:
        date = response.headers.get("Date")
        body = await response.json(content_type=None) if response.status == 200 else None
        return _Answer(response.status, body, parsedate_to_datetime(date) if date else None)
