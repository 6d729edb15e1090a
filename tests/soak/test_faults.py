"""Trouble at the platform, in the database, and with the clock: nothing doubled, nothing lost."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from bot import delivery as delivering
from bot import storage
from bot.clockwork import Clockwork
from bot.commands import ALL
from bot.daily.schedule import Schedule
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.library import Library
from bot.messages import Person, Reply, Request
from bot.people import People
from bot.port import Sender
from bot.storage.channels import Channel
from bot.storage.store import Store
from bot.storage.tables import AskedRow, OutboxRow, ResponseRow
from bot.storage.trouble import DatabaseTrouble
from tests.postgres import Postgres
from tests.soak.platform import Line, Platform

pytestmark = pytest.mark.slow
BEGIN = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
AOI = Person("nonce", "T1", "U1", "葵", locale="ja", timezone="Asia/Tokyo")
WORDS = "前職では三人のチームを率い、半年で解約率を二割下げました。"


class House:
    """Senpai over a database, with a clock that stands still until it is moved."""

    def __init__(self, url: str, library: Library, senders: dict[str, Sender]) -> None:
        self.now = BEGIN
        self.store = Store(url)
        self.delivery = delivery = Delivery(self.store, senders, self.clock)

        async def database(*, create: bool) -> Delivery:  # noqa: ARG001 - it is there
            return delivery

        self.engine = Engine(ALL, lambda: library, database, now=self.clock)
        people = People(self.store, self.clock)
        self._clockwork = Clockwork(self.store, people, self.engine.handle, self.clock)
        self._requests = 0

    def take_the_long_way(self) -> None:
        """Answers go the way of all that is written, and none is saved at once."""
        answer = self.engine._by_name["answer"]
        self.engine._by_name["answer"] = replace(answer, at_once=None)

    def clock(self) -> datetime:
        return self.now

    async def fill(self, channels: int) -> None:
        """Channels that are asked at 00:30, and somebody who agreed that answers are kept."""
        await self.store.upgrade()
        schedule = Schedule((BEGIN + timedelta(minutes=30)).time(), "UTC", frozenset(range(7)), "")
        async with self.store.begin() as session:
            await storage.persons.choose(session, AOI, BEGIN, consented_at=BEGIN)
            for number in range(channels):
                place = (("nonce", "history")[number % 2], "T1", "T1", f"C{number}")
                channel = Channel(
                    *place,
                    schedule,
                    "ja",
                    BEGIN,
                    number,
                    state="active",
                    last=BEGIN.date() - timedelta(days=1),
                )
                await storage.channels.save(session, channel)
                await storage.channels.plan(session, channel, BEGIN)

    async def tick(self, wait: timedelta = timedelta(0)) -> int:
        """What one look at the clock does; a database in trouble ends it."""
        self.now += wait
        try:
            done = await self._clockwork.run_due() + await self.delivery.pump()
        except DatabaseTrouble:
            done = 0
        await self.delivery.settled()
        return done

    async def say(self, line: str, **values: str) -> Reply:
        self._requests += 1
        id = f"e{self._requests}"
        request = Request(id, AOI, line, "T1", "C0", "channel", values=values)
        replies = await self.engine.handle(request)
        return replies[0] if replies else Reply()

    async def answer(self, words: str = WORDS) -> Reply:
        return await self.say("/answer cmo 1", text=words)

    async def answers(self) -> list[str]:
        async with self.store.begin() as session:
            return list(await session.scalars(select(ResponseRow.text)))

    async def states(self) -> dict[str, int]:
        async with self.store.begin() as session:
            query = select(OutboxRow.state, func.count()).group_by(OutboxRow.state)
            return {str(state): number for state, number in await session.execute(query)}

    async def dates(self) -> list[tuple[str, str]]:
        async with self.store.begin() as session:
            query = select(AskedRow.date, AskedRow.state).order_by(AskedRow.date)
            return [(day, state) for day, state in await session.execute(query)]


@asynccontextmanager
async def house(
    url: str, library: Library, trouble: float = 0.0, channels: int = 1
) -> AsyncIterator[tuple[House, Platform]]:
    senders: dict[str, Sender] = {}
    there = House(url, library, senders)
    platform = Platform(trouble, 150, lambda: there.clock().timestamp())
    server = await platform.serve()
    senders |= {way: Line(platform.port, way) for way in ("nonce", "history")}
    await there.fill(channels)
    try:
        yield there, platform
    finally:
        await there.store.close()
        server.close()
        await server.wait_closed()


WAYS = pytest.mark.parametrize("at_once", [True, False], ids=["at once", "long way"])


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'senpai.sqlite3'}"


@pytest.fixture
def own_postgres(tmp_path: Path) -> Iterator[Postgres]:
    """A server that a test may stop."""
    server = Postgres(tmp_path / "postgres")
    yield server
    server.remove()


def test_a_platform_in_trouble_gets_every_post_once(url: str, library: Library) -> None:
    """Every fifth post meets a 429, a 503 or a connection that breaks, before or after."""

    async def scenario() -> None:
        async with house(url, library, 0.2, 150) as (there, platform):
            await there.tick(timedelta(minutes=30))
            for _ in range(60):
                await there.tick(timedelta(seconds=45))
            assert await there.states() == {"done": 150}
            assert len(platform.shown) == 150
            assert set(platform.shown.values()) == {1}

    asyncio.run(scenario())


@pytest.mark.parametrize("hours", [1, -1, 24, -24])
@pytest.mark.parametrize("moment", ["before it is due", "after it was asked"])
def test_a_clock_that_jumps_asks_each_date_at_most_once(
    url: str, library: Library, hours: int, moment: str
) -> None:
    async def scenario() -> None:
        async with house(url, library) as (there, platform):
            if moment == "after it was asked":
                await there.tick(timedelta(minutes=31))
            await there.tick(timedelta(hours=hours))
            for _ in range(4 * 24 * 4):
                await there.tick(timedelta(minutes=15))
            dates = await there.dates()
            days = [day for day, _ in dates]
            assert len(days) == len(set(days))
            assert days[0] == "2026-11-20"
            first, last = (datetime.fromisoformat(days[i]) for i in (0, -1))
            assert (last - first).days + 1 == len(days), "a date was left out"
            asked = [state for _, state in dates].count("asked")
            assert sorted(platform.shown.values()) == [1] * asked
            assert asked >= 3

    asyncio.run(scenario())


class Down:
    """Takes the database away, and gives it back."""

    def __init__(self, url: str, postgres: Postgres | None) -> None:
        self._file = Path(url.removeprefix("sqlite:///"))
        self._postgres = postgres
        self._lock: sqlite3.Connection | None = None

    async def __aenter__(self) -> None:
        if self._postgres:
            await asyncio.to_thread(self._postgres.stop)
        else:
            self._lock = sqlite3.connect(self._file, isolation_level=None)
            self._lock.execute("BEGIN IMMEDIATE")

    async def __aexit__(self, *_: object) -> None:
        if self._postgres:
            await asyncio.to_thread(self._postgres.start)
        elif self._lock:
            self._lock.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def away(
    request: pytest.FixtureRequest, url: str, monkeypatch: pytest.MonkeyPatch
) -> tuple[str, Callable[[], Down]]:
    """A database, and what takes it away. Nobody waits long for it here."""
    monkeypatch.setattr(delivering, "_PATIENCE", (0.1, 0.1))
    if request.param == "sqlite":
        return f"{url}?timeout=0.1", lambda: Down(url, None)
    postgres: Postgres = request.getfixturevalue("own_postgres")
    return postgres.empty(), lambda: Down("", postgres)


def test_posts_survive_a_database_that_is_down_for_a_minute(
    away: tuple[str, Callable[[], Down]], library: Library
) -> None:
    """It goes while posts are being sent: when they were shown, and before that is noted."""
    url, down = away

    async def scenario() -> None:
        async with house(url, library, channels=12) as (there, platform):
            there.now += timedelta(minutes=30)
            assert await there._clockwork.run_due() == 12
            assert await there.delivery.pump() == 12
            async with down():
                await there.delivery.settled()
                for _ in range(3):
                    assert await there.tick(timedelta(seconds=20)) == 0
            for _ in range(6):
                await there.tick(timedelta(seconds=30))
            assert await there.states() == {"done": 12}
            assert sorted(platform.shown.values()) == [1] * 12

    asyncio.run(scenario())


@WAYS
def test_while_the_database_is_down_it_is_said_that_nothing_was_kept(
    away: tuple[str, Callable[[], Down]], library: Library, *, at_once: bool
) -> None:
    url, down = away

    async def scenario() -> None:
        async with house(url, library) as (there, _):
            if not at_once:
                there.take_the_long_way()
            async with down():
                reply = await there.answer()
                assert reply.unsaved
                assert "保存" in reply.text
            assert await there.answers() == []
            kept = await there.answer()
            assert not kept.unsaved
            assert await there.answers() == [WORDS]

    asyncio.run(scenario())


@WAYS
def test_a_server_that_is_restarted_between_two_answers_loses_none(
    own_postgres: Postgres, library: Library, *, at_once: bool
) -> None:
    url = own_postgres.empty()

    async def scenario() -> None:
        async with house(url, library) as (there, _):
            if not at_once:
                there.take_the_long_way()
            await there.answer("一つ目")
            await asyncio.to_thread(own_postgres.stop)
            await asyncio.to_thread(own_postgres.start)
            assert not (await there.answer("二つ目")).unsaved
            assert sorted(await there.answers()) == ["一つ目", "二つ目"]

    asyncio.run(scenario())


@WAYS
def test_a_full_disk_keeps_nothing_by_halves(url: str, library: Library, *, at_once: bool) -> None:
    async def scenario() -> None:
        async with house(url, library) as (there, _):
            if not at_once:
                there.take_the_long_way()
            await there.answer("一つ目")
            async with there.store.begin() as session:
                pages = await session.scalar(text("PRAGMA page_count"))
                await session.execute(text(f"PRAGMA max_page_count = {pages}"))
            long = WORDS * 600
            reply = await there.answer(long)
            assert reply.unsaved
            assert "保存" in reply.text
            assert await there.answers() == ["一つ目"]
            async with there.store.begin() as session:
                await session.execute(text("PRAGMA max_page_count = 1000000"))
            assert not (await there.answer(long)).unsaved
            assert sorted(await there.answers()) == sorted(["一つ目", long])

    asyncio.run(scenario())
