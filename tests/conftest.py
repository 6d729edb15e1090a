from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from bot.app import App
from bot.config import Settings
from bot.library.library import Library
from tests import postgres as server
from tests.postgres import postgres, postgres_url  # noqa: F401 - fixtures

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"

# That a machine is busy is no fault of a test.
settings.register_profile("senpai", deadline=None)
settings.load_profile("senpai")


def pytest_configure(config: pytest.Config) -> None:
    server.set_up(config)


def pytest_unconfigure(config: pytest.Config) -> None:
    server.tear_down(config)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> App:
    """The bot over its own library, with a cache of its own."""
    return App(Settings(content=(CONTENT,), cache=tmp_path_factory.mktemp("cache"), locale="ja"))


@pytest.fixture(scope="session")
def library(app: App) -> Library:
    return app.shelf.library
