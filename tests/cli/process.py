"""Senpai as a process of its own, as a shell starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import CACHE

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-W", "error", "-m", "bot")


class Senpai:
    """Runs `senpai ARGUMENTS` in an empty folder, with a database that outlives no test."""

    def __init__(self, folder: Path, command: tuple[str, ...] = COMMAND) -> None:
        self.folder = folder
        self._command = command
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
        done = subprocess.run(
            [*self._command, *map(str, arguments)],
            input=typed.encode() if isinstance(typed, str) else typed,
            capture_output=True,
            cwd=self.folder,
            env=self.environ,
            timeout=60,
            check=False,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == code, f"exit code {done.returncode}\n{out}\n{err}"
        assert "Traceback" not in err, err
        return out, err

    def json(self, *arguments: str | Path, typed: str | bytes = "", code: int = 0) -> list[Any]:
        """Each line of standard output as a value."""
        out, _ = self(*arguments, typed=typed, code=code)
        return [json.loads(line) for line in out.splitlines()]
