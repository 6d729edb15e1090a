"""The one clock of the service: an interval job that asks the database what is due."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger("senpai.ticking")

EVERY = 0.2
"""Seconds between ticks."""

_SILENCE = 25 * EVERY

# The library tells of every run of a job.
logging.getLogger("apscheduler").setLevel(logging.ERROR)


async def keep_ticking(
    work: Callable[[], Awaitable[int]], stop: asyncio.Event, every: float = EVERY
) -> None:
    """Does the work at every tick until `stop`, again at once while it gives more than 0.

    The scheduler goes by the wall clock: set back by a day, it would be silent for a day. So it
    is watched by the clock that only goes forward, and made anew when it is silent.
    """
    watch = _Watch(work, stop)
    scheduler = _scheduler(watch.tick, every)
    try:
        while not stop.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), every)
            if watch.silence > _SILENCE * every / EVERY:
                log.warning("no tick for %.0f s; the clock was set back?", watch.silence)
                scheduler.shutdown(wait=False)
                watch.ticked_at = time.monotonic()
                scheduler = _scheduler(watch.tick, every)
    finally:
        scheduler.pause()
        try:
            await watch.idle()
        finally:
            scheduler.shutdown(wait=False)


class _Watch:
    def __init__(self, work: Callable[[], Awaitable[int]], stop: asyncio.Event) -> None:
        self._work = work
        self._stop = stop
        self._working = asyncio.Lock()
        self.ticked_at = time.monotonic()

    @property
    def silence(self) -> float:
        """Seconds since the last tick; none while one is at work."""
        return 0.0 if self._working.locked() else time.monotonic() - self.ticked_at

    async def tick(self) -> None:
        self.ticked_at = time.monotonic()
        if self._working.locked():
            return
        async with self._working:
            try:
                while await self._work() and not self._stop.is_set():
                    pass
            except Exception:
                log.exception("a tick failed")
            self.ticked_at = time.monotonic()

    async def idle(self) -> None:
        async with self._working:
            pass


def _scheduler(tick: Callable[[], Awaitable[None]], every: float) -> AsyncIOScheduler:
    scheduler = AsyncIOScheduler(timezone="UTC")
    # By default a job that is a second late is dropped.
    scheduler.add_job(
        tick, "interval", seconds=every, misfire_grace_time=None, coalesce=True, max_instances=1
    )
    scheduler.start()
    return scheduler
