"""What is left of an answer that was given in an interview, on every database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select

from bot.coaching import summary
from bot.coaching.interview import Interview
from bot.messages import Person
from bot.storage import interviews, responses
from bot.storage.interviews import Held
from bot.storage.responses import Response
from bot.storage.store import Store
from bot.storage.tables import InterviewRow
from tests.coaching.practice import Practice
from tests.coaching.test_summary import run

NOW = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
KEN = Person("slack", "T1", "U1", "けん")
AOI = Person("slack", "T1", "U2", "葵")
SAID = ("ROASを見て止めました。", "採用と育成をしました。")


async def practised(store: Store, person: Person, id: str, state: Interview) -> list[str]:
    """Keeps an interview with its answers; gives the ids of these."""
    held = Held(replace(state, id=id), "dm", "T1")
    ids = [interviews.response_id(id, number) for number in range(len(state.turns))]
    async with store.begin() as session:
        await interviews.add(session, person, held)
        await interviews.save(session, person, held.interview, summary.summarise(held.interview))
        for key, turn in zip(ids, state.turns, strict=True):
            place = ("T1", None, "cmo", turn.question, "ja", turn.words)
            kept = Response(key, *place, turn.text, 1, "", NOW, NOW, interview=id)
            await responses.add(session, person, kept)
    return ids


async def kept(store: Store, id: str) -> str:
    async with store.begin() as session:
        columns = select(InterviewRow.state, InterviewRow.summary).where(InterviewRow.id == id)
        return "\n".join((await session.execute(columns)).one())


def test_a_deleted_answer_leaves_its_interview_too(store: Store, runner: asyncio.Runner) -> None:
    async def story() -> None:
        ended = run(*SAID).state
        first, second = await practised(store, KEN, "11111111", ended)
        await practised(store, AOI, "22222222", ended)
        async with store.begin() as session:
            await responses.remove(session, AOI, first)
        assert SAID[0] in await kept(store, "11111111"), "only their own"
        for number, response in ((1, second), (0, first)):
            async with store.begin() as session:
                await responses.remove(session, KEN, response)
            assert SAID[number] not in await kept(store, "11111111")
        assert SAID[0] in await kept(store, "22222222")
        async with store.begin() as session:
            held = await interviews.get(session, KEN, "11111111")
            assert held
            past = await interviews.past(session, KEN)
            assert past == [summary.summarise(held.interview)], "what it is compared by"
            assert past[0].covered == summary.summarise(ended).covered

    runner.run(story())


def test_an_interview_goes_on_without_a_deleted_answer(
    store: Store, runner: asyncio.Runner
) -> None:
    async def story() -> None:
        p = Practice(3)
        p.answer(SAID[0])
        (response,) = await practised(store, KEN, "11111111", p.state)
        async with store.begin() as session:
            await responses.remove(session, KEN, response)
        async with store.begin() as session:
            live = await interviews.live(session, KEN)
        assert live
        assert live.interview.phase == "told"
        assert SAID[0] not in str(live.interview)

    runner.run(story())
