"""`senpai chat` while nobody types: what is due is done, shown, and stopped cleanly."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import select
import signal
import stat
import subprocess
import termios
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select as rows_of

from bot.messages import Address, Reply
from bot.storage import later, outbox
from bot.storage.store import Store
from bot.storage.tables import LaterRow
from tests.cli.process import COMMAND, Senpai

LONG_AGO = datetime.now(UTC) - timedelta(hours=1)


# Each starts processes and waits for what comes due.
pytestmark = pytest.mark.slow


@pytest.fixture
def store(senpai: Senpai, tmp_path: Path) -> Store:
    address = f"sqlite+aiosqlite:///{tmp_path / 'terminal.sqlite3'}"
    senpai.environ["SENPAI_DATABASE"] = address
    return Store(address)


def keep(store: Store, *work: Coroutine[Any, Any, Any]) -> None:
    async def all_of_it() -> None:
        for each in work:
            await each
        await store.close()

    asyncio.run(all_of_it())


async def put(store: Store, platform: str, person: str, run: str = "/answers") -> None:
    await store.upgrade()
    place = (platform, platform, "", "", person)
    async with store.begin() as session:
        await later.put(session, later.Due(f"{platform}-{person}", LONG_AGO, *place, run))


async def post(store: Store, person: str, text: str) -> None:
    await store.upgrade()
    to = Address("console", "console", "", "", person=person)
    async with store.begin() as session:
        await outbox.put(session, outbox.Post(f"for-{person}", to, Reply(text)), LONG_AGO)


@contextmanager
def _at_most(process: subprocess.Popen[Any]) -> Iterator[None]:
    """A process that says nothing ends, so that who waits for it does not wait for good."""
    timer = threading.Timer(60, process.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def piped(senpai: Senpai, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    with (
        subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=senpai.folder,
            env=senpai.environ,
            encoding="utf-8",
        ) as process,
        _at_most(process),
    ):
        yield process


def test_what_is_due_is_shown_while_nobody_types(senpai: Senpai, store: Store) -> None:
    keep(store, put(store, "console", "you"), put(store, "slack", "U1"))
    with piped(senpai, "--json") as process:
        assert process.stdout
        assert "回答はまだありません" in json.loads(process.stdout.readline())["text"]
        out, err = process.communicate("/role cmo\n")
        assert "CMO" in out
        assert err == ""

    async def left() -> list[str]:
        async with store.begin() as session:
            found = list(await session.scalars(rows_of(LaterRow.platform)))
        await store.close()
        return found

    assert asyncio.run(left()) == ["slack"], "what others have to do is theirs"


def test_what_is_for_somebody_else_waits_for_them(senpai: Senpai, store: Store) -> None:
    keep(store, post(store, "葵", "葵さんへ"), post(store, "you", "こちらへ"))
    with piped(senpai, "--json") as process:
        assert process.stdout
        assert json.loads(process.stdout.readline())["text"] == "こちらへ"
        assert process.communicate("")[0] == ""


def test_at_the_end_of_a_pipe_what_is_due_is_shown_and_no_more(
    senpai: Senpai, store: Store
) -> None:
    keep(store, post(store, "you", "お知らせです"))
    first, second = senpai.json("--json", typed="/settings\n")
    assert first["text"] != second["text"] == "お知らせです"


@pytest.mark.slow
def test_an_interview_in_a_pipe(senpai: Senpai, store: Store) -> None:
    keep(store)
    out, err = senpai(
        typed="/begin interview cmo\n予算を検索へ移し、CPAを3割下げました。\n送信\n/progress\n"
    )
    assert "質問 1/3" in out
    assert "フィードバック" in out
    assert "面接の練習は1回" in out
    assert "これまでの歩みの図" in out
    assert err == ""


def test_who_interrupts_it_at_a_pipe_is_rid_of_it(senpai: Senpai) -> None:
    with piped(senpai, "--json") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("/role cmo\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr
        assert process.stderr.read() == ""


def _is_there(file: int) -> bool:
    """Whether there is something to read, now or in a moment."""
    return bool(select.select([file], [], [], 0.2)[0])


class Screen:
    """A terminal with Senpai at it."""

    def __init__(self, senpai: Senpai) -> None:
        self.ours, theirs = pty.openpty()
        self.before = termios.tcgetattr(theirs)
        self.process = subprocess.Popen(
            COMMAND,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=senpai.folder,
            env={**senpai.environ, "TERM": "xterm"},
            start_new_session=True,
        )
        self.theirs = theirs
        self.seen = b""

    def type(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def until(self, words: str) -> None:
        """Reads on until they stand there."""
        while words not in self.seen.decode(errors="ignore"):
            if _is_there(self.ours):
                self.seen += os.read(self.ours, 65536)
            else:
                assert self.process.poll() is None, f"no {words!r} in:\n{self.seen.decode()}"
        self.seen = self.seen.split(words.encode(), maxsplit=1)[1]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.ours)
        os.close(self.theirs)


@pytest.fixture
def screen(senpai: Senpai, store: Store) -> Iterator[Screen]:
    keep(store, store.upgrade())
    senpai.environ["TMPDIR"] = str(senpai.folder)
    screen = Screen(senpai)
    with _at_most(screen.process):
        screen.until("> ")
        yield screen
    screen.close()


def test_who_interrupts_it_at_a_terminal_gets_the_terminal_back(screen: Screen) -> None:
    screen.type("/role cmo")  # a line that is not finished
    screen.until("/role cmo")
    screen.process.send_signal(signal.SIGINT)
    assert screen.process.wait(timeout=60) == 130
    assert termios.tcgetattr(screen.theirs) == screen.before


def test_what_comes_by_itself_does_not_swallow_what_is_being_typed(
    screen: Screen, store: Store
) -> None:
    screen.type("/role c")
    screen.until("/role c")
    keep(store, post(store, "you", "お知らせです"))
    screen.until("お知らせです\r\n\r\n> /role c")
    screen.type("mo\n")
    screen.until("最高マーケティング責任者")
    screen.until("> ")
    screen.type("\x04")
    screen.until("またいつでもどうぞ。")
    assert screen.process.wait(timeout=60) == 0


def test_a_file_is_written_for_oneself_and_replaces_nothing(screen: Screen, senpai: Senpai) -> None:
    for _ in range(2):
        screen.type("/mydata export\n")
        screen.until("に書き出しました。")
        screen.until("> ")
    files = sorted(senpai.folder.glob("senpai-mydata-*.json"))
    assert len(files) == 2
    for file in files:
        assert "responses" in json.loads(file.read_bytes())
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_picture_can_be_looked_at_until_one_leaves(screen: Screen, senpai: Senpai) -> None:
    screen.type("/picture cmo\n")
    screen.until("図は ")
    screen.until("会話を終えると消えます。")
    (picture,) = senpai.folder.glob("senpai-*/1.png")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert stat.S_IMODE(picture.parent.stat().st_mode) == 0o700
    screen.until("> ")
    screen.type("\x04")
    screen.until("またいつでもどうぞ。")
    assert screen.process.wait(timeout=60) == 0
    assert not picture.exists()
