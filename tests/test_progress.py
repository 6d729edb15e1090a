"""`/progress`: what a person sees of how they are coming on."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import storage
from bot.coaching.interview import Interview, Life
from bot.coaching.memory import Card, Rating, Review
from bot.messages import Person, Reply, Request
from bot.storage.asked import Asked
from bot.storage.responses import Response
from tests.conftest import CONTENT
from tests.house import START, House

KEN = Person("slack", "T1", "UKEN", "けん")
REN = Person("slack", "T1", "UREN", "れん")
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


@dataclass
class Desk:
    """A person's last weeks, as the database has them."""

    house: House
    runner: asyncio.Runner
    number: int = 0

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    def progress(self, person: Person = KEN) -> Reply:
        self.number += 1
        asked = Request(f"p{self.number}", person, "/progress", workspace="T1", channel="D1")
        (reply,) = self.run(self.house.engine.handle(asked))
        assert isinstance(reply, Reply)
        return reply

    def answered(
        self, slug: str, at: datetime, verdicts: dict[str, str], asked: str | None = None
    ) -> None:
        async def keep() -> None:
            self.number += 1
            id = f"r{self.number:015}"
            words = Response(id, "T1", asked, slug, "q1", "ja", "質問", "答え", 1, "", at, at)
            async with self.house.service.store.begin() as session:
                await storage.responses.add(session, KEN, words)
                await storage.responses.judge(session, KEN, id, verdicts)

        self.run(keep())

    def asked(self, channel: str, day: date) -> str:
        async def note() -> str:
            self.number += 1
            place = ("slack", "T1", "T1", channel)
            at = datetime(day.year, day.month, day.day, tzinfo=UTC)
            each = Asked(f"{self.number:012}", *place, day, at, "ja", slug="cmo", question="q1")
            async with self.house.service.store.begin() as session:
                await storage.asked.note(session, each, at)
            return each.id

        found: str = self.run(note())
        return found

    def due(self, slug: str, question: str, at: datetime) -> None:
        async def put() -> None:
            card = Card((Review("s", Rating.Good, at - DAY),), at)
            async with self.house.service.store.begin() as session:
                await storage.cards.put(session, KEN, (slug, question, ""), card)

        self.run(put())

    def interviewed(self) -> None:
        async def add() -> None:
            self.number += 1
            new = Interview(f"{self.number:08}", "cmo", "ja", 3, START, START, life=Life.ENDED)
            async with self.house.service.store.begin() as session:
                held = storage.interviews.Held(new, "dm", "T1")
                await storage.interviews.add(session, KEN, held)
                await storage.interviews.save(session, KEN, new)

        self.run(add())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with asyncio.Runner() as runner:
        house = House([CONTENT], tmp_path)
        runner.run(house.open())
        yield Desk(house, runner)
        runner.run(house.close())


def image_of(reply: Reply) -> tuple[bytes, str]:
    assert reply.card
    assert reply.card.image
    return reply.card.image.data, reply.card.image.alt


def test_who_has_done_nothing_yet_gets_a_way_to_begin_and_no_empty_picture(desk: Desk) -> None:
    reply = desk.progress()
    assert "見られるのは、ご自身だけです" in reply.text
    assert reply.card is None
    assert [b.run for b in reply.buttons] == ["/goal", "/interview"]


def test_coverage_by_role_and_week_in_words_and_in_the_picture(desk: Desk) -> None:
    desk.answered("cmo", START - 3 * WEEK, {"a": "covered", "b": "missed", "c": "unclear"})
    desk.answered("cmo", START - 3 * WEEK + DAY, {"a": "covered"})
    desk.answered("cmo", START, {"a": "covered", "b": "covered"})
    desk.answered("product_manager", START, {"a": "missed", "b": "covered"})
    desk.answered("brand_manager", START - 9 * WEEK, {"a": "covered"})  # too long ago
    desk.answered("brand_manager", START, {})  # not judged
    reply = desk.progress()
    assert reply.card
    assert "CMO：100%（はじめの週は50%）" in reply.card.body
    assert "プロダクトマネージャー：50%" in reply.card.body
    assert "ブランド" not in reply.card.body
    data, alt = image_of(reply)
    assert data.startswith(b"\x89PNG")
    assert "CMOの観点に触れた割合：10/26 50%、11/16 100%" in alt
    assert "ブランド" not in alt


def test_a_week_begins_on_monday_where_the_person_is(desk: Desk) -> None:
    sunday_evening = datetime(2026, 11, 15, 14, 59, tzinfo=UTC)  # 23:59 in Japan
    desk.answered("cmo", sunday_evening, {"a": "missed"})
    desk.answered("cmo", sunday_evening + timedelta(minutes=1), {"a": "covered"})
    assert "11/9 0%、11/16 100%" in image_of(desk.progress())[1]


def test_interviews_reviews_and_the_streak_are_told(desk: Desk) -> None:
    desk.interviewed()
    desk.interviewed()
    desk.due("cmo", "q1", START - DAY)
    desk.due("cmo", "q2", START)
    desk.due("product_manager", "q1", START - DAY)
    desk.due("brand_manager", "q1", START + DAY)
    for back in range(3):
        id = desk.asked("C1", (START - DAY * back).date())
        if back:  # today's can still be answered
            desk.answered("cmo", START - DAY * back, {}, id)
    desk.answered("cmo", START, {}, desk.asked("C2", START.date()))
    reply = desk.progress()
    assert reply.card
    for words in ("2回続けて", "面接の練習は2回", "3問あります（CMO 2問、プロダクト"):
        assert words in reply.card.body
    assert (reply.buttons[0].run, reply.buttons[0].style) == ("/interview review", "primary")
    assert "2回連続、面接の練習 2回、復習の時期 3問" in image_of(reply)[1]
    desk.house.clock.now += 2 * DAY
    assert "2回続けて" not in str(desk.progress().card)


def test_when_nothing_is_due_it_says_from_when(desk: Desk) -> None:
    desk.interviewed()
    desk.due("cmo", "q1", START + 3 * DAY)
    reply = desk.progress()
    assert reply.card
    assert "11/23から" in reply.card.body
    assert "/interview review" not in [b.run for b in reply.buttons]


def test_a_goal_is_the_next_step(desk: Desk) -> None:
    desk.interviewed()
    desk.run(desk.house.engine.handle(Request("g", KEN, "/goal cmo")))
    assert desk.progress().buttons[0].run == "/interview cmo"


def test_nobody_sees_anothers(desk: Desk) -> None:
    desk.answered("cmo", START, {"a": "covered"})
    desk.interviewed()
    assert desk.progress(REN).card is None


def test_others_can_write_while_a_picture_is_drawn(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.interviewed()

    async def at_once() -> list[Reply]:
        drawing = asyncio.Event()
        loop = asyncio.get_running_loop()
        go_on = asyncio.Event()

        def slowly(_: object) -> bytes:
            loop.call_soon_threadsafe(drawing.set)
            asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result()
            return b"PNG"

        monkeypatch.setattr("bot.pictures.progress.progress", slowly)
        engine = desk.house.engine
        asking = asyncio.create_task(engine.handle(Request("a", KEN, "/progress")))
        await drawing.wait()
        told = await engine.handle(Request("b", REN, "/goal cmo"))
        go_on.set()
        assert (await asking)[0].card
        return told

    assert "CMOにしました" in desk.run(at_once())[0].text
