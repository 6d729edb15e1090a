"""Senpai as a process of its own, as a shell starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from tests.conftest import CACHE

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-W", "error", "-m", "bot")


class Start(Protocol):
    def __call__(
        self, arguments: list[str], typed: bytes, cwd: Path, environ: Mapping[str, str]
    ) -> tuple[int, bytes, bytes]:
        """The exit code, and what stands on standard output and error."""


class Started:
    """A new process of Python."""

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        self._command = command

    def __call__(
        self, arguments: list[str], typed: bytes, cwd: Path, environ: Mapping[str, str]
    ) -> tuple[int, bytes, bytes]:
        done = subprocess.run(
            [*self._command, *arguments],
            input=typed,
            capture_output=True,
            cwd=cwd,
            env=environ,
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr


class Forked:
    """A fork of a process that has loaded Senpai already: see tests/cli/forking.py.

    `folder`: for the streams.
    """

    def __init__(self, folder: Path) -> None:
        self._streams = [folder / name for name in ("in", "out", "err")]
        self._process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "tests.cli.forking"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        )

    def __call__(
        self, arguments: list[str], typed: bytes, cwd: Path, environ: Mapping[str, str]
    ) -> tuple[int, bytes, bytes]:
        for path, data in zip(self._streams, (typed, b"", b""), strict=True):
            path.write_bytes(data)
        streams = list(map(str, self._streams))
        wanted = {"arguments": arguments, "environ": dict(environ), "cwd": str(cwd)}
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({**wanted, "streams": streams}) + "\n")
        self._process.stdin.flush()
        code = int(self._process.stdout.readline())
        return code, self._streams[1].read_bytes(), self._streams[2].read_bytes()

    def close(self) -> None:
        self._process.communicate()


class Senpai:
    """Runs `senpai ARGUMENTS` in an empty folder, with a database that outlives no test."""

    def __init__(self, folder: Path, start: Start) -> None:
        self.folder = folder
        self.start = start
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("SENPAI_")}
        self.environ = {
            **inherited,
            "PYTHONPATH": str(ROOT),
            "SENPAI_CACHE": str(CACHE),
            "XDG_DATA_HOME": str(folder / "data"),
        }

    def __call__(
        self, *arguments: str | Path, typed: str | bytes = "", code: int = 0
    ) -> tuple[str, str]:
        """What stands on standard output and error; the exit code must be `code`."""
        data = typed.encode() if isinstance(typed, str) else typed
        ended, *said = self.start(list(map(str, arguments)), data, self.folder, self.environ)
        out, err = (each.decode() for each in said)
        assert ended == code, f"exit code {ended}\n{out}\n{err}"
        assert "Traceback" not in err, err
        return out, err

    def json(self, *arguments: str | Path, typed: str | bytes = "", code: int = 0) -> list[Any]:
        """Each line of standard output as a value."""
        out, _ = self(*arguments, typed=typed, code=code)
        return [json.loads(line) for line in out.splitlines()]
