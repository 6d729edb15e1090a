"""What the log says of a database in trouble: its cause, seldom, and nothing that people wrote."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from pathlib import Path

import pytest

from bot.storage.address import address, shown
from bot.storage.looking import State, look
from bot.storage.store import Store
from bot.storage.trouble import DatabaseTrouble, Log, TooNew, cause_of
from tests.logs import messages

SAID = "解約の理由を聞きました。"


def failing(statement: str, *values: object) -> sqlite3.Error:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE TABLE said (words TEXT CHECK (words <> 'x') UNIQUE)")
        connection.execute("PRAGMA max_page_count = 2")
        connection.execute(statement, values)
    except sqlite3.Error as error:
        return error
    finally:
        connection.close()
    raise AssertionError


class DataError(Exception):
    """As asyncpg's, which quotes the value."""

    sqlstate = "22000"


class DiskFull(Exception):
    sqlstate = "53100"

    def __str__(self) -> str:
        return f"{self.args[0]}\nDETAIL: {SAID}"


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (FileNotFoundError(2, "No such file or directory"), "No such file or directory"),
        (failing("INSERT INTO said VALUES (?)", SAID * 9999), "database or disk is full"),
        (failing("SELECT ? FROM nowhere", SAID), "OperationalError: SQLITE_ERROR"),
        (sqlite3.OperationalError(f"Could not decode {SAID}"), "OperationalError"),
        (DataError(f"invalid input for query argument $1: {SAID}"), "DataError: 22000"),
        (DiskFull("could not extend file"), "DiskFull: could not extend file"),
        (TimeoutError(), "TimeoutError"),
    ],
)
def test_a_cause_is_a_line_without_what_people_wrote(error: Exception, cause: str) -> None:
    assert cause_of(error).endswith(cause)
    assert SAID not in cause_of(error)
    assert "\n" not in cause_of(error)


def test_trouble_is_told_when_it_begins_now_and_then_and_when_it_is_over(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    now = 0.0
    log = Log("postgresql://bob:***@host/x", lambda: now)
    trouble = DatabaseTrouble("FileNotFoundError: No such file or directory")
    for moment in range(100):
        now = float(moment)
        log.met("tick", trouble)
        log.met("pump", trouble)
    log.well("pump")
    log.well("reload")
    assert len(messages(caplog)) == 2
    log.well("tick")
    began, still, over = messages(caplog)
    assert "bob:***@host/x" in began
    assert "No such file or directory" in began
    assert "60 s" in still
    assert "well again after 99 s" in over


def test_the_password_is_not_shown() -> None:
    url = address("postgresql://bob:hunter2@host/x?password=hunter2&sslmode=require")
    assert "hunter2" not in shown(url)
    assert "bob:***@host/x" in shown(url)


def test_looking_makes_and_changes_nothing(tmp_path: Path, runner: asyncio.Runner) -> None:
    path = tmp_path / "none" / "senpai.sqlite3"
    url = f"sqlite:///{path}"
    assert runner.run(look(url)) is State.ABSENT
    assert list(tmp_path.iterdir()) == []

    store = Store(url)
    runner.run(store.upgrade())
    assert runner.run(look(url)) is State.CURRENT
    for revision, state in (("0003", State.OLDER), ("9999", State.NEWER)):
        write(path, "UPDATE alembic_version SET version_num = ?", revision)
        runner.run(store.close())
        before = path.read_bytes()
        assert runner.run(look(url)) is state
        assert path.read_bytes() == before
    with pytest.raises(TooNew):
        runner.run(store.upgrade())


def test_what_cannot_be_a_database_is_told(tmp_path: Path, runner: asyncio.Runner) -> None:
    (tmp_path / "file").write_text("Dear all, this is a letter and no database at all. " * 99)
    for path in ("", "file/senpai.sqlite3", "file"):
        with pytest.raises(DatabaseTrouble):
            runner.run(look(f"sqlite:///{tmp_path / path}"))
    with pytest.raises(DatabaseTrouble, match="file"):
        Store(f"sqlite:///{tmp_path / 'file' / 'senpai.sqlite3'}")


@pytest.mark.slow
def test_postgresql_is_looked_at_likewise(postgres_url: str, runner: asyncio.Runner) -> None:
    assert runner.run(look(postgres_url)) is State.CURRENT
    with pytest.raises(DatabaseTrouble, match="does not exist"):
        runner.run(look(f"{postgres_url.replace('/t', '/no_such_t', 1)}"))


def write(path: Path, statement: str, value: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement, (value,))
    connection.commit()
    connection.close()
