"""The database engine: opening, transactions, migrations."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Executable, Row, event, func, make_url, select
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    DisconnectionError,
    InterfaceError,
    InternalError,
    OperationalError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    AsyncSession,
    create_async_engine,
)

from bot.storage import sqlite
from bot.storage.trouble import DatabaseTrouble, TooNew, cause_of, is_at_fault

# At DEBUG the driver quotes what is written to the database.
logging.getLogger("aiosqlite").setLevel(logging.INFO)

_PACKAGE = Path(__file__).parents[1]
_TROUBLE = (
    OperationalError,
    InterfaceError,
    InternalError,
    PoolTimeout,
    ConnectionError,
    TimeoutError,
)

ERASED = "erased"
"""In the `info` of a session whose transaction deletes what no file should hold afterwards."""

NOT_THERE = (*_TROUBLE, OSError)
"""Also no such host, no such socket."""

_REST = 10.0
"""Seconds after which a connection is not trusted untried."""

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
# The one that was used last has its statements prepared.
_POSTGRESQL = {"pool_size": 10, "pool_use_lifo": True}
# SQLite has one writer: a pool of one waits in line, where sixteen would collide.
_SQLITE = {"pool_size": 1, "max_overflow": 0}
_READERS = 4


class Store:
    """One database. Transactions are short: save, then do the slow work outside."""

    def __init__(self, url: str) -> None:
        """`url`: see `address`. Raises DatabaseTrouble where SQLite's folder can't be made."""
        self.url = address(url)
        self._sqlite = self.url.get_backend_name() == "sqlite"
        if self._sqlite:
            with told((OSError,)):
                _make_folder(self.url)
            (file,), options = self.url.get_dialect()().create_connect_args(self.url)
            self._connect = connect = partial(sqlite.connect, file, **{"timeout": 30, **options})
            self.engine = self._engine(async_creator=connect)
            readers = self._engine(async_creator=connect, pool_size=_READERS)
            event.listen(readers.sync_engine, "connect", _forbid_writing)
            self._readers = readers.execution_options(each_by_itself=True)
            self._single = self.engine.execution_options(each_by_itself=True)
        else:
            self.engine = self._engine(connect_args={"timeout": 10, "command_timeout": 60})
            self._readers = self.engine.execution_options(isolation_level="AUTOCOMMIT")
            self._single = self._readers

    def _engine(self, **options: Any) -> AsyncEngine:
        settings = {**(_SQLITE if self._sqlite else _POSTGRESQL), **options}
        # An error's text would quote what people wrote.
        engine = create_async_engine(self.url, hide_parameters=True, **settings)
        (_set_up_sqlite if self._sqlite else _set_up_postgresql)(engine)
        return engine

    @asynccontextmanager
    async def _own_engine(self) -> AsyncIterator[AsyncEngine]:
        """For work on all there is, which may take as long as it likes."""
        _make_file(self.url)
        engine = self._engine(connect_args={"timeout": 30})
        try:
            yield engine
        finally:
            await engine.dispose()

    def begin(self) -> AbstractAsyncContextManager[AsyncSession]:
        """A transaction: committed at the end, rolled back by an exception.

        Raises DatabaseTrouble where the database is at fault, and then nothing was kept.
        """
        return self._begun(self.engine)

    def read(self) -> AbstractAsyncContextManager[AsyncSession]:
        """The same for who only looks: each statement sees what is kept at its own moment.

        On SQLite no writer is waited for, and none waits.
        """
        return self._begun(self._readers)

    @asynccontextmanager
    async def _begun(self, engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
        with told():
            async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
                await _connect(session)
                yield session
        if session.info.get(ERASED):
            await self.wipe()

    async def wipe(self) -> None:
        """Leaves nothing of what was deleted in SQLite's log beside the database.

        It waits for nobody: where others are at work, some later time does it.
        """
        if not self._sqlite:
            return
        connection = await self._connect(timeout=0)
        with suppress(sqlite3.OperationalError):
            await connection.run(lambda log: log.execute("PRAGMA wal_checkpoint(TRUNCATE)").close())
        await connection.close()

    async def one(self, statement: Executable, values: Mapping[str, Any]) -> Sequence[Row[Any]]:
        """The rows of one statement that is a transaction by itself, committed when this ends.

        Raises DatabaseTrouble where the database is at fault.
        """
        with told(NOT_THERE):
            async with self._single.connect() as connection:
                return (await connection.execute(statement, values)).all()

    async def turn(self, session: AsyncSession, *whose: str) -> None:
        """One transaction after another for whoever it is, until this one ends.

        On SQLite every transaction has the whole database to itself anyway.
        """
        if not self._sqlite:
            digest = hashlib.blake2b("\0".join(whose).encode(), digest_size=8).digest()
            key = int.from_bytes(digest, signed=True)
            await session.execute(select(func.pg_advisory_xact_lock(key)))

    async def upgrade(self) -> None:
        """Brings the tables to the newest form; safe when several processes start at once.

        Raises TooNew, and DatabaseTrouble where the database is at fault.
        """
        with told(NOT_THERE):
            async with self.whole() as connection:
                await connection.run_sync(upgrade)

    @asynccontextmanager
    async def whole(self) -> AsyncIterator[AsyncConnection]:
        """A transaction over all there is, tables too; one at a time.

        Committed at the end, rolled back by an exception.
        """
        async with self._own_engine() as engine, engine.begin() as connection:
            if not self._sqlite:
                # SQLite's BEGIN IMMEDIATE does the same for it.
                await connection.execute(select(func.pg_advisory_xact_lock(5377063)))
            yield connection

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncConnection]:
        """The database as it is at the first look, to be read for a while; it holds nobody up."""
        way = {"read_only": True} if self._sqlite else {"isolation_level": "REPEATABLE READ"}
        async with self._own_engine() as engine, engine.connect() as connection:
            await connection.execution_options(**way)
            yield connection

    async def close(self) -> None:
        await self.engine.dispose()
        await self._readers.dispose()


def address(url: str) -> URL:
    """Where a database is, as SQLAlchemy writes it; the driver may be left out.

    `sqlite:///senpai.db`, `postgresql://name:password@host/database?sslmode=require`. Raises
    SQLAlchemy's ArgumentError.
    """
    try:
        found = make_url(url)
    except ValueError:  # its words may hold a part of the password
        raise ArgumentError("the port is no number") from None
    found = found.set(drivername=_DRIVERS.get(found.drivername, found.drivername))
    if found.drivername not in _DRIVERS.values():
        raise ArgumentError(f"{found.drivername} is neither sqlite nor postgresql")
    if found.drivername == _DRIVERS["postgresql"] and "sslmode" in found.query:
        # The name that everybody else gives it.
        ssl = {"ssl": found.query["sslmode"]}
        found = found.difference_update_query(["sslmode"]).update_query_dict(ssl)
    return found


@contextmanager
def told(trouble: tuple[type[Exception], ...] = _TROUBLE) -> Iterator[None]:
    """Raises DatabaseTrouble for what is the database's fault."""
    try:
        yield
    except trouble as error:
        raise DatabaseTrouble(cause_of(error)) from error
    except Exception as error:
        # asyncpg's own where it can't connect, in SQLAlchemy's once it has.
        if is_at_fault(error):
            raise DatabaseTrouble(cause_of(error)) from error
        if isinstance(error, DBAPIError):
            raise _wordless(error).with_traceback(error.__traceback__) from None
        raise


def _wordless(error: DBAPIError) -> DBAPIError:
    """The same error without the driver's words, which may quote what people wrote."""
    cause = error.orig.__cause__ if error.orig else None
    kind = type(cause or error.orig).__name__
    return type(error)(error.statement, None, Exception(kind), hide_parameters=True)


async def _connect(session: AsyncSession) -> None:
    try:
        await session.connection()
    except OSError as error:  # no such host, no such socket
        raise DatabaseTrouble(cause_of(error)) from error


def shown(url: URL) -> str:
    """An address as it may stand in the log and on a screen."""
    return url.difference_update_query(["password"]).render_as_string(hide_password=True)


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's settings, for `upgrade` and for the checks of developers."""
    beside = _PACKAGE.parent / "migrations"
    config = Config()
    folder = beside if beside.is_dir() else _PACKAGE / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Brings the tables to the form of a revision that is newer than theirs. Raises TooNew."""
    config = alembic_config(connection)
    known = {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}
    if not current_revisions(connection) <= known:
        raise TooNew
    command.upgrade(config, revision)


def current_revisions(connection: Connection) -> set[str]:
    """The form of the tables, as Alembic calls it; none where there are none."""
    return set(MigrationContext.configure(connection).get_current_heads())


def _make_folder(url: URL) -> None:
    """Only whom Senpai runs as may look into what it makes."""
    if _is_file(url):
        Path(url.database or "").parent.mkdir(0o700, parents=True, exist_ok=True)


def _make_file(url: URL) -> None:
    """The same for the file, and with it for what SQLite puts beside it."""
    if _is_file(url):
        with suppress(OSError):  # whoever connects says what is wrong
            Path(url.database or "").touch(0o600, exist_ok=False)


def _is_file(url: URL) -> bool:
    path = url.database or ""
    return url.get_backend_name() == "sqlite" and not path.startswith((":", "file:")) and path != ""


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
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if not options.get("each_by_itself"):
            reads = options.get("read_only")
            connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _forbid_writing(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA query_only=ON")
    cursor.close()


def _set_up_postgresql(engine: AsyncEngine) -> None:
    """A connection is looked at before it is used: the server may have been restarted.

    The driver knows of one that was closed. To try each over the wire, as `pool_pre_ping` does,
    would cost as much again as a short transaction, so that is for those that rested.
    """

    @event.listens_for(engine.sync_engine, "checkin")
    def on_checkin(_connection: Any, record: Any) -> None:
        record.info["rests_since"] = time.monotonic()

    @event.listens_for(engine.sync_engine, "checkout")
    def on_checkout(connection: Any, record: Any, _proxy: Any) -> None:
        if connection.driver_connection.is_closed():
            raise DisconnectionError
        now = time.monotonic()
        if now - record.info.get("rests_since", now) > _REST:
            try:
                engine.dialect.do_ping(connection)
            except Exception as error:
                raise DisconnectionError from error
