"""A conversation at a terminal or a pipe, while time passes."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.adapters.console.app import Console

log = logging.getLogger("senpai.console")

_EVERY = 0.5
"""Seconds between looks at what is due."""

_LONGEST_PAUSE = 60.0


class Terminal(Protocol):
    """Where lines come from, and where answers go."""

    def read(self) -> str | None:
        """Waits for a line, in a thread; None where there will be no more."""

    def answer(self, said: str) -> None:
        """Shows what is said to a line."""

    def interrupt(self, said: str) -> None:
        """Shows what comes by itself, while a line is being typed."""


async def talk(
    console: Console,
    terminal: Terminal,
    *,
    greet: bool,
    between: Callable[[], object],
    pass_time: Callable[..., Awaitable[None]],
) -> None:
    """Talks until lines end, and then shows what is due by then, but waits for nothing more.

    between: runs before each line is answered. pass_time: does what is due.
    """
    if greet:
        terminal.answer(await console.greet())
    pause = _EVERY
    line = _next_line(terminal)
    while True:
        await asyncio.wait({line}, timeout=pause)
        if not line.done():
            pause = await _passed(pass_time, pause)
            if said := console.news():
                terminal.interrupt(said)
            continue
        typed = line.result()
        if typed is None:
            break
        between()
        if said := await console.type(typed):
            terminal.answer(said)
        line = _next_line(terminal)
    await pass_time(opening=False)
    if said := console.news():
        terminal.answer(said)


async def _passed(pass_time: Callable[[], Awaitable[None]], pause: float) -> float:
    """Lets time pass; gives the seconds until the next time, more and more after a fault."""
    try:
        await pass_time()
    except Exception:
        log.exception("what is due could not be done")
        return min(2 * pause, _LONGEST_PAUSE)
    return _EVERY


def _next_line(terminal: Terminal) -> asyncio.Future[str | None]:
    """The thread is not waited for when Senpai ends: who is asked for a line may never type."""
    loop = asyncio.get_running_loop()
    found: asyncio.Future[str | None] = loop.create_future()

    def settle(line: str | None, fault: BaseException | None) -> None:
        if found.done():
            return
        if fault:
            found.set_exception(fault)
        else:
            found.set_result(line)

    def read() -> None:
        line, fault = None, None
        try:
            line = terminal.read()
        except Exception as error:  # noqa: BLE001 - raised again where it is waited for
            fault = error
        with contextlib.suppress(RuntimeError):  # the conversation has ended meanwhile
            loop.call_soon_threadsafe(settle, line, fault)

    threading.Thread(target=read, daemon=True).start()
    return found
