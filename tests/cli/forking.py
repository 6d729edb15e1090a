"""`python -m tests.cli.forking`: starts Senpai over and over, from one process that has loaded it.

Most of what a command takes is to load Python's modules, a second each time; a fork of a process
that has loaded them begins at once, and is a process of its own in all else: its arguments,
environment, folder and streams, and how it ends.

One JSON object a line: `arguments`, `environ`, `cwd`, and `streams`, the files that are its
standard input, output and error. The answer is a line with its exit code, as `subprocess` has it.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, NoReturn

from bot import service  # noqa: F401 - what some subcommands load when they need it
from bot.cli import chat, db, disputes, doctor, feedback, main, roles, trying  # noqa: F401
from bot.library import cues, read  # noqa: F401
from bot.locale import LOCALES, texts

_LONGEST = 60
"""Seconds until a command is taken for one that never ends."""


def serve() -> dict[str, Any] | None:
    """Forks for each line; gives, in the fork, what is to be run there."""
    for line in sys.stdin:
        process = os.fork()
        if not process:
            given: dict[str, Any] = json.loads(line)
            return given
        _, status = os.waitpid(process, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201
    return None


def become(arguments: list[str], environ: dict[str, str], cwd: str, streams: list[str]) -> None:
    """Makes of this process the one that was asked for."""
    signal.alarm(_LONGEST)
    for number, path in enumerate(streams):
        file = os.open(path, os.O_RDWR)
        os.dup2(file, number)
        os.close(file)
    # As where the system speaks no UTF-8, which Senpai must not rely on.
    sys.stdin = open(0, encoding="ascii", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="ascii", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="ascii", errors="backslashreplace", closefd=False)  # noqa: SIM115
    os.environ.clear()
    os.environ.update(environ)
    time.tzset()
    os.chdir(cwd)
    sys.argv[1:] = arguments


def end(run: Callable[[], int]) -> NoReturn:
    """Runs it and ends, without taking all down that was loaded, which would take longest.

    Threads are waited for, and what was to be done at the end is done.
    """
    try:
        code = run()
    except SystemExit as told:  # what is said with --help, and of arguments that are none
        code = int(told.code or 0)
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    for locale in LOCALES:
        texts(locale)
    gc.freeze()  # else a collection in a fork would copy all of it
    wanted = serve()
    if wanted:
        become(**wanted)
        end(main)
