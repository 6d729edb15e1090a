"""What is written to a backup comes back, on either database, or nothing changes."""

from __future__ import annotations

import asyncio
import gzip
import json
import stat
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from bot.messages import Address, Reply
from bot.storage import backup, events, outbox
from bot.storage.outbox import Post
from bot.storage.store import Store
from bot.storage.tables import Base
from bot.storage.trouble import TooNew
from bot.storage.upgrading import upgrade
from tests.blank import blank
from tests.storage.rows import NOON, everything, fill

pytestmark = pytest.mark.slow

Place = Callable[[str], str]


@pytest.fixture
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Gives the address of a database of that kind in which there is nothing."""
    made: list[str] = []

    def place(kind: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / f'new-{len(list(tmp_path.iterdir()))}.sqlite3'}"
        made.append(request.getfixturevalue("postgres").empty())
        return made[-1]

    yield place
    for url in made:
        request.getfixturevalue("postgres").drop(url)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Store]:
    store = Store(url)
    try:
        yield store
    finally:
        await store.close()


@asynccontextmanager
async def filled(url: str, count: int = 3) -> AsyncIterator[Store]:
    path = make_url(url).database
    if path and url.startswith("sqlite"):
        blank(Path(path))
    async with opened(url) as store:
        await store.upgrade()
        await fill(store, count)
        yield store


@pytest.mark.parametrize("to", ["sqlite", "postgresql"])
def test_everything_moves_to_either_database(
    url: str, to: str, empty: Place, tmp_path: Path
) -> None:
    path, place = tmp_path / "copy.gz", empty(to)

    async def scenario() -> None:
        async with filled(url) as store, opened(place) as other:
            before = await everything(store)
            assert await backup.save(store, path) == 3 * len(Base.metadata.tables)
            assert await backup.load(other, path) == 3 * len(Base.metadata.tables)
            assert await everything(other) == before
            assert all(len(rows) == 3 for rows in before.values())

    asyncio.run(scenario())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir() if "copy" in each.name] == ["copy.gz"]


@pytest.mark.slow
def test_many_rows_are_not_held_in_memory_at_once(url: str, empty: Place, tmp_path: Path) -> None:
    """More rows than are fetched or written at a time."""

    place = empty("sqlite")

    async def scenario() -> None:
        async with filled(url, 1203) as store, opened(place) as other:
            await backup.save(store, tmp_path / "copy.gz")
            await backup.load(other, tmp_path / "copy.gz")
            assert await everything(other) == await everything(store)

    asyncio.run(scenario())


def test_a_backup_is_of_one_moment_though_people_write_on(url: str) -> None:
    async def scenario() -> None:
        async with filled(url) as store, opened(url) as other:
            async with store.snapshot() as connection:
                await connection.scalar(text("SELECT count(*) FROM persons"))
                async with other.begin() as session:
                    assert await events.first_time(session, "meanwhile", NOON)
                assert await connection.scalar(text("SELECT count(*) FROM events")) == 3
            assert len((await everything(store))["events"]) == 4

    asyncio.run(scenario())


def test_a_file_is_never_overwritten(url: str, tmp_path: Path) -> None:
    path = tmp_path / "copy.gz"
    path.write_text("a letter")

    async def scenario() -> None:
        async with filled(url) as store:
            with pytest.raises(FileExistsError):
                await backup.save(store, path)

    asyncio.run(scenario())
    assert path.read_text() == "a letter"


def test_what_is_in_a_database_is_only_thrown_away_when_told_to(url: str, tmp_path: Path) -> None:
    path = tmp_path / "copy.gz"

    async def scenario() -> None:
        async with filled(url) as store:
            then = await everything(store)
            await backup.save(store, path)
            async with store.begin() as session:
                await events.first_time(session, "after the backup", NOON)
            now = await everything(store)
            with pytest.raises(backup.NotEmpty):
                await backup.load(store, path)
            assert await everything(store) == now
            await backup.load(store, path, replace=True)
            assert await everything(store) == then

    asyncio.run(scenario())


def _cut(lines: list[bytes]) -> bytes:
    packed = gzip.compress(b"\n".join(lines))
    return packed[: len(packed) // 2]


DAMAGE: dict[str, Callable[[list[bytes]], bytes]] = {
    "empty": lambda _: b"",
    "another file": lambda _: "履歴書".encode(),
    "no gzip": b"\n".join,
    "other lines": lambda _: gzip.compress(b'{"a": 1}\n'),
    "cut off": _cut,
    "the end is missing": lambda lines: gzip.compress(b"\n".join(lines[:-1])),
    "a row is missing": lambda lines: gzip.compress(b"\n".join([*lines[:-3], lines[-1]])),
    "a value is missing": lambda lines: gzip.compress(
        b"\n".join(
            json.dumps(json.loads(line)[1:]).encode() if line[:1] == b"[" else line
            for line in lines
        )
    ),
    "no date": lambda lines: gzip.compress(b"\n".join(lines).replace(b"2026-", b"20266")),
    "a foreign table": lambda lines: gzip.compress(b"\n".join(lines).replace(b'"events"', b'"x"')),
    "more behind the end": lambda lines: gzip.compress(b"\n".join([*lines, lines[-1]])),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_changes_nothing(url: str, damage: str, tmp_path: Path) -> None:
    path = tmp_path / "copy.gz"

    async def scenario() -> None:
        async with filled(url) as store:
            await backup.save(store, path)
            path.write_bytes(DAMAGE[damage](gzip.decompress(path.read_bytes()).splitlines()))
            before = await everything(store)
            with pytest.raises(backup.NotABackup):
                await backup.load(store, path, replace=True)
            assert await everything(store) == before
            await store.upgrade()

    asyncio.run(scenario())


def test_a_backup_of_a_newer_version_is_refused(url: str, tmp_path: Path) -> None:
    path = tmp_path / "copy.gz"

    async def scenario() -> None:
        async with filled(url) as store:
            await backup.save(store, path)
            first, rest = gzip.decompress(path.read_bytes()).split(b"\n", 1)
            newer = json.dumps(json.loads(first) | {"revision": "9999"}).encode()
            path.write_bytes(gzip.compress(newer + b"\n" + rest))
            before = await everything(store)
            with pytest.raises(TooNew):
                await backup.load(store, path, replace=True)
            assert await everything(store) == before

    asyncio.run(scenario())


def test_a_backup_of_an_older_version_is_brought_up_to_date(
    url: str, empty: Place, tmp_path: Path
) -> None:
    """From the very first form of the tables."""
    path = tmp_path / "copy.gz"
    place = empty("sqlite" if url.startswith("sqlite") else "postgresql")
    seen = datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 - as the database has it
    person = "INSERT INTO persons (platform, tenant, id, name, locale, timezone, seen_at)"

    async def scenario() -> None:
        async with opened(place) as old, opened(url) as new:
            async with old.whole() as connection:
                await connection.run_sync(upgrade, "0001")
                values = text(f"{person} VALUES ('slack', 'T1', 'U1', '葵', 'ja', '', :seen)")
                await connection.execute(values, {"seen": seen})
            await backup.save(old, path)
            await backup.load(new, path)
            async with new.begin() as session:
                row = (await session.execute(text("SELECT name, reminders FROM persons"))).one()
            assert row.name == "葵"
            assert row.reminders

    asyncio.run(scenario())


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with opened(f"sqlite:///{tmp_path / 'none.sqlite3'}") as store:
            with pytest.raises(backup.NothingThere):
                await backup.save(store, tmp_path / "copy.gz")

    asyncio.run(scenario())
    assert list(tmp_path.iterdir()) == []


def test_a_failed_backup_leaves_no_file(empty: Place, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    place = empty("postgresql")

    async def scenario() -> None:
        async with opened(place) as store:
            with pytest.raises(backup.NothingThere):
                await backup.save(store, folder / "copy.gz")

    asyncio.run(scenario())
    assert list(folder.iterdir()) == []


def test_what_waited_to_be_sent_is_looked_for_before_it_is_sent(url: str, tmp_path: Path) -> None:
    """It may have gone out after the backup was made."""
    address = Address("slack", "T1", "T1", "C1")

    async def scenario() -> None:
        async with opened(url) as store:
            await store.upgrade()
            async with store.begin() as session:
                await outbox.put(session, Post("k", address, Reply("一問")), NOON)
            await backup.save(store, tmp_path / "copy.gz")
            await backup.load(store, tmp_path / "copy.gz", replace=True)
            async with store.begin() as session:
                post = await outbox.claim_one(session, NOON, "k")
            assert post
            assert post.begun_at == NOON

    asyncio.run(scenario())
