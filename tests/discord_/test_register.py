"""Discord is told of the commands, and only when something about them changed."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.adapters.discord.register import payloads, same
from bot.command import Command
from bot.commands import ALL
from bot.commands.role import ROLE
from tests.coach import EngineCoach
from tests.discord_.world import senpai
from tests.standins import discord_limits as limits
from tests.standins.discord import Discord


def puts(discord: Discord) -> int:
    return sum(method == "PUT" for method, _ in discord.calls)


def described(name: str) -> dict[str, Any]:
    return next(each for each in payloads(ALL) if each["name"] == name)


def test_every_listed_command_is_as_discord_takes_it() -> None:
    assert limits.commands(payloads(ALL)) == {}
    assert [p["name"] for p in payloads(ALL)] == [c.name for c in ALL if c.listed]


def test_a_command_is_described_in_both_languages_and_for_everywhere() -> None:
    role = described("role")
    assert role["description"] == "職種を調べる"
    assert role["description_localizations"]["en-GB"] == "Look up a role"
    assert (role["integration_types"], role["contexts"]) == ([0, 1], [0, 1, 2])


def test_options_are_of_their_kind() -> None:
    name, section, *_, page = described("role")["options"]
    assert (name["type"], name["autocomplete"], "choices" in name) == (3, True, False)
    skills = next(each for each in section["choices"] if each["value"] == "skills")
    assert skills["name"] == "スキルとツール"
    assert skills["name_localizations"]["en-US"] == "Skills and tools"
    assert page["type"] == 4


def test_a_command_for_admins_is_seen_by_whom_these_named_but_in_servers_only() -> None:
    (payload,) = payloads([replace(ROLE, admin=True)])
    assert payload["contexts"] == [0]
    assert "default_member_permissions" not in payload


def test_a_command_that_discord_hides_since_before_is_told_anew() -> None:
    wanted = payloads(ALL)
    stored = [{**each, "default_member_permissions": "32"} for each in wanted]
    assert not same(stored, wanted)


def test_what_discord_adds_is_no_difference_but_a_changed_word_is() -> None:
    wanted = payloads(ALL)
    stored = [{**each, "id": "1", "nsfw": False, "version": "2"} for each in wanted]
    assert same(list(reversed(stored)), wanted)
    assert not same([{**stored[0], "description": "?"}, *stored[1:]], wanted)
    assert not same(stored[1:], wanted)


def test_a_second_start_tells_discord_nothing(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def scene() -> None:
        async with Discord() as discord:
            async with senpai(discord, coach):
                pass
            assert puts(discord) == 1
            async with senpai(discord, coach):
                pass
            assert puts(discord) == 1
            discord.commands[0]["description_localizations"]["en-GB"] = "Something else"
            async with senpai(discord, coach):
                pass
            assert puts(discord) == 2

    runner.run(scene())


def test_without_leave_to_register_it_serves_all_the_same(
    runner: asyncio.Runner, coach: EngineCoach, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with Discord() as discord:
            discord.trouble("PUT", "/applications/", 403, 50001)
            async with senpai(discord, coach) as here:
                aoi = discord.person()
                await discord.say(aoi, "CMO")
                await here.answered(aoi, 0)

    runner.run(scene())
    assert "Discord refused the commands: 403 (50001)" in caplog.text


def test_a_required_option_comes_first() -> None:
    role, section, *_ = ROLE.params
    command: Command = replace(ROLE, params=(section, replace(role, required=True)))
    (payload,) = payloads([command])
    assert [option["name"] for option in payload["options"]] == ["role", "section"]
    assert limits.commands([payload]) == {}
