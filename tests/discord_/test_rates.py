"""Discord's limits and its bad days: a post stands there once, whatever happens on the way."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import aiohttp
import discord
import pytest

from bot.messages import Address, Reply
from bot.port import NotSent
from tests.coach import EngineCoach
from tests.discord_.world import World, press, world
from tests.standins.discord_payloads import Channel
from tests.standins.discord_rates import Rates


def at(channel: Channel) -> Address:
    return Address("discord", "discord", channel.guild, channel.id)


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_stand_in_takes_fifty_calls_in_any_second() -> None:
    hands = Hands()
    rates = Rates(on=True, now=hands)
    taken = [rates.take("POST", f"/channels/{n}/messages")[0] is None for n in range(51)]
    assert taken == [True] * 50 + [False]
    hands.now = 0.99
    limited, _ = rates.take("PATCH", "/channels/1/messages/2")
    assert limited
    assert limited.whole
    assert limited.after == pytest.approx(0.01)
    assert rates.take("POST", "/interactions/1/x/callback")[0] is None
    hands.now = 1.0
    assert rates.take("POST", "/channels/99/messages")[0] is None
    assert rates.refused == 2


def test_the_stand_in_takes_five_posts_a_channel_in_five_seconds() -> None:
    hands = Hands()
    rates = Rates(on=True, now=hands)
    results = [rates.take("POST", "/channels/1/messages") for _ in range(6)]
    assert [limited is None for limited, _ in results] == [True] * 5 + [False]
    assert [told["X-RateLimit-Remaining"] for _, told in results] == [*"43210", "0"]
    assert rates.take("POST", "/channels/2/messages")[0] is None
    hands.now = 5.0
    assert rates.take("POST", "/channels/1/messages")[0] is None


@pytest.mark.slow  # Discord's five seconds pass
def test_the_client_keeps_to_a_channels_limit_by_itself(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            there = here.discord
            there.rates.on = True
            there.rates.seconds = 1.0
            for number in range(12):
                await here.adapter.send(at(there.channel), Reply("x"), f"k-{number}")
            assert len(there.public[there.channel.id]) == 12
            assert there.rates.refused == 0

    runner.run(scene())


@pytest.mark.slow
def test_over_the_limit_for_all_calls_posts_wait_and_people_do_not(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            there = here.discord
            channels = [await there.open_channel() for _ in range(4)]
            there.rates.on, there.rates.a_second = True, 3
            aoi = there.person()
            sending = [
                asyncio.create_task(here.adapter.send(at(each), Reply("x"), f"k-{each.id}"))
                for each in channels
            ]
            await there.until(lambda: there.rates.refused)
            answer = await press(here, aoi, "/help")
            assert answer.screen.text
            assert not all(task.done() for task in sending)
            await asyncio.gather(*sending)
            assert [len(there.public[each.id]) for each in channels] == [1] * 4

    runner.run(scene())


async def until_sent(here: World, channel: Channel, key: str) -> str:
    """Sends with the same key until the adapter says that it is sent, as the outbox does."""
    for _ in range(100):
        with suppress(NotSent, aiohttp.ClientError, discord.HTTPException):
            return await here.adapter.send(at(channel), Reply(f"投稿 {key}"), key)
    raise AssertionError("never sent")


def test_with_a_third_of_all_calls_going_wrong_each_post_stands_there_once(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            there = here.discord
            channels = [await there.open_channel() for _ in range(60)]
            there.faults.share = 1 / 3
            # The client waits a second and more after a 500, so that has a test of its own.
            there.faults.kinds = ("429", "cut before", "cut after")
            ids = await asyncio.gather(*(until_sent(here, c, f"k-{c.id}") for c in channels))
            assert there.faults.given > 20
            posts = [there.public[each.id] for each in channels]
            assert [[post.id for post in each] for each in posts] == [[id] for id in ids]

    runner.run(scene())
