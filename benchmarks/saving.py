"""Answers to daily questions, saved through the engine, beside a bare insert of the same row.

All write to the same database, by turns: Senpai from the form that a person sends until the
answer is committed and what is said to it is made, the short way of first answers and the long
way of all commands; SQLAlchemy one INSERT and its COMMIT. Every commit is on the disk before it
is over, on SQLite and PostgreSQL alike.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, event, func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot import storage
from bot.command import Context
from bot.commands import ALL
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.messages import Person, Reply, Request
from bot.storage.asked import Asked
from bot.storage.store import Store
from bot.storage.tables import ResponseRow
from tests.postgres import Postgres

TARGET = 0.7
NOW = datetime(2026, 11, 20, 0, 30, tzinfo=UTC)
_ROOT = Path(__file__).parents[1]
_DATES = 250
"""Of a channel's: a year of working days."""

_AT_A_TIME = 160

_CHANNELS = 12
_PEOPLE = 30
_TEXT = "前職では三人のチームを率い、半年で解約率を二割下げました。" * 10

Save = Callable[[], Awaitable[object]]


class Saving(Engine):
    """Without what follows the saving: feedback, the streak, the number on the post."""

    async def _afterwards(
        self, context: Context, work: Callable[[], str], line: str, *, draws: bool = False
    ) -> Sequence[Reply]:
        return []


class World:
    """Senpai over one database, with a year of questions in each of some channels."""

    def __init__(self, store: Store, library: Library) -> None:
        self.store = store
        self._role = next(
            role for entry in library.entries("ja") if (role := library.role(entry.slug, "ja"))
        )
        delivery = Delivery(store, {}, lambda: NOW)

        async def database(*, create: bool) -> Delivery:  # noqa: ARG001 - it is there
            return delivery

        commands = tuple(replace(command, at_once=None) for command in ALL)
        self._engine = Saving(ALL, lambda: library, database, now=lambda: NOW)
        self._long_way = Saving(commands, lambda: library, database, now=lambda: NOW)
        self._numbers = itertools.count()
        self._asked: list[Asked] = []

    async def fill(self) -> None:
        question = self._role.questions[0].id
        async with self.store.begin() as session:
            for person in range(_PEOPLE):
                who = _person(person)
                await storage.persons.choose(session, who, NOW, consented_at=NOW)
            for number in range(_CHANNELS * _DATES):
                channel, day = f"C{number % _CHANNELS}", number // _CHANNELS
                asked = Asked(
                    f"{number:012x}",
                    "slack",
                    "T1",
                    "T1",
                    channel,
                    date(2026, 11, 20) - timedelta(days=day),
                    NOW - timedelta(days=day),
                    "ja",
                    slug=self._role.slug,
                    question=question,
                )
                await storage.asked.note(session, asked, NOW)
                self._asked.append(asked)

    async def senpai(self) -> None:
        await self._answer(self._engine)

    async def long_way(self) -> None:
        await self._answer(self._long_way)

    async def _answer(self, engine: Engine) -> None:
        number = next(self._numbers)
        asked = self._asked[number // _PEOPLE]
        request = Request(
            f"e{number}",
            _person(number),
            f"/answer {asked.id}",
            "T1",
            asked.channel,
            "channel",
            values={"text": f"{_TEXT}{number}"},
        )
        reply, *_ = await engine.handle(request)
        assert reply.buttons, reply.text

    async def count(self) -> int:
        async with self.store.begin() as session:
            return await session.scalar(select(func.count()).select_from(ResponseRow)) or 0


def _person(number: int) -> Person:
    return Person("slack", "T1", f"U{number % _PEOPLE}", locale="ja", timezone="Asia/Tokyo")


class Bare:
    """SQLAlchemy alone; on SQLite with the same care for what was committed."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._numbers = itertools.count()

    async def __call__(self) -> None:
        number = next(self._numbers)
        row = {
            "id": f"b{number:015x}",
            "platform": "bare",
            "tenant": "T1",
            "person": f"U{number}",
            "workspace": "T1",
            "asked": f"{number // _PEOPLE:012x}",
            "slug": "cmo",
            "question": "q-0123456789",
            "lang": "ja",
            "asked_as": "強みは何ですか。",
            "text": f"{_TEXT}{number}",
            "version": 1,
            "shared": "",
            "created_at": NOW,
            "changed_at": NOW,
        }
        async with self._engine.begin() as connection:
            await connection.execute(insert(ResponseRow), row)


async def rate(save: Save, at_once: int, count: int) -> float:
    """Saved a second, `at_once` at a time."""
    left = iter(range(count))

    async def one_after_another() -> None:
        for _ in left:
            await save()

    began = time.perf_counter()
    await asyncio.gather(*(one_after_another() for _ in range(at_once)))
    return count / (time.perf_counter() - began)


def plain(url: URL) -> AsyncEngine:
    """An engine as SQLAlchemy makes it; on SQLite with its fastest pool, and as safe as ours."""
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_size=16)
    engine = create_async_engine(url, pool_size=1, max_overflow=0)

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()

    return engine


async def measure(url: str, library: Library, *, quick: bool) -> None:
    store = Store(url)
    await store.upgrade()
    world = World(store, library)
    await world.fill()
    bare = plain(store.url)
    insert_one = Bare(bare)
    ways: tuple[Save, ...] = (world.senpai, world.long_way, insert_one)
    for at_once in (1, 16):
        for save in ways:
            await rate(save, at_once, 20)
        rounds = [
            [await rate(save, at_once, _AT_A_TIME) for save in ways]
            for _ in range(3 if quick else 9)
        ]
        ours, long, theirs = (statistics.median(side) for side in zip(*rounds, strict=True))
        ratio, slow = (
            statistics.median(each[way] / each[-1] for each in rounds) for way in range(2)
        )
        print(
            f"{store.url.get_backend_name():10}, {at_once:2} at once: {ours:6.0f} answers saved/s; "
            f"bare insert {theirs:6.0f}/s; ratio {ratio:.2f} (target {TARGET}); "
            f"the long way {long:4.0f}/s, {slow:.2f}"
        )
    await bare.dispose()
    await store.close()


def run(*, quick: bool) -> None:
    """Prints rates and ratios."""
    library = Shelf((_ROOT / "content",), None).library
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(f"sqlite:///{folder}/senpai.sqlite3", library, quick=quick))
        try:
            postgres = Postgres(Path(folder) / "postgres")
        except pytest.skip.Exception as skipped:
            print(skipped)
            return
        try:
            asyncio.run(measure(postgres.empty(), library, quick=quick))
        finally:
            postgres.stop()
