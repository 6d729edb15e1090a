"""Forms as modals: opened, filled in, kept open, and what there is where none can open."""

from __future__ import annotations

import asyncio

import pytest

from bot.adapters.slack import service
from bot.app import App
from bot.messages import Button, Card, Field, Form, Menu, Reply
from tests.coach import EngineCoach
from tests.slack.coaches import Scripted
from tests.slack.place import CHANNEL, place, run
from tests.standins.slack import until
from tests.standins.slack_limits import Fault
from tests.standins.slack_payloads import home_opened

FORM = Form(
    "振り返り",
    "/reflect",
    (
        Field("line", "ひとこと"),
        Field("text", "くわしく", kind="text", required=False, value="前に書いたこと"),
        Field("mood", "調子", kind="choice", choices=(("よい", "good"), ("ふつう", "fair"))),
        Field("role", "職種", kind="role", required=False),
    ),
    "**3分**で書けます。",
)
ANSWER = Reply(card=Card("受け取りました"))


def test_what_is_filled_in_arrives_by_name() -> None:
    async def conversation() -> None:
        coach = Scripted({"/reflect": [Reply(form=FORM)]})
        async with place(coach) as here:
            aoi = here.person()
            await aoi.command("/reflect", channel=CHANNEL)
            assert "3分で書けます。" in aoi.screen()
            coach.script["/reflect"] = [ANSWER]
            await aoi.fill({"ひとこと": "R&D <b>", "調子": "よい", "職種": "データ職"})
            assert coach.asked[-1].values == {
                "line": "R&D <b>",
                "text": "前に書いたこと",
                "mood": "good",
                "role": "データ職",
            }
            assert coach.asked[-1].text == "/reflect"
            assert coach.asked[-1].channel == CHANNEL
            assert "受け取りました" in aoi.screen()
            assert aoi.shown[0]["ephemeral_for"] == aoi.id
            assert aoi.modal is None

    run(conversation())


def test_a_form_that_comes_back_with_a_reason_stays_open() -> None:
    async def conversation() -> None:
        coach = Scripted({"/reflect": [Reply(form=FORM)]})
        async with place(coach) as here:
            aoi = here.person()
            await aoi.command("/reflect")
            coach.script["/reflect"] = [Reply("もう少し長く書いてみませんか。", form=FORM)]
            await aoi.fill({"ひとこと": "はい", "調子": "よい"})
            assert "もう少し長く書いてみませんか。" in aoi.screen()
            other = Form("続き", "/reflect", (Field("line", "その先"),))
            coach.script["/reflect"] = [Reply(form=other)]
            await aoi.fill({"ひとこと": "はい", "調子": "よい"})
            assert "その先" in aoi.screen()
            coach.script["/reflect"] = [ANSWER]
            await aoi.fill({"その先": "はい"})
            assert "受け取りました" in aoi.screen()

    run(conversation())


def test_where_no_form_can_open_a_button_opens_it() -> None:
    async def conversation() -> None:
        coach = Scripted({"": [Reply(form=FORM)]})
        async with place(coach) as here:
            aoi = here.person()
            await aoi.say("振り返りたい")
            assert "3分で書けます。" in aoi.screen()
            await aoi.press("振り返り")
            assert aoi.modal
            assert coach.asked[-1].text == "/reflect"

    run(conversation())


@pytest.mark.parametrize("fault", ["expired", "used", "down", "dropped"])
def test_a_trigger_that_is_no_good_any_more(fault: str) -> None:
    async def conversation() -> None:
        coach = Scripted({"": [Reply(form=FORM)]}, gate=asyncio.Event())
        assert coach.gate
        async with place(coach) as here:
            aoi = here.person()
            if fault in ("down", "dropped"):
                here.slack.faults["views.open"].append(Fault(500 if fault == "down" else 0))
            command = asyncio.create_task(aoi.command("/reflect", channel=CHANNEL))
            await until(lambda: bool(coach.asked))
            here.slack.world.now += 4 if fault == "expired" else 0
            if fault == "used":
                here.slack.world.triggers = dict.fromkeys(here.slack.world.triggers)
            coach.gate.set()
            await command
            assert aoi.modal is None
            await aoi.press("振り返り")
            assert aoi.modal

    run(conversation())


def test_a_slow_answer_comes_after_the_acknowledgement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "IN_TIME", 0)

    async def conversation() -> None:
        coach = Scripted({"/slow": [ANSWER]}, gate=asyncio.Event())
        assert coach.gate
        async with place(coach) as here:
            aoi = here.person()
            asking = asyncio.create_task(aoi.command("/slow", channel=CHANNEL))
            await until(lambda: bool(coach.asked) and here.slack.acknowledged == 1)
            assert aoi.shown == []
            coach.gate.set()
            await asking
            assert "受け取りました" in aoi.screen()
            assert len(aoi.shown) == 1

    run(conversation())


def test_when_the_response_url_ran_out_a_form_is_answered_all_the_same() -> None:
    async def conversation() -> None:
        coach = Scripted({"/reflect": [Reply(form=FORM)]})
        async with place(coach) as here:
            aoi = here.person()
            for channel in (CHANNEL, "C0ELSEWHERE"):
                coach.script["/reflect"] = [Reply(form=FORM)]
                await aoi.command("/reflect", channel=channel)
                here.slack.world.now += 31 * 60
                coach.script["/reflect"] = [ANSWER]
                await aoi.fill({"ひとこと": "はい", "調子": "よい"})
                assert "受け取りました" in aoi.screen()
                where = CHANNEL if channel == CHANNEL else aoi.dm
                assert aoi.shown[0]["channel"] == where

    run(conversation())


@pytest.mark.parametrize("socket", [True, False], ids=["socket", "http"])
def test_in_the_app_home_all_happens_there(app: App, socket: bool) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine), socket=socket) as here:
            aoi = here.person()
            await aoi.event(home_opened(aoi.id, aoi.dm, "messages"))
            assert aoi.screen() == ""
            await aoi.event(home_opened(aoi.id, aoi.dm))
            first = aoi.screen()
            assert "こんにちは、Senpaiです" in first
            assert "まずはここから" in first
            assert "ホームに戻る" not in first
            await aoi.press("経理担当を見てみる")
            assert "経理担当（Accountant）" in aoi.screen()
            await aoi.press("主な業務")
            assert "経理担当：主な業務" in aoi.screen()
            await aoi.press("ホームに戻る")
            assert aoi.screen() == first
            await aoi.press("道のりを調べる")
            await aoi.fill(
                {"今の職種、または気になる職種": "グロースリーダー", "目指す職種": "cmo"}
            )
            assert "グロースリーダー → CMO" in aoi.screen()
            assert aoi.shown[0]["type"] == "home"
            assert here.slack.world.channels[aoi.dm].messages == {}

    run(conversation())


def test_a_menu_that_suggests_roles_while_one_types() -> None:
    async def conversation() -> None:
        options = tuple((f"分野{i}", f"/role category=c{i}") for i in range(25))
        reply = Reply(card=Card("どの分野を見ますか"), menu=Menu("選ぶ", options, suggest="/role"))
        many = tuple((f"職種{i:03}" + "名" * 80, f"role-{i}") for i in range(150))
        coach = Scripted({"": [reply]}, names=(*many, ("CMO", "cmo")))
        async with place(coach) as here:
            aoi = here.person()
            await aoi.say("職種")
            await aoi.pick("")
            assert coach.asked[-1].text == "/role role-0"
            await aoi.pick("cmo")
            assert coach.asked[-1].text == "/role cmo"
            await aoi.press("分野7")
            assert coach.asked[-1].text == "/role category=c7"

    run(conversation())


def test_a_button_works_after_a_restart(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo", CHANNEL)
            shown, element, _ = aoi.find("主な業務")
        async with place(EngineCoach(app.engine)) as again:
            aoi = again.person()
            await aoi.act((shown, element, None))
            assert "CMO：主な業務" in aoi.screen()

    run(conversation())


def test_what_goes_to_the_dm_and_what_is_said_where_it_cannot() -> None:
    async def conversation() -> None:
        dm = Reply("練習を始めましょう。", to="dm")
        coach = Scripted({"/start": [Reply("DMに送りました。"), dm]})
        async with place(coach) as here:
            aoi = here.person()
            await aoi.command("/start", channel=CHANNEL)
            assert {shown["channel"] for shown in aoi.shown} == {CHANNEL, aoi.dm}
            here.slack.world.users[aoi.id].dm_closed = True
            await aoi.command("/start", channel=CHANNEL)
            assert "DMを送れませんでした" in aoi.screen()
            coach.script["/start"] = [Reply("練習", to="dm", undelivered="/start stop")]
            coach.script["/start stop"] = [Reply("始めませんでした。")]
            await aoi.command("/start", channel=CHANNEL)
            assert "始めませんでした。" in aoi.screen()

    run(conversation())


def test_a_button_that_opens_a_page_is_only_acknowledged() -> None:
    async def conversation() -> None:
        reply = Reply("詳しくは", buttons=(Button("文書", url="https://example.com/cmo"),))
        coach = Scripted({"": [reply]})
        async with place(coach) as here:
            aoi = here.person()
            await aoi.say("CMO")
            await aoi.press("文書")
            assert len(coach.asked) == 1

    run(conversation())
