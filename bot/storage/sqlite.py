"""SQLite's driver, with one change of threads for a statement.

aiosqlite does all its work in a thread of its own, and SQLAlchemy asks it four times for each
statement: for a cursor, to run it, for the rows, to close it. Every change of threads takes
longer than a small statement does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Sequence
from functools import partial
from typing import Any, Self

import aiosqlite

_CHUNK = 64


class Connection(aiosqlite.Connection):
    def cursor(self) -> Cursor:  # type: ignore[override]
        return Cursor(self)

    def __await__(self) -> Generator[Any, None, aiosqlite.Connection]:
        self._thread.daemon = True  # as SQLAlchemy does with its own
        return super().__await__()

    async def run(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Does the work in the connection's own thread."""
        await self._execute(work, self._conn)  # type: ignore[no-untyped-call]

    async def commit(self) -> None:
        if self.in_transaction:  # else there is nothing to change threads for
            await super().commit()

    async def rollback(self) -> None:
        if self.in_transaction:
            await super().rollback()


class Cursor:
    """Holds all rows of the statement that was run last."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, values: Sequence[Any] = ()) -> Self:
        await self._connection.run(partial(self._run, "execute", statement, values))
        return self

    async def executemany(self, statement: str, values: Sequence[Any]) -> Self:
        await self._connection.run(partial(self._run, "executemany", statement, values))
        return self

    async def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """It is closed as soon as the statement has run."""

    def _run(
        self, how: str, statement: str, values: Sequence[Any], connection: sqlite3.Connection
    ) -> None:
        cursor = connection.cursor()
        try:
            getattr(cursor, how)(statement, values)
            self.description = cursor.description
            self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
            self._rows = cursor.fetchall() if cursor.description else []
        finally:
            cursor.close()


async def connect(database: str, **options: Any) -> Connection:
    """As aiosqlite.connect, for SQLAlchemy's `async_creator`."""
    connection = Connection(partial(sqlite3.connect, database, **options), _CHUNK)
    await connection
    return connection
