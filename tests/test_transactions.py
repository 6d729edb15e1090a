"""Commands that change something: all of it or nothing, once, and what follows from it."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import storage
from bot.clockwork import Clockwork
from bot.command import Command, Context, Param, UserError
from bot.delivery import Delivery
from bot.engine import Engine
from bot.library.library import Library
from bot.messages import Address, Person, Profile, Reply, Request
from bot.people import People
from bot.port import Pace, Undeliverable
from bot.storage.store import Store
from tests.blank import blank, unsafe

pytestmark = pytest.mark.slow

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
AOI = Person("test", "T1", "aoi", locale="en")
LIBRARY = Library()


def due(run: str, at: datetime, key: str = "k", person: str = "aoi") -> storage.later.Due:
    return storage.later.Due(key, at, "test", "T1", "W1", "" if person else "C1", person, run)


async def keep(ctx: Context) -> list[Reply]:
    """Keeps a line for tomorrow and posts; the rest of the line may go wrong after that."""
    await storage.later.put(ctx.db, due("/kept", ctx.now + timedelta(days=1), "kept"))
    await ctx.outbox.post("posted", Reply("for everybody"))
    if ctx.values.get("then") == "user":
        raise UserError("error-role-gone", slug="cmo")
    if ctx.values.get("then") == "fault":
        raise RuntimeError
    return [Reply("kept")]


async def remind(_: Context) -> list[Reply]:
    return [Reply("it is time")]


async def stumble(_: Context) -> list[Reply]:
    raise RuntimeError


async def again(ctx: Context) -> list[Reply]:
    assert ctx.request.due
    await storage.later.put(ctx.db, due("/again", ctx.request.due + timedelta(days=1)))
    return [Reply(f"{ctx.request.due:%d}")]


async def nested(ctx: Context) -> list[Reply]:
    return [*await ctx.call("/keep"), Reply("and more")]


async def hear(ctx: Context) -> list[Reply] | None:
    await storage.later.put(ctx.db, due("/heard", ctx.now, f"heard-{ctx.request.id}"))
    return [Reply(f"{ctx.request.kind} heard")] if "hear" in ctx.request.text else None


async def ponder(ctx: Context) -> list[Reply]:
    ctx.outbox.after(lambda: f"{6 * 7}", "/pondered")
    return [Reply("one moment")]


drawn = threading.Event()


async def draw(ctx: Context) -> list[Reply]:
    ctx.outbox.after(lambda: "drawn" if drawn.wait(20) else "late", "/pondered", draws=True)
    return []


async def pondered(ctx: Context) -> list[Reply]:
    return [Reply(f"it is {ctx.values['result']}")]


async def overhear(_: Context) -> list[Reply] | None:
    return [Reply("overheard")]


def always(_: Mapping[str, str]) -> bool:
    return True


COMMANDS = (
    Command("keep", keep, params=(), writes=True),
    Command("nested", nested, writes=True),
    Command("remind", remind, writes=True, later=True),
    Command("stumble", stumble, writes=True, later=True),
    Command("ponder", ponder, writes=True),
    Command("draw", draw, reads=True),
    Command("pondered", pondered, writes=True, later=True, params=(Param("result"),)),
    Command("again", again, writes=True, later=True),
    Command("rule", remind, reads=True, admin=True),
    Command("announce", remind, writes=True, posts=always),
    Command("listen", keep, writes=True, on_talk=hear),
    Command("eaves", keep, on_talk=overhear),
)


@dataclass
class Channel:
    """A platform: what was said where. `closed` refuses every post."""

    resend_within: timedelta = timedelta(0)
    pace: Pace | None = None
    closed: bool = False
    said: list[tuple[str, str]] = field(default_factory=list)

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        await self.can_post(address)
        self.said.append((address.person or address.channel, reply.text))
        return f"m{len(self.said)}"

    async def edit(self, address: Address, message: str, reply: Reply) -> None: ...

    async def delete(self, address: Address, message: str) -> None: ...

    async def find(self, address: Address, key: str, since: datetime) -> str:
        return ""

    async def can_post(self, address: Address) -> None:
        if self.closed:
            raise Undeliverable("error-post-gone")


@dataclass
class World:
    store: Store
    channel: Channel = field(default_factory=Channel)
    now: datetime = NOON
    changed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.delivery = Delivery(self.store, {"test": self.channel}, self.clock)
        self.people = People(self.store, self.clock)
        self.engine = self.restarted()
        self.clockwork = Clockwork(self.store, self.people, self.engine.handle, self.clock)

    def clock(self) -> datetime:
        return self.now

    def restarted(self) -> Engine:
        async def database(*, create: bool) -> Delivery:  # noqa: ARG001 - it is there
            return self.delivery

        return Engine(
            COMMANDS,
            lambda: LIBRARY,
            database,
            now=self.clock,
            changed=lambda person: self.changed.append(person.id),
        )

    async def say(self, text: str, id: str = "e1", person: Person = AOI, **more: Any) -> str:
        request = Request(id, person, text, workspace="W1", channel="C1", place="channel", **more)
        return "\n".join(reply.text for reply in await self.engine.handle(request))

    async def tick(self, wait: timedelta = timedelta(0)) -> None:
        self.now += wait
        await self.clockwork.run_due()
        await self.delivery.pump()
        await self.delivery.settled()

    async def set(self, line: storage.later.Due) -> None:
        async with self.store.begin() as session:
            await storage.later.put(session, line)

    async def kept(self) -> list[str]:
        """The lines that wait."""
        async with self.store.begin() as session:
            some_day = NOON + timedelta(days=1000)
            return [line.run for line in await storage.later.claim(session, some_day)]


Play = Callable[[Callable[[World], Coroutine[Any, Any, None]]], None]


@pytest.fixture
def play(tmp_path: Path) -> Play:
    @asynccontextmanager
    async def world() -> AsyncIterator[World]:
        store = unsafe(Store(f"sqlite+aiosqlite:///{blank(tmp_path / 'senpai.sqlite3')}"))
        try:
            yield World(store)
        finally:
            await store.close()

    def run(scenario: Callable[[World], Coroutine[Any, Any, None]]) -> None:
        async def main() -> None:
            async with world() as here:
                await scenario(here)

        asyncio.run(main())

    return run


def test_what_is_kept_is_posted_once_however_often_it_is_delivered(play: Play) -> None:
    async def scenario(world: World) -> None:
        assert await world.say("/keep") == "kept"
        assert await world.say("/keep") == ""
        world.engine = world.restarted()
        assert await world.say("/keep") == "", "after a restart the database knows"
        assert world.channel.said == [("C1", "for everybody")]
        assert "aoi" in world.changed

    play(scenario)


@pytest.mark.parametrize("then", ["user", "fault"])
def test_what_goes_wrong_leaves_nothing_behind(play: Play, then: str) -> None:
    async def scenario(world: World) -> None:
        assert await world.say("/keep", values={"then": then})
        assert await world.kept() == []
        await world.tick()
        assert world.channel.said == []
        assert await world.say("/keep", "e2") == "kept"

    play(scenario)


def test_a_called_command_shares_the_transaction(play: Play) -> None:
    async def scenario(world: World) -> None:
        assert await world.say("/nested") == "kept\nand more"
        assert await world.kept() == ["/kept"]
        assert world.channel.said == [("C1", "for everybody")]

    play(scenario)


def test_a_line_set_for_later_runs_once_and_reaches_its_person(play: Play) -> None:
    async def scenario(world: World) -> None:
        await world.people.remember("test", "T1", "aoi", Profile("葵", "en"))
        await world.set(due("/remind", NOON + timedelta(hours=1)))
        await world.tick()
        assert world.channel.said == []
        await world.tick(timedelta(hours=1))
        await world.tick(timedelta(days=1))
        assert world.channel.said == [("aoi", "it is time")]

    play(scenario)


def test_a_line_of_a_channel_posts_there(play: Play) -> None:
    async def scenario(world: World) -> None:
        await world.set(due("/remind", NOON, person=""))
        await world.tick()
        assert world.channel.said == [("C1", "it is time")]

    play(scenario)


def test_what_takes_long_is_done_after_the_commit(play: Play) -> None:
    async def scenario(world: World) -> None:
        assert await world.say("/ponder", "e1") == "one moment\nit is 42"
        assert "no command" in (await world.say("/pondered 43", "e2")).lower()
        await world.set(due("/ponder", NOON, person=""))
        await world.tick()
        await world.tick()
        assert world.channel.said == [("C1", "one moment"), ("C1", "it is 42")]

    play(scenario)


def test_pictures_hold_up_nobody_who_waits_for_feedback(play: Play) -> None:
    async def scenario(world: World) -> None:
        people = [replace(AOI, id=f"p{number}") for number in range(20)]
        drawing = [asyncio.create_task(world.say("/draw", f"d{each.id}", each)) for each in people]
        await asyncio.sleep(0.1)
        said = await asyncio.wait_for(world.say("/ponder"), 10)
        assert said == "one moment\nit is 42"
        assert not any(task.done() for task in drawing)
        drawn.set()
        assert await asyncio.gather(*drawing) == ["it is drawn"] * len(people)

    play(scenario)


def test_a_line_that_sets_itself_anew_goes_on(play: Play) -> None:
    async def scenario(world: World) -> None:
        await world.set(due("/again", NOON))
        for _ in range(3):
            await world.tick()
            await world.tick(timedelta(days=1))
        assert [text for _, text in world.channel.said] == ["22", "23", "24", "25"]

    play(scenario)


def test_a_line_that_fails_is_tried_less_and_less_often(play: Play) -> None:
    async def scenario(world: World) -> None:
        await world.set(due("/stumble", NOON))
        tried = 0
        for _ in range(24 * 60):
            world.now += timedelta(minutes=1)
            tried += await world.clockwork.run_due()
        assert 20 <= tried <= 40

    logging.disable(logging.CRITICAL)
    try:
        play(scenario)
    finally:
        logging.disable(logging.NOTSET)


def test_nobody_can_type_what_only_runs_later(play: Play) -> None:
    async def scenario(world: World) -> None:
        assert "no command" in (await world.say("/remind")).lower()

    play(scenario)


def test_whom_an_administrator_named_may_do_the_same(play: Play) -> None:
    async def scenario(world: World) -> None:
        assert "administrators" in await world.say("/rule", "e1")
        async with world.store.begin() as session:
            await storage.managers.add(session, "test", "W1", "aoi")
        assert await world.say("/rule", "e2") == "it is time"
        elsewhere = replace(AOI, id="hana")
        assert "administrators" in await world.say("/rule", "e3", elsewhere)

    play(scenario)


def test_where_it_may_not_post_a_command_does_not_run(play: Play) -> None:
    async def scenario(world: World) -> None:
        world.channel.closed = True
        assert "archived" in await world.say("/announce")
        world.channel.closed = False
        assert await world.say("/announce", "e2") == "it is time"

    play(scenario)


def test_a_listener_that_says_nothing_keeps_nothing(play: Play) -> None:
    async def scenario(world: World) -> None:
        assert await world.say("over and out", "e1") == "overheard"
        assert await world.kept() == []
        assert await world.say("hear me", "e2") == "say heard"
        assert await world.kept() == ["/heard"]

    play(scenario)


def test_an_edit_is_for_listeners_that_keep_what_was_said(play: Play) -> None:
    async def scenario(world: World) -> None:
        assert await world.say("hear me better", "e1", kind="edit") == "edit heard"
        assert await world.say("over and out", "e2", kind="edit") == ""

    play(scenario)


def test_without_a_database_it_is_said_that_nothing_was_saved(play: Play) -> None:
    async def scenario(world: World) -> None:
        nobody = Store("postgresql+asyncpg://senpai@127.0.0.1:1/senpai")
        world.delivery.store, kept = nobody, world.delivery.store
        request = Request("e1", AOI, "/keep", workspace="W1", channel="C1", place="channel")
        (reply,) = await world.engine.handle(request)
        await nobody.close()
        assert reply.unsaved
        assert "wasn't" in reply.text
        world.delivery.store = kept
        assert await world.say("/keep") == "kept", "delivered again, it is kept"

    play(scenario)


def test_a_character_that_no_database_keeps_is_left_out(play: Play) -> None:
    async def scenario(world: World) -> None:
        assert await world.say("he\0ar", "e1") == "say heard"

    play(scenario)
