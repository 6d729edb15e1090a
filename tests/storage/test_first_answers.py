"""First answers, each in one statement or several in the same, on every database."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event, select

from bot.messages import Person
from bot.storage import asked, events, persons, purge, responses
from bot.storage.first_answers import FirstAnswers
from bot.storage.responses import Response
from bot.storage.store import Store
from bot.storage.tables import ResponseRow
from bot.storage.trouble import DatabaseTrouble

NOW = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
QUESTION = "0123456789ab"
KEN = Person("slack", "T1", "UKEN", "けん")
ELSEWHERE = replace(KEN, tenant="T2")


def answer(id: str = "r1", text: str = "答え", to: str | None = QUESTION) -> Response:
    return Response(id, "T1", to, "cmo", "q1", "ja", "強みは。", text, 1, "", NOW, NOW)


@pytest.fixture
def first(store: Store, runner: asyncio.Runner) -> FirstAnswers:
    """A question was asked, and Ken has agreed that what he answers is kept."""

    async def fill() -> None:
        place = ("slack", "T1", "T1", "C1")
        async with store.begin() as session:
            await asked.note(
                session, asked.Asked(QUESTION, *place, date(2026, 11, 24), NOW, "ja"), NOW
            )
            await persons.choose(session, KEN, NOW, consented_at=NOW)

    runner.run(fill())
    return FirstAnswers(store)


async def kept(store: Store, person: Person = KEN) -> list[Response]:
    async with store.begin() as session:
        return await responses.listed(session, person)


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """The statements that insert answers."""
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO responses"):
            seen.append(statement)

    event.listen(store.engine.sync_engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(store.engine.sync_engine, "before_cursor_execute", note)


def test_an_answer_is_saved_as_any_other_is(
    store: Store, runner: asyncio.Runner, first: FirstAnswers
) -> None:
    async def story() -> None:
        assert await first.keep(KEN, "slack:e1", answer())
        (found,) = await kept(store)
        assert found == answer()

    runner.run(story())


@pytest.mark.parametrize("person", [ELSEWHERE, replace(KEN, platform="discord")])
def test_nobody_s_answer_is_saved_who_has_not_agreed(
    store: Store, runner: asyncio.Runner, first: FirstAnswers, person: Person
) -> None:
    async def story() -> None:
        assert not await first.keep(person, "slack:e1", answer())
        async with store.begin() as session:
            await persons.choose(session, person, NOW, reminders=False)  # known now
        assert not await first.keep(person, "slack:e2", answer())
        assert await kept(store, person) == []

    runner.run(story())


def test_what_is_no_first_answer_to_a_daily_question_is_left(
    store: Store, runner: asyncio.Runner, first: FirstAnswers
) -> None:
    async def story() -> None:
        assert not await first.keep(KEN, "slack:e0", answer(to="ba9876543210"))
        async with store.begin() as session:
            await events.first_time(session, "slack:e1", NOW)
        assert not await first.keep(KEN, "slack:e1", answer()), "the event was noted"
        assert await first.keep(KEN, "slack:e2", answer())
        assert not await first.keep(KEN, "slack:e3", answer("r2", "二つ目")), "answered before"
        assert not await first.keep(KEN, "slack:e2", answer()), "delivered again"
        assert await kept(store) == [answer()]

    runner.run(story())


def test_those_who_answer_at_once_are_saved_together(
    store: Store, runner: asyncio.Runner, first: FirstAnswers
) -> None:
    people = [replace(KEN, id=f"U{n}") for n in range(50)]

    async def story() -> None:
        async with store.begin() as session:
            for person in people[:-1]:
                await persons.choose(session, person, NOW, consented_at=NOW)
        with statements(store) as seen:
            saved = await asyncio.gather(
                *(
                    first.keep(person, f"slack:e{n}", answer(f"r{n}", f"{n}人目の答え"))
                    for n, person in enumerate(people)
                )
            )
        assert saved == [True] * 49 + [False], "all but the one who has not agreed"
        assert len(seen) == 4, "16, 16, 16 and 2"
        for n, person in enumerate(people[:-1]):
            assert await kept(store, person) == [answer(f"r{n}", f"{n}人目の答え")]

    runner.run(story())


def test_one_that_no_database_takes_spoils_nobody_else_s(
    store: Store, runner: asyncio.Runner, first: FirstAnswers
) -> None:
    broken = answer("r2", "片割れ\ud83d")

    async def story() -> None:
        saved = await asyncio.gather(
            first.keep(KEN, "slack:e1", answer()),
            first.keep(replace(KEN, id="UOTHER"), "slack:e2", broken),
        )
        assert list(saved) == [False, False], "each goes the way of all commands"
        assert await kept(store) == []
        assert await first.keep(KEN, "slack:e3", answer())

    runner.run(story())


def test_who_stops_waiting_stops_nobody_else(
    store: Store, runner: asyncio.Runner, first: FirstAnswers
) -> None:
    async def story() -> None:
        gone = asyncio.create_task(first.keep(ELSEWHERE, "slack:e1", answer("r2")))
        stays = asyncio.create_task(first.keep(KEN, "slack:e2", answer()))
        await asyncio.sleep(0)
        gone.cancel()
        assert await stays
        assert await kept(store) == [answer()]

    runner.run(story())


def test_who_has_everything_deleted_at_that_moment_leaves_nothing(
    store: Store, runner: asyncio.Runner, first: FirstAnswers
) -> None:
    async def story() -> None:
        async with store.begin() as session:
            await purge.person(session, KEN)
            answering = asyncio.create_task(first.keep(KEN, "slack:e1", answer()))
            await asyncio.wait([answering], timeout=0.3)
            assert not answering.done(), "it waits for what becomes of the agreement"
        assert not await answering
        async with store.begin() as session:
            assert (await session.scalars(select(ResponseRow))).all() == []

    runner.run(story())


def test_an_answer_that_is_being_saved_goes_with_all_that_is_deleted(
    store: Store, runner: asyncio.Runner, first: FirstAnswers
) -> None:
    """It has looked at the agreement and waits for another row when the deletion comes."""

    async def erase() -> None:
        async with store.begin() as session:
            await purge.person(session, KEN)

    async def story() -> None:
        with suppress(LookupError):
            async with store.begin() as session:
                await responses.add(session, ELSEWHERE, answer())
                answering = asyncio.create_task(first.keep(KEN, "slack:e1", answer()))
                await asyncio.sleep(0.3)
                erasing = asyncio.create_task(erase())
                await asyncio.sleep(0.3)
                raise LookupError  # nothing of theirs is kept
        assert await answering
        await erasing
        assert await kept(store) == []

    runner.run(story())


def test_a_database_that_is_not_there_is_told_of(runner: asyncio.Runner) -> None:
    async def story() -> None:
        nobody = Store("postgresql+asyncpg://senpai@127.0.0.1:1/senpai")
        first = FirstAnswers(nobody)
        said = await asyncio.gather(
            *(first.keep(KEN, f"slack:e{n}", answer(f"r{n}")) for n in range(2)),
            return_exceptions=True,
        )
        await nobody.close()
        assert [type(each) for each in said] == [DatabaseTrouble] * 2

    runner.run(story())


def test_what_was_asked_is_looked_up_once(
    store: Store, runner: asyncio.Runner, first: FirstAnswers
) -> None:
    async def story() -> None:
        found, *others = await asyncio.gather(*(first.asked(QUESTION) for _ in range(5)))
        assert found
        assert found.channel == "C1"
        assert all(other is found for other in others)
        async with store.begin() as session:
            await purge.workspace(session, "slack", "T1")
        assert await first.asked(QUESTION) is found
        assert not await first.keep(KEN, "slack:e1", answer()), "but what is gone is gone"
        assert await first.asked("ba9876543210") is None

    runner.run(story())


def test_what_could_not_be_looked_up_is_looked_up_again(
    store: Store, runner: asyncio.Runner, first: FirstAnswers
) -> None:
    async def story() -> None:
        first._store = Store("postgresql+asyncpg://senpai@127.0.0.1:1/senpai")
        with pytest.raises(DatabaseTrouble):
            await first.asked(QUESTION)
        first._store = store
        assert await first.asked(QUESTION)

    runner.run(story())
