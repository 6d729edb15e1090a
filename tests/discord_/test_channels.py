"""In a server others are near: answers are private, and what is shared is shared once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from tests.coach import EngineCoach
from tests.conftest import SAMPLE
from tests.discord_.world import World, press, world
from tests.house import House
from tests.snapshots import matches
from tests.standins.discord_limits import COMPONENTS_V2, SILENT
from tests.standins.discord_payloads import APPLICATION, BOT, SEND, SEND_IN_THREADS, Channel, said

SHARE = "ここに共有"
Sharing = Callable[[], AbstractAsyncContextManager[World]]


@pytest.fixture
def sharing(tmp_path: Path) -> Sharing:
    """Senpai with a database, so that it can share."""

    @asynccontextmanager
    async def begin() -> AsyncIterator[World]:
        house = House(SAMPLE, tmp_path)
        await house.open()
        async with world(house.coach) as here:
            house.senders["discord"] = here.adapter
            try:
                yield here
            finally:
                await house.close()

    return begin


async def share(
    here: World, times: int = 1, where: Channel | None = None, denied: int = 0
) -> list[str]:
    """Looks a role up in the channel and shares it; what the person is told then.

    denied: the permissions that she doesn't have there.
    """
    aoi = here.discord.person()
    aoi.denied = denied
    await here.discord.slash(aoi, "role", where or here.discord.channel, role="cmo")
    (card,) = await here.answered(aoi, 0)
    for _ in range(times):
        await here.discord.click(aoi, card, SHARE)
    await here.discord.until(lambda: len(here.discord.seen[aoi.id]) == 1 + times)
    await here.adapter.idle(10)
    return [sight.screen.text.strip() for sight in here.discord.seen[aoi.id][1:]]


def test_sharing_posts_publicly_and_once(runner: asyncio.Runner, sharing: Sharing) -> None:
    async def scene() -> None:
        async with sharing() as here:
            told = await share(here, times=5)
            (post,) = here.discord.public[here.discord.channel.id]
            assert "葵さんが共有しました。" in post.screen.text
            assert "CMO（最高マーケティング責任者）" in post.screen.text
            assert SHARE not in post.screen.buttons
            assert post.payload["allowed_mentions"] == {"parse": []}
            assert post.payload["flags"] == COMPONENTS_V2 | SILENT
            matches("discord/share", post.payload["components"])
            assert told.count("共有しました。") == 1
            assert told.count("もう共有してあります。") == 4

    runner.run(scene())


def test_a_click_on_what_was_shared_answers_the_clicker_alone(
    runner: asyncio.Runner, sharing: Sharing
) -> None:
    async def scene() -> None:
        async with sharing() as here:
            await share(here)
            (post,) = here.discord.public[here.discord.channel.id]
            ken = here.discord.person("健")
            await here.discord.click(ken, post, "スキルとツール")
            (answer,) = await here.answered(ken, 0)
            assert answer.how == "private"
            assert "CMO：スキルとツール" in answer.screen.text
            assert here.discord.public[here.discord.channel.id] == [post]
            assert post.edits == 0

    runner.run(scene())


def test_in_a_thread_it_is_shared_in_the_thread(runner: asyncio.Runner, sharing: Sharing) -> None:
    async def scene() -> None:
        async with sharing() as here:
            await share(here, where=here.discord.thread)
            assert list(here.discord.public) == [here.discord.thread.id]

    runner.run(scene())


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (50013, "投稿する権限（メッセージを送信 / Send Messages）がありません"),
        (50001, "投稿する権限（チャンネルを見る / View Channel）がありません"),
        (10003, "もう投稿できません"),
        (50083, "もう投稿できません"),
    ],
)
def test_where_senpai_may_not_post_the_person_is_told_what_is_missing(
    runner: asyncio.Runner, sharing: Sharing, code: int, text: str
) -> None:
    async def scene() -> None:
        async with sharing() as here:
            here.discord.closed[here.discord.channel.id] = code
            (told,) = await share(here)
            assert text in told
            assert here.discord.public == {}

    runner.run(scene())


@pytest.mark.parametrize(
    ("denied", "channel", "thread"), [(SEND, 0, 1), (SEND_IN_THREADS, 1, 0), (0, 1, 1)]
)
def test_who_may_not_post_there_can_not_have_senpai_do_it(
    runner: asyncio.Runner, sharing: Sharing, denied: int, channel: int, thread: int
) -> None:
    async def scene() -> None:
        async with sharing() as here:
            there = here.discord
            for place, may in ((there.channel, channel), (there.thread, thread)):
                (told,) = await share(here, where=place, denied=denied)
                assert ("共有しました。" in told) is bool(may)
                assert ("投稿できる方だけ" in told) is (not may)
                assert len(there.public.get(place.id, [])) == may

    runner.run(scene())


@pytest.mark.parametrize("guild", ["800000000000000099", ""])
def test_where_senpai_is_no_member_nothing_can_be_shared_but_all_is_private(
    runner: asyncio.Runner, coach: EngineCoach, guild: str
) -> None:
    """A person may have installed it for themselves, and use it in a server or others' DMs."""

    async def scene() -> None:
        async with world(coach) as here:
            aoi = here.discord.person()
            elsewhere = Channel(guild=guild, installed=False, kind=0 if guild else 3)
            await here.discord.slash(aoi, "role", elsewhere, role="cmo")
            (answer,) = await here.answered(aoi, 0)
            assert answer.how == "private"
            assert SHARE not in answer.screen.buttons

    runner.run(scene())


def test_a_mention_is_answered_in_a_line_that_says_nothing_of_it(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi, ken, discord = here.discord.person(), here.discord.person(), here.discord
            await discord.say(aoi, f"<@{APPLICATION}> CMOになるには？", discord.channel)
            await discord.until(lambda: discord.public)
            await here.adapter.idle(10)
            (line,) = discord.public[discord.channel.id]
            assert "CMO" not in line.screen.text
            assert list(line.screen.buttons) == ["自分だけで見る"]
            assert line.payload["allowed_mentions"] == {"parse": []}
            assert "message_reference" not in line.payload  # would need another permission
            assert line.payload["flags"] & SILENT
            for person in (aoi, ken):
                await discord.click(person, line, "自分だけで見る")
                (answer,) = await here.answered(person, 0)
                assert answer.how == "private"
                assert "CMOになる道" in answer.screen.text

    runner.run(scene())


@pytest.mark.parametrize(
    ("said", "title"), [("", "こんにちは、Senpaiです"), ("道のりを調べて", "道のりを調べる")]
)
def test_a_mention_leads_somewhere_whatever_it_says(
    runner: asyncio.Runner, coach: EngineCoach, said: str, title: str
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi, discord = here.discord.person(), here.discord
            await discord.say(aoi, f"<@{APPLICATION}> {said}", discord.channel)
            await discord.until(lambda: discord.public)
            await here.adapter.idle(10)
            (line,) = discord.public[discord.channel.id]
            await discord.click(aoi, line, "自分だけで見る")
            (answer,) = await here.answered(aoi, 0)
            assert title in answer.screen.text

    runner.run(scene())


def test_a_mention_where_senpai_may_not_post_is_answered_by_dm(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi, discord = here.discord.person(), here.discord
            discord.closed[discord.channel.id] = 50013
            await discord.say(aoi, f"<@{APPLICATION}> CMO", discord.channel)
            (answer,) = await here.answered(aoi, 0)
            assert answer.channel == aoi.dm
            assert "CMO（最高マーケティング責任者）" in answer.screen.text

    runner.run(scene())


def test_what_others_say_to_each_other_is_left_alone(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi, discord = here.discord.person(), here.discord
            await discord.say(aoi, "CMO", discord.channel)
            await discord.say(aoi, "<@1234> CMO", discord.channel)
            reply = said(aoi, "いいね", discord.channel, mentions=[BOT])
            await discord.gateway.dispatch("MESSAGE_CREATE", {**reply, "content": "いいね"})
            await press(here, aoi, "/help")  # by then both were heard
            assert discord.public == {}
            assert len(discord.seen[aoi.id]) == 1

    runner.run(scene())
