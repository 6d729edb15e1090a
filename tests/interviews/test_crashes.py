"""Whenever the process dies in an interview, nothing is lost and nothing is said twice."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import storage
from bot.coaching.interview import Life
from bot.messages import Address, Person, Reply, Request
from bot.port import Pace
from bot.storage.store import Store
from tests.conftest import SAMPLE
from tests.house import House

AOI = Person("slack", "T1", "UAOI", "葵")
ANSWERS = [
    f"{n}年目に、担当した店の来店数を{n}割増やしました。毎週の数字を見て決めました。"
    for n in range(1, 6)
]
LINES = ["/begin interview cmo count=5", *(line for a in ANSWERS for line in (a, "以上です", "次"))]


MOMENTS = 120
"""At which a process may die in such an interview: before and after every commit and sending."""

ALL = "SENPAI_KILLS" in os.environ
"""Whether it dies at each of them once, as in `make soak`, or at some."""

_BOUND = 120.0
"""Seconds of an interview that only a lock that nobody releases takes."""


class Crash(BaseException):
    """The process ends here; nothing behind it runs."""


@dataclass
class Fuse:
    """Counts the moments at which a process may die, and dies at one of them."""

    at: int = -1
    passed: int = 0

    def moment(self) -> None:
        self.passed += 1
        if self.passed - 1 == self.at:
            raise Crash


@dataclass
class Platform:
    """What the person sees, whatever becomes of the process; Senpai may look it up."""

    fuse: Fuse
    resend_within: timedelta = timedelta(0)
    pace: Pace | None = None
    shown: list[tuple[str, str]] = field(default_factory=list)

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        self.fuse.moment()
        assert address.person == AOI.id
        self.shown.append((key, f"{reply.text} {reply.card.title if reply.card else ''}"))
        self.fuse.moment()
        return key

    async def find(self, address: Address, key: str, since: datetime) -> str:
        return key if key in dict(self.shown) else ""

    async def edit(self, address: Address, message: str, reply: Reply) -> None: ...

    async def delete(self, address: Address, message: str) -> None: ...

    async def can_post(self, address: Address) -> None: ...


@pytest.fixture
def dying(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fuse]:
    """Every transaction may be cut off before it is committed, or right after it."""
    fuse = Fuse()
    begin = Store.begin

    @asynccontextmanager
    async def cut(self: Store) -> AsyncIterator[Any]:
        async with begin(self) as session:
            yield session
            fuse.moment()
        fuse.moment()

    monkeypatch.setattr(Store, "begin", cut)
    logging.disable(logging.CRITICAL)
    yield fuse
    logging.disable(logging.NOTSET)


async def interview(folder: Path, url: str, fuse: Fuse) -> tuple[Platform, list[str], Life | None]:
    """What was seen, the answers that were kept, and how the interview stands at the end."""
    platform = Platform(fuse)
    house = await _house(folder, url, platform)
    for number, line in enumerate(LINES):
        for attempt in range(2):
            request = Request(f"e{number}", AOI, line, "T1", "D1", "dm", message=f"m{number}")
            try:
                await house.engine.handle(request)
                await house.tick()
                break
            except Crash:
                assert attempt == 0
                now = house.clock.now
                await house.close()
                # The next process; leases have run out, and Slack sends again what it got no
                # answer to.
                house = await _house(folder, url, platform)
                house.clock.now = now + timedelta(minutes=2)
                await house.tick()
        house.clock.now += timedelta(seconds=1)
    house.clock.now += timedelta(minutes=3)
    await house.tick()
    async with house.service.store.begin() as session:
        kept = await storage.responses.listed(session, AOI)
        live = await storage.interviews.live(session, AOI)
        (id,) = {each.interview for each in kept}
        held = await storage.interviews.get(session, AOI, id)
    assert live is None
    await house.close()
    return platform, sorted(each.text for each in kept), held.interview.life if held else None


async def _house(folder: Path, url: str, platform: Platform) -> House:
    house = House(SAMPLE, folder, url=url)
    house.senders["slack"] = platform
    at, platform.fuse.at = platform.fuse.at, -1
    await house.open()
    platform.fuse.at = at
    return house


def check(platform: Platform, kept: list[str], life: Life | None) -> None:
    assert kept == sorted(ANSWERS)
    assert life is Life.ENDED
    keys = [key for key, _ in platform.shown]
    assert len(keys) == len(set(keys)), "something was said twice"
    assert sum("まとめ" in text for _, text in platform.shown) == 1


@pytest.mark.slow
def test_an_interview_undisturbed(tmp_path: Path, dying: Fuse) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'senpai.sqlite3'}"
    check(*asyncio.run(interview(tmp_path, url, dying)))
    assert dying.passed >= MOMENTS


@pytest.mark.slow
@pytest.mark.parametrize("at", range(0, MOMENTS, 1 if ALL else 9))
def test_a_process_that_dies_loses_nothing(at: int, tmp_path: Path, dying: Fuse) -> None:
    dying.at = at
    url = f"sqlite+aiosqlite:///{tmp_path / 'senpai.sqlite3'}"
    check(*asyncio.run(interview(tmp_path, url, dying)))


@pytest.mark.slow
@pytest.mark.parametrize("at", [-1, *range(7, MOMENTS, 1 if ALL else 24)])
def test_nor_on_postgresql(at: int, tmp_path: Path, postgres_url: str, dying: Fuse) -> None:
    """What SQLite serialises, PostgreSQL locks row by row. at: -1 for never."""
    dying.at = at

    async def bounded() -> None:
        async with asyncio.timeout(_BOUND):
            check(*await interview(tmp_path, postgres_url, dying))

    asyncio.run(bounded())
    assert at >= 0 or dying.passed >= MOMENTS
