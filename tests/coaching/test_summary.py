"""The summary, and what it says beside earlier ones."""

from __future__ import annotations

import msgspec

from bot.coaching import summary
from bot.coaching.effects import Summarise
from bot.coaching.events import Disputed, Do
from bot.coaching.feedback import Verdict
from bot.coaching.summary import NextStep, Summary, compare, summarise
from tests.coaching.practice import Practice

NUMBERS = "ROASが1.8を下回った枠を止めました。"


def run(*answers: str) -> Practice:
    """An interview with these answers; an empty one is a skip."""
    p = Practice(len(answers))
    for answer in answers:
        if answer:
            p.answer(answer)
            p.press(Do.NEXT)
        else:
            p.press(Do.SKIP)
    assert p.all.count(Summarise()) == 1
    return p


def of(*answers: str) -> Summary:
    return summarise(run(*answers).state)


def test_points_by_question() -> None:
    found = of(NUMBERS, "採用と育成をしました。", "")
    assert (found.covered, found.points, found.answered) == (3, 5, 2)
    assert [point.text for point in found.results[0].having(Verdict.MISSED)] == ["CPA", "LTV"]
    assert summary.from_json(summary.to_json(found)) == found


def test_the_best_sentence_has_a_number_if_any_has() -> None:
    found = of(NUMBERS, "採用と育成を、半年かけて粘り強く、ひとつずつ確かめながら進めました。")
    assert (found.best, found.best_words) == (NUMBERS, "q0について教えてください。")
    assert of("", "採用しました。").best == "採用しました。"
    assert of("", "").best == ""


def test_two_things_to_practise_of_different_questions() -> None:
    found = of(NUMBERS, "採用をしました。", "")
    assert [(step.question, step.point) for step in found.practise] == [
        ("q0", "CPA"),
        ("q1", "育成"),
    ]
    asked = "q0について教えてください。"
    assert of("", "採用と育成").practise == (NextStep("cmo", "q0", asked),)
    assert [step.point for step in of("ROAS", "採用と育成").practise] == ["CPA", "LTV"]


def test_a_follow_up_and_a_dispute_count_in() -> None:
    p = Practice(1)
    p.answer(NUMBERS)
    p.press(Do.DEEPER)
    p.answer("CPAは28%下がりました。")
    p.do(Disputed(0, "q0-2"))
    p.press(Do.NEXT)
    found = summarise(p.state)
    assert (found.covered, found.points, len(found.results)) == (3, 3, 1)
    assert found.practise == ()


def test_time_without_pauses() -> None:
    p = Practice(1)
    p.say("ROASを見て、", 50)
    p.press(Do.PAUSE)
    p.now = p.now.replace(year=2027)
    p.resume()
    p.answer("止めました。")
    p.press(Do.NEXT)
    assert (summarise(p.state).seconds, summarise(p.state).minutes) == (82, 2)


def test_growth() -> None:
    earlier = [of(NUMBERS, "採用をしました。"), of("なにか", "なにか")]
    growth = compare(of("ROASとCPAを見ました。", "採用と育成"), earlier)
    assert (growth.number, growth.covered, growth.points) == (3, 4, 5)
    assert (growth.now, growth.before) == (80, 20)
    assert growth.gained == ("CPA", "育成")


def test_the_first_has_nothing_to_compare_with() -> None:
    growth = compare(of("", ""), [])
    assert (growth.number, growth.now, growth.before, growth.gained) == (1, None, None, ())


def test_what_may_be_shared_holds_no_answer() -> None:
    growth = compare(of(NUMBERS, "採用をしました。"), [of("CPAです。", "育成です。")])
    shared = msgspec.json.encode(growth).decode()
    assert not any(words in shared for words in ("下回った", "しました", "です", "について"))
