"""Posts that are all due in one minute, against a platform that takes fifty a second.

Senpai sends as `senpai run` does, from a database on the disk, while somebody looks roles up and
somebody else saves answers. What is sent is counted by a stand-in in the same process, which
refuses whatever is more than fifty in any second, as Discord does.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import itertools
import statistics
import tempfile
import time
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot import storage
from bot.adapters.discord.app import DiscordAdapter
from bot.commands import ALL
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.messages import Address, Card, Person, Reply, Request
from bot.port import NotSent
from bot.service import _PUMP, _every
from bot.storage import outbox
from bot.storage.outbox import Post
from bot.storage.store import Store

LIMIT = 50
"""Posts a second."""

_ROOT = Path(__file__).parents[1]
_ANSWER_TAKES = 0.1
"""Seconds until the platform has answered a post."""

_AOI = Person("discord", "discord", "U1", locale="ja", timezone="Asia/Tokyo")


class Platform:
    """Takes fifty posts in any second."""

    resend_within = timedelta(minutes=2)
    pace = DiscordAdapter.pace

    def __init__(self) -> None:
        self.taken: list[float] = []
        self.refused = 0
        self._last = deque[float](maxlen=LIMIT)
        self._full = asyncio.Event()
        self._wanted = 0

    async def full(self, count: int) -> None:
        """Waits until as many posts were taken."""
        self._wanted = count
        await self._full.wait()

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        now = time.perf_counter()
        if len(self._last) == LIMIT and now - self._last[0] < 1:
            self.refused += 1
            raise NotSent
        self._last.append(now)
        self.taken.append(now)
        if len(self.taken) == self._wanted:
            self._full.set()
        await asyncio.sleep(_ANSWER_TAKES)
        return f"m{len(self.taken)}"

    async def edit(self, address: Address, message: str, reply: Reply) -> None: ...

    async def delete(self, address: Address, message: str) -> None: ...

    async def find(self, address: Address, key: str, since: datetime) -> str:
        return ""

    async def can_post(self, address: Address) -> None: ...


async def again_and_again(pause: float, work: Callable[[], Awaitable[object]]) -> list[float]:
    """Seconds that each took, until it is cancelled."""
    taken: list[float] = []
    with contextlib.suppress(asyncio.CancelledError):
        while True:
            began = time.perf_counter()
            await work()
            taken.append(time.perf_counter() - began)
            await asyncio.sleep(pause)
    return taken


async def put(store: Store, count: int) -> None:
    reply = Reply(card=Card("今日の一問", "チームの意見が割れたとき、どう決めますか。" * 5))
    now = datetime.now(UTC)
    async with store.begin() as session:
        await storage.persons.choose(session, _AOI, now, consented_at=now)
        for number in range(count):
            place = Address("discord", "discord", f"G{number}", f"C{number}")
            await outbox.put(session, Post(f"daily-{number}", place, reply), now)


async def measure(url: str, library: Library, count: int) -> None:
    store = Store(url)
    await store.upgrade()
    await put(store, count)
    platform, stop, numbers = Platform(), asyncio.Event(), itertools.count()
    delivery = Delivery(store, {"discord": platform}, partial(datetime.now, UTC))

    async def database(*, create: bool) -> Delivery:  # noqa: ARG001 - it is there
        return delivery

    engine = Engine(ALL, lambda: library, database)

    async def ask(line: str, **values: str) -> None:
        id = f"e{next(numbers)}"
        reply, *_ = await engine.handle(Request(id, _AOI, line, "G1", "C1", values=values))
        assert reply.card or reply.buttons, reply.text

    look = partial(ask, "/role cmo")
    save = partial(ask, "/answer cmo 1", text="三人のチームを率いました。" * 20)
    await look()
    await save()
    gc.collect()
    gc.freeze()  # as `senpai run` does
    beside = [
        asyncio.create_task(again_and_again(0.02, look)),
        asyncio.create_task(again_and_again(0.2, save)),
        asyncio.create_task(again_and_again(0.0, partial(asyncio.sleep, 0.005))),
    ]
    pumping = asyncio.create_task(_every(_PUMP, delivery.pump, stop, delivery.wake))
    await platform.full(count)
    for task in beside:
        task.cancel()
    looked, saved, ticked = await asyncio.gather(*beside)
    stop.set()
    delivery.wake.set()
    await pumping
    await delivery.settled()
    await store.close()
    rate = (count - 1) / (platform.taken[-1] - platform.taken[0])
    print(
        f"{store.url.get_backend_name():10}, {count} posts due at once: {rate:.1f}/s, "
        f"{rate / LIMIT:.2f} of the limit (target 0.95), {platform.refused} refused (target 0)"
    )
    for name, times in (("look-up", looked), ("answer saved", saved)):
        median, p99 = statistics.median(times), statistics.quantiles(times, n=100)[98]
        print(f"  {name} beside it: {median * 1000:.1f} ms, p99 {p99 * 1000:.0f} ms (target 250)")
    print(f"  longest block of the loop: {(max(ticked) - 0.005) * 1000:.0f} ms (target 50)")


def run(*, quick: bool) -> None:
    """Prints the rate that was reached, and what others felt of it."""
    library = Shelf((_ROOT / "content",), None).library
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/senpai.sqlite3"
        asyncio.run(measure(url, library, 500 if quick else 10_000))
