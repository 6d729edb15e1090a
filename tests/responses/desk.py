"""A person before a question that their channel was asked, without a platform."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot import storage
from bot.adapters.console.posts import Posts
from bot.messages import Person, Reply, Request
from tests.house import START, House

QUESTION = "0123456789ab"
KEN = Person("slack", "T1", "UKEN", "けん")
_numbers = itertools.count(1)


@dataclass
class Desk:
    house: House
    runner: asyncio.Runner
    content: Path
    posts: Posts = field(default_factory=Posts)

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    def handle(self, request: Request) -> list[Reply]:
        replies: list[Reply] = self.run(self.house.engine.handle(request))
        return replies

    def ask(
        self, text: str, values: Mapping[str, str] | None = None, *, place: Any = "channel"
    ) -> Reply:
        """What is said, in the channel, to the first person; with a new id each time."""
        return self.asks(request(text, values, place=place))

    def asks(self, asked: Request) -> Reply:
        """The reply; feedback, which may follow, is in `feedback`."""
        first, *self.feedback = self.handle(asked)
        assert len(self.feedback) <= 1
        return first

    def responses(self, person: Person = KEN) -> list[Any]:
        async def read() -> Any:
            async with self.house.service.store.begin() as session:
                return await storage.responses.listed(session, person)

        found: list[Any] = self.run(read())
        return found

    def versions(self, response: str) -> list[str]:
        async def read() -> Any:
            async with self.house.service.store.begin() as session:
                return await storage.responses.versions(session, KEN, response)

        return [version.text for version in self.run(read())]

    def standing(self) -> list[Reply]:
        """The posts that stand in the channel, once all that is due has been done."""
        self.run(self.house.tick())
        return [posted.reply for posted in self.posts.shown if self.posts.stands(posted)]


def request(
    text: str, values: Mapping[str, str] | None = None, *, place: Any = "channel"
) -> Request:
    channel = "D1" if place == "dm" else "C1"
    id = f"desk-{next(_numbers)}"
    return Request(id, KEN, text, "T1", channel, place, message=id, values=values or {})


async def open_desk(folder: Path, content: Path) -> House:
    """Senpai, who asked a question in C1 this morning; `UKEN` has agreed to the notice."""
    house = House([content], folder)
    await house.open()
    role = house.engine._library().role("cmo", "ja")
    assert role
    place = ("slack", "T1", "T1", "C1")
    asked = storage.asked.Asked(
        QUESTION, *place, date(2026, 11, 20), START, "ja", slug="cmo", question=role.questions[0].id
    )
    async with house.service.store.begin() as session:
        await storage.asked.note(session, asked, START)
        await storage.persons.choose(session, KEN, START, consented_at=START)
    return house


def labels(reply: Reply) -> list[str]:
    return [button.label for button in reply.buttons]


def run_of(reply: Reply, label: str) -> str:
    return next(button.run for button in reply.buttons if button.label == label)


def again(asked: Request, **changes: Any) -> Request:
    """Another event of the same kind."""
    return replace(asked, id=f"desk-{next(_numbers)}", **changes)
