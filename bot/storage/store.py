"""The database engine: opening, transactions, migrations."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, suppress
from functools import partial
from typing import Any

from sqlalchemy import Connection, Executable, Row, event, func, select
from sqlalchemy.exc import (
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
from bot.storage.address import address, make_file, make_folder
from bot.storage.trouble import DatabaseTrouble, cause_of, is_at_fault
from bot.storage.upgrading import upgrade

# At DEBUG the driver quotes what is written to the database.
logging.getLogger("aiosqlite").setLevel(logging.INFO)

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
                make_folder(self.url)
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
        make_file(self.url)
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
