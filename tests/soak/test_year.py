"""A year of 200 channels in all zones: one post for each due date, and none else.

With summer time, holidays, days off, pauses, restarts, and times when nothing runs.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import storage
from bot.clockwork import Clockwork
from bot.commands import ALL
from bot.daily.schedule import Schedule
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.library import Library
from bot.messages import Address, Person, Reply, Request
from bot.people import People
from bot.port import Pace
from bot.storage import later
from bot.storage.channels import Channel
from bot.storage.store import Store
from bot.storage.tables import AskedRow
from tests.blank import unsafe
from tests.soak.due_dates import DOWN, PAUSED, QUIET, TOLERANCE, YEAR, Place, expected, places

pytestmark = pytest.mark.slow
SHARDS = 4
FAR = datetime(YEAR + 2, 1, 1, tzinfo=UTC)
RESTARTS = 25
"""Looks at the clock between two restarts."""

ADMIN = Person("test", "T1", "U1", locale="ja", is_admin=True)


@dataclass
class Platform:
    """What was posted where, and when."""

    resend_within: timedelta = timedelta(0)
    pace: Pace | None = None
    now: datetime = datetime(YEAR - 1, 12, 31, 9, 0, tzinfo=UTC)
    posts: list[tuple[str, str, datetime]] = field(default_factory=list)

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        assert reply.card
        self.posts.append((address.channel, key, self.now))
        return f"m{len(self.posts)}"

    async def edit(self, address: Address, message: str, reply: Reply) -> None: ...

    async def delete(self, address: Address, message: str) -> None: ...

    async def find(self, address: Address, key: str, since: datetime) -> str:
        return ""

    async def can_post(self, address: Address) -> None: ...


class World:
    def __init__(self, url: str, library: Library) -> None:
        self.platform = Platform()
        self._url = url
        self._library = library
        self._restart()

    def clock(self) -> datetime:
        return self.platform.now

    def _restart(self) -> None:
        self.store = unsafe(Store(self._url))
        self.delivery = delivery = Delivery(self.store, {"test": self.platform}, self.clock)

        async def database(*, create: bool) -> Delivery:  # noqa: ARG001 - it is there
            return delivery

        self.engine = Engine(ALL, lambda: self._library, database, now=self.clock)
        people = People(self.store, self.clock)
        self._clockwork = Clockwork(self.store, people, self.engine.handle, self.clock)

    async def restart(self) -> None:
        await self.store.close()
        self._restart()

    async def tick(self) -> None:
        while await self._clockwork.run_due() + await self.delivery.pump():
            await self.delivery.settled()

    async def next_at(self) -> datetime:
        async with self.store.read() as session:
            found = await later.first_due(session, FAR)
        assert found, "nothing is to come"
        return found

    async def add(self, place: Place) -> None:
        schedule = Schedule(place.time, place.zone, place.weekdays, place.country, QUIET, TOLERANCE)
        where = ("test", "T1", "T1", place.channel)
        last = date(YEAR - 1, 12, 31)
        channel = Channel(
            *where, schedule, "ja", self.clock(), place.number, state="active", last=last
        )
        async with self.store.begin() as session:
            await storage.channels.save(session, channel)
            await storage.channels.plan(session, channel, self.clock())

    async def say(self, text: str, place: Place) -> None:
        id = f"{text}-{place.number}-{self.clock()}"
        request = Request(id, ADMIN, text, "T1", place.channel, "channel")
        replies = await self.engine.handle(request)
        assert not any(reply.unsaved for reply in replies)

    async def asked(self) -> dict[tuple[str, date], tuple[str, str]]:
        """By channel and date: what became of it, and the key of its post."""
        async with self.store.begin() as session:
            rows = list(await session.scalars(select(AskedRow)))
        return {
            (row.channel, date.fromisoformat(row.date)): (row.state, f"daily-{row.id}")
            for row in rows
            if row.date < f"{YEAR + 1}"
        }

    async def live(self, chosen: list[Place]) -> None:
        """Through the year, from one thing that is due to the next."""
        moments = sorted({*(at for at, _ in DOWN), *PAUSED})
        end = datetime(YEAR + 1, 1, 3, tzinfo=UTC)
        looks = 0
        while (now := min(await self.next_at(), *moments[:1], end)) < end:
            self.platform.now = max(now, self.clock())
            if moments and now == moments[0]:
                moments.pop(0)
                await self._happens(now, chosen)
            await self.tick()
            looks += 1
            if looks % RESTARTS == 0:
                await self.restart()

    async def _happens(self, now: datetime, chosen: list[Place]) -> None:
        for at, span in DOWN:
            if now == at:
                self.platform.now += span
                await self.restart()
        if now in PAUSED:
            what = "/daily pause" if now == PAUSED[0] else "/daily resume"
            for place in chosen:
                if place.pauses:
                    await self.say(what, place)


@pytest.mark.parametrize("shard", range(SHARDS))
def test_each_due_date_has_one_post(tmp_path: Path, library: Library, shard: int) -> None:
    chosen = places()[shard::SHARDS]
    due = {(p.channel, day): (state, at) for p in chosen for day, state, at in expected(p)}

    async def scenario() -> None:
        world = World(f"sqlite:///{tmp_path / 'senpai.sqlite3'}", library)
        await world.store.upgrade()
        for place in chosen:
            await world.add(place)
        await world.live(chosen)
        asked = await world.asked()
        await world.store.close()
        assert {place: state for place, (state, _) in asked.items()} == {
            place: state for place, (state, _) in due.items()
        }
        wanted = sorted(
            (channel, asked[channel, day][1], at)
            for (channel, day), (state, at) in due.items()
            if state == "asked"
        )
        keys = {key for _, key in asked.values()}
        posted = sorted(post for post in world.platform.posts if post[1] in keys)
        assert posted == wanted

    asyncio.run(scenario())
    states = [state for state, _ in due.values()]
    assert states.count("asked") > 10 * len(chosen)
    assert "skipped" in states
