"""Who administrates, as Slack tells it."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest
from aiohttp import ClientError

from bot.adapters.slack import people as module
from bot.adapters.slack.calls import Calls
from bot.adapters.slack.people import People
from tests.slack.coaches import Scripted

HOUR = 3600.0


class Slack:
    """Tells of one person. silent: doesn't answer; broken: answers with an error."""

    def __init__(self, **told: Any) -> None:
        self.told = {"team_id": "T1", "profile": {"display_name": "葵"}, **told}
        self.silent = self.broken = False
        self.asked = 0

    async def user(self, _: str) -> dict[str, Any]:
        self.asked += 1
        await asyncio.sleep(0)
        if self.broken:
            raise ClientError
        if self.silent:
            await asyncio.Event().wait()
        return self.told


class Place:
    """People whose hours pass when told."""

    def __init__(self, slack: Slack) -> None:
        self.now = 0.0
        self.slack = slack
        self.people = People(cast("Calls", slack), Scripted({}), lambda: self.now)

    async def is_admin(self) -> bool:
        return (await self.people.person("T1", "U1")).is_admin


async def demoted(slack: Slack) -> list[bool]:
    """Whether she may, as an administrator, an hour later, and when she asks once more."""
    place = Place(slack)
    may = [await place.is_admin()]
    place.now += HOUR + 1
    slack.told["is_admin"] = False
    may += [await place.is_admin(), await place.is_admin()]
    await place.people.close()
    return may


def test_who_is_no_administrator_any_more_is_none_at_the_next_request() -> None:
    assert asyncio.run(demoted(Slack(is_admin=True))) == [True, False, False]


@pytest.mark.parametrize("trouble", ["silent", "broken"])
def test_who_was_one_an_hour_ago_is_none_while_slack_does_not_say_so(
    trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WAIT", 0.01)

    async def scenario() -> list[bool]:
        place = Place(Slack(is_admin=True))
        may = [await place.is_admin()]
        place.now += HOUR + 1
        setattr(place.slack, trouble, True)
        may.append(await place.is_admin())
        await place.people.close()
        return may

    assert asyncio.run(scenario()) == [True, False]


def test_nobody_else_waits_for_slack_again() -> None:
    async def scenario() -> int:
        place = Place(Slack())
        await place.is_admin()
        place.now += HOUR + 1
        place.slack.silent = True
        assert not await place.is_admin()
        await asyncio.sleep(0)
        await place.people.close()
        return place.slack.asked

    assert asyncio.run(scenario()) == 2, "it is asked in the background"


@pytest.mark.parametrize(
    ("told", "may"),
    [
        ({"is_owner": True}, True),
        ({"team_id": "T2", "is_admin": True, "is_owner": True}, False),
        ({"team_id": "T2", "is_admin": True, "enterprise_user": {"teams": ["T1", "T2"]}}, True),
        ({"team_id": "T2", "is_admin": True, "enterprise_user": {"teams": None}}, False),
        ({"team_id": "T2", "is_admin": True, "enterprise_user": "?"}, False),
        ({"team_id": None, "is_admin": True}, False),
    ],
)
def test_an_administrator_of_another_workspace_is_none_here(
    told: dict[str, Any], *, may: bool
) -> None:
    assert asyncio.run(Place(Slack(**told)).is_admin()) is may
