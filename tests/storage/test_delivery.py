"""A post goes out once, whatever fails and whoever crashes when."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any

import pytest
from sqlalchemy import select

from bot.delivery import AHEAD, Delivery, Outcome
from bot.messages import Address, Card, Image, Person, Reply, Request
from bot.port import CannotTell, NotSent, Pace, Undeliverable
from bot.storage import budgets, later, outbox
from bot.storage.outbox import Post
from bot.storage.store import Store
from bot.storage.tables import OutboxRow

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
REPLY = Reply("葵さんが共有しました。", Card("CMO", "本文", image=Image(b"\x00\xff", "図")))
REQUEST = Request("e1", Person("slack", "T1", "U1"), "/share role cmo", "T1", "C1", "channel")


class Crash(BaseException):
    """The process ends here; nothing behind it runs."""


@dataclass
class Channel:
    """A platform's channel. `trouble` is raised by the next sending, before or after it."""

    resend_within: timedelta = timedelta(0)
    pace: Pace | None = None
    may_look: bool = False
    before: BaseException | None = None
    after: BaseException | None = None
    seen: dict[str, Reply] = field(default_factory=dict)
    changed: list[tuple[str, str]] = field(default_factory=list)
    doubled: int = 0

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        trouble, self.before = self.before, None
        if trouble:
            raise trouble
        if key in self.seen and not self.resend_within:
            self.doubled += 1
        self.seen[key] = reply
        trouble, self.after = self.after, None
        if trouble:
            raise trouble
        return f"m{len(self.seen)}"

    async def edit(self, address: Address, message: str, reply: Reply) -> None:
        self.changed.append((message, reply.text))

    async def delete(self, address: Address, message: str) -> None:
        self.changed.append((message, ""))

    async def find(self, address: Address, key: str, since: datetime) -> str:
        if not self.may_look:
            raise CannotTell
        return f"found {key}" if key in self.seen else ""

    async def can_post(self, address: Address) -> None:
        if self.before:
            raise self.before


@dataclass
class World:
    store: Store
    run: Callable[..., Any]
    channel: Channel = field(default_factory=Channel)
    now: datetime = START

    def delivery(self) -> Delivery:
        """A process; after a crash, the next one."""
        return Delivery(self.store, {"slack": self.channel}, lambda: self.now)

    async def put(self, key: str = "k1", **more: Any) -> bool:
        async with self.store.begin() as session:
            out = self.delivery().outgoing(session, REQUEST, "ja")
            return await out.post(key, REPLY, **more)

    async def deliver(self) -> Outcome:
        return await self.delivery().deliver("k1")

    async def wait_and_sweep(self, wait: timedelta = outbox.LEASE) -> int:
        self.now += wait
        delivery = self.delivery()
        found = await delivery.pump()
        await delivery.settled()
        return found

    async def state(self) -> str:
        async with self.store.begin() as session:
            return str(await session.scalar(select(OutboxRow.state)))


@pytest.fixture
def world(store: Store, runner: asyncio.Runner) -> World:
    return World(store, runner.run)


def test_a_post_arrives_as_it_was_put(world: World) -> None:
    assert world.run(world.put())
    assert world.run(world.deliver()) == Outcome(sent=True)
    assert world.channel.seen == {"k1": REPLY}
    assert world.run(world.state()) == "done"


def test_a_post_is_put_and_sent_once(world: World) -> None:
    world.run(world.put())
    assert not world.run(world.put())
    for _ in range(3):
        world.run(world.deliver())
    assert world.run(world.wait_and_sweep(timedelta(days=1))) == 0
    assert world.channel.doubled == 0


def test_what_was_put_before_a_crash_is_sent_by_the_next(world: World) -> None:
    world.run(world.put())
    assert world.run(world.wait_and_sweep()) == 1
    assert world.channel.seen == {"k1": REPLY}


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_crash_while_sending_never_doubles(world: World, moment: str) -> None:
    setattr(world.channel, moment, Crash())
    world.run(world.put())
    with pytest.raises(Crash):
        world.run(world.deliver())
    world.run(world.wait_and_sweep(timedelta(seconds=1)))
    assert world.run(world.state()) == "sending", "taken over before its lease ran out"
    world.run(world.wait_and_sweep())
    assert world.run(world.state()) == "unsure"
    assert world.run(world.wait_and_sweep(timedelta(days=1))) == 0
    assert world.channel.doubled == 0


@pytest.mark.parametrize("moment", ["before", "after"])
def test_where_a_key_makes_it_safe_a_cut_off_post_is_sent_again(world: World, moment: str) -> None:
    world.channel.resend_within = timedelta(minutes=2)
    setattr(world.channel, moment, Crash())
    world.run(world.put())
    with pytest.raises(Crash):
        world.run(world.deliver())
    world.run(world.wait_and_sweep())
    assert world.channel.seen == {"k1": REPLY}
    assert world.run(world.state()) == "done"


def test_but_not_when_the_platform_has_forgotten_the_key(world: World) -> None:
    world.channel.resend_within = timedelta(minutes=2)
    world.channel.after = Crash()
    world.run(world.put())
    with pytest.raises(Crash):
        world.run(world.deliver())
    world.run(world.wait_and_sweep(timedelta(hours=1)))
    assert world.run(world.state()) == "unsure"


def test_a_refusal_is_told_and_final(world: World) -> None:
    world.channel.before = Undeliverable("error-post-forbidden", permission="Send Messages")
    world.run(world.put())
    told = world.run(world.deliver())
    assert told == Outcome(False, "error-post-forbidden", {"permission": "Send Messages"})
    assert world.run(world.wait_and_sweep(timedelta(days=1))) == 0


def test_what_certainly_was_not_sent_is_tried_again(world: World) -> None:
    world.channel.before = NotSent()
    world.run(world.put())
    assert world.run(world.deliver()) == Outcome(sent=False, text="error-post-later")
    assert world.run(world.wait_and_sweep()) == 1
    assert world.channel.seen == {"k1": REPLY}


def test_an_unknown_failure_is_called_unsure(world: World) -> None:
    world.channel.before = ConnectionResetError()
    world.run(world.put())
    assert world.run(world.deliver()) == Outcome(sent=False, text="error-post-unsure")
    world.run(world.wait_and_sweep())
    assert world.run(world.state()) == "unsure"


def test_two_processes_never_send_the_same(world: World) -> None:
    async def scenario() -> None:
        for i in range(20):
            await world.put(f"k{i}")
        processes = [world.delivery() for _ in range(4)]
        await asyncio.gather(*(process.pump() for process in processes))
        await asyncio.gather(*(process.settled() for process in processes))

    world.run(scenario())
    assert len(world.channel.seen) == 20
    assert world.channel.doubled == 0


def test_old_posts_are_emptied(world: World) -> None:
    async def text() -> str:
        async with world.store.begin() as session:
            await outbox.forget_before(session, START + timedelta(days=7))
            return str(await session.scalar(select(OutboxRow.reply)))

    world.run(world.put())
    assert "共有" in str(world.run(text())), "not sent yet"
    world.run(world.deliver())
    assert world.run(text()) == "{}"


def test_a_retry_that_fails_does_not_make_a_cut_off_post_new(world: World) -> None:
    """The platform forgets the key meanwhile; a third attempt would be a second post."""
    world.channel.resend_within = timedelta(minutes=2)
    world.channel.after = ConnectionResetError()
    world.run(world.put())
    world.run(world.deliver())
    world.channel.before = NotSent()
    world.run(world.wait_and_sweep())
    assert world.run(world.state()) == "pending"
    world.run(world.wait_and_sweep(timedelta(minutes=3)))
    assert world.run(world.state()) == "unsure"


def test_a_cut_off_post_that_never_went_out_is_not_sent_too_late(world: World) -> None:
    world.channel.may_look = True
    world.channel.before = Crash()
    world.run(world.put(expires_at=START + timedelta(hours=3)))
    with pytest.raises(Crash):
        world.run(world.deliver())
    world.run(world.wait_and_sweep(timedelta(hours=4)))
    assert world.channel.seen == {}
    assert world.run(world.state()) == "expired"


def test_where_senpai_may_look_a_cut_off_post_is_found(world: World) -> None:
    world.channel.may_look = True
    world.channel.after = Crash()
    world.run(world.put())
    with pytest.raises(Crash):
        world.run(world.deliver())
    world.run(world.wait_and_sweep())
    assert world.run(world.state()) == "done"
    assert world.channel.doubled == 0


def test_where_senpai_may_look_a_post_that_never_went_out_is_sent(world: World) -> None:
    world.channel.may_look = True
    world.channel.before = Crash()
    world.run(world.put())
    with pytest.raises(Crash):
        world.run(world.deliver())
    world.run(world.wait_and_sweep())
    assert world.channel.seen == {"k1": REPLY}


def test_a_post_whose_time_is_over_is_left_out(world: World) -> None:
    world.run(world.put(expires_at=START + timedelta(hours=3)))
    world.run(world.wait_and_sweep(timedelta(hours=4)))
    assert world.channel.seen == {}
    assert world.run(world.state()) == "expired"


def test_a_late_post_says_so(world: World) -> None:
    late = {"note_after": START + timedelta(minutes=5), "note": "遅れました。"}
    world.run(world.put("on time", **late))
    world.run(world.wait_and_sweep(timedelta(0)))
    world.run(world.put("late", **late))
    world.run(world.wait_and_sweep(timedelta(hours=1)))
    assert world.channel.seen["on time"] == REPLY
    assert world.channel.seen["late"].text == "遅れました。\n葵さんが共有しました。"


def test_what_follows_a_refusal_is_set_for_now(world: World) -> None:
    async def due() -> list[str]:
        async with world.store.begin() as session:
            return [line.run for line in await later.claim(session, world.now)]

    world.channel.before = Undeliverable("error-post-gone")
    world.run(world.put(otherwise="/daily-refused abc"))
    world.run(world.deliver())
    assert world.run(world.state()) == "failed"
    assert world.run(due()) == ["/daily-refused abc"]


@pytest.mark.slow
def test_posts_keep_to_the_pace_of_the_platform(world: World) -> None:
    async def scenario() -> list[int]:
        world.channel.pace = Pace(20)
        for i in range(30):
            await world.put(f"k{i}")
        return [await world.wait_and_sweep(timedelta(seconds=0.25)) for _ in range(8)]

    claimed = world.run(scenario())
    ahead = AHEAD.total_seconds()
    for rounds, sent in enumerate(accumulate(claimed)):
        assert sent <= 20 * (rounds * 0.25 + ahead) + 1
        assert sent >= min(30, 20 * rounds * 0.25)


def test_where_a_dm_is_opened_first_a_post_to_it_counts_twice(world: World) -> None:
    async def until(person: str, dm: int) -> timedelta:
        world.channel.pace = Pace(10, dm=dm)
        world.now += timedelta(minutes=5)
        key = f"k{person}{dm}"
        async with world.store.begin() as session:
            place = Address("slack", "T1", "T1", "C1", person=person)
            await outbox.put(session, Post(key, place, REPLY), world.now)
        await world.delivery().deliver(key)
        async with world.store.begin() as session:
            return await budgets.free_at(session, "slack", world.now) - world.now

    async def scenario() -> list[timedelta]:
        return [await until("U1", 2), await until("U1", 1), await until("", 2)]

    one = timedelta(seconds=0.1)
    assert world.run(scenario()) == [2 * one, one, one]


def test_a_budget_of_a_clock_gone_wrong_is_forgotten(world: World) -> None:
    async def scenario() -> int:
        world.channel.pace = Pace(20)
        world.now += timedelta(days=1)
        await world.put("tomorrow")
        await world.deliver()
        world.now = START
        await world.put("today")
        return await world.wait_and_sweep(timedelta(0))

    assert world.run(scenario()) == 1


def test_a_post_is_changed_and_taken_away(world: World) -> None:
    async def put() -> None:
        async with world.store.begin() as session:
            out = world.delivery().outgoing(session, REQUEST, "ja")
            await out.edit("e1", "m1", Reply("新しい"), out.here)
            await out.delete("d1", "m2", out.here)

    world.run(put())
    world.run(world.wait_and_sweep(timedelta(0)))
    assert world.channel.changed == [("m1", "新しい"), ("m2", "")]
