"""Channels that are all due at one minute: asking them, and claiming their posts.

Asking is what Senpai does for each channel in a transaction: it takes the line away that was set
for this moment, chooses a question, notes it, puts the post down and sets the next line. Beside
it stands SQLAlchemy alone, which commits one row for each channel to the same kind of database.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from benchmarks.saving import plain
from bot import storage
from bot.clockwork import Clockwork
from bot.commands import ALL
from bot.daily.schedule import Schedule
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.library import Library
from bot.library.shelf import Shelf
from bot.people import People
from bot.storage import outbox
from bot.storage.channels import Channel
from bot.storage.store import Store
from bot.storage.tables import EventRow

BEGIN = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
DUE = BEGIN + timedelta(hours=9)
_ROOT = Path(__file__).parents[1]


async def fill(store: Store, count: int) -> None:
    await store.upgrade()
    schedule = Schedule(DUE.time(), "UTC", frozenset(range(7)), "JP")
    last = BEGIN.date() - timedelta(days=1)
    async with store.begin() as session:
        for number in range(count):
            place = ("discord", "discord", f"G{number}", f"C{number}")
            channel = Channel(*place, schedule, "ja", BEGIN, number, state="active", last=last)
            await storage.channels.save(session, channel)
            await storage.channels.plan(session, channel, BEGIN)


async def measure(url: str, library: Library, count: int) -> None:
    store = Store(url)
    await fill(store, count)
    delivery = Delivery(store, {}, lambda: DUE)

    async def database(*, create: bool) -> Delivery:  # noqa: ARG001 - it is there
        return delivery

    engine = Engine(ALL, lambda: library, database, now=lambda: DUE)
    clockwork = Clockwork(store, People(store, lambda: DUE), engine.handle, lambda: DUE)
    began = time.perf_counter()
    asked = 0
    while done := await clockwork.run_due():
        asked += done
    asking = time.perf_counter() - began
    assert asked == count

    began = time.perf_counter()
    claimed = 0
    while True:
        async with store.begin() as session:
            place = {"platform": "discord", "tenant": "discord"}
            posts = await outbox.claim(session, DUE, 100, **place)
        if not posts:
            break
        claimed += len(posts)
    claiming = time.perf_counter() - began
    assert claimed == count

    bare = plain(store.url)
    began = time.perf_counter()
    for number in range(count):
        async with bare.begin() as connection:
            await connection.execute(insert(EventRow), {"key": f"bare-{number}", "seen_at": DUE})
    inserting = time.perf_counter() - began
    await bare.dispose()
    await store.close()
    print(
        f"{count} channels due at once: asked in {asking:.1f} s ({count / asking:.0f}/s), "
        f"claimed in {claiming:.1f} s ({count / claiming:.0f}/s); "
        f"as many bare inserts {inserting:.1f} s ({count / inserting:.0f}/s)"
    )


def run(*, quick: bool) -> None:
    """Prints how long it took."""
    library = Shelf((_ROOT / "content",), None).library
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/senpai.sqlite3"
        asyncio.run(measure(url, library, 500 if quick else 10_000))
