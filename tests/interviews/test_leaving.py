"""Somebody leaves the workspace in the middle of an interview: nothing reaches them any more."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from bot.messages import Address, Person, Reply, Request
from bot.port import Pace, Undeliverable
from bot.storage.tables import LaterRow, OutboxRow
from tests.conftest import SAMPLE
from tests.house import House

AOI = Person("slack", "T1", "UAOI", "葵")


@dataclass
class Platform:
    """gone: whether she left. tries: what Senpai wanted to send since."""

    gone: bool = False
    shown: list[Reply] = field(default_factory=list)
    tries: list[Reply] = field(default_factory=list)
    resend_within: timedelta = timedelta(0)
    pace: Pace | None = None

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        if self.gone:
            self.tries.append(reply)
            raise Undeliverable("error-dm-closed")
        self.shown.append(reply)
        return key

    async def find(self, address: Address, key: str, since: object) -> str:
        return ""

    async def edit(self, address: Address, message: str, reply: Reply) -> None: ...

    async def delete(self, address: Address, message: str) -> None: ...

    async def can_post(self, address: Address) -> None: ...


async def left(folder: Path, *lines: str) -> Platform:
    """She says the lines and leaves; two weeks pass."""
    platform = Platform()
    house = House(SAMPLE, folder)
    house.senders["slack"] = platform
    await house.open()
    for number, line in enumerate(lines):
        request = Request(f"e{number}", AOI, line, "T1", "D1", "dm", message=f"m{number}")
        await house.engine.handle(request)
        house.clock.now += timedelta(seconds=1)
    platform.gone = True
    for _ in range(14 * 4):
        house.clock.now += timedelta(hours=6)
        await house.tick()
    async with house.service.store.begin() as session:
        waiting = OutboxRow.state.in_(("pending", "sending"))
        assert (await session.scalars(select(OutboxRow).where(waiting))).all() == []
        assert (await session.scalars(select(LaterRow))).all() == []
    await house.close()
    return platform


def test_of_a_question_they_are_reminded_once_at_most(tmp_path: Path) -> None:
    platform = asyncio.run(left(tmp_path, "/begin interview cmo"))
    assert len(platform.shown) == 2
    assert len(platform.tries) == 1
    assert "途中のまま" in platform.tries[0].text


def test_what_is_judged_after_that_is_tried_once(tmp_path: Path) -> None:
    said = "担当した店の来店数を2割増やしました。毎週の数字を見て決めました。"
    platform = asyncio.run(left(tmp_path, "/begin interview cmo", said))
    titles = [reply.card.title for reply in platform.tries if reply.card]
    assert len(titles) == 1
    assert "フィードバック" in titles[0]
    assert len(platform.tries) <= 2, "the feedback, and a reminder"
