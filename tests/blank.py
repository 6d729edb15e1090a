"""A database with all tables and nothing in them, made once a process: migrations take a while."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine

from bot.storage.store import upgrade


@cache
def _made() -> Path:
    path = Path(tempfile.mkdtemp(prefix="senpai-blank-")) / "blank.sqlite3"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        upgrade(connection)
    engine.dispose()
    return path


def blank(path: Path) -> Path:
    """Puts one there."""
    shutil.copy(_made(), path)
    return path
