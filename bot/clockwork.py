"""Runs the lines that were set for later, when their time has come."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.messages import Person, Request
from bot.people import People
from bot.storage import later
from bot.storage.store import Store
from bot.storage.trouble import DatabaseTrouble

log = logging.getLogger("senpai.clockwork")

_AT_ONCE = 64
"""Lines that are under way in a process; most of the time they wait for a judgement."""


class Clockwork:
    """`handle` runs a request of kind `later`, and takes the line away as it does.

    platform: runs what was set for one platform alone.
    """

    def __init__(
        self,
        store: Store,
        people: People,
        handle: Callable[[Request], Awaitable[object]],
        now: Callable[[], datetime],
        platform: str = "",
    ) -> None:
        self._store = store
        self._people = people
        self._handle = handle
        self._now = now
        self._platform = platform
        self._under_way: set[asyncio.Task[None]] = set()

    async def run_due(self) -> int:
        """Runs lines whose time has come; gives how many. Call it until it gives 0."""
        begun = await self.begin_due()
        await self.settled()
        return begun

    async def begin_due(
        self, ahead: timedelta = timedelta(0), stop: asyncio.Event | None = None
    ) -> int:
        """The same, but waits for none of them to end, unless as many as may be are under way.

        ahead: what is due so soon is waited for, so that it isn't late by half a tick.
        stop: once it is set, none is begun.
        """
        if len(self._under_way) >= _AT_ONCE:
            while len(self._under_way) > _AT_ONCE // 2:  # so that one claim takes many
                await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
        room, now = _AT_ONCE - len(self._under_way), self._now()
        async with self._store.read() as session:  # several times a second, mostly in vain
            first = await later.first_due(session, now + ahead, self._platform)
        if first is None:
            return 0
        if first > now:
            await asyncio.sleep((first - now).total_seconds() + 0.001)  # rather late than early
        if stop and stop.is_set():
            return 0
        async with self._store.begin() as session:
            found = await later.claim(session, self._now(), limit=room, platform=self._platform)
        for due in found:
            task = asyncio.create_task(self._run(due))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        return len(found)

    async def settled(self) -> None:
        """Waits until none is running."""
        while self._under_way:
            await asyncio.gather(*self._under_way)

    async def abandon(self) -> None:
        """Cuts off those that are running; what they didn't finish is done again later."""
        running = [*self._under_way]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _run(self, due: later.Due) -> None:
        person = Person(due.platform, due.tenant, due.person, locale=due.lang)
        try:
            if due.person:
                person = await self._people.known(person)
            await self._handle(
                Request(
                    due.key,
                    person,
                    due.run,
                    workspace=due.workspace,
                    channel=due.channel,
                    place="channel" if due.channel else "dm",
                    kind="later",
                    due=due.at,
                )
            )
        except DatabaseTrouble:
            log.error("%s is due; the database is in trouble, so it comes later", due.key)
        except Exception:
            log.exception("%s is due, and failed; it is tried again later", due.key)
