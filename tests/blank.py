"""A database with all tables and nothing in them, made once a process: migrations take a while."""

from __future__ import annotations

import atexit
import shutil
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event

from bot.storage.store import Store
from bot.storage.upgrading import upgrade


@cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="senpai-blank-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "blank.sqlite3"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        upgrade(connection)
    engine.dispose()
    return path


def unsafe(store: Store) -> Store:
    """Doesn't wait for the disk, which no test pulls the plug of."""

    @event.listens_for(store.engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.close()

    return store


_knowing: dict[tuple[Path, ...], Path] = {}


def blank(path: Path, content: tuple[Path, ...] = ()) -> Path:
    """Puts one there; if it can, one that knows the ids of those documents already."""
    shutil.copy(_knowing.get(content) or _made(), path)
    return path


def keep(path: Path, content: tuple[Path, ...]) -> None:
    """What is there was only opened over those documents: others may begin with it."""
    if content in _knowing:
        return
    kept = _made().with_name(f"{len(_knowing)}.sqlite3")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(kept)) as copy:
        source.backup(copy)
    _knowing[content] = kept
