"""Whoever changes a channel and the channel's own line take turns."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot import storage
from bot.clockwork import Clockwork
from bot.commands import ALL
from bot.daily.schedule import Schedule
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.library import Library
from bot.messages import Person, Request
from bot.people import People
from bot.storage.channels import Channel
from bot.storage.store import Store
from tests.logs import messages

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ADMIN = Person("slack", "T1", "U1", locale="ja", is_admin=True)


def test_an_administrator_and_the_clock_never_block_each_other(
    store: Store,
    runner: asyncio.Runner,
    library: Library,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """At the very moment at which the question comes, its schedule is changed."""
    now = NOON - timedelta(hours=1)
    get = storage.channels.get

    async def slowly(session: AsyncSession, *place: str) -> Channel | None:
        channel = await get(session, *place)
        await asyncio.sleep(0.05)  # so that they meet for certain
        return channel

    monkeypatch.setattr(storage.channels, "get", slowly)

    async def scenario() -> None:
        nonlocal now
        delivery = Delivery(store, {}, lambda: now)

        async def database(*, create: bool) -> Delivery:  # noqa: ARG001 - it is there
            return delivery

        engines = [Engine(ALL, lambda: library, database, now=lambda: now) for _ in range(2)]
        clock = Clockwork(store, People(store, lambda: now), engines[1].handle, lambda: now)
        schedule = Schedule(NOON.time(), "UTC", frozenset(range(7)), "")
        day = NOON.date() - timedelta(days=1)
        place = ("slack", "T1", "T1", "C1")
        channel = Channel(*place, schedule, "ja", now, 1, state="active", last=day)
        async with store.begin() as session:
            await storage.channels.save(session, channel)
            await storage.channels.plan(session, channel, now)

        async def change(number: int) -> None:
            line = ("/daily resume", "/daily pause")[number % 2]
            request = Request(f"e{now}-{number}", ADMIN, line, "T1", "C1", "channel")
            (reply,) = await engines[0].handle(request)
            assert not reply.unsaved, reply.text

        for _ in range(5):
            now += timedelta(days=1)
            changes = (change(number) for number in range(3))
            await asyncio.gather(clock.run_due(), *changes, clock.run_due())

    with caplog.at_level(logging.WARNING):
        runner.run(scenario())
    assert messages(caplog) == []
