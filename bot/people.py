"""What is known of people: in memory first, then in the database."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.messages import Person, Profile
from bot.storage import persons
from bot.storage.store import Store

_KEPT = 10_000
_FRESH = timedelta(minutes=1)

Key = tuple[str, str, str]


class People:
    """Profiles of those who spoke of late; the database has the rest."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._recent: OrderedDict[Key, Profile] = OrderedDict()
        self._wishes: OrderedDict[Key, tuple[datetime, persons.Wishes]] = OrderedDict()
        self._changes = 0

    async def recall(self, platform: str, tenant: str, id: str) -> Profile | None:
        key = (platform, tenant, id)
        if key in self._recent:
            self._recent.move_to_end(key)
            return self._recent[key]
        profile, _ = await self._look(key)
        return profile

    async def remember(self, platform: str, tenant: str, id: str, profile: Profile) -> None:
        key = (platform, tenant, id)
        if await self.recall(*key) == profile:
            return
        self._keep(key, profile)
        async with self._store.begin() as session:
            await persons.remember(session, *key, profile, self._now())

    async def known(self, person: Person) -> Person:
        """A person of whom only the id is known, as they were when they last spoke."""
        profile = await self.recall(person.platform, person.tenant, person.id) or Profile()
        told = replace(
            person,
            name=profile.name,
            locale=profile.locale or person.locale,
            timezone=profile.timezone or person.timezone,
        )
        return await self.wished(told)

    async def wished(self, person: Person) -> Person:
        """The person in the language and time zone that they chose, where they chose one."""
        key, now = (person.platform, person.tenant, person.id), self._now()
        read = self._wishes.get(key)
        # Another process may have kept something since.
        fresh = read is not None and timedelta(0) <= now - read[0] < _FRESH
        wishes = read[1] if read and fresh else (await self._look(key))[1]
        if not (wishes.locale or wishes.timezone):
            return person
        locale, timezone = wishes.locale or person.locale, wishes.timezone or person.timezone
        return replace(person, locale=locale, timezone=timezone)

    def forget(self, person: Person) -> None:
        """What they chose may have changed: it is read anew.

        What the platform told stays known, so that it isn't kept again at once where the person
        just had all of it deleted.
        """
        self._changes += 1
        self._wishes.pop((person.platform, person.tenant, person.id), None)

    async def _look(self, key: Key) -> tuple[Profile | None, persons.Wishes]:
        """What the database has, kept for the next who ask."""
        now, changes = self._now(), self._changes
        async with self._store.read() as session:
            profile, wishes = await persons.look(session, *key)
        if profile:
            self._keep(key, profile)
        if changes == self._changes:  # else this may be what they wished before
            self._wishes[key] = (now, wishes)
        while len(self._wishes) > _KEPT:
            self._wishes.popitem(last=False)
        return profile, wishes

    def _keep(self, key: Key, profile: Profile) -> None:
        self._recent[key] = profile
        while len(self._recent) > _KEPT:
            self._recent.popitem(last=False)
