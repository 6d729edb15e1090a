"""What is due begins when it is due, whatever else is under way."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest

from bot import clockwork as timing
from bot.clockwork import Clockwork
from bot.command import Command, Context
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.library import Library
from bot.messages import Person, Reply, Request
from bot.people import People
from bot.storage import later
from bot.storage.later import Due
from bot.storage.store import Store
from bot.storage.trouble import DatabaseTrouble
from tests.blank import blank, unsafe

BOUND = 20.0


def now() -> datetime:
    return datetime.now(UTC)


class World:
    """A clockwork over a database of its own. `handle` gets its lines, of which `heard` tells."""

    def __init__(self, folder: Path) -> None:
        self.store = unsafe(Store(f"sqlite:///{blank(folder / 'clock.sqlite3')}"))
        self.people = People(self.store, now)
        self.clockwork = Clockwork(self.store, self.people, self._hear, now)
        self.heard: list[str] = []
        self.handle: Callable[[Request], Awaitable[object]] = self._done

    async def put(self, *names: str, at: timedelta = timedelta(0), person: str = "") -> None:
        place = ("slack", "T1", "T1", "" if person else "C1", person)
        async with self.store.begin() as session:
            for name in names:
                await later.put(session, Due(name, now() + at, *place, f"/{name}"))

    async def left(self) -> int:
        async with self.store.begin() as session:
            return len(await later.claim(session, now() + timedelta(days=1)))

    async def _hear(self, request: Request) -> object:
        self.heard.append(request.text)
        return await self.handle(request)

    async def _done(self, request: Request) -> object:
        async with self.store.begin() as session:
            assert request.due
            return await later.finish(session, request.id, request.due)


def run(folder: Path, scene: Callable[[World], Awaitable[None]]) -> None:
    async def all_of_it() -> None:
        world = World(folder)
        async with asyncio.timeout(BOUND):
            await scene(world)
            await world.clockwork.settled()
        await world.store.close()

    asyncio.run(all_of_it())


def test_a_slow_line_holds_no_other_up(tmp_path: Path) -> None:
    async def scene(world: World) -> None:
        judged, passed = asyncio.Event(), asyncio.Event()

        async def handle(request: Request) -> object:
            await (judged.wait() if request.text == "/slow" else world._done(request))
            passed.set()
            return None

        world.handle = handle
        await world.put("slow")
        assert await world.clockwork.begin_due() == 1
        await world.put("quick")
        assert await world.clockwork.begin_due() == 1
        await passed.wait()
        assert world.heard == ["/slow", "/quick"]
        judged.set()

    run(tmp_path, scene)


def test_a_line_that_is_due_soon_is_waited_for(tmp_path: Path) -> None:
    async def scene(world: World) -> None:
        await world.put("tomorrow", at=timedelta(days=1))
        assert await world.clockwork.begin_due(timedelta(seconds=BOUND)) == 0
        await world.put("soon", at=timedelta(seconds=0.2))
        began = now()
        assert await world.clockwork.begin_due(timedelta(seconds=BOUND)) == 1
        assert now() - began < timedelta(seconds=BOUND / 2)

    run(tmp_path, scene)


def test_no_more_are_taken_than_there_is_room_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timing, "_AT_ONCE", 4)

    async def scene(world: World) -> None:
        going_on = asyncio.Semaphore(0)

        async def handle(request: Request) -> object:
            async with going_on:
                return await world._done(request)

        world.handle = handle
        await world.put(*(f"line{i}" for i in range(6)))
        assert await world.clockwork.begin_due() == 4
        more = asyncio.create_task(world.clockwork.begin_due())
        await asyncio.sleep(0.1)
        assert not more.done()
        going_on.release()
        assert await more == 2
        assert sorted(world.heard) == [f"/line{i}" for i in range(6)]

    run(tmp_path, scene)


def test_a_line_whose_person_can_t_be_read_comes_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def trouble(*_: object) -> None:
        raise DatabaseTrouble("OperationalError")

    monkeypatch.setattr(People, "known", trouble)

    async def scene(world: World) -> None:
        await world.put("hello", person="U1")
        assert await world.clockwork.run_due() == 1
        assert world.heard == []
        assert await world.left() == 1

    run(tmp_path, scene)
    assert "hello is due" in caplog.text


def test_a_line_that_fails_takes_no_other_along(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene(world: World) -> None:
        async def handle(request: Request) -> object:
            if request.text == "/bad":
                raise RuntimeError
            return await world._done(request)

        world.handle = handle
        await world.put("bad", "good")
        assert await world.clockwork.run_due() == 2
        assert await world.left() == 1

    run(tmp_path, scene)
    assert "bad is due, and failed" in caplog.text


def test_once_it_is_stopped_none_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "_AT_ONCE", 2)

    async def scene(world: World) -> None:
        stop = asyncio.Event()

        async def handle(_: Request) -> object:
            await asyncio.sleep(BOUND)
            return None

        world.handle = handle
        await world.put("one", "two", "three")
        assert await world.clockwork.begin_due(stop=stop) == 2
        full = asyncio.create_task(world.clockwork.begin_due(stop=stop))
        await asyncio.sleep(0.05)
        stop.set()
        await world.clockwork.abandon()
        assert await full == 0
        assert len(world.heard) == 2

    run(tmp_path, scene)


def test_of_many_channels_few_stand_before_a_person(tmp_path: Path) -> None:
    done: list[str] = []

    async def act(ctx: Context) -> list[Reply]:
        done.append(ctx.request.person.id or "channel")
        return []

    async def scene(world: World) -> None:
        delivery = Delivery(world.store, {}, now)

        async def database(*, create: bool) -> Delivery:  # noqa: ARG001 - it is there
            return delivery

        command = Command("act", act, writes=True)
        engine = Engine((command,), Library, database)

        def request(number: int, person: str, kind: Literal["say", "later"]) -> Request:
            who = Person("slack", "T1", person)
            return Request(f"e{number}", who, "/act", "T1", f"C{number}", "channel", kind=kind)

        channels = [asyncio.create_task(engine.handle(request(n, "", "later"))) for n in range(20)]
        await asyncio.sleep(0)
        await engine.handle(request(99, "U1", "say"))
        assert done.index("U1") <= 5
        await asyncio.gather(*channels)
        assert len(done) == 21

    run(tmp_path, scene)


def test_who_only_looks_cannot_write(tmp_path: Path) -> None:
    async def scene(world: World) -> None:
        with pytest.raises(DatabaseTrouble):
            async with world.store.read() as session:
                await later.cancel(session, "x")

    run(tmp_path, scene)
