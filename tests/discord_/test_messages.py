"""What people write in a DM."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace

import pytest

from bot.app import App
from bot.command import Context
from bot.engine import Engine
from bot.library.library import Library
from bot.messages import Person, Profile, Reply, Request
from tests.coach import EngineCoach
from tests.discord_.world import made_up, press, world
from tests.standins.discord import BOUND
from tests.standins.discord_limits import SILENT


@dataclass
class Listening(EngineCoach):
    """The engine, with what was asked of it."""

    engine: Engine
    heard: list[Request] = field(default_factory=list)
    told_of: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def handle(self, request: Request) -> list[Reply]:
        async with self.told_of:
            self.heard.append(request)
            self.told_of.notify_all()
        return await self.engine.handle(request)

    async def told(self, count: int) -> None:
        async with asyncio.timeout(BOUND), self.told_of:
            await self.told_of.wait_for(lambda: len(self.heard) >= count)


def test_a_dm_is_answered_in_the_dm_and_a_lock_screen_shows_nothing(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi = here.discord.person()
            await here.discord.say(aoi, "CMOの面接で何を聞かれる？")
            (answer,) = await here.answered(aoi, 0)
            assert (answer.how, answer.channel) == ("message", aoi.dm)
            assert "CMO：面接の質問" in answer.screen.text
            assert answer.payload["flags"] & SILENT

    runner.run(scene())


def test_what_a_command_answers_in_the_dm_is_not_on_a_lock_screen_either(
    runner: asyncio.Runner, library: Library
) -> None:
    async def twice(_ctx: Context) -> list[Reply]:
        return [Reply("一つ"), Reply("二つ")]

    async def scene() -> None:
        async with world(made_up(library, twice=twice)) as here:
            aoi = here.discord.person()
            await press(here, aoi, "/twice")
            first, second = await here.answered(aoi, 0)
            assert first.payload["flags"] & SILENT
            assert second.payload["flags"] & SILENT

    runner.run(scene())


class WithoutDatabase(EngineCoach):
    async def recall(self, platform: str, tenant: str, id: str) -> Profile | None:
        raise OSError

    async def remember(self, platform: str, tenant: str, id: str, profile: Profile) -> None:
        raise OSError

    async def wished(self, person: Person) -> Person:
        raise OSError


def test_a_look_up_needs_no_database(
    runner: asyncio.Runner, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with world(WithoutDatabase(app.engine)) as here:
            aoi = here.discord.person()
            await here.discord.say(aoi, "CMOの面接で何を聞かれる？")
            (answer,) = await here.answered(aoi, 0)
            assert "CMO：面接の質問" in answer.screen.text
            await press(here, aoi, "/role cmo")
        assert aoi.name not in caplog.text

    runner.run(scene())


class Wishing(EngineCoach):
    async def wished(self, person: Person) -> Person:
        return replace(person, locale="en")


def test_a_language_that_was_chosen_goes_before_what_discord_tells(
    runner: asyncio.Runner, app: App
) -> None:
    async def scene() -> None:
        coach = Wishing(app.engine)
        async with world(coach) as here:
            aoi = here.discord.person(locale="ja")
            answer = await press(here, aoi, "/role cmo")
            assert "CMO (Chief Marketing Officer)" in answer.screen.text
            await here.discord.say(aoi, "CMO")
            (said,) = await here.answered(aoi, 1)
            assert "CMO (Chief Marketing Officer)" in said.screen.text
            assert coach.profiles["discord", "discord", aoi.id].locale == "ja"

    runner.run(scene())


class Stuck(EngineCoach):
    async def wished(self, person: Person) -> Person:
        await asyncio.Event().wait()
        raise AssertionError


def test_a_database_that_does_not_answer_holds_no_look_up_up(
    runner: asyncio.Runner, app: App
) -> None:
    async def scene() -> None:
        async with world(Stuck(app.engine)) as here:
            answer = await press(here, here.discord.person(), "/role cmo")
            assert "最高マーケティング責任者" in answer.screen.text

    runner.run(scene())


def test_an_edit_is_told_as_one_and_a_preview_is_none(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        listening = Listening(coach.engine)
        async with world(listening) as here:
            aoi = here.discord.person()
            id = await here.discord.say(aoi, "CM")
            await here.answered(aoi, 0)
            await here.discord.edit(aoi, id, "CM", edited=False)
            await here.discord.edit(aoi, id, "CMO")
            await listening.told(2)
            said, edited = listening.heard
            assert (said.kind, edited.kind) == ("say", "edit")
            assert (said.message, edited.message) == (id, id)
            assert said.id != edited.id
            assert (said.person.tenant, said.workspace, said.place) == ("discord", "", "dm")

    runner.run(scene())


def test_a_closed_dm_disturbs_nobody_else(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi, ken = here.discord.person(), here.discord.person()
            here.discord.closed[aoi.dm] = 50007
            await here.discord.say(aoi, "CMO")
            await here.discord.say(ken, "CMO")
            await here.answered(ken, 0)
            assert here.discord.seen[aoi.id] == []

    runner.run(scene())


def test_who_asks_and_where_is_told_to_the_coach(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        listening = Listening(coach.engine)
        async with world(listening) as here:
            discord = here.discord
            boss = discord.person("部長", "en-GB", manages=True)
            for where in (discord.channel, discord.thread, None):
                await discord.slash(boss, "role", where, role="Product Manager", page=2)
            await discord.until(lambda: len(discord.seen[boss.id]) == 3)
            for request, place in zip(listening.heard, ("channel", "thread", "dm"), strict=True):
                assert request.place == place
                assert request.person.is_admin == (place != "dm")
                assert request.person.locale == "en-GB"
                assert request.person.name == "部長"
                assert request.text == "/role"
                assert request.values == {"role": "Product Manager", "page": "2"}
            assert listening.heard[0].channel == discord.channel.id
            assert listening.heard[0].workspace == discord.channel.guild
            assert listening.heard[2].workspace == ""

    runner.run(scene())
