"""Posts that change, go, or reach a person alone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import pytest

from bot.adapters.discord.app import DiscordAdapter
from bot.config import DiscordSettings
from bot.markup import escape
from bot.messages import Address, Button, Card, Reply
from bot.port import CannotTell, NotSent, Undeliverable
from tests.coach import EngineCoach
from tests.discord_.world import World, world
from tests.standins.discord import Discord
from tests.standins.discord_limits import SILENT
from tests.standins.discord_payloads import VIEW, Member

QUESTION = Reply(
    card=Card("今日の質問", "CPAを下げた経験は？"), buttons=(Button("答えてみる", "/a 1"),)
)
COUNTED = Reply(
    card=Card("今日の質問", "3名が回答しました"), buttons=(Button("答えてみる", "/a 1"),)
)
LONG = Reply(card=Card("今日の質問", escape("長い文です。\n" * 900)))
Scene = Callable[[Callable[[World], Awaitable[None]]], None]
Act = Callable[[DiscordAdapter, Address, str], Awaitable[None]]


def at(there: Discord) -> Address:
    return Address("discord", "discord", there.channel.guild, there.channel.id)


def to(person: Member, lang: str = "ja") -> Address:
    return Address("discord", "discord", "", "", person=person.id, lang=lang)


async def change(adapter: DiscordAdapter, address: Address, message: str) -> None:
    await adapter.edit(address, message, COUNTED)


async def take_away(adapter: DiscordAdapter, address: Address, message: str) -> None:
    await adapter.delete(address, message)


@pytest.fixture
def scene(runner: asyncio.Runner, coach: EngineCoach) -> Scene:
    def run(play: Callable[[World], Awaitable[None]]) -> None:
        async def whole() -> None:
            async with world(coach) as here:
                await play(here)

        runner.run(whole())

    return run


def test_an_edit_takes_the_place_of_the_post(scene: Scene) -> None:
    async def play(here: World) -> None:
        there = here.discord
        id = await here.adapter.send(at(there), QUESTION, "daily-1")
        await here.adapter.edit(at(there), id, COUNTED)
        (post,) = there.public[there.channel.id]
        assert "3名が回答しました" in post.screen.text
        assert "CPA" not in post.screen.text
        assert list(post.screen.buttons) == ["答えてみる"]
        assert (post.id, post.edits) == (id, 1)

    scene(play)


def test_an_edit_that_is_too_long_for_one_message_shows_its_beginning(scene: Scene) -> None:
    async def play(here: World) -> None:
        there = here.discord
        id = await here.adapter.send(at(there), QUESTION, "daily-1")
        await here.adapter.edit(at(there), id, LONG)
        (post,) = there.public[there.channel.id]
        assert "長い文です。" in post.screen.text

    scene(play)


def test_a_post_is_taken_away_once(scene: Scene) -> None:
    async def play(here: World) -> None:
        there = here.discord
        kept = await here.adapter.send(at(there), QUESTION, "daily-1")
        gone = await here.adapter.send(at(there), QUESTION, "daily-2")
        await here.adapter.delete(at(there), gone)
        await here.adapter.delete(at(there), gone)
        assert [post.id for post in there.public[there.channel.id]] == [kept]

    scene(play)


@pytest.mark.parametrize("act", [change, take_away])
@pytest.mark.parametrize("channel", ["", "404"])
def test_what_is_gone_already_is_no_error(scene: Scene, act: Act, channel: str) -> None:
    async def play(here: World) -> None:
        there = here.discord
        where = Address("discord", "discord", there.channel.guild, channel or there.channel.id)
        await act(here.adapter, where, "123456789")
        assert there.public == {}

    scene(play)


@pytest.mark.parametrize("act", [change, take_away])
def test_where_senpai_sees_the_channel_no_more_it_is_undeliverable(scene: Scene, act: Act) -> None:
    async def play(here: World) -> None:
        there = here.discord
        id = await here.adapter.send(at(there), QUESTION, "daily-1")
        await there.deny(there.channel, VIEW)
        with pytest.raises(Undeliverable) as refused:
            await act(here.adapter, at(there), id)
        assert refused.value.text == "error-post-forbidden"
        assert "チャンネルを見る" in refused.value.values["permission"]

    scene(play)


@pytest.mark.parametrize("act", [change, take_away])
def test_after_trouble_that_passes_it_may_be_tried_again(scene: Scene, act: Act) -> None:
    async def play(here: World) -> None:
        there = here.discord
        id = await here.adapter.send(at(there), QUESTION, "daily-1")
        there.faults.share, there.faults.kinds = 1.0, ("cut before",)
        with pytest.raises(NotSent):
            await act(here.adapter, at(there), id)
        assert [post.edits for post in there.public[there.channel.id]] == [0]
        there.faults.share = 0.0
        await act(here.adapter, at(there), id)
        assert [post.edits for post in there.public[there.channel.id]] != [0]

    scene(play)


def test_a_post_that_may_not_change_so_often_is_tried_later(scene: Scene) -> None:
    """Discord limits the edits of posts over an hour old."""

    async def play(here: World) -> None:
        there = here.discord
        id = await here.adapter.send(at(there), QUESTION, "daily-1")
        limit = there.trouble("PATCH", f"/channels/{there.channel.id}", 429, 30046)
        limit.body = {**limit.body, "retry_after": 900, "global": False}
        with pytest.raises(NotSent):
            await here.adapter.edit(at(there), id, COUNTED)

    scene(play)


def test_a_person_gets_it_in_their_dm_once_and_silently(scene: Scene) -> None:
    async def play(here: World) -> None:
        aoi, ken = here.discord.person("葵"), here.discord.person("健")
        for _ in range(2):
            id = await here.adapter.send(to(aoi), QUESTION, "reminder-1")
        (dm,) = here.discord.seen[aoi.id]
        assert (dm.id, dm.channel) == (id, aoi.dm)
        assert dm.payload["flags"] & SILENT
        await here.adapter.edit(to(aoi), id, COUNTED)
        assert "3名" in dm.screen.text
        await here.adapter.delete(to(aoi), id)
        assert here.discord.seen[aoi.id] == here.discord.seen[ken.id] == []

    scene(play)


@pytest.mark.parametrize("known", [True, False])
def test_a_dm_that_nobody_takes_is_undeliverable(scene: Scene, *, known: bool) -> None:
    async def play(here: World) -> None:
        aoi = here.discord.person() if known else Member()
        here.discord.closed[aoi.dm] = 50007
        with pytest.raises(Undeliverable) as refused:
            await here.adapter.send(to(aoi), QUESTION, "reminder-1")
        assert refused.value.text == "error-dm-closed"

    scene(play)


@pytest.mark.parametrize(("lang", "words"), [("ja", "…長いため"), ("en", "only the first part")])
def test_the_adapters_own_words_are_in_the_posts_language(
    scene: Scene, lang: str, words: str
) -> None:
    async def play(here: World) -> None:
        aoi = here.discord.person()
        longer = Reply(card=Card("題", escape("長い文です。\n" * 9_000)))
        await here.adapter.send(to(aoi, lang), longer, "long")
        assert words in here.discord.seen[aoi.id][-1].screen.text

    scene(play)


def test_whether_a_post_went_out_discord_does_not_tell(scene: Scene) -> None:
    async def play(here: World) -> None:
        with pytest.raises(CannotTell):
            await here.adapter.find(at(here.discord), "daily-1", datetime.now(UTC))

    scene(play)


def test_before_it_is_connected_nothing_is_changed(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    adapter = DiscordAdapter(DiscordSettings("t"), coach)
    address = Address("discord", "discord", "1", "2")
    for work in (change(adapter, address, "3"), take_away(adapter, address, "3")):
        with pytest.raises(NotSent):
            runner.run(work)
    with pytest.raises(NotSent):
        runner.run(adapter.can_post(address))
