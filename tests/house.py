"""Senpai with a database and a clock of its own, for conversations that time passes in."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.command import Command
from bot.config import FeedbackSettings, Operator, Settings
from bot.engine import Engine
from bot.library.shelf import Shelf
from bot.locale import LOCALES
from bot.port import Coach, Sender
from bot.service import Service
from tests.blank import blank, keep, unsafe
from tests.conftest import CACHE, CONTENT

START = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
"""A Friday, noon in Japan."""

_OPERATOR = Operator(
    "みなと人材の会",
    "career@example.com",
    report="https://example.com/report?role={slug}&section={section}",
)
_numbers = itertools.count(1)


@cache
def _shelf(content: tuple[Path, ...]) -> Shelf:
    """Of documents that no test changes."""
    return Shelf(content, CACHE, warm=LOCALES)


class Clock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def at(self, moment: str, zone: str = "Asia/Tokyo") -> None:
        """moment: `2026-03-29 09:00`, on the wall of that zone."""
        self.now = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


class House:
    """All of Senpai but the adapters, which join it as `senders`. Lives in one event loop."""

    def __init__(
        self,
        content: Sequence[Path],
        folder: Path,
        *,
        url: str = "",
        feedback: FeedbackSettings | None = None,
    ) -> None:
        """`folder`: for the cache, shared, and the database.

        `url`: of a database that may be there already, in place of a new one. `feedback`: where
        something but Senpai itself judges answers.
        """
        self.clock = Clock()
        self._database = database = folder / f"house-{next(_numbers)}.sqlite3"
        self._own = all(each.is_relative_to(CONTENT) for each in content)
        self._content = tuple(content)
        if not url:
            blank(database, self._content)
        self.feedback = feedback or FeedbackSettings()
        self.url = url or f"sqlite+aiosqlite:///{database}"
        settings = Settings(
            content=self._content,
            cache=CACHE if self._own else folder / "cache",
            locale="ja",
            database=self.url,
            operator=_OPERATOR,
            feedback=self.feedback,
        )
        shelf = _shelf(self._content) if self._own else None
        self.service = Service(settings, self.clock, shelf)
        if not url:
            unsafe(self.service.store)
        self._open = False

    @property
    def coach(self) -> Coach:
        return self.service

    @property
    def engine(self) -> Engine:
        return self.service.engine

    @property
    def commands(self) -> Sequence[Command]:
        return self.engine.commands

    @property
    def senders(self) -> dict[str, Sender]:
        return self.service.senders

    async def open(self) -> None:
        if not self._open:
            await self.service.open()
            self._open = True
            if self._own and self._database.exists():
                keep(self._database, self._content)

    async def tick(self) -> None:
        """Does all that is due by now, and what follows from it."""
        for _ in range(100):
            done = await self.service.clockwork.run_due() + await self.service.delivery.pump()
            await self.service.delivery.settled()
            if not done:
                return
        raise AssertionError("what is due never ends")

    async def close(self) -> None:
        await self.service.close()
