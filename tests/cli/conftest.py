from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.process import Senpai


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all, so that the library is parsed once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def senpai(tmp_path: Path, cache: Path) -> Senpai:
    started = Senpai(tmp_path)
    started.environ["SENPAI_CACHE"] = str(cache)
    return started
