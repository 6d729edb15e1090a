"""The tables are what the code says they are, on both databases, however often they are made."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, inspect, text

from bot.messages import Person
from bot.storage import mydata
from bot.storage.store import Store
from bot.storage.tables import Base
from bot.storage.upgrading import alembic_config, upgrade
from tests.postgres import Postgres

UPGRADE = """
import asyncio, sys
from bot.storage.store import Store

async def main():
    store = Store(sys.argv[1])
    await store.upgrade()
    await store.close()

asyncio.run(main())
"""

_INTERVIEW = """
    INSERT INTO interviews VALUES (
        :id, 'slack', 'T1', :person, 'T1', 'dm', NULL, '', '',
        '2026-11-24 00:00:00', '2026-11-24 00:00:00'
    )
"""
_POST = """
    INSERT INTO outbox (
        key, platform, tenant, workspace, channel, reply, state, due_at, tries, created_at
    ) VALUES (
        :key, 'slack', 'T1', 'T1', 'C1', '', 'done', '2026-11-24 00:00:00', 1, '2026-11-24 00:00:00'
    )
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new folder' / 'senpai.sqlite3'}"
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    url = postgres.empty()
    yield url
    postgres.drop(url)


def tables(url: str, runner: asyncio.Runner) -> set[str]:
    def names(connection: Connection) -> set[str]:
        command.check(alembic_config(connection))
        return set(inspect(connection).get_table_names())

    async def look() -> set[str]:
        store = Store(url)
        async with store.engine.connect() as connection:
            found = await connection.run_sync(names)
        await store.close()
        return found

    return runner.run(look())


def test_a_new_database_has_just_the_tables_of_the_code(bare: str, runner: asyncio.Runner) -> None:
    async def upgrade() -> None:
        store = Store(bare)
        await store.upgrade()
        await store.upgrade()
        await store.close()

    runner.run(upgrade())
    assert tables(bare, runner) == {*Base.metadata.tables, "alembic_version"}


def test_posts_of_what_was_gained_are_found_by_the_upgrade(
    bare: str, runner: asyncio.Runner
) -> None:
    async def story() -> None:
        store = Store(bare)
        async with store.whole() as connection:
            await connection.run_sync(upgrade, "0004")
            for id in ("11111111", "22222222"):
                await connection.execute(text(_INTERVIEW), {"id": id, "person": f"U{id}"})
            for key in ("growth-11111111-C1", "growth-11111111-C2", "response-r1-1-0"):
                await connection.execute(text(_POST), {"key": key})
        await store.upgrade()
        async with store.begin() as session:
            for id, count in (("11111111", 2), ("22222222", 0)):
                person = Person("slack", "T1", f"U{id}")
                assert len((await mydata.count(session, person)).shared) == count
        await store.close()

    runner.run(story())


@pytest.mark.slow
def test_several_processes_may_upgrade_at_once(bare: str, runner: asyncio.Runner) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", UPGRADE, bare], stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    ended = [(process.communicate(timeout=60)[1], process.returncode) for process in started]
    assert [code for _, code in ended] == [0] * 4, ended
    assert tables(bare, runner) >= set(Base.metadata.tables)
