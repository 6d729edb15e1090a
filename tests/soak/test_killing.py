"""Processes are killed at any moment, and every channel has its question once.

`SENPAI_KILLS` says how many, over both databases; `make soak` asks for a thousand.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.soak.killing import A_KILL, STEPS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork"),
]
KILLS = int(os.environ.get("SENPAI_KILLS", "200")) // 2
CHANNELS = KILLS * A_KILL
PROCESSES = {"sqlite": 1, "postgresql": 4}


@pytest.mark.parametrize("database", PROCESSES)
def test_every_channel_is_asked_once_whoever_is_killed_when(
    request: pytest.FixtureRequest, tmp_path: Path, database: str
) -> None:
    url = f"sqlite:///{tmp_path / 'senpai.sqlite3'}"
    if database == "postgresql":
        url = request.getfixturevalue("postgres_url")
    done = subprocess.run(
        [sys.executable, "-m", "tests.soak.killing", url, str(KILLS), str(PROCESSES[database])],
        capture_output=True,
        check=False,
        cwd=ROOT,
        text=True,
        timeout=KILLS * 6 + 120,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert sum(seen["ends"].values()) == KILLS
    reached = seen["ends"].keys() - {""}
    assert len(reached) > len(STEPS) // 2, reached
    assert len(seen["asked"]) == CHANNELS
    assert seen["states"] == {"done": CHANNELS}
    lost = {f"daily-{id}" for id in seen["asked"]} - seen["shown"].keys()
    doubled = {key: times for key, times in seen["shown"].items() if times > 1}
    assert (lost, doubled) == (set(), {})
    assert seen["next"] == ["11-21"] * CHANNELS
