"""Senpai as a service: every platform that is configured, over one library and one database."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.command import Command
from bot.commands import ALL
from bot.config import Settings
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.shelf import Shelf
from bot.locale import LOCALES
from bot.messages import Reply, Request
from bot.people import People
from bot.port import Coach, Misconfigured, Profile, Sender
from bot.storage import events, outbox
from bot.storage.store import Store

log = logging.getLogger("senpai.service")

_DRAIN = 10.0
"""Seconds that what is under way has to end, once the service is asked to stop."""

_SWEEP = 5.0
_RELOAD = 3.0
_TIDY = 3600.0
_KEPT = timedelta(days=7)
"""For how long events are known and sent posts keep their text."""


class Adapter(Sender, Protocol):
    async def run(self, stop: asyncio.Event) -> None: ...


class Service(Coach):
    """What adapters talk to, and the work that goes on beside them."""

    def __init__(self, settings: Settings) -> None:
        """Loads the documents and opens the database; connects nothing yet."""
        self._settings = settings
        self._shelf = Shelf(settings.content, settings.cache, warm=LOCALES)
        self._store = Store(settings.database)
        self._senders: dict[str, Sender] = {}
        self._delivery = Delivery(self._store, self._senders, _now)
        self._people = People(self._store, _now)
        self._engine = Engine(ALL, lambda: self._shelf.library, self._delivery)

    @property
    def commands(self) -> Sequence[Command]:
        return self._engine.commands

    async def handle(self, request: Request) -> list[Reply]:
        return await self._engine.handle(request)

    def suggest(self, typed: str, locale: str) -> list[tuple[str, str]]:
        return self._engine.suggest(typed, locale)

    async def recall(self, platform: str, tenant: str, id: str) -> Profile | None:
        return await self._people.recall(platform, tenant, id)

    async def remember(self, platform: str, tenant: str, id: str, profile: Profile) -> None:
        await self._people.remember(platform, tenant, id, profile)

    async def run(self, stop: asyncio.Event) -> bool:
        """Serves until `stop` is set; False where no platform could be served at all.

        A platform that is refused (a wrong token) is given up with a line in the log; the
        others go on.
        """
        await self._store.upgrade()
        adapters = dict(_configured(self._settings, self))
        self._senders.update(adapters)
        serving = [
            asyncio.create_task(_serve(name, adapter, stop)) for name, adapter in adapters.items()
        ]
        beside = [
            asyncio.create_task(_every(_SWEEP, self._delivery.sweep, stop)),
            asyncio.create_task(_every(_RELOAD, self._reload, stop)),
            asyncio.create_task(_every(_TIDY, self._tidy, stop)),
        ]
        try:
            served = await asyncio.gather(*serving)
        finally:
            stop.set()
            await asyncio.wait(beside, timeout=_DRAIN)
            for task in (*serving, *beside):
                task.cancel()
            await self._store.close()
        return any(served)

    async def _reload(self) -> None:
        await asyncio.to_thread(self._shelf.refresh)

    async def _tidy(self) -> None:
        async with self._store.begin() as session:
            await events.forget_before(session, _now() - _KEPT)
            await outbox.forget_before(session, _now() - _KEPT)


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
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        pause = min(pause * 2, 60.0)
    return True


async def _every(
    seconds: float, work: Callable[[], Awaitable[object]], stop: asyncio.Event
) -> None:
    """Does the work now and then; a fault in it is logged and does not end it."""
    while not stop.is_set():
        try:
            await work()
        except Exception:
            log.exception("%s failed", getattr(work, "__name__", work))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), seconds)


def stop_on_signals(stop: asyncio.Event) -> None:
    """Sets `stop` on SIGINT and SIGTERM, where the platform has them."""
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(name, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(name, lambda *_: loop.call_soon_threadsafe(stop.set))


def _now() -> datetime:
    return datetime.now(UTC)
