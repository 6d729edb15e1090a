from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings

from bot.app import App
from bot.commands import progress
from bot.config import Settings
from bot.library.library import Library
from bot.pictures.values import Progress
from tests import postgres as server
from tests.postgres import postgres, postgres_url  # noqa: F401 - fixtures

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"

# Where the library is kept in parsed form from one run to the next: to parse it takes seconds,
# in each of the processes that a run has. What has changed is parsed anew.
CACHE = ROOT / ".cache" / "library"

_A_DAY = 24 * 60 * 60

# Of the library's documents a few of every kind: short and long names, executives and beginners,
# in both languages and in one.
SAMPLE = tuple(
    CONTENT / f"{name}.md"
    for slug in ("cmo", "marketing_manager", "digital_marketer", "data_analyst", "general_affairs")
    for name in (slug, f"{slug}.en")
    if (CONTENT / f"{name}.md").exists()
)

# Where nothing compiled is to be kept, each of a run's hundreds of processes would compile anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# That a machine is busy is no fault of a test.
settings.register_profile("senpai", deadline=None)
settings.load_profile("senpai")


def pytest_configure(config: pytest.Config) -> None:
    server.set_up(config)
    for file in CACHE.glob("*.msgpack"):  # of folders that only one test had
        with contextlib.suppress(FileNotFoundError):  # another process was first
            if file.stat().st_mtime < time.time() - _A_DAY:
                file.unlink()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: while a test waits, another may run."""
    mine = getattr(os, "sched_getaffinity", None)  # not on every system
    return (len(mine(0)) if mine else os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits for a database server or for processes is left out of the quick tests, and so is
    what tries hundreds of things at random. What takes longest begins first, so that at the end
    nobody is left alone with it."""
    items.sort(key=lambda item: item.path.parent.name != "soak")
    for item in items:
        call = getattr(item, "callspec", None)
        names = getattr(item, "fixturenames", ())
        on_server = call and "postgresql" in map(str, call.params.values())
        in_cli = item.path.parent == ROOT / "tests" / "cli"
        if on_server or in_cli or "postgres_url" in names or _tries_at_random(item):
            item.add_marker(pytest.mark.slow)


def _tries_at_random(item: pytest.Item) -> bool:
    return bool(getattr(getattr(item, "obj", None), "is_hypothesis_test", False))


def pytest_unconfigure(config: pytest.Config) -> None:
    server.tear_down(config)


@pytest.fixture(scope="session")
def app() -> App:
    """The bot over its own library."""
    return App(Settings(content=(CONTENT,), cache=CACHE, locale="ja"))


@pytest.fixture(scope="session")
def small_app() -> App:
    """The bot over a few documents, for what is asked of every document in every section."""
    return App(Settings(content=SAMPLE, cache=CACHE, locale="ja"))


@pytest.fixture(
    params=["few", pytest.param("all", marks=pytest.mark.slow)], ids=["few", "all"], scope="session"
)
def any_app(request: pytest.FixtureRequest) -> App:
    """The bot over a few documents, and, slowly, over all."""
    name = {"few": "small_app", "all": "app"}[request.param]
    found: App = request.getfixturevalue(name)
    return found


@pytest.fixture(scope="session")
def library(app: App) -> Library:
    return app.shelf.library


@pytest.fixture
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What shows the same is drawn once: to draw takes longer than all else that a command does."""
    drawn: dict[str, str] = {}
    draw = progress._draw

    def once(shown: Progress) -> str:
        return drawn.get(repr(shown)) or drawn.setdefault(repr(shown), draw(shown))

    monkeypatch.setattr(progress, "_draw", once)
