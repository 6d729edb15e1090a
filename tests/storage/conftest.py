from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.store import Store
from tests.blank import blank, unsafe

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database with all tables on PostgreSQL, and a file that isn't there yet on SQLite."""
    if request.param == "postgresql":
        url: str = request.getfixturevalue("postgres_url")
        return url
    return f"sqlite+aiosqlite:///{tmp_path / 'senpai.sqlite3'}"


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def store(url: str, runner: asyncio.Runner) -> Iterator[Store]:
    store = Store(url)
    if store.url.database and store.url.get_backend_name() == "sqlite":
        blank(Path(store.url.database))
        unsafe(store)
    yield store
    runner.run(store.close())
