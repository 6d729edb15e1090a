"""What a database is like, without changing or making anything."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from urllib.parse import quote

from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, func, select
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.address import address
from bot.storage.store import NOT_THERE, told
from bot.storage.trouble import DatabaseTrouble
from bot.storage.upgrading import alembic_config, current_revisions


class State(Enum):
    """What `look` finds. ABSENT: no file, or none of Senpai's tables; they are made at a start."""

    ABSENT = "absent"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


async def look(url: str) -> State:
    """What the database at that address is like.

    Raises DatabaseTrouble where it can't be reached, and where Senpai couldn't write to it.
    """
    found = address(url)
    if found.get_backend_name() != "sqlite":
        return await _connected(found)
    if not found.database or found.database == ":memory:":
        return State.ABSENT
    path = Path(found.database)
    if not _is_there(path):
        return State.ABSENT
    return await _connected(_only_read(found))


def _is_there(path: Path) -> bool:
    """Whether there is such a file. Raises DatabaseTrouble where SQLite can't write to it.

    It writes beside it, too.
    """
    folder = next(each for each in path.absolute().parents if each.exists())
    if path.is_dir() or not folder.is_dir():
        raise DatabaseTrouble(f"{path if path.is_dir() else folder}: not a place for a file")
    for each in (folder, path) if path.exists() else (folder,):
        if not os.access(each, os.W_OK):
            raise DatabaseTrouble(f"{each}: no right to write")
    return path.exists()


def _only_read(url: URL) -> URL:
    file = f"file:{quote(str(Path(url.database or '').absolute()))}"
    return url.set(database=file, query={**url.query, "mode": "ro", "uri": "true"})


async def _connected(url: URL) -> State:
    with told(NOT_THERE):
        engine = create_async_engine(url, hide_parameters=True)
        try:
            async with engine.connect() as connection:
                return await connection.run_sync(_state)
        finally:
            await engine.dispose()


def _state(connection: Connection) -> State:
    there = current_revisions(connection)
    scripts = ScriptDirectory.from_config(alembic_config())
    if not there:
        _check_schema(connection)
        return State.ABSENT
    if not there <= {each.revision for each in scripts.walk_revisions()}:
        return State.NEWER
    if there == set(scripts.get_heads()):
        return State.CURRENT
    _check_schema(connection)
    return State.OLDER


def _check_schema(connection: Connection) -> None:
    """Since version 15, only its owner may make tables in a database of PostgreSQL."""
    if connection.dialect.name == "postgresql":
        schema = func.current_schema()
        if not connection.scalar(select(func.has_schema_privilege(schema, "CREATE"))):
            raise DatabaseTrouble("no right to make tables (CREATE on the schema)")
