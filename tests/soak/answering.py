"""`python -m tests.soak.answering URL KILLS FILE`: people answer while processes are killed.

Prints a JSON object: who heard that their answer is saved, and what the database says at the end.
Two processes are at work and get the same answers, each in an order of its own, so that many are
delivered twice, and some to both at the same moment. Half of all people change their answer then.
A process dies by SIGKILL: at a moment of chance, or when it first comes to one of the steps below;
what nobody heard of is delivered again, the first answer of who changed it too.
"""

from __future__ import annotations

import asyncio
import functools
import json
import logging
import os
import random
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select

from bot import storage
from bot.commands import ALL
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.messages import Person, Request
from bot.storage import responses
from bot.storage.asked import Asked
from bot.storage.first_answers import FirstAnswers
from bot.storage.store import Store
from bot.storage.tables import ResponseRow, VersionRow
from tests.soak.killing import BEGIN, Step, die_at, kill

A_KILL = 6
"""Answers for each process that is killed, so that there is work to cut off until the end."""

STEPS: dict[str, Step] = {
    "answers about to be saved": (FirstAnswers, "_save", "before"),
    "answers saved, nobody told": (FirstAnswers, "_save", "after"),
    "answer saved, not judged": (Engine, "_afterwards", "before"),
    "answer changed, not committed": (responses, "change", "after"),
    "verdicts kept, not committed": (responses, "judge", "after"),
    "feedback ready, not said": (Engine, "_afterwards", "after"),
}
_AT_ONCE = 8
_ROOT = Path(__file__).parents[2]


@dataclass
class World:
    """`file`: what is heard to be saved is written there, by the ids of events."""

    url: str
    library: Library
    answers: int
    file: Path

    def request(self, number: int, text: str = "三人のチームで解約率を二割下げました。") -> Request:
        """Three of four are answers to a daily question, each to one of their own."""
        to = f"{number:012x}" if number % 4 else "cmo 1"
        person = Person("slack", "T1", f"U{number}", locale="ja")
        id = f"e{number}-{len(text)}"
        return Request(id, person, f"/answer {to}", "T1", "C1", "channel", values={"text": text})

    def requests(self, number: int) -> list[Request]:
        """What a person sends, in order."""
        first = self.request(number)
        return [first, self.request(number, "直しました。")] if number % 4 in (1, 2) else [first]

    async def fill(self) -> None:
        """Everybody has agreed that what they answer is kept."""
        role = self.library.role("cmo", "ja")
        assert role
        question = role.questions[0].id
        store = Store(self.url)
        await store.upgrade()
        async with store.begin() as session:
            for number in range(self.answers):
                person = self.request(number).person
                await storage.persons.choose(session, person, BEGIN, consented_at=BEGIN)
                place, day = ("slack", "T1", "T1", "C1"), BEGIN.date() - timedelta(days=number)
                asked = Asked(
                    f"{number:012x}", *place, day, BEGIN, "ja", slug="cmo", question=question
                )
                await storage.asked.note(session, asked, BEGIN)
        await store.close()

    def heard(self) -> set[str]:
        return set(self.file.read_text().split())

    async def work(self, rng: random.Random) -> None:
        """Delivers what nobody heard of, and some of the rest again, until killed or done."""
        heard = self.heard()
        waiting = [
            number
            for number in range(self.answers)
            if number % 9 == 0 or any(each.id not in heard for each in self.requests(number))
        ]
        rng.shuffle(waiting)
        store = Store(self.url)
        delivery = Delivery(store, {}, lambda: BEGIN)

        async def database(*, create: bool) -> Delivery:  # noqa: ARG001 - it is there
            return delivery

        engine = Engine(ALL, lambda: self.library, database, now=lambda: BEGIN)
        with self.file.open("a") as told:

            async def some() -> None:
                while waiting:
                    number = waiting.pop()
                    for request in self.requests(number):
                        replies = await engine.handle(request)
                        if any(reply.unsaved for reply in replies):
                            break
                        told.write(f"{request.id}\n")
                        told.flush()

            await asyncio.gather(*(some() for _ in range(_AT_ONCE)))
        await store.close()

    async def look(self) -> dict[str, object]:
        store = Store(self.url)
        async with store.begin() as session:
            query = select(ResponseRow.person, ResponseRow.text, ResponseRow.version)
            kept = [list(row) for row in await session.execute(query)]
            versions = await session.scalar(select(func.count()).select_from(VersionRow))
        await store.close()
        wanted, changed = [], 0
        for number in range(self.answers):
            *former, last = self.requests(number)
            wanted.append([last.person.id, last.values["text"], 1 + len(former)])
            changed += len(former)
        return {
            "heard": len(self.heard()),
            "lost": [each for each in wanted if each not in kept],
            "doubled": len(kept) - self.answers,
            "versions": versions,
            "changed": changed,
        }


def worker(world: World, step: str, times: int) -> None:
    logging.disable(logging.CRITICAL)
    if step:
        die_at(STEPS[step], times)
    rng = random.Random(os.getpid())
    while True:
        asyncio.run(world.work(rng))


def main(url: str, kills: int, file: Path) -> None:
    library = Shelf((_ROOT / "content",), None).library
    library.role("cmo", "ja")
    file.touch()
    world = World(url, library, kills * A_KILL, file)
    asyncio.run(world.fill())
    work, steps = functools.partial(worker, world), list(STEPS)
    ends = kill(work, steps, kills, 2, random.Random(11), sure=steps)
    asyncio.run(world.work(random.Random(11)))
    print(json.dumps({**asyncio.run(world.look()), "ends": ends}))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
