from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.process import Senpai
from tests.conftest import CACHE


@pytest.fixture
def senpai(tmp_path: Path) -> Senpai:
    started = Senpai(tmp_path)
    started.environ["SENPAI_CACHE"] = str(CACHE)
    return started
