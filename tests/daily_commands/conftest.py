from __future__ import annotations

import asyncio
import itertools
from collections.abc import Coroutine, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.console.posts import Posts
from bot.messages import Address, Person, Reply, Request
from bot.storage.store import Store
from tests.conftest import CONTENT, SAMPLE
from tests.house import House

HANA = Person("slack", "T1", "U1", "花", is_admin=True)
KEN = Person("slack", "T1", "U2", "健")
_numbers = itertools.count(1)


class Wall(Posts):
    """A platform's channels and DMs. trouble: what every sending, or every check, meets."""

    def __init__(self) -> None:
        super().__init__()
        self.trouble: Exception | None = None
        self.tried = 0

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        self.tried += 1
        if self.trouble and not address.person:
            raise self.trouble
        return await super().send(address, reply, key)

    async def can_post(self, address: Address) -> None:
        if self.trouble:
            raise self.trouble


class Town:
    """A house with walls, and people who speak in its channel C1, each line as an event."""

    def __init__(self, folder: Path, content: Path | None = None) -> None:
        """`folder`: for databases."""
        self.house = House([content] if content else SAMPLE, folder)
        self.wall = Wall()
        self._runner = asyncio.Runner()
        self.house.senders.update(slack=self.wall, discord=self.wall)
        self.run(self.house.open())

    @property
    def store(self) -> Store:
        return self.house.service.store

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(work)

    def at(self, moment: str, zone: str = "Asia/Tokyo") -> None:
        """Does all that is due by then."""
        self.house.clock.at(moment, zone)
        self.run(self.house.tick())

    def say(self, line: str, person: Person = HANA, **more: Any) -> list[Reply]:
        """more: of the request; without, it is said in the channel."""
        request = self.request(line, person, **more)
        replies: list[Reply] = self.run(self.house.coach.handle(request))
        return replies

    def request(self, line: str, person: Person = HANA, **more: Any) -> Request:
        place = {"workspace": "T1", "channel": "C1", "place": "channel", **more}
        return Request(f"e{next(_numbers)}", person, line, **place)

    def text(self, line: str, person: Person = HANA, **more: Any) -> str:
        """All that is said to a line."""
        return "\n".join(words(reply) for reply in self.say(line, person, **more))

    def answer(self, id: str, number: int) -> None:
        """Somebody agrees and answers."""
        person = replace(KEN, id=f"P{number}", name=f"人{number}")
        self.say("/begin", person)
        assert "保存しました" in self.text(
            f"/answer {id}", person, values={"text": f"答え{number}"}
        )

    @property
    def posts(self) -> list[Reply]:
        """What stands in the channel, oldest first."""
        return [p.reply for p in self.wall.shown if self.wall.stands(p) and not p.address.person]

    @property
    def dms(self) -> list[tuple[str, Reply]]:
        return [(p.address.person, p.reply) for p in self.wall.shown if p.address.person]

    @property
    def now(self) -> datetime:
        return self.house.clock.now

    def close(self) -> None:
        self.run(self.house.close())
        self._runner.close()


def words(reply: Reply) -> str:
    """All that can be read of a reply."""
    card = reply.card
    body = [card.title, card.body, *map(": ".join, card.fields), card.footer] if card else []
    form = [reply.form.title, reply.form.body] if reply.form else []
    return "\n".join([reply.text, *body, *form, *(button.label for button in reply.buttons)])


def runs(reply: Reply, label: str) -> str:
    return next(button.run for button in reply.buttons if button.label == label)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("town")


@pytest.fixture
def new_town(folder: Path) -> Iterator[Town]:
    """It is 8 on a Tuesday morning; nothing is set up. The library has a few roles."""
    yield from _opened(Town(folder))


@pytest.fixture
def large_town(folder: Path) -> Iterator[Town]:
    """With the whole library, asked every working day at 9."""
    for town in _opened(Town(folder, CONTENT)):
        assert "始めました" in town.text("/daily start")
        yield town


def _opened(town: Town) -> Iterator[Town]:
    town.house.clock.at("2026-11-24 08:00")
    yield town
    town.close()


@pytest.fixture
def town(new_town: Town) -> Town:
    """C1 is asked every working day at 9."""
    assert "始めました" in new_town.text("/daily start")
    return new_town
