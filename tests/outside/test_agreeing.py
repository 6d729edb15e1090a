"""Answers leave Senpai only for who agreed to it, and only to whom they agreed."""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
from collections.abc import Coroutine, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import storage
from bot.adapters.console.posts import Posts
from bot.coaching.feedback import Verdict
from bot.config import Endpoint, FeedbackSettings
from bot.messages import Person, Reply, Request
from tests.conftest import SAMPLE
from tests.house import House
from tests.standins.openai import KEY, Model, points, serving

pytestmark = pytest.mark.slow

AOI, KEN = (Person("slack", "T1", id, name) for id, name in (("UAOI", "葵"), ("UKEN", "健")))
SAID = "解約しそうなお客様を10社訪ねて、理由を聞きました。"
_numbers = itertools.count(1)


def in_the_dm(person: Person, line: str, **values: str) -> Request:
    id = f"a{next(_numbers)}"
    return Request(id, person, line, "T1", "D1", "dm", message=id, values=values)


class Desk:
    def __init__(self, house: House, runner: asyncio.Runner) -> None:
        self.house = house
        self._runner = runner
        house.senders["slack"] = Posts()
        runner.run(house.open())

    def ask(self, person: Person, line: str, **values: str) -> list[Reply]:
        request = in_the_dm(person, line, **values)
        replies: list[Reply] = self._runner.run(self.house.engine.handle(request))
        return replies

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(work)

    def agree(self, person: Person) -> None:
        """By the button that names who gets the answers."""
        (asked,) = self.ask(person, "/settings outside=ask")
        assert asked.card
        assert f"みなとAI ({self._host})" in asked.card.body.replace("\\", "")
        run = next(button.run for button in asked.buttons if button.label == "送る")
        self.ask(person, run)

    @property
    def _host(self) -> str:
        judge = self.house.feedback.judge
        assert judge
        return judge.url.split("/")[2]


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as made:
        yield made


@pytest.fixture
def model() -> Iterator[Model]:
    with serving(lambda _: points(("p1", "covered", "10社訪ねて、理由を聞きました"))) as served:
        yield served


def judged_by(model: Model, name: str = "みなとAI") -> FeedbackSettings:
    return FeedbackSettings(judge=Endpoint(model.url, "small", name, KEY))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all, so that the library is parsed once."""
    return tmp_path_factory.mktemp("houses")


@pytest.fixture
def desk(model: Model, folder: Path, runner: asyncio.Runner) -> Iterator[Desk]:
    made = Desk(House(SAMPLE, folder, feedback=judged_by(model)), runner)
    for person in (AOI, KEN):
        made.ask(person, "/begin")
    yield made
    runner.run(made.house.close())


def feedback(replies: list[Reply]) -> str:
    return next(r.card.body for r in replies if r.card and r.card.title == "フィードバック")


def test_an_answer_goes_there_after_the_person_said_so_and_until_they_stop(
    desk: Desk, model: Model
) -> None:
    before = feedback(desk.ask(AOI, "/answer cmo 1", text=SAID))
    assert model.asked == []
    desk.agree(AOI)
    desk.ask(KEN, "/answer cmo 1", text=SAID)
    assert model.asked == [], "another person has not agreed"
    after = feedback(desk.ask(AOI, "/answer cmo 1", text=SAID))
    assert len(model.asked) == 1
    assert after != before
    assert "「10社訪ねて、理由を聞きました」" in after
    sent = str(model.asked)
    assert AOI.id not in sent
    assert AOI.name not in sent
    desk.ask(AOI, "/settings outside=off")
    desk.ask(AOI, "/answer cmo 1", text=SAID)
    assert len(model.asked) == 1


def test_in_an_interview_too(desk: Desk, model: Model) -> None:
    lines = ("/interview cmo", SAID, "以上です")
    for line in lines:
        desk.ask(AOI, line)
    assert model.asked == []
    desk.ask(AOI, "/interview stop")
    desk.agree(AOI)
    for line in ("次", SAID, "以上です"):
        desk.ask(AOI, line)
    assert len(model.asked) == 1
    assert model.data["answer"] == SAID


def test_who_agreed_to_one_recipient_has_not_agreed_to_another(
    desk: Desk, model: Model, folder: Path, runner: asyncio.Runner
) -> None:
    desk.agree(AOI)
    old = next(
        button.run
        for button in desk.ask(KEN, "/settings outside=ask")[0].buttons
        if button.label == "送る"
    )
    other = House(SAMPLE, folder, url=desk.house.url, feedback=judged_by(model, "よそのAI"))
    moved = Desk(other, runner)
    moved.ask(AOI, "/answer cmo 1", text=SAID)
    (asked,) = moved.ask(KEN, old)
    assert asked.card
    assert "よそのAI" in asked.card.body, "a button that was drawn for another asks again"
    moved.ask(KEN, "/answer cmo 1", text=SAID)
    assert model.asked == []
    runner.run(other.close())


def test_nothing_of_it_is_logged_and_a_failure_is_not_noticed(
    desk: Desk, model: Model, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    desk.agree(AOI)
    model.reply = lambda _: 503
    assert feedback(desk.ask(AOI, "/answer cmo 1", text=SAID))
    assert len(model.asked) == 1
    logged = "\n".join(logging.Formatter().format(record) for record in caplog.records)
    assert "status 503" in logged
    for secret in (SAID, KEY, AOI.name):
        assert secret not in logged


def test_what_is_disputed_in_an_interview_is_kept_as_it_was_judged(desk: Desk) -> None:
    for line in ("/interview cmo", SAID, "以上です"):
        desk.ask(AOI, line)

    async def point() -> str:
        async with desk.house.service.store.begin() as session:
            held = await storage.interviews.live(session, AOI)
        assert held
        turn = held.interview.turns[0]
        missed = next(p for p, j in turn.verdicts() if j.verdict is not Verdict.COVERED)
        return f"/interview dispute {held.interview.id} 0 {missed.id}"

    line = desk.run(point())
    assert "渡してもよいですか" in str(desk.ask(AOI, line))
    assert "渡してもよいですか" not in str(desk.ask(AOI, line)), "asked once"
    (reply,) = desk.ask(AOI, "/mydata disputes")
    (row,) = map(json.loads, reply.files[0].data.decode().splitlines())
    assert (row["answer"], row["covered"], row["tag"]) == (SAID, True, "disputed")
    assert desk.ask(KEN, "/mydata disputes")[0].files == ()


@pytest.mark.slow
def test_feedback_of_others_does_not_wait_for_it(desk: Desk, model: Model) -> None:
    """However many answers are being read outside."""
    crowd = [replace(AOI, id=f"U{n}", name="") for n in range(8)]
    for person in crowd:
        desk.ask(person, "/begin")
        desk.agree(person)
    model.held.set()

    async def one(person: Person) -> None:
        await desk.house.engine.handle(in_the_dm(person, "/answer cmo 1", text=SAID))

    async def meanwhile() -> bool:
        slow = [asyncio.create_task(one(person)) for person in crowd]
        await asyncio.to_thread(model.wait_for, len(crowd))
        await one(KEN)
        first = not any(task.done() for task in slow)
        model.held.clear()
        await asyncio.gather(*slow)
        return first

    assert desk.run(meanwhile())
