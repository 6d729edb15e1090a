"""A start brings only what it uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.process import Senpai

PLATFORMS = {"slack_bolt", "slack_sdk", "discord", "aiohttp", "starlette"}
DATABASE = {"sqlalchemy", "aiosqlite", "sqlite3", "alembic"}
READERS = {"bot.library.read", "yaml", "frontmatter", "markdown_it"}
WATCH = """
import sys
from bot.cli import main
code = main()
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def modules(senpai: Senpai, folder: Path, *arguments: str) -> set[str]:
    """What a run with these arguments imports."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *arguments],
        input=b"/role cmo skills\n/career cmo\nCMO\n",
        capture_output=True,
        cwd=folder,
        env=senpai.environ,
        check=True,
    )
    return set(done.stderr.decode().split())


SLOW = pytest.mark.slow


@pytest.mark.parametrize(
    "arguments", [("chat",), pytest.param(("roles", "show", "cmo"), marks=SLOW)]
)
def test_a_terminal_needs_no_platform_and_no_database(
    senpai: Senpai, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    assert modules(senpai, tmp_path, *arguments) & (PLATFORMS | DATABASE) == set()


def test_an_unchanged_library_is_served_without_a_parser(senpai: Senpai, tmp_path: Path) -> None:
    senpai(typed="")
    assert modules(senpai, tmp_path, "chat") & READERS == set()
