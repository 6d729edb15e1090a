"""A copy of the whole database in a file that any database can be made from again.

The file is gzip over lines of JSON: what it is; then, table by table, its name and columns and a
line for each row; last, how many rows there were. Moments are ISO 8601 in UTC.
"""

from __future__ import annotations

import contextlib
import errno
import gzip
import itertools
import os
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, DateTime, MetaData, Table, inspect, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.store import Store
from bot.storage.tables import Base, OutboxRow
from bot.storage.trouble import TooNew
from bot.storage.upgrading import alembic_config, upgrade

_BATCH = 500
_DAMAGED = (EOFError, OSError, zlib.error, UnicodeDecodeError, msgspec.DecodeError)


class NothingThere(Exception):
    """The database has none of Senpai's tables."""


class NotEmpty(Exception):
    """The database holds something already."""


class NotABackup(Exception):
    """The file is no backup, or damaged."""


class _Head(msgspec.Struct, tag="senpai-backup"):
    revision: str
    form: int = 1


class _Begins(msgspec.Struct, tag="table"):
    table: str
    columns: list[str]


class _End(msgspec.Struct, tag="end"):
    rows: int


_Line = _Head | _Begins | _End | list[Any]
_decode = msgspec.json.Decoder(_Line).decode
_encode = msgspec.json.Encoder().encode


async def save(store: Store, path: Path) -> int:
    """Writes a backup to a file that doesn't exist yet; gives the number of rows.

    All of it is of one moment. The file appears when it is complete, readable to its owner only.
    Raises FileExistsError, FileNotFoundError, NothingThere.
    """
    _check(store, path)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with _private(part) as file:
            async with store.snapshot() as connection:
                rows = await _write(connection, file)
        _publish(part, path)
    finally:
        part.unlink(missing_ok=True)
    return rows


async def load(store: Store, path: Path, *, replace: bool = False) -> int:
    """Fills the database from a backup, all of it or nothing; gives the number of rows.

    A backup that an older Senpai made is brought to the newest form. `replace`: whatever the
    database holds goes. Raises FileNotFoundError, NotABackup, TooNew, NotEmpty.
    """
    with path.open("rb") as file:
        lines = _lines(file)
        head = next(lines, None)
        if not isinstance(head, _Head):
            raise NotABackup
        async with store.whole() as connection:
            await connection.run_sync(_prepare, head.revision, replace)
            rows = await _read(connection, lines)
            await connection.run_sync(upgrade)
            await _careful(connection)
    return rows


def _check(store: Store, path: Path) -> None:
    if path.exists():
        raise FileExistsError(path)
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(path.parent))
    if store.url.get_backend_name() == "sqlite" and not Path(store.url.database or "").is_file():
        raise NothingThere  # to look would make the file


@contextlib.contextmanager
def _private(path: Path) -> Iterator[gzip.GzipFile]:
    raw = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(raw, "wb") as file:
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6) as packed:
            yield packed
        file.flush()
        os.fsync(file.fileno())


def _publish(part: Path, path: Path) -> None:
    try:
        os.link(part, path)  # a rename would go over a file that came meanwhile
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        part.rename(path)


async def _write(connection: AsyncConnection, file: gzip.GzipFile) -> int:
    revision = await connection.run_sync(_revision)
    if not revision:
        raise NothingThere
    file.write(_encode(_Head(revision)) + b"\n")
    count = 0
    for table in await connection.run_sync(_tables):
        columns = [str(column.name) for column in table.columns]
        file.write(_encode(_Begins(str(table.name), columns)) + b"\n")
        rows = select(table).order_by(*table.primary_key).execution_options(yield_per=_BATCH)
        async with connection.stream(rows) as found:
            async for row in found:
                file.write(_encode([_plain(value) for value in row]) + b"\n")
                count += 1
    file.write(_encode(_End(count)) + b"\n")
    return count


def _plain(value: object) -> object:
    return f"{value.isoformat()}Z" if isinstance(value, datetime) else value


async def _read(connection: AsyncConnection, lines: Iterator[_Line]) -> int:
    tables = {table.name: table for table in await connection.run_sync(_tables)}
    count = 0
    table: Table | None = None
    columns: list[str] = []
    for kind, group in itertools.groupby(lines, type):
        if kind is list and table is not None:
            while batch := list(itertools.islice(group, _BATCH)):
                rows = [_row(table, columns, line) for line in batch]
                await connection.execute(table.insert(), rows)
                count += len(rows)
            continue
        for line in group:
            if isinstance(line, _Begins) and line.table in tables:
                table, columns = tables[line.table], line.columns
            elif isinstance(line, _End) and line.rows == count and next(lines, None) is None:
                return count
            else:
                raise NotABackup
    raise NotABackup


def _row(table: Table, columns: list[str], values: Any) -> dict[str, object]:
    if len(columns) != len(values) or not set(columns) <= set(table.columns.keys()):
        raise NotABackup
    row = dict(zip(columns, values, strict=True))
    try:
        for name, value in row.items():
            if isinstance(table.columns[name].type, DateTime) and value is not None:
                row[name] = datetime.fromisoformat(value).replace(tzinfo=None)
    except (TypeError, ValueError) as error:
        raise NotABackup from error
    return row


def _lines(file: Any) -> Iterator[_Line]:
    try:
        with gzip.GzipFile(fileobj=file) as packed:
            for line in packed:
                yield _decode(line)
    except _DAMAGED as error:
        raise NotABackup from error


def _prepare(connection: Connection, revision: str, replace: bool) -> None:
    """Empty tables in the form that they had when the backup was made."""
    known = ScriptDirectory.from_config(alembic_config(connection))
    there = {script.revision for script in known.walk_revisions()}
    if not {revision, _revision(connection) or revision} <= there:
        raise TooNew
    found = _tables(connection)
    if not replace and any(connection.execute(select(table).limit(1)).first() for table in found):
        raise NotEmpty
    for table in reversed(found):
        table.drop(connection)
    connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
    upgrade(connection, revision)


async def _careful(connection: AsyncConnection) -> None:
    """What waits to be sent may have gone out after the backup was made: it is looked for first."""
    waits = OutboxRow.state.in_(("pending", "sending")) & OutboxRow.begun_at.is_(None)
    await connection.execute(update(OutboxRow).where(waits).values(begun_at=OutboxRow.created_at))


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _tables(connection: Connection) -> list[Table]:
    """Senpai's tables as they are in the database, each behind those that it refers to."""
    there = set(inspect(connection).get_table_names()) & set(Base.metadata.tables)
    found = MetaData()
    found.reflect(connection, only=sorted(there), resolve_fks=False)
    return found.sorted_tables
