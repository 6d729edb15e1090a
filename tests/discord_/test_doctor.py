"""What the doctor finds, and that it says what to do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.adapters.discord import doctor
from bot.adapters.discord.doctor import diagnose
from bot.adapters.discord.register import payloads as registered
from bot.commands import ALL
from bot.config import DiscordSettings
from bot.locale import LOCALES, texts
from tests.discord_.world import settings
from tests.standins import discord_payloads as payloads
from tests.standins.discord import Discord


def bad(
    runner: asyncio.Runner, prepare: Callable[[Discord], object], *, known: bool = True
) -> list[str]:
    """What is wrong with a server that is all right but for what `prepare` does."""

    async def ask() -> list[str]:
        async with Discord() as there:
            there.commands = registered(ALL)
            prepare(there)
            given = settings(there)
            if not known:
                given = DiscordSettings("wrong", there.api_url, there.gateway_url)
            findings = await diagnose(given, ALL)
            for _, text, values in findings:
                assert all(texts(locale)(text, **values) for locale in LOCALES)
            return [text for well, text, _ in findings if not well]

    return runner.run(ask())


def test_nothing_is_wrong_where_all_is_set_up(runner: asyncio.Runner) -> None:
    assert bad(runner, lambda _: None) == []


def test_a_wrong_token(runner: asyncio.Runner) -> None:
    assert bad(runner, lambda _: None, known=False) == ["discord-doctor-token"]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"integration_types_config": {"1": {}}}, "discord-doctor-no-server"),
        ({"integration_types_config": {"0": {}}}, "discord-doctor-no-person"),
        ({"interactions_endpoint_url": "https://example.com"}, "discord-doctor-endpoint"),
    ],
)
def test_an_application_that_is_set_up_otherwise(
    runner: asyncio.Runner, changes: dict[str, object], text: str
) -> None:
    def prepare(there: Discord) -> None:
        there.application = payloads.application(**changes)

    assert bad(runner, prepare) == [text]


def test_a_privileged_intent_is_told_as_a_hint(runner: asyncio.Runner) -> None:
    async def ask() -> list[str]:
        async with Discord() as there:
            there.application = payloads.application(flags=1 << 19)
            return [text for _, text, _ in await diagnose(settings(there))]

    assert "discord-doctor-privilege" in runner.run(ask())


@pytest.mark.parametrize("known", [[], registered(ALL)[1:]])
def test_commands_that_are_missing_or_old(
    runner: asyncio.Runner, known: list[dict[str, object]]
) -> None:
    def prepare(there: Discord) -> None:
        there.commands = known

    assert bad(runner, prepare) == ["discord-doctor-no-commands"]


def test_a_refusal_on_the_way(runner: asyncio.Runner) -> None:
    def prepare(there: Discord) -> None:
        there.trouble("GET", "/applications/@me", 503)

    assert bad(runner, prepare) == ["discord-doctor-refused"]


def test_a_clock_that_is_off(runner: asyncio.Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_CLOCK_MAY_BE_OFF", -1)
    assert bad(runner, lambda _: None) == ["discord-doctor-clock-wrong"]


def test_nobody_there(runner: asyncio.Runner) -> None:
    there = DiscordSettings("t", "http://127.0.0.1:9")
    ((well, text, values),) = runner.run(diagnose(there))
    assert (well, text, values) == (False, "discord-doctor-unreachable", {"url": there.api_url})


def test_an_address_that_is_not_discords(runner: asyncio.Runner) -> None:
    async def ask() -> list[str]:
        async with Discord() as there:
            wrong = DiscordSettings(there.token, f"{there.api_url}/nowhere", there.gateway_url)
            return [text for well, text, _ in await diagnose(wrong) if not well]

    assert runner.run(ask()) == ["discord-doctor-unreachable"]
