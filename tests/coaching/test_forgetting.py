"""An answer that its author deleted leaves no word in the interview."""

from __future__ import annotations

from dataclasses import replace

from bot.coaching.events import Disputed, Do
from bot.coaching.feedback import Sign, Verdict
from bot.coaching.forgetting import forget
from bot.coaching.interview import Phase, to_json
from bot.coaching.moves import put
from bot.coaching.summary import summarise
from bot.coaching.turns import Outcome
from tests.coaching.practice import Practice

SAID = "ROASが1.8を下回った枠を止めました。"


def quoting() -> Practice:
    """Two answers, and more said to the second; the signs of the first quote it."""
    p = Practice(3)
    p.answer(SAID)
    turn = p.state.turns[0]
    assert turn.feedback
    p.state = put(
        p.state, 0, replace(turn, feedback=replace(turn.feedback, signs=(Sign("", (SAID,)),)))
    )
    p.press(Do.NEXT)
    p.answer("採用をしました。")
    p.say("育成もしました。")
    return p


def test_no_word_is_left_and_what_was_found_stays() -> None:
    p = quoting()
    p.do(Disputed(0, "q0-1"))
    before = p.state
    p.state = forget(before, 0)
    assert "下回った" not in to_json(p.state)
    assert "採用をしました" in to_json(p.state)
    assert p.state.turns[0].having(Verdict.COVERED) == before.turns[0].having(Verdict.COVERED)
    assert summarise(p.state).best == "採用をしました。"
    p.state = forget(p.state, 1)
    assert "しました" not in to_json(p.state)
    assert p.phase is Phase.TOLD
    p.press(Do.NEXT)
    assert p.turn.question == "q2"


def test_what_is_being_written_is_not_sent() -> None:
    p = Practice(3)
    p.say("わかりません、でも少し考えます。採用をしました。")
    p.state = forget(p.state, 0)
    assert p.quiet() == ()
    assert p.phase is Phase.ANSWERING
    p.answer(SAID)
    assert p.turn.text == SAID


def test_what_is_being_judged_brings_nothing_back() -> None:
    p = Practice(3)
    p.say(SAID)
    p.say("送信", 1)
    p.press(Do.STOP)
    p.state = forget(p.state, 0)
    assert p.judge() == ()
    assert "下回った" not in to_json(p.state)
    assert p.turn.outcome is Outcome.RESTED
    p.press(Do.NEXT)
    assert p.turn.question == "q1"
