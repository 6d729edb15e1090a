"""How fast Slack may be posted to, and posting through trouble: each post goes out once."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from datetime import UTC, datetime

import pytest

from bot.adapters.slack.app import SlackAdapter
from bot.messages import Address, Card, Reply
from bot.port import CannotTell, NotSent
from tests.slack.coaches import Scripted
from tests.slack.place import CHANNEL, place, run
from tests.standins.slack_limits import Limits, Trouble
from tests.standins.slack_payloads import BOT_USER, TEAM, stamp

POST = Reply(card=Card("今日の質問"))
SENT = datetime.fromtimestamp(float(stamp()), UTC)


def channel(number: int) -> Address:
    return Address("slack", TEAM, TEAM, f"C{number:05}")


class Time:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.slow
def test_a_channel_takes_three_at_once_and_then_one_a_second() -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            time = Time()
            limits = here.slack.limits = Limits(clock=time)
            address = Address("slack", TEAM, TEAM, CHANNEL)
            for number in range(3):
                await here.adapter.send(address, POST, f"k{number}")
            with pytest.raises(NotSent):  # the client tries again in vain: time stands still
                await here.adapter.send(address, POST, "k3")
            assert limits.refused == 3
            time.now += 1
            await here.adapter.send(address, POST, "k3")
            assert len(here.slack.world.channels[CHANNEL].messages) == 4

    run(conversation())


def test_at_its_pace_no_post_to_ten_thousand_channels_is_refused() -> None:
    """The workspace's budget, with the clock of the limits moved as the core would wait."""
    time = Time()
    limits = Limits(clock=time)
    pace = SlackAdapter.pace
    assert pace
    chance = random.Random(1)
    for number in range(10_000):
        assert limits.wait(f"C{number}") == 0
        time.now += 1 / pace.per_second + chance.random() * 0.001
    assert limits.refused == 0
    assert limits.wait("C1") == 0
    # Without a pace the workspace's budget is used up after a minute's worth.
    refused = [limits.wait(f"D{number}") for number in range(400)]
    assert limits.refused > 300
    assert max(refused) <= 60


@pytest.mark.slow
def test_through_trouble_each_post_goes_out_once() -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            here.slack.scopes |= {"channels:history"}
            here.slack.trouble = Trouble(0.3, seed=4)
            for number in range(100):
                here.slack.world.add_channel(f"C{number:05}", BOT_USER)
            outcomes: Counter[str] = Counter()

            async def post(number: int) -> None:
                address, key = channel(number), f"key-{number}"
                while True:
                    try:
                        await here.adapter.send(address, POST, key)
                        return
                    except NotSent:
                        outcomes["again"] += 1
                    except Exception:  # noqa: BLE001 - it may have gone out
                        try:
                            if await here.adapter.find(address, key, SENT):
                                outcomes["found"] += 1
                                return
                        except CannotTell:
                            outcomes["not known"] += 1
                            return

            await asyncio.gather(*(post(number) for number in range(100)))
            posts = [here.slack.world.channels[f"C{n:05}"].messages for n in range(100)]
            assert all(len(messages) <= 1 for messages in posts)
            assert sum(len(messages) for messages in posts) >= 100 - outcomes["not known"]
            assert outcomes["found"] > 5

    run(conversation())
