"""A Slack workspace with Senpai in it, for the tests of what only Slack has."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.adapters.slack.app import SlackAdapter
from bot.app import App
from bot.commands import ALL
from bot.delivery import Delivery
from bot.engine import Engine
from bot.port import Coach
from bot.storage.store import Store
from tests.blank import blank, unsafe
from tests.coach import EngineCoach
from tests.drivers.slack import settings
from tests.standins.slack import SlackStandIn
from tests.standins.slack_limits import Fault
from tests.standins.slack_payloads import BOT_USER
from tests.standins.slack_person import SlackPerson

CHANNEL = "C0GENERAL"
ELSEWHERE = "C0ELSEWHERE"
"""A channel in which Senpai is not."""

BOUND = 15.0


@dataclass
class Place:
    slack: SlackStandIn
    adapter: SlackAdapter
    running: asyncio.Task[None]
    stop: asyncio.Event

    def person(self, id: str = "U0AOI", name: str = "葵", **profile: Any) -> SlackPerson:
        """A colleague who is in both channels."""
        self.slack.world.add_user(id, name, **profile)
        for channel in (CHANNEL, ELSEWHERE):
            self.slack.world.channels[channel].members.add(id)
        return SlackPerson(self.slack, id, self.adapter.settled)


@asynccontextmanager
async def place(
    coach: Coach,
    *,
    socket: bool = True,
    refusals: bool = False,
    faults: Mapping[str, Sequence[Fault]] | None = None,
    **more: Any,
) -> AsyncIterator[Place]:
    """Senpai with a coach, connected. refusals: whether the stand-in may refuse a payload.

    faults: what Slack says to its methods at first.
    """
    slack = SlackStandIn()
    for method, first in (faults or {}).items():
        slack.faults[method].extend(first)
    await slack.start()
    slack.world.add_channel(CHANNEL, BOT_USER)
    slack.world.add_channel(ELSEWHERE)
    adapter = SlackAdapter(settings(slack, socket=socket, **more), coach)
    adapter.ping = 0.2
    stop = asyncio.Event()
    running = asyncio.create_task(adapter.run(stop))
    connected = asyncio.create_task(adapter.connected.wait())
    try:
        await asyncio.wait({running, connected}, return_when="FIRST_COMPLETED", timeout=BOUND)
        if running.done():
            running.result()
        slack.app_port = adapter.port
        yield Place(slack, adapter, running, stop)
        assert refusals or slack.world.refusals == []
    finally:
        connected.cancel()
        stop.set()
        await asyncio.wait({running}, timeout=BOUND)
        await slack.stop()
    await running


@asynccontextmanager
async def sharing_place(app: App, folder: Path, *, socket: bool = True) -> AsyncIterator[Place]:
    """Senpai with a database, so that what is shared goes out through the outbox."""
    store = unsafe(Store(f"sqlite+aiosqlite:///{blank(folder / 'senpai.sqlite3')}"))
    senders: dict[str, SlackAdapter] = {}
    delivery = Delivery(store, senders, lambda: datetime.now(UTC))

    async def database(*, create: bool) -> Delivery:  # noqa: ARG001
        return delivery

    engine = Engine(ALL, lambda: app.shelf.library, database)
    try:
        async with place(EngineCoach(engine), socket=socket) as here:
            senders["slack"] = here.adapter
            yield here
    finally:
        await store.close()


def run(test: Coroutine[Any, Any, None]) -> None:
    """Runs a test's conversation; a bound that only a hang reaches."""

    async def bounded() -> None:
        async with asyncio.timeout(60):
            await test

    asyncio.run(bounded())
