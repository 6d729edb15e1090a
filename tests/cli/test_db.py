"""`senpai db`: what an operator sees."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.storage.store import Store
from tests.cli.process import Senpai, Started
from tests.postgres import Postgres
from tests.storage.rows import everything, fill

pytestmark = pytest.mark.slow


@pytest.fixture
def kept(senpai: Senpai, tmp_path: Path) -> Senpai:
    """Senpai with a database in which there is something."""

    async def fill_it() -> None:
        store = Store(senpai.environ["SENPAI_DATABASE"])
        await store.upgrade()
        await fill(store)
        await store.close()

    senpai.environ["SENPAI_DATABASE"] = f"sqlite:///{tmp_path / 'senpai.sqlite3'}"
    asyncio.run(fill_it())
    return senpai


def rows(url: str) -> int:
    async def count() -> int:
        store = Store(url)
        found = await everything(store)
        await store.close()
        return sum(map(len, found.values()))

    return asyncio.run(count())


def test_a_database_moves_to_postgresql(kept: Senpai, postgres: Postgres) -> None:
    kept.start = Started()
    there = rows(kept.environ["SENPAI_DATABASE"])
    said, _ = kept("db", "backup", "copy.gz", "--locale", "en")
    assert f"{there} rows to copy.gz" in said
    url = kept.environ["SENPAI_DATABASE"] = postgres.empty()
    said, _ = kept("db", "restore", "copy.gz", "--locale", "ja")
    assert f"copy.gz から{there}行" in said
    assert rows(url) == there
    postgres.drop(url)


def test_nothing_is_overwritten_unasked(kept: Senpai) -> None:
    kept("db", "backup", "copy.gz")
    _, said = kept("db", "backup", "copy.gz", "--locale", "en", code=1)
    assert "copy.gz exists already" in said
    _, said = kept("db", "restore", "copy.gz", "--locale", "en", code=1)
    assert "--replace" in said
    kept("db", "restore", "copy.gz", "--replace")


@pytest.mark.parametrize(
    ("setting", "arguments", "code", "says"),
    [
        ("sqlite:///none.sqlite3", ("backup", "copy.gz"), 1, "nothing to copy"),
        ("", ("backup", "none/copy.gz"), 2, "none doesn't exist"),
        ("", ("restore", "none.gz"), 2, "none.gz doesn't exist"),
        ("", ("restore", "letter.txt", "--replace"), 1, "letter.txt is no backup"),
        ("postgresql://u@127.0.0.1:1/db", ("backup", "copy.gz"), 1, "Connect call failed"),
        ("postgresql://u@/db?host=/none", ("backup", "copy.gz"), 1, "No such file"),
        ("oracle:rubbish", ("backup", "copy.gz"), 2, "setting SENPAI_DATABASE"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    kept: Senpai, tmp_path: Path, setting: str, arguments: tuple[str, ...], code: int, says: str
) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    if setting:
        kept.environ["SENPAI_DATABASE"] = setting
    _, said = kept("--locale", "en", "db", *arguments, code=code)
    assert says in said
    assert not (tmp_path / "none.sqlite3").exists()
