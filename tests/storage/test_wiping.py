"""What was deleted is not left in the files of SQLite either."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.messages import Person
from bot.storage import purge, responses
from bot.storage.responses import Response
from bot.storage.store import Store
from tests.blank import blank

NOW = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
KEN = Person("slack", "T1", "U1", "けん")
SECRET = "獲得単価を28%下げた話".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    blank(tmp_path / "senpai.sqlite3")
    return tmp_path


def held(folder: Path) -> set[str]:
    """The files that hold the secret."""
    return {file.name for file in folder.iterdir() if SECRET in file.read_bytes()}


async def write(store: Store, ids: range) -> None:
    """Answers, some of them longer than a page."""
    for id in ids:
        text = f"{SECRET.decode()} {'回答の文です。' * (id % 3 * 400)}"
        new = Response(f"r{id}", "T1", None, "cmo", "q1", "ja", "質問", text, 1, "", NOW, NOW)
        async with store.begin() as session:
            await responses.add(session, KEN, new)


def test_all_of_a_person_is_gone_at_once(folder: Path, runner: asyncio.Runner) -> None:
    async def story() -> None:
        store = Store(f"sqlite:///{folder / 'senpai.sqlite3'}")
        await write(store, range(20))
        await store.wipe()
        await write(store, range(20, 40))
        assert held(folder) == {"senpai.sqlite3", "senpai.sqlite3-wal"}
        async with store.begin() as session:
            await purge.person(session, KEN)
        assert held(folder) == set()
        await store.close()

    runner.run(story())


def test_nobody_is_waited_for(folder: Path, runner: asyncio.Runner) -> None:
    async def story() -> None:
        store = Store(f"sqlite:///{folder / 'senpai.sqlite3'}")
        await write(store, range(3))
        async with store.snapshot() as connection:
            await connection.exec_driver_sql("SELECT * FROM responses")
            async with store.begin() as session:
                await purge.person(session, KEN)
            async with store.begin():
                await asyncio.wait_for(store.wipe(), 5)
            assert "senpai.sqlite3-wal" in held(folder)
        await store.wipe()
        assert held(folder) == set()
        await store.close()

    runner.run(story())
