"""Posts of the outbox: never two of one, and a refusal is told from trouble that passes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.adapters.discord.app import DiscordAdapter
from bot.adapters.discord.post import explain
from bot.config import DiscordSettings
from bot.markup import escape
from bot.messages import Address, Card, Image, Reply
from bot.port import NotSent, Undeliverable
from tests.coach import EngineCoach
from tests.discord_.world import World, world
from tests.standins.discord import Discord

POST = Reply("葵さんが共有しました。", Card("CMO", "**本文** @everyone"), to="here")
LONG = Reply("葵さんが共有しました。", Card("CMO", escape("長い本文です。\n" * 600)), to="here")


def at(there: Discord) -> Address:
    return Address("discord", "discord", there.channel.guild, there.channel.id)


@pytest.fixture
def scene(
    runner: asyncio.Runner, coach: EngineCoach
) -> Callable[[Callable[[World], Awaitable[None]]], None]:
    def run(play: Callable[[World], Awaitable[None]]) -> None:
        async def whole() -> None:
            async with world(coach) as here:
                await play(here)

        runner.run(whole())

    return run


Scene = Callable[[Callable[[World], Awaitable[None]]], None]


@pytest.mark.parametrize("reply", [POST, LONG])
def test_sent_again_with_the_same_key_it_stands_there_once(scene: Scene, reply: Reply) -> None:
    async def play(here: World) -> None:
        there = here.discord
        first = await here.adapter.send(at(there), reply, "share-1")
        posts = list(there.public[there.channel.id])
        assert await here.adapter.send(at(there), reply, "share-1") == first == posts[0].id
        assert there.public[there.channel.id] == posts
        await here.adapter.send(at(there), POST, "share-2")
        assert len(there.public[there.channel.id]) == len(posts) + 1

    scene(play)


def test_a_picture_is_posted_with_its_description(scene: Scene) -> None:
    async def play(here: World) -> None:
        card = Card("CMO", image=Image(b"\x89PNG", "CMOへの道のりの図"))
        await here.adapter.send(at(here.discord), Reply(card=card), "picture")
        (post,) = here.discord.public[here.discord.channel.id]
        assert "CMOへの道のりの図" in post.screen.text
        assert post.payload["attachments"][0]["description"] == "CMOへの道のりの図"

    scene(play)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (50013, "error-post-forbidden"),
        (50001, "error-post-forbidden"),
        (50007, "error-dm-closed"),
        (10003, "error-post-gone"),
        (200000, "discord-post-refused"),  # AutoMod
    ],
)
def test_what_stays_refused_is_undeliverable(scene: Scene, code: int, text: str) -> None:
    async def play(here: World) -> None:
        here.discord.closed[here.discord.channel.id] = code
        with pytest.raises(Undeliverable) as refused:
            await here.adapter.send(at(here.discord), POST, "k")
        assert refused.value.text == text

    scene(play)


def test_a_channel_that_is_gone_is_undeliverable(scene: Scene) -> None:
    async def play(here: World) -> None:
        nowhere = Address("discord", "discord", "1", "404")
        with pytest.raises(Undeliverable) as refused:
            await here.adapter.send(nowhere, POST, "k")
        assert refused.value.text == "error-post-gone"

    scene(play)


def test_a_rate_limit_is_waited_for_as_long_as_discord_says(scene: Scene) -> None:
    async def play(here: World) -> None:
        there = here.discord
        limit = there.trouble("POST", f"/channels/{there.channel.id}", 429)
        limit.body = {"message": "You are being rate limited.", "retry_after": 0.2, "global": False}
        limit.headers = {
            "Retry-After": "1",
            "X-RateLimit-Bucket": "abc",
            "X-RateLimit-Limit": "5",
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset-After": "0.2",
        }
        loop = asyncio.get_running_loop()
        begun = loop.time()
        await here.adapter.send(at(there), POST, "k")
        assert loop.time() - begun >= 0.2
        assert len(there.public[there.channel.id]) == 1

    scene(play)


def test_a_limit_longer_than_the_outbox_waits_is_left_to_the_outbox(scene: Scene) -> None:
    async def play(here: World) -> None:
        there = here.discord
        limit = there.trouble("POST", f"/channels/{there.channel.id}", 429)
        limit.body = {"message": "You are being rate limited.", "retry_after": 900, "global": False}
        with pytest.raises(NotSent):
            await here.adapter.send(at(there), POST, "k")

    scene(play)


@pytest.mark.slow  # the client waits a second before it tries again
@pytest.mark.parametrize("before", [True, False])
def test_after_trouble_at_discord_the_post_stands_there_once(scene: Scene, *, before: bool) -> None:
    """Also where Discord took the post and only its answer was lost."""

    async def play(here: World) -> None:
        there = here.discord
        there.trouble("POST", f"/channels/{there.channel.id}", 502, before=before)
        await here.adapter.send(at(there), POST, "k")
        assert len(there.public[there.channel.id]) == 1

    scene(play)


def test_before_it_is_connected_nothing_is_sent(runner: asyncio.Runner, coach: EngineCoach) -> None:
    adapter = DiscordAdapter(DiscordSettings("t"), coach)
    with pytest.raises(NotSent):
        runner.run(adapter.send(Address("discord", "discord", "1", "2"), POST, "k"))


def test_once_it_has_stopped_nothing_is_sent(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def whole() -> None:
        async with Discord() as there:
            async with world(coach) as here:
                pass
            with pytest.raises(NotSent):
                await here.adapter.send(at(there), POST, "k")

    runner.run(whole())


def test_where_nobody_listens_it_was_not_sent(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def whole() -> None:
        async with Discord() as there, world(coach) as here:
            address = at(there)
            discord.http.Route.BASE = "http://127.0.0.1:9"
            with pytest.raises(NotSent):
                await here.adapter.send(address, POST, "k")

    runner.run(whole())


def test_trouble_that_lasts_leaves_open_whether_it_was_sent() -> None:
    response: Any = SimpleNamespace(status=502, reason="Bad Gateway")
    explain(discord.HTTPException(response, ""))  # raises nothing: it is neither
