"""What is known of people: in memory first, then in the database."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime

from bot.port import Profile
from bot.storage import persons
from bot.storage.store import Store

_KEPT = 10_000

Key = tuple[str, str, str]


class People:
    """Profiles of those who spoke of late; the database has the rest."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._recent: OrderedDict[Key, Profile] = OrderedDict()

    async def recall(self, platform: str, tenant: str, id: str) -> Profile | None:
        key = (platform, tenant, id)
        if key in self._recent:
            self._recent.move_to_end(key)
            return self._recent[key]
        async with self._store.begin() as session:
            profile = await persons.recall(session, *key)
        if profile:
            self._keep(key, profile)
        return profile

    async def remember(self, platform: str, tenant: str, id: str, profile: Profile) -> None:
        key = (platform, tenant, id)
        if await self.recall(*key) == profile:
            return
        self._keep(key, profile)
        async with self._store.begin() as session:
            await persons.remember(session, *key, profile, self._now())

    def _keep(self, key: Key, profile: Profile) -> None:
        self._recent[key] = profile
        while len(self._recent) > _KEPT:
            self._recent.popitem(last=False)
