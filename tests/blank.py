"""A database with all tables and nothing in them, made once a process: migrations take a while."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event

from bot.storage.store import Store, upgrade


@cache
def _made() -> Path:
    path = Path(tempfile.mkdtemp(prefix="senpai-blank-")) / "blank.sqlite3"
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


def blank(path: Path) -> Path:
    """Puts one there."""
    shutil.copy(_made(), path)
    return path
