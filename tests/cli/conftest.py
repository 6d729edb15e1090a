from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.process import Forked, Senpai, Start, Started


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    if not hasattr(os, "fork"):
        yield Started()
        return
    forked = Forked(tmp_path_factory.mktemp("streams"))
    yield forked
    forked.close()


@pytest.fixture
def senpai(tmp_path: Path, start: Start) -> Senpai:
    return Senpai(tmp_path, start)


@pytest.fixture
def fresh(senpai: Senpai) -> Senpai:
    """Started by Python anew each time, for what a fork would not show."""
    senpai.start = Started()
    return senpai
