"""Runs the lines that were set for later, when their time has come."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.messages import Person, Request
from bot.people import People
from bot.storage import later
from bot.storage.store import Store

log = logging.getLogger("senpai.clockwork")

_AT_ONCE = 4
"""Lines that run side by side: few, so that whoever talks with Senpai doesn't wait for them."""


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

    async def run_due(self) -> int:
        """Runs lines whose time has come; gives how many. Call it until it gives 0."""
        async with self._store.read() as session:  # several times a second, mostly in vain
            if not await later.is_due(session, self._now(), self._platform):
                return 0
        async with self._store.begin() as session:
            found = await later.claim(session, self._now(), platform=self._platform)
        waiting = iter(found)

        async def work() -> None:
            for due in waiting:
                await self._run(due)

        await asyncio.gather(*(work() for _ in range(min(_AT_ONCE, len(found)))))
        return len(found)

    async def _run(self, due: later.Due) -> None:
        person = Person(due.platform, due.tenant, due.person, locale=due.lang)
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
