"""Senpai as a service: every platform that is configured, over one library and one database."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from functools import partial, wraps
from typing import Protocol, TypeVar

from bot import storage
from bot.carrying import Carrying
from bot.clockwork import Clockwork
from bot.command import Command
from bot.commands import ALL
from bot.config import Settings
from bot.daily.schedule import Schedule, upcoming
from bot.daily.zones import read_zone
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.shelf import Shelf
from bot.locale import LOCALES
from bot.messages import Person, Profile, Reply, Request
from bot.outside.scorers import scorers_of
from bot.people import People
from bot.port import Coach, Misconfigured, Sender
from bot.storage import events, outbox, trouble
from bot.storage.address import shown
from bot.storage.store import Store
from bot.storage.trouble import DatabaseTrouble
from bot.ticking import EVERY, keep_ticking

T = TypeVar("T")

log = logging.getLogger("senpai.service")

_DRAIN = 10.0
"""Seconds that what is under way has to end, once the service is asked to stop."""

_PUMP = 0.15
_RETRY = 1.0
"""Seconds until what met a database in trouble is tried again."""

_RELOAD = 3.0
_TIDY = 3600.0
_KEPT = timedelta(days=7)
"""For how long events are known and sent posts keep their text."""

_DROPPED = timedelta(days=60)
"""For how long it is known of a post that it was sent."""


class Adapter(Sender, Protocol):
    async def run(self, stop: asyncio.Event) -> None: ...


class Service(Coach):
    """What adapters talk to, and the work that goes on beside them."""

    def __init__(
        self,
        settings: Settings,
        now: Callable[[], datetime] | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        """Loads the documents and opens the database; connects nothing yet.

        `shelf`: of those documents, where they are loaded already.
        """
        self._settings = settings
        self._now = now = now or partial(datetime.now, UTC)
        self._shelf = shelf or Shelf(settings.content, settings.cache, warm=LOCALES)
        self.store = Store(settings.database)
        self._trouble = trouble.Log(shown(self.store.url))
        self.carrying = Carrying(self.store, self._shelf)
        self.senders: dict[str, Sender] = {}
        self.delivery = Delivery(self.store, self.senders, now)
        self.people = People(self.store, now)
        self.engine = Engine(
            ALL,
            lambda: self.carrying.library,
            self._database,
            now=now,
            operator=settings.operator,
            scorers=scorers_of(settings.feedback),
            changed=self.people.forget,
        )
        self.clockwork = Clockwork(self.store, self.people, self.engine.handle, now)

    @property
    def commands(self) -> Sequence[Command]:
        return self.engine.commands

    async def handle(self, request: Request) -> list[Reply]:
        return await self.engine.handle(request)

    def suggest(self, typed: str, locale: str) -> list[tuple[str, str]]:
        return self.engine.suggest(typed, locale)

    async def recall(self, platform: str, tenant: str, id: str) -> Profile | None:
        return await self.people.recall(platform, tenant, id)

    async def remember(self, platform: str, tenant: str, id: str, profile: Profile) -> None:
        await self.people.remember(platform, tenant, id, profile)

    async def wished(self, person: Person) -> Person:
        return await self.people.wished(person)

    async def live(self, platform: str, tenant: str) -> list[tuple[str, datetime]]:
        async with self.store.begin() as session:
            return await storage.conversations.live(session, platform, tenant, self._now())

    async def left(self, platform: str, workspace: str) -> None:
        async with self.store.begin() as session:
            await storage.purge.leave(session, platform, workspace, self._now())

    async def open(self) -> None:
        """Brings the database to the newest form, and the library under the ids it knows.

        Raises DatabaseTrouble, and TooNew for a database of a newer Senpai.
        """
        await self.store.upgrade()
        await self.carrying.refresh()
        await asyncio.to_thread(_warm, self._now())

    async def close(self) -> None:
        await self.delivery.first_answers.settled()
        await self.delivery.settled()
        await self.store.close()

    async def run(self, stop: asyncio.Event) -> bool:
        """Serves until `stop` is set; False where no platform could be served at all.

        A database that is out of reach is waited for. A platform that is refused (a wrong token)
        is given up with a line in the log; the others go on. Raises TooNew.
        """
        await self._patient(self.open, stop)()
        if stop.is_set():
            await self.close()
            return True
        # A full collection would walk over all that was loaded, and hold everybody up meanwhile.
        gc.collect()
        gc.freeze()
        adapters = dict(_configured(self._settings, self))
        self.senders.update(adapters)
        serving = [
            asyncio.create_task(_serve(name, adapter, stop)) for name, adapter in adapters.items()
        ]
        pump = self._patient(self.delivery.pump, stop)
        beside = [
            asyncio.create_task(self._keep_time(stop)),
            asyncio.create_task(_every(_PUMP, pump, stop, self.delivery.wake)),
            asyncio.create_task(_every(_RELOAD, self._patient(self.reload, stop), stop)),
            asyncio.create_task(_every(_TIDY, self._patient(self.tidy, stop), stop)),
        ]
        try:
            served = await asyncio.gather(*serving)
        finally:
            stop.set()
            self.delivery.wake.set()
            await asyncio.wait(beside, timeout=_DRAIN)
            for task in (*serving, *beside):
                task.cancel()
            await asyncio.gather(*serving, *beside, return_exceptions=True)
            await self.close()
        return any(served)

    def _patient(
        self, work: Callable[[], Awaitable[T]], stop: asyncio.Event
    ) -> Callable[[], Awaitable[T | None]]:
        """The same work, done as soon as the database is well; None where `stop` is before."""

        @wraps(work)
        async def patient() -> T | None:
            while not stop.is_set():
                try:
                    done = await work()
                except DatabaseTrouble as met:
                    self._trouble.met(work.__name__, met)
                    await _pause(stop, _RETRY)
                else:
                    self._trouble.well(work.__name__)
                    return done
            return None

        return patient

    async def _keep_time(self, stop: asyncio.Event) -> None:
        ahead = timedelta(seconds=EVERY)

        async def tick() -> int:
            return await self.clockwork.begin_due(ahead, stop)

        patient = self._patient(tick, stop)

        async def ticks() -> int:
            return await patient() or 0

        try:
            await keep_ticking(ticks, stop)
            await self.clockwork.settled()
        finally:
            await self.clockwork.abandon()

    async def _database(self, *, create: bool) -> Delivery:
        return self.delivery

    async def reload(self) -> None:
        """Serves what has changed of the documents."""
        await asyncio.to_thread(self._shelf.refresh)
        await self.carrying.refresh()

    async def tidy(self) -> None:
        """Forgets what is not needed any more, or may not be kept any longer."""
        now = self._now()
        async with self.store.begin() as session:
            await events.forget_before(session, now - _KEPT)
            await outbox.forget_before(session, now - _KEPT)
            await outbox.drop_before(session, now - _DROPPED)
            await storage.purge.expire(session, now, self._settings.operator.keep_days)
        await self.store.wipe()


def _configured(settings: Settings, coach: Coach) -> Iterator[tuple[str, Adapter]]:
    """The adapters that have settings; only these are imported."""
    if settings.slack:
        from bot.adapters.slack.app import SlackAdapter  # noqa: PLC0415

        yield "slack", SlackAdapter(settings.slack, coach)
    if settings.discord:
        from bot.adapters.discord.app import DiscordAdapter  # noqa: PLC0415

        yield "discord", DiscordAdapter(settings.discord, coach)


async def _serve(name: str, adapter: Adapter, stop: asyncio.Event) -> bool:
    """Runs an adapter, anew when it breaks; False where the platform refuses it."""
    pause = 1.0
    while not stop.is_set():
        try:
            await adapter.run(stop)
        except Misconfigured as refused:
            log.error("%s: %s; `senpai doctor` says more", name, refused)
            return False
        except Exception:
            log.exception("%s broke; connecting again in %.0f s", name, pause)
        await _pause(stop, pause)
        pause = min(pause * 2, 60.0)
    return True


async def _every(
    seconds: float,
    work: Callable[[], Awaitable[object]],
    stop: asyncio.Event,
    wake: asyncio.Event | None = None,
) -> None:
    """Does the work now and then, and at `wake`; a fault in it is logged and does not end it."""
    wake = wake or stop
    while not stop.is_set():
        try:
            await work()
        except Exception:
            log.exception("%s failed", getattr(work, "__name__", work))
        await _pause(wake, seconds)
        if wake is not stop:
            wake.clear()


async def _pause(wake: asyncio.Event, seconds: float) -> None:
    """Waits, until `wake` at the latest."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(wake.wait(), seconds)


def _warm(now: datetime) -> None:
    """Loads what is otherwise loaded when somebody first sets up a daily question."""
    every_day = Schedule(time(9), "Asia/Tokyo", frozenset(range(7)))
    upcoming(every_day, now.date(), 1)
    read_zone("-")


def stop_on_signals(stop: asyncio.Event) -> None:
    """Sets `stop` on SIGINT and SIGTERM, where the platform has them."""
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(name, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(name, lambda *_: loop.call_soon_threadsafe(stop.set))
