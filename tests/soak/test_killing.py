"""Processes are killed at any moment, and every channel has its question once.

`SENPAI_KILLS` says how many, over both databases; `make soak` asks for a thousand.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.soak import answering
from tests.soak.killing import A_KILL, BY_CHANCE, STEPS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork"),
]
KILLS = int(os.environ.get("SENPAI_KILLS", "200")) // 2
CHANNELS = KILLS * A_KILL
PROCESSES = {"sqlite": 1, "postgresql": 4}


def killed(module: str, url: str, kills: int, *more: object) -> dict[str, Any]:
    """What a module tells of its processes, of which as many were killed."""
    done = subprocess.run(
        [sys.executable, "-m", module, url, str(kills), *map(str, more)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        text=True,
        timeout=kills * 6 + 120,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    assert sum(seen["ends"].values()) == kills
    return seen


@pytest.fixture
def url(request: pytest.FixtureRequest, tmp_path: Path, database: str) -> str:
    if database == "postgresql":
        found: str = request.getfixturevalue("postgres_url")
        return found
    return f"sqlite:///{tmp_path / 'senpai.sqlite3'}"


@pytest.mark.parametrize("database", PROCESSES)
def test_every_channel_is_asked_once_whoever_is_killed_when(url: str, database: str) -> None:
    seen = killed("tests.soak.killing", url, KILLS, PROCESSES[database])
    assert seen["ends"].keys() >= STEPS.keys() - BY_CHANCE
    assert len(seen["asked"]) == CHANNELS
    assert seen["states"] == {"done": CHANNELS}
    lost = {f"daily-{id}" for id in seen["asked"]} - seen["shown"].keys()
    doubled = {key: times for key, times in seen["shown"].items() if times > 1}
    assert (lost, doubled) == (set(), {})
    assert seen["next"] == ["11-21"] * CHANNELS


@pytest.mark.parametrize("database", PROCESSES)
def test_every_answer_is_kept_once_whoever_is_killed_when(url: str, tmp_path: Path) -> None:
    kills = KILLS // 4
    seen = killed("tests.soak.answering", url, kills, tmp_path / "heard")
    assert seen["ends"].keys() >= answering.STEPS.keys()
    assert seen["heard"] == kills * answering.A_KILL + seen["changed"]
    assert (seen["lost"], seen["doubled"], seen["versions"]) == ([], 0, seen["changed"])
