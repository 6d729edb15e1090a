"""What is kept of channels and what they were asked, on both databases."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.daily.order import Pick
from bot.daily.schedule import Schedule
from bot.messages import Person
from bot.storage import asked, channels, later, responses
from bot.storage.channels import Channel
from bot.storage.responses import Response
from bot.storage.store import Store

NOW = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
SCHEDULE = Schedule(
    time(9, 5), "Europe/London", frozenset({0, 6}), "US-CA", ("12-29/01-03",), timedelta(minutes=90)
)
CHANNEL = replace(
    Channel("discord", "discord", "10", "100", SCHEDULE, "en", NOW, seed=2**55 + 1),
    roles=("cmo", "brand_manager"),
    category="marketing",
    state="paused",
    reason="error-post-gone",
    admin="7",
    round=3,
    last=date(2026, 11, 23),
)
Work = Callable[[AsyncSession], Awaitable[Any]]


class Kept:
    def __init__(self, store: Store, runner: asyncio.Runner) -> None:
        self.store = store
        self._runner = runner

    def __call__(self, work: Work) -> Any:
        """Each piece of work is a transaction of its own."""

        async def whole() -> Any:
            async with self.store.begin() as session:
                return await work(session)

        return self.run(whole())

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(work)


@pytest.fixture(params=["sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'senpai.sqlite3'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_url")
    store = Store(url)
    with asyncio.Runner() as runner:
        runner.run(store.upgrade())
        yield Kept(store, runner)
        runner.run(store.close())


def test_a_channel_is_kept_as_it_was(kept: Kept) -> None:
    bare = replace(CHANNEL, channel="101", roles=(), category="", last=None, admin="")
    kept(lambda s: channels.save(s, CHANNEL))
    kept(lambda s: channels.save(s, bare))
    assert kept(lambda s: channels.get(s, "discord", "10", "100")) == CHANNEL
    assert kept(lambda s: channels.get(s, "discord", "10", "101")) == bare
    assert kept(lambda s: channels.get(s, "discord", "11", "100")) is None
    further = replace(bare, round=4, last=date(2026, 11, 24))
    kept(lambda s: channels.come_to(s, further))
    assert kept(lambda s: channels.get(s, "discord", "10", "101")) == further
    assert kept(lambda s: channels.get(s, "discord", "10", "100")) == CHANNEL


def test_only_an_active_channel_has_a_next_date(kept: Kept) -> None:
    active = replace(CHANNEL, state="active")
    assert kept(lambda s: channels.plan(s, active, NOW)) == date(2026, 11, 29)  # a Sunday
    [due] = kept(lambda s: later.claim(s, NOW + timedelta(days=6)))
    assert due.run == "/daily-post 2026-11-29"
    assert due.at == datetime(2026, 11, 29, 9, 5, tzinfo=UTC)
    assert (due.workspace, due.channel, due.person, due.lang) == ("10", "100", "", "en")
    for state in ("paused", "refused", "off"):
        idle = replace(CHANNEL, state=state)
        assert kept(partial(channels.plan, channel=idle, now=NOW)) is None
        assert kept(lambda s: later.first_due(s, NOW + timedelta(days=400))) is None


def noted(kept: Kept, day: date, slug: str, number: int, **more: Any) -> asked.Asked:
    row = asked.of(CHANNEL, day, datetime.combine(day, time(9), UTC))
    row = replace(row, slug=slug, question="q1", round=number, **more)
    assert kept(lambda s: asked.note(s, row, NOW))
    return row


def test_a_date_is_noted_once(kept: Kept) -> None:
    row = noted(kept, date(2026, 11, 24), "cmo", 1)
    other = replace(row, slug="pdm")
    assert not kept(lambda s: asked.note(s, other, NOW))
    assert not kept(lambda s: asked.note(s, replace(other, id="0" * 12), NOW))
    assert kept(lambda s: asked.get(s, row.id)) == row
    assert kept(lambda s: asked.get(s, "0" * 12)) is None
    assert kept(lambda s: asked.is_noted(s, CHANNEL, row.date))
    assert not kept(lambda s: asked.is_noted(s, CHANNEL, row.date - timedelta(days=1)))
    assert not kept(lambda s: asked.is_noted(s, replace(CHANNEL, channel="101"), row.date))


def test_of_several_that_note_a_date_at_once_one_has_its_id(kept: Kept) -> None:
    found = [asked.of(CHANNEL, date(2026, 11, 24), NOW) for _ in range(6)]
    assert len({each.id for each in found}) == len(found), "nobody can work it out"

    async def note(new: asked.Asked) -> bool:
        store = Store(kept.store.url.render_as_string(hide_password=False))
        async with store.begin() as session:
            noted = await asked.note(session, new, NOW)
        await store.close()
        return noted

    async def whole() -> list[bool]:
        return await asyncio.gather(*map(note, found))

    noted = kept.run(whole())
    [row] = kept(lambda s: asked.recent(s, CHANNEL, 9))
    assert [row.id] == [each.id for each, new in zip(found, noted, strict=True) if new]


def test_the_history_is_of_this_round_and_the_last_oldest_first(kept: Kept) -> None:
    days = [date(2026, 11, day) for day in (20, 21, 22, 23, 24)]
    noted(kept, days[0], "old", 1)
    noted(kept, days[3], "now", 3)
    noted(kept, days[1], "last", 2)
    noted(kept, days[2], "", 0, state="skipped", reason="late")
    newest = noted(kept, days[4], "newest", 3)
    past = kept(lambda s: asked.history(s, CHANNEL))
    assert [(p.date, p.pick) for p in past] == [
        (days[1], Pick("last", "q1", 2)),
        (days[3], Pick("now", "q1", 3)),
        (days[4], Pick("newest", "q1", 3)),
    ]
    assert past[-1].id == newest.id
    assert kept(lambda s: asked.before(s, newest)).slug == "now"
    recent = kept(lambda s: asked.recent(s, CHANNEL, 3))
    assert [row.date for row in recent] == days[:1:-1]
    elsewhere = replace(CHANNEL, workspace="11")
    assert kept(lambda s: asked.history(s, elsewhere)) == []
    assert kept(lambda s: asked.recent(s, elsewhere, 3)) == []


def answer(kept: Kept, row: asked.Asked, person: str) -> None:
    async def work(session: AsyncSession) -> None:
        who = Person("discord", "discord", person)
        place = (row.slug, row.question, row.lang, "?", "!", 1, "", NOW, NOW)
        id = f"{row.id[:8]}-{person}"
        await responses.add(session, who, Response(id, row.workspace, row.id, *place))
        await asked.answered(session, row, row.due_at)

    kept(work)


def test_totals_count_people_and_answers(kept: Kept) -> None:
    first, second = (noted(kept, date(2026, 11, day), "cmo", 1) for day in (23, 24))
    for person in "abcd":
        answer(kept, first, person)
        answer(kept, second, person)
    since = date(2026, 11, 1)
    assert kept(lambda s: asked.totals(s, CHANNEL, since)) is None
    answer(kept, second, "e")
    assert kept(lambda s: asked.totals(s, CHANNEL, since)) == asked.Totals(5, 9)
    assert kept(lambda s: asked.totals(s, CHANNEL, date(2026, 11, 24))) == asked.Totals(5, 5)
    assert kept(lambda s: asked.totals(s, replace(CHANNEL, channel="101"), since)) is None
    assert kept(lambda s: asked.people(s, first.id)) == 4
    claimed = kept(lambda s: later.claim(s, second.due_at + timedelta(minutes=10)))
    assert {due.run for due in claimed} == {f"/daily-count {row.id}" for row in (first, second)}
