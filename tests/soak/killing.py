"""`python -m tests.soak.killing URL KILLS PROCESSES`: daily questions while processes are killed.

Prints a JSON object: which messages people could see, and what the database says at the end.
Processes are forked from this one, which has imported everything, so that they begin at once.
Each dies by SIGKILL: at a moment of chance, or when it first comes to one of the steps below.
Time goes sixty times as fast, so that a lease of a minute is a second.
"""

from __future__ import annotations

import asyncio
import functools
import json
import logging
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import select

from bot import clockwork as timing
from bot import delivery as delivering
from bot import storage
from bot.clockwork import Clockwork
from bot.commands import ALL
from bot.daily.schedule import Schedule
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.people import People
from bot.storage import later, outbox
from bot.storage.channels import Channel
from bot.storage.store import Store
from bot.storage.tables import AskedRow, LaterRow, OutboxRow
from tests.soak.platform import Line, Platform, ask

A_KILL = 3
"""Channels for each process that is killed, so that there is work to cut off until the end."""

BEGIN = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
SPEED = 60
_ROOT = Path(__file__).parents[2]

Step = tuple[object, str, str]
"""What a process is about to do, or has just done, when it dies: whose, which, before or after."""

STEPS: dict[str, Step] = {
    "lines claimed, not committed": (later, "claim", "after"),
    "lines claimed": (Clockwork, "_run", "before"),
    "line taken away, not committed": (later, "finish", "after"),
    "question noted, not committed": (storage.asked, "note", "after"),
    "post put down, not committed": (outbox, "put", "after"),
    "next line set, not committed": (later, "put", "after"),
    "line done and committed": (Engine, "_committed", "after"),
    "posts claimed, not committed": (outbox, "claim", "after"),
    "posts claimed": (Delivery, "_at", "before"),
    "post about to be sent": (Line, "send", "before"),
    "post shown, not noted": (Line, "send", "after"),
    "post found, not noted": (Line, "find", "after"),
    "sending noted, not committed": (outbox, "done", "after"),
    "sending noted": (Delivery, "_note", "after"),
}
BY_CHANCE = {"post found, not noted"}
"""Of those the ones that not every process comes to."""


@dataclass
class World:
    url: str
    library: Library
    port: int
    channels: int
    began: float = 0.0

    def clock(self, shift: timedelta = timedelta(0)) -> datetime:
        return BEGIN + shift + timedelta(seconds=SPEED * (time.time() - self.began))

    async def fill(self) -> None:
        """Channels that are asked at a minute each, one after another, on two platforms."""
        store = Store(self.url)
        await store.upgrade()
        async with store.begin() as session:
            for number in range(self.channels):
                at = (BEGIN + timedelta(minutes=1 + number // 20)).time()
                # However long the machine takes: it is not lateness that is looked at here.
                late = timedelta(hours=20)
                schedule = Schedule(at, "UTC", frozenset(range(7)), "", tolerance=late)
                place = (("nonce", "history")[number % 2], "T1", "T1", f"C{number}")
                channel = Channel(*place, schedule, "ja", BEGIN, number, state="active")
                await storage.channels.save(session, channel)
                await storage.channels.plan(session, channel, BEGIN)
        await store.close()

    async def work(self, *, shift: timedelta = timedelta(0), until_done: bool = False) -> None:
        """What `senpai run` does beside its platforms."""
        now = functools.partial(self.clock, shift)
        store = Store(self.url)
        lines = {way: Line(self.port, way) for way in ("nonce", "history")}
        delivery = Delivery(store, lines, now)

        async def database(*, create: bool) -> Delivery:  # noqa: ARG001 - it is there
            return delivery

        engine = Engine(ALL, lambda: self.library, database, now=now)
        clockwork = Clockwork(store, People(store, now), engine.handle, now)
        idle = 0
        while not until_done or idle < 50:
            done = await clockwork.begin_due() + await delivery.pump()
            idle = 0 if done else idle + 1
            await asyncio.sleep(0 if done else 0.02)
            if until_done:
                await clockwork.settled()
                await delivery.settled()
        await store.close()

    async def look(self) -> dict[str, object]:
        store = Store(self.url)
        async with store.begin() as session:
            states = list(await session.scalars(select(OutboxRow.state)))
            asked = list(
                await session.scalars(select(AskedRow.id).where(AskedRow.state == "asked"))
            )
            due = list(await session.scalars(select(LaterRow.due_at)))
        await store.close()
        return {
            "shown": await ask(self.port, do="shown"),
            "asked": asked,
            "states": Counter(states),
            "next": [f"{moment:%m-%d}" for moment in due],
        }


def die(*_: object) -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def die_at(step: Step, times: int) -> None:
    """This process ends when it comes to a step for the n-th time."""
    owner, name, moment = step
    real: Callable[..., Any] = getattr(owner, name)
    left = times

    @functools.wraps(real)
    async def wrapped(*given: Any, **more: Any) -> Any:
        nonlocal left
        left -= 1
        if moment == "before" and left <= 0:
            die()
        result = await real(*given, **more)
        if left <= 0:
            die()
        return result

    setattr(owner, name, wrapped)


def fork(work: Callable[[], None]) -> int:
    process = os.fork()
    if process:
        return process
    try:
        work()
    finally:
        os._exit(1)
    raise AssertionError


def worker(world: World, step: str, times: int) -> None:
    logging.disable(logging.CRITICAL)
    # Few at a time, so that all that a process does is cut off and not only its beginning.
    timing._AT_ONCE = delivering._MOST_AT_ONCE = 4
    if step:
        die_at(STEPS[step], times)
    asyncio.run(world.work())


def kill(
    work: Callable[[str, int], None],
    steps: Sequence[str],
    kills: int,
    processes: int,
    rng: random.Random,
    *,
    sure: Sequence[str] = (),
) -> Counter[str]:
    """Keeps that many processes at work until as many as that were killed; gives where.

    `work` is told at which step the process is to end, or none, and the how-manieth time. The
    first processes end at the steps that are `sure` to come, however long that takes.
    """
    first = list(sure)
    ends: Counter[str] = Counter()
    alive: dict[int, tuple[str, float]] = {}
    while ends.total() < kills:
        while len(alive) < processes:
            step = "" if rng.random() < 0.3 else steps[rng.randrange(len(steps))]
            times = rng.choice((1, 1, 2, 5))
            lives = time.monotonic() + (rng.uniform(0.02, 0.4) if not step else 1.0)
            if first:
                step, times, lives = first.pop(0), 1, float("inf")
            alive[fork(functools.partial(work, step, times))] = (step, lives)
        for process, (_, lives) in alive.items():
            if time.monotonic() > lives:
                os.kill(process, signal.SIGKILL)
                alive[process] = ("", float("inf"))
        process, status = os.waitpid(-1, os.WNOHANG)
        if process in alive:
            if not os.WIFSIGNALED(status):
                raise RuntimeError(f"a process ended by itself: {status}")
            ends[alive.pop(process)[0]] += 1
        elif not process:
            time.sleep(0.005)
    for process in alive:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    return ends


def serve(write: int) -> None:
    async def main() -> None:
        platform = Platform()
        server = await platform.serve()
        os.write(write, b"%d\n" % platform.port)
        await server.serve_forever()

    asyncio.run(main())


def main(url: str, kills: int, processes: int) -> None:
    library = Shelf((_ROOT / "content",), None).library
    for entry in library.entries("ja"):
        library.role(entry.slug, "ja")
    read, write = os.pipe()
    platform = fork(functools.partial(serve, write))
    try:
        with os.fdopen(read) as told:
            world = World(url, library, int(told.readline()), kills * A_KILL)
        asyncio.run(world.fill())
        world.began = time.time()
        work = functools.partial(worker, world)
        sure = [step for step in STEPS if step not in BY_CHANCE]
        ends = kill(work, list(STEPS), kills, processes, random.Random(11), sure=sure)
        # Leases run out, for lines that were claimed often after longer; then all is done.
        asyncio.run(world.work(shift=timedelta(minutes=70), until_done=True))
        print(json.dumps({**asyncio.run(world.look()), "ends": ends}))  # noqa: T201
    finally:
        os.kill(platform, signal.SIGKILL)
        os.waitpid(platform, 0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
