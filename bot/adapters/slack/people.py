"""Who somebody is: what Slack tells, else what is known from before, else a usual colleague."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bot.adapters.slack.calls import Calls, describe, log
from bot.messages import Person, Profile
from bot.port import Coach

PLATFORM = "slack"

_WAIT = 2.0
"""Seconds for which an answer waits to learn who somebody is."""

_FRESH = 3600.0
_FRESH_AFTER_FAILURE = 60.0
_KEPT = 10_000

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Known:
    """gone: deactivated, that is no member of the workspace any more."""

    person: Person
    until: float
    gone: bool = False


class People:
    """Asks Slack once for each person, and again in the background when that is an hour old.

    An administrator's next request waits until Slack says that they still are one.
    """

    def __init__(
        self, calls: Calls, coach: Coach, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._calls = calls
        self._coach = coach
        self._clock = clock
        self._known: OrderedDict[Key, _Known] = OrderedDict()
        self._asking: dict[Key, asyncio.Task[Person]] = {}

    async def person(self, tenant: str, user: str, name: str = "") -> Person:
        """The person in the language and time zone that they chose, where they chose one."""
        told = await self._told(tenant, user, name)
        try:
            return await self._coach.wished(told)
        except Exception as failed:  # noqa: BLE001 - a look-up is answered without a database too
            log.error("what %s chose was not found: %s", user, describe(failed))
            return told

    async def _told(self, tenant: str, user: str, name: str) -> Person:
        key = (tenant, user)
        known = self._known.get(key)
        if known is None or self._clock() > known.until:
            asking = self._asking.get(key) or self._ask(key, name)
            if known is None or known.person.is_admin:
                await asyncio.wait({asking}, timeout=_WAIT)
                return asking.result() if asking.done() else await self._recalled(key, name)
        return known.person

    async def is_gone(self, tenant: str, user: str) -> bool:
        """Whether they left the workspace, which Slack takes messages for all the same."""
        key = (tenant, user)
        known = self._known.get(key)
        if known is None or self._clock() > known.until:
            asking = self._asking.get(key) or self._ask(key, "")
            await asyncio.wait({asking}, timeout=_WAIT)
            known = self._known.get(key)
        return known is not None and known.gone

    async def close(self) -> None:
        asking = list(self._asking.values())
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)

    def _ask(self, key: Key, name: str) -> asyncio.Task[Person]:
        task = asyncio.create_task(self._learn(key, name))
        self._asking[key] = task
        task.add_done_callback(lambda _: self._asking.pop(key, None))
        return task

    async def _learn(self, key: Key, name: str) -> Person:
        _, user = key
        fresh, gone = _FRESH, False
        try:
            told = await self._calls.user(user)
            gone = bool(told.get("deleted"))
            profile = _profile(told)
            person = _person(key, profile, name, is_admin=_is_admin(told, key[0]))
            await self._remember(key, profile)
        except (SlackApiError, ClientError, TimeoutError) as failed:
            log.warning("Slack does not tell who %s is: %s", user, describe(failed))
            person, fresh = await self._recalled(key, name), _FRESH_AFTER_FAILURE
        self._known[key] = _Known(person, self._clock() + fresh, gone)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return person

    async def _remember(self, key: Key, profile: Profile) -> None:
        try:
            await self._coach.remember(PLATFORM, *key, profile)
        except Exception as failed:  # noqa: BLE001 - see above
            log.error("who %s is was not kept: %s", key[1], describe(failed))

    async def _recalled(self, key: Key, name: str) -> Person:
        try:
            profile = await self._coach.recall(PLATFORM, *key)
        except Exception as failed:  # noqa: BLE001 - see above
            log.error("who %s is was not found: %s", key[1], describe(failed))
            profile = None
        return _person(key, profile or Profile(), name, is_admin=False)


def _profile(told: dict[str, Any]) -> Profile:
    profile = told.get("profile")
    names = profile if isinstance(profile, dict) else {}
    name = names.get("display_name") or names.get("real_name") or told.get("real_name") or ""
    return Profile(str(name), str(told.get("locale") or ""), str(told.get("tz") or ""))


def _is_admin(told: dict[str, Any], tenant: str) -> bool:
    """Of this workspace: whoever shares a channel with it may administrate another one."""
    company = told.get("enterprise_user")
    teams = company.get("teams") if isinstance(company, dict) else None
    if told.get("team_id") != tenant and tenant not in (teams or ()):
        return False
    return bool(told.get("is_admin") or told.get("is_owner"))


def _person(key: Key, profile: Profile, name: str, *, is_admin: bool) -> Person:
    tenant, user = key
    return Person(
        PLATFORM,
        tenant,
        user,
        profile.name or name,
        profile.locale or "ja",
        profile.timezone or "Asia/Tokyo",
        is_admin,
    )
