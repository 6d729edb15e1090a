"""What was said in a DM while nobody was connected is heard afterwards, once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot import storage
from bot.messages import Person, Request
from tests.conftest import SAMPLE
from tests.discord_.world import senpai
from tests.house import House
from tests.standins.discord import BOUND, Discord
from tests.standins.discord_payloads import Member

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)  # the stand-in's messages are of 2021


def has_read(discord: Discord, person: Member, times: int) -> bool:
    return discord.calls.count(("GET", f"/channels/{person.dm}/messages")) >= times


def ken(person: Member) -> Person:
    return Person("discord", "discord", person.id, "けん")


async def begin(house: House, person: Member) -> None:
    """An interview under way, whose first question was asked."""
    house.clock.now = LONG_AGO
    for number, line in enumerate(("/begin settings", "/interview cmo")):
        asked = Request(f"{line}{number}", ken(person), line, channel=person.dm)
        await house.engine.handle(asked)


async def answers(house: House, person: Member) -> list[str]:
    async with house.service.store.begin() as session:
        held = await storage.interviews.live(session, ken(person))
    assert held
    return [turn.text for turn in held.interview.turns]


def test_what_an_interview_missed_is_read_once_and_in_order(tmp_path: Path) -> None:
    async def scene() -> None:
        house = House(SAMPLE, tmp_path)
        await house.open()
        async with Discord() as discord:
            aoi, ren = discord.person(), discord.person()
            async with senpai(discord, house.coach) as first:
                house.senders["discord"] = first.adapter
                await begin(house, aoi)
                await discord.say(aoi, "予算を検索へ移しました。")
                await discord.heard()
                await first.adapter.idle(BOUND)
            discord.say_unheard(aoi, "CPAは3割下がりました。")
            discord.say_unheard(
                aoi, "続けたのは2年です。", edited_timestamp="2026-11-22T03:01:00.000000+00:00"
            )
            discord.say_unheard(ren, "CMO")
            for times in (1, 2):
                async with senpai(discord, house.coach) as again:
                    house.senders["discord"] = again.adapter
                    await discord.until(partial(has_read, discord, aoi, times))
                    await again.adapter.idle(BOUND)
            said = "予算を検索へ移しました。\nCPAは3割下がりました。\n続けたのは2年です。"
            assert await answers(house, aoi) == [said]
            assert not has_read(discord, ren, 1)
            assert discord.seen[ren.id] == []
        await house.close()

    asyncio.run(scene())
