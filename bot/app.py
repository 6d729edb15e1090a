"""Puts everything together, once; nothing is global."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands import ALL
from bot.config import Settings
from bot.engine import Engine
from bot.library.shelf import Shelf
from bot.messages import Person
from bot.outside.scorers import scorers_of
from bot.port import Sender

if TYPE_CHECKING:
    from bot.clockwork import Clockwork
    from bot.delivery import Delivery
    from bot.people import People

PLATFORM = "console"


class App:
    """A shelf of documents and an engine over it: all that a terminal needs.

    The database is opened when somebody does what needs one, talks where there is one, or sits
    there for a while.
    """

    def __init__(self, settings: Settings) -> None:
        """Loads the documents. Raises FileNotFoundError for a folder that doesn't exist."""
        self.settings = settings
        self.shelf = Shelf(settings.content, settings.cache)
        self.senders: dict[str, Sender] = {}
        self.engine = Engine(
            ALL,
            lambda: self.shelf.library,
            self._database,
            operator=settings.operator,
            scorers=scorers_of(settings.feedback),
            changed=self._changed,
        )
        self._delivery: Delivery | None = None
        self._people: People | None = None
        self._clockwork: Clockwork | None = None

    async def close(self) -> None:
        if self._delivery:
            await self._delivery.settled()
            await self._delivery.store.close()
            self._delivery = self._people = self._clockwork = None

    async def wished(self, person: Person) -> Person:
        """The person in the language and time zone that they chose, as far as that is known."""
        return await self._people.wished(person) if self._people else person

    async def pass_time(self, *, opening: bool = True) -> None:
        """Does what is due at the terminal. opening: opens the database, where there is one."""
        if opening:
            await self._database(create=False)
        if self._delivery is None or self._clockwork is None:
            return
        while await self._clockwork.run_due() + await self._delivery.pump():
            await self._delivery.settled()

    async def _database(self, *, create: bool) -> Delivery | None:
        if self._delivery is None and (create or self._is_there()):
            # These take a quarter of a second.
            from bot.clockwork import Clockwork  # noqa: PLC0415
            from bot.delivery import Delivery  # noqa: PLC0415
            from bot.people import People  # noqa: PLC0415
            from bot.storage.store import Store  # noqa: PLC0415

            now = partial(datetime.now, UTC)
            store = Store(self.settings.database)
            await store.upgrade()
            self._people = People(store, now)
            # A service on the same database does what is set for its own platforms.
            self._clockwork = Clockwork(store, self._people, self.engine.handle, now, PLATFORM)
            self._delivery = Delivery(store, self.senders, now)
        return self._delivery

    def _changed(self, person: Person) -> None:
        if self._people:
            self._people.forget(person)

    def _is_there(self) -> bool:
        """Whether something may be kept already: in a file, or in a database elsewhere."""
        scheme, _, path = self.settings.database.partition(":///")
        return not scheme.startswith("sqlite") or (bool(path) and Path(path).exists())
