"""A walk over all that can be reached by pressing, breadth first."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.adapters.console.render import choices
from bot.engine import Engine
from bot.messages import Person, Reply, Request

STARTS = (
    "/hello",
    "/help",
    "/role",
    "/career",
    "/compare",
    "ふわふわ",
    "CMO",
    "面接で何を聞かれる？",
)
UNFOLLOWED = ("/interview",)
"""What needs the database: interviews have tests of their own."""
MOST_PICTURES = 4
"""Drawing takes a third of a second, and one picture is built as the next."""


@dataclass(frozen=True)
class Visit:
    """A command line that can be reached, from where, and what it is answered with."""

    run: str
    seen_on: str
    replies: tuple[Reply, ...]


def walk(
    engine: Engine,
    locale: str,
    name: str = "walker",
    place: Literal["channel", "dm"] = "dm",
    most: int = 10_000,
) -> Iterator[Visit]:
    """From the STARTS over every button, option and filled form; `most` visits."""
    person = Person("test", "test", f"{name}-{locale}", locale=locale)
    queue = dict.fromkeys(STARTS, "")
    known = set(STARTS)
    visits = pictures = 0
    with asyncio.Runner() as runner:
        while queue and visits < most:
            run = next(iter(queue))
            origin = queue.pop(run)
            if run.startswith("/picture"):
                pictures += 1
                if pictures > MOST_PICTURES:
                    continue
            visits += 1
            request = Request(f"{name}-{locale}-{visits}", person, run, place=place)
            visit = Visit(run, origin, tuple(runner.run(engine.handle(request))))
            yield visit
            for reply in visit.replies:
                for _, following in choices(reply):
                    if following not in known and not following.startswith(UNFOLLOWED):
                        known.add(following)
                        queue[following] = run
