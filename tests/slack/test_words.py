"""What somebody wrote is not lost: Slack is told that it arrived when it is kept, not before."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.adapters.slack import service, tasks
from bot.messages import Card, Field, Form, Reply, Request
from tests.slack.coaches import Scripted
from tests.slack.place import CHANNEL, place, run
from tests.standins.slack import until
from tests.standins.slack_payloads import direct, event, mention
from tests.standins.slack_person import TROUBLE

pytestmark = pytest.mark.slow

modes = pytest.mark.parametrize("socket", [True, False], ids=["socket", "http"])
FORM = Form("答えてみる", "/answer a1", (Field("who", "だれに"), Field("answer", "回答", "text")))
KEPT = Reply(card=Card("保存しました"))
LOST = Reply("いまは保存できません。", unsaved=True)


@pytest.fixture(autouse=True)
def _slack_is_impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a test needs not wait three seconds to see that nothing is acknowledged."""
    monkeypatch.setattr("tests.standins.slack.PATIENCE", 1.0)


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """An entry for each delivery that waits for what it brought to be kept: its seconds."""
    waiting: list[float] = []

    async def in_time(work: asyncio.Future[Any], seconds: float) -> bool:
        waiting.append(seconds)
        return await tasks.in_time(work, seconds)

    monkeypatch.setattr(service, "in_time", in_time)
    return waiting


class Recovering(Scripted):
    """Keeps nothing before its database is back; what was not kept it handles again."""

    back = False

    async def handle(self, request: Request) -> list[Reply]:
        self.asked.append(request)
        return list(self.script[""] if self.back else [LOST])


@modes
def test_what_could_not_be_kept_slack_sends_again(socket: bool) -> None:
    async def conversation() -> None:
        coach = Recovering({"": [KEPT]})
        async with place(coach, socket=socket) as here:
            aoi = here.person()
            payload = event(direct(aoi.id, aoi.dm, "予算を移しました"))
            assert await here.slack.offer("events_api", payload) is None
            await here.adapter.settled()
            assert "いまは保存できません。" in aoi.screen()
            coach.back = True
            assert await here.slack.offer("events_api", payload) == {}
            await here.adapter.settled()
            assert "保存しました" in aoi.screen()
            assert [asked.text for asked in coach.asked] == ["予算を移しました"] * 2

    run(conversation())


def test_what_is_no_answer_needs_not_come_again() -> None:
    async def conversation() -> None:
        async with place(Recovering({})) as here:
            aoi = here.person()
            assert (
                await here.slack.offer("events_api", event(mention(aoi.id, CHANNEL, "CMO"))) == {}
            )

    run(conversation())


@modes
def test_words_that_take_long_to_keep_come_again_and_are_kept_once(
    socket: bool, monkeypatch: pytest.MonkeyPatch, waiting: list[float]
) -> None:
    monkeypatch.setattr(service, "IN_TIME", 0.05)

    async def conversation() -> None:
        coach = Scripted({"": [KEPT]}, gate=asyncio.Event())
        assert coach.gate
        async with place(coach, socket=socket) as here:
            aoi = here.person()
            payload = event(direct(aoi.id, aoi.dm, "予算を移しました"))
            assert await here.slack.offer("events_api", payload) is None
            monkeypatch.setattr(service, "IN_TIME", 10)
            again = asyncio.create_task(here.slack.deliver("events_api", payload))
            await until(lambda: waiting == [0.05, 10])
            coach.gate.set()
            assert await again == {}
            await here.adapter.settled()
            assert len(coach.asked) == 1
            assert aoi.screen().count("保存しました") == 1

    run(conversation())


@modes
@pytest.mark.parametrize(
    "replies",
    [[LOST], [replace(LOST, form=FORM)], [Reply("?"), LOST]],
    ids=["words", "form", "second"],
)
def test_a_form_whose_words_could_not_be_kept_stays_open(
    socket: bool, replies: Sequence[Reply]
) -> None:
    async def conversation() -> None:
        coach = Scripted({"/answer a1": [Reply(form=FORM)]})
        async with place(coach, socket=socket) as here:
            aoi = here.person()
            await aoi.command("/answer", "a1", CHANNEL)
            coach.script["/answer a1"] = replies
            await aoi.fill({"だれに": "上司", "回答": "予算を移しました"})
            assert "いまは保存できません。" in aoi.screen()
            assert aoi.modal
            coach.script["/answer a1"] = [KEPT]
            await aoi.fill({})  # the words still stand there
            assert coach.asked[-1].values == {"who": "上司", "answer": "予算を移しました"}
            assert "保存しました" in aoi.screen()
            assert aoi.modal is None

    run(conversation())


@modes
def test_a_form_whose_words_take_long_to_keep_stays_open(
    socket: bool, monkeypatch: pytest.MonkeyPatch, waiting: list[float]
) -> None:
    monkeypatch.setattr(service, "TO_SAVE", 0.05)

    async def conversation() -> None:
        coach = Scripted({"/answer a1": [Reply(form=FORM)]})
        async with place(coach, socket=socket) as here:
            aoi = here.person()
            await aoi.command("/answer", "a1", CHANNEL)
            coach.script["/answer a1"] = [KEPT]
            gate = coach.gate = asyncio.Event()
            filling = asyncio.create_task(aoi.fill({"だれに": "上司", "回答": "予算"}))
            await until(lambda: TROUBLE in aoi.errors)
            assert aoi.modal
            assert "保存しました" not in aoi.screen()
            # Sent once more, the same words are not handled a second time.
            monkeypatch.setattr(service, "TO_SAVE", 10)
            again = asyncio.create_task(aoi.fill({}))
            await until(lambda: waiting[-2:] == [0.05, 10])
            gate.set()
            await asyncio.gather(filling, again)
            assert len(coach.asked) == 2  # opened, and sent
            assert "保存しました" in here.slack.world.screen(aoi.id)
            assert aoi.modal is None

    run(conversation())


class Broken(Scripted):
    async def handle(self, request: Request) -> list[Reply]:
        if request.values:
            raise OSError
        return await super().handle(request)


def test_a_form_that_nobody_could_handle_stays_open() -> None:
    async def conversation() -> None:
        async with place(Broken({"": [Reply(form=FORM)]})) as here:
            aoi = here.person()
            await aoi.command("/answer", "a1", CHANNEL)
            await aoi.fill({"だれに": "上司", "回答": "予算"})
            assert aoi.modal
            assert TROUBLE in aoi.screen()

    run(conversation())


def test_what_is_wrong_is_said_at_its_field() -> None:
    async def conversation() -> None:
        coach = Scripted({"/answer a1": [Reply(form=FORM)]})
        async with place(coach) as here:
            aoi = here.person()
            await aoi.command("/answer", "a1")
            for wrong, field in (("answer", "answer"), ("", "who"), ("elsewhere", "who")):
                coach.script["/answer a1"] = [Reply("短めです。", form=replace(FORM, wrong=wrong))]
                await aoi.fill({"だれに": "上司", "回答": "予算"})
                assert aoi.errors == ("短めです。",)
                assert aoi.wrong == (field,)
            # Of a field that the open form doesn't have, it is said above the form that has it.
            other = Form("別のこと", "/answer a1", (Field("more", "くわしく"),))
            coach.script["/answer a1"] = [Reply("もう一つ*だけ*。", form=other)]
            await aoi.fill({})
            assert "もう一つ*だけ*。" in aoi.screen()
            assert "くわしく" in aoi.screen()

    run(conversation())


@pytest.mark.parametrize("before", ["", "U0REN", "蓮さん"])
def test_a_member_is_picked_by_name_and_known_by_id(before: str) -> None:
    async def conversation() -> None:
        field = Field("who", "だれに任せますか", "person", value=before)
        coach = Scripted({"/daily": [Reply(form=Form("担当", "/daily", (field,)))]})
        async with place(coach) as here:
            aoi, ren = here.person(), here.person("U0REN", "蓮")
            aoi.colleagues = {"蓮": ren.id}
            await aoi.command("/daily")
            coach.script["/daily"] = [KEPT]
            await aoi.fill({} if before == ren.id else {"だれに任せますか": "蓮"})
            assert coach.asked[-1].values == {"who": ren.id}

    run(conversation())
