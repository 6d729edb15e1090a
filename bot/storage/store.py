"""The database engine: opening, transactions, migrations."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

_PACKAGE = Path(__file__).parents[1]


class Store:
    """One database. Transactions are short: save, then do the slow work outside."""

    def __init__(self, url: str) -> None:
        """`url` is SQLAlchemy's, with an async driver, such as sqlite+aiosqlite:///senpai.db."""
        self.url = url
        sqlite = make_url(url).get_backend_name() == "sqlite"
        # SQLite has one writer: a pool of one waits in line, where sixteen would collide.
        options: dict[str, Any] = {"pool_size": 1, "max_overflow": 0} if sqlite else {}
        if sqlite:
            _make_folder(url)
            options["connect_args"] = {"timeout": 30}
        self.engine: AsyncEngine = create_async_engine(url, **options)
        if sqlite:
            _set_up_sqlite(self.engine)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:
        """A transaction: committed at the end, rolled back by an exception."""
        async with AsyncSession(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    async def upgrade(self) -> None:
        """Brings the tables to the newest form; safe when several processes start at once."""
        async with self.engine.connect() as connection:
            await connection.run_sync(_upgrade)
            await connection.commit()

    async def close(self) -> None:
        await self.engine.dispose()


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's settings, for `upgrade` and for the checks of developers."""
    beside = _PACKAGE.parent / "migrations"
    config = Config()
    folder = beside if beside.is_dir() else _PACKAGE / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> None:
    command.upgrade(alembic_config(connection), "head")


def _make_folder(url: str) -> None:
    database = make_url(url).database
    if database and database != ":memory:":
        Path(database).parent.mkdir(parents=True, exist_ok=True)


def _set_up_sqlite(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        # The driver's own transactions are off; ours begin with a lock, so that two writers
        # wait for each other rather than fail half-way.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
