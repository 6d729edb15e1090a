from __future__ import annotations

import asyncio
import os
import stat
import traceback
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError

from bot.messages import Profile
from bot.people import People
from bot.storage import events, later
from bot.storage.later import Due
from bot.storage.store import Store

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
WORDS = "田中さんに謝罪しました"


def test_an_event_is_new_once(store: Store, runner: asyncio.Runner) -> None:
    async def note() -> bool:
        async with store.begin() as session:
            return await events.first_time(session, "slack:Ev1", NOON)

    assert runner.run(note())
    assert not runner.run(note())


def test_old_events_are_forgotten(store: Store, runner: asyncio.Runner) -> None:
    async def scenario() -> bool:
        async with store.begin() as session:
            await events.first_time(session, "old", NOON - timedelta(days=8))
            await events.first_time(session, "new", NOON)
            await events.forget_before(session, NOON - timedelta(days=7))
            old_again = await events.first_time(session, "old", NOON)
            new_again = await events.first_time(session, "new", NOON)
            return old_again and not new_again

    assert runner.run(scenario())


def test_an_exception_leaves_nothing_behind(store: Store, runner: asyncio.Runner) -> None:
    async def fail() -> None:
        async with store.begin() as session:
            await events.first_time(session, "half", NOON)
            raise OSError("the cable")

    async def again() -> bool:
        async with store.begin() as session:
            return await events.first_time(session, "half", NOON)

    with pytest.raises(OSError, match="cable"):
        runner.run(fail())
    assert runner.run(again())


def test_a_moment_without_a_zone_is_refused(store: Store, runner: asyncio.Runner) -> None:
    async def note() -> None:
        async with store.begin() as session:
            await events.first_time(session, "naive", datetime(2026, 1, 1))  # noqa: DTZ001

    with pytest.raises(StatementError, match="without a time zone"):
        runner.run(note())


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO events (key, seen_at) VALUES (:key, NULL)",
        "INSERT INTO events (key, seen_at) VALUES (:key, '2026-01-01 00:00:00+00')",
    ],
)
def test_an_error_quotes_nothing_of_what_was_to_be_kept(
    store: Store, runner: asyncio.Runner, statement: str
) -> None:
    """PostgreSQL shows the whole row that was refused."""

    async def note(key: str) -> None:
        async with store.begin() as session:
            await session.execute(text(statement), {"key": key})
            await session.execute(text(statement), {"key": key})

    with pytest.raises(IntegrityError) as raised:
        runner.run(note(WORDS))
    told = "".join(traceback.format_exception(raised.value))
    assert "INSERT INTO events" in told
    assert "in note" in told
    assert WORDS not in told


@pytest.mark.skipif(os.name != "posix", reason="no such rights there")
def test_only_its_owner_may_look_into_a_database_file(
    tmp_path: Path, runner: asyncio.Runner
) -> None:
    store = Store(f"sqlite:///{tmp_path / 'new' / 'senpai.sqlite3'}")

    async def open_it() -> dict[str, int]:
        await store.upgrade()
        async with store.begin() as session:
            await events.first_time(session, "slack:Ev1", NOON)
            files = (tmp_path / "new").iterdir()
            return {each.name.removeprefix("senpai.sqlite3"): _rights(each) for each in files}

    before = os.umask(0o022)
    try:
        assert runner.run(open_it()) == {"": 0o600, "-wal": 0o600, "-shm": 0o600}
        assert _rights(tmp_path / "new") == 0o700
    finally:
        os.umask(before)
        runner.run(store.close())


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_writers_take_turns(url: str, store: Store, runner: asyncio.Runner) -> None:
    """Two processes (here: two stores) count up the same number in one transaction each."""
    other = Store(url)

    async def count_up(one: Store) -> None:
        for _ in range(20):
            async with one.begin() as session:
                await one.turn(session, "count")
                seen = (await session.execute(text("SELECT count(*) FROM events"))).scalar_one()
                await events.first_time(session, f"n{seen}", NOON)

    async def scenario() -> int:
        await asyncio.gather(count_up(store), count_up(other))
        async with store.begin() as session:
            found = (await session.execute(text("SELECT count(*) FROM events"))).scalar_one()
        await other.close()
        return int(found)

    assert runner.run(scenario()) == 40


def test_later_comes_when_due_and_to_one_only(store: Store, runner: asyncio.Runner) -> None:
    japan = timezone(timedelta(hours=9))
    at = datetime(2026, 11, 22, 21, 0, tzinfo=japan)  # noon in UTC
    due = Due("quiet:U1", at, "slack", "T1", "T1", "", "U1", "/hello")

    async def claim(now: datetime) -> list[Due]:
        async with store.begin() as session:
            return await later.claim(session, now)

    async def put(what: Due) -> None:
        async with store.begin() as session:
            await later.put(session, what)

    async def done(at: datetime) -> bool:
        async with store.begin() as session:
            return await later.finish(session, due.key, at)

    runner.run(put(due))
    assert runner.run(claim(NOON - timedelta(seconds=1))) == []
    assert runner.run(claim(NOON)) == [due]
    assert runner.run(claim(NOON)) == [], "claimed twice"
    assert runner.run(claim(NOON + later.LEASE)) == [due], "lost when its claimer died"
    runner.run(put(due))
    assert runner.run(claim(NOON)) == [due], "put again, it is due again"
    assert not runner.run(done(NOON + timedelta(days=1))), "it was set for another moment"
    assert runner.run(done(at))
    assert not runner.run(done(at)), "done twice"
    assert runner.run(claim(NOON + timedelta(days=1))) == []


def test_people_are_known_after_a_restart(store: Store, runner: asyncio.Runner) -> None:
    aoi = Profile("葵", "en", "Europe/Berlin")

    async def scenario() -> list[Profile | None]:
        before, after = People(store, lambda: NOON), People(store, lambda: NOON)
        unknown = await before.recall("slack", "T1", "U1")
        await before.remember("slack", "T1", "U1", Profile("葵", "ja"))
        await before.remember("slack", "T1", "U1", aoi)
        return [
            unknown,
            await after.recall("slack", "T1", "U1"),
            await after.recall("slack", "T2", "U1"),
            await after.recall("discord", "T1", "U1"),
        ]

    assert runner.run(scenario()) == [None, aoi, None, None]
