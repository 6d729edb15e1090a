"""`senpai chat`: the terminal."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.adapters.console.app import Console
from bot.adapters.console.posts import Posts
from bot.adapters.console.talk import Terminal, talk
from bot.app import PLATFORM, App
from bot.cli.settings import settings_of
from bot.config import BadSetting
from bot.locale import Texts
from bot.messages import File, Image, Person

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory
    from types import ModuleType

_MOST_FILES = 100
_NAME = re.compile(r"[\w.-]{1,40}")


def run(options: argparse.Namespace, say: Texts) -> int:
    app = App(settings_of(options))
    person = Person(
        PLATFORM, PLATFORM, options.name, options.name, say.locale, is_admin=options.admin
    )
    interactive = sys.stdin.isatty() and sys.stdout.isatty() and not options.json
    app.senders[PLATFORM] = posts = Posts(person.id)
    console = Console(
        app.engine.handle,
        person,
        say,
        json=options.json,
        colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ and not options.json,
        posts=posts,
        wished=app.wished,
    )
    pictures = _Pictures(say)
    if interactive:
        console.save, console.hang = _Files(say).save, pictures.hang
    if options.channel:
        console.sit_in(_channel(options.channel))
    greet = not options.json
    terminal = _Typed(say("console-prompt")) if interactive else _Piped("\n\n" if greet else "\n")

    async def conversation() -> None:
        try:
            between, pass_time = app.shelf.refresh, app.pass_time
            await talk(console, terminal, greet=greet, between=between, pass_time=pass_time)
        finally:
            pictures.close()
            await app.close()

    with _as_it_was():
        asyncio.run(conversation())
    if interactive:
        print(say("console-bye"))
    return 0


def _channel(name: str) -> str:
    """A name as it may be kept. Raises BadSetting."""
    found = name.strip().removeprefix("#")
    if not _NAME.fullmatch(found):
        raise BadSetting("--channel", name)
    return found


class _Piped(Terminal):
    """Standard input, by a reader of its own: the interpreter's can't be shut while it is read."""

    def __init__(self, end: str) -> None:
        """`end` stands behind each answer."""
        self._end = end
        given = sys.stdin.fileno()
        self._lines = open(given, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115

    def read(self) -> str | None:
        return self._lines.readline() or None

    def answer(self, said: str) -> None:
        print(said, end=self._end, flush=True)

    interrupt = answer


class _Typed(Terminal):
    """Somebody at a terminal, with a history where there is one."""

    def __init__(self, prompt: str) -> None:
        self._prompt = prompt
        self._readline: ModuleType | None = None
        with contextlib.suppress(ImportError):
            import readline  # noqa: PLC0415

            self._readline = readline

    def read(self) -> str | None:
        try:
            return input(self._prompt)
        except EOFError:
            print()
            return None

    def answer(self, said: str) -> None:
        print(said, end="\n\n", flush=True)

    def interrupt(self, said: str) -> None:
        """Above the line that is being typed."""
        typed = self._readline.get_line_buffer() if self._readline else ""
        print(f"\r\x1b[K{said}\n\n{self._prompt}{typed}", end="", flush=True)


@contextlib.contextmanager
def _as_it_was() -> Iterator[None]:
    """Leaves the terminal as it was: who interrupts Senpai cuts off the reading of a line."""
    if not sys.stdin.isatty():
        yield
        return
    try:
        import termios  # noqa: PLC0415
    except ImportError:  # Windows
        yield
        return
    before = termios.tcgetattr(sys.stdin)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)


class _Files:
    """Files go into the folder where Senpai was started, and replace nothing there."""

    def __init__(self, say: Texts) -> None:
        self._say = say

    def save(self, file: File) -> str:
        name = Path(file.name)
        for number in range(1, _MOST_FILES):
            path = Path(name.name if number == 1 else f"{name.stem}-{number}{name.suffix}")
            try:
                # Only for who runs Senpai: it may hold what they wrote.
                opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            except OSError:
                break
            with os.fdopen(opened, "wb") as out:
                out.write(file.data)
            return self._say("console-file-saved", path=str(path))
        return self._say("console-file-not-saved", name=name.name)


class _Pictures:
    """Pictures are for a look: they are gone when the conversation is over."""

    def __init__(self, say: Texts) -> None:
        self._say = say
        self._folder: TemporaryDirectory[str] | None = None
        self._numbers = itertools.count(1)

    def hang(self, image: Image) -> str:
        import tempfile  # noqa: PLC0415 - few look at pictures

        try:
            # Nobody else can look into it.
            self._folder = self._folder or tempfile.TemporaryDirectory(prefix="senpai-")
            path = Path(self._folder.name) / f"{next(self._numbers)}.png"
            path.write_bytes(image.data)
        except OSError:
            return ""
        return self._say("console-picture", path=str(path))

    def close(self) -> None:
        if self._folder:
            self._folder.cleanup()
