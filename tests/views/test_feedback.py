"""What can be said to the verdicts on an answer."""

from __future__ import annotations

from bot.coaching.feedback import Feedback, Judged, Kind, Verdict
from bot.coaching.turns import Aspect, Outcome, Part, Turn
from bot.locale import texts
from bot.views.feedback import disputes
from tests.coaching.practice import BEGUN


def answered(*verdicts: Verdict) -> Turn:
    points = tuple(Aspect(f"p{n}", f"観点{n}") for n in range(len(verdicts)))
    judged = tuple(
        Judged(point.text, verdict, 0.5, "")
        for point, verdict in zip(points, verdicts, strict=True)
    )
    feedback = Feedback(Kind.ANSWER, judged, (), other_angle=False)
    said = (Part("m1", "見て、変えました。"),)
    return Turn("cmo", "q", "?", BEGUN, points, said, outcome=Outcome.ANSWERED, feedback=feedback)


def test_each_point_that_was_not_covered_can_be_disputed() -> None:
    turn = answered(Verdict.COVERED, *[Verdict.MISSED] * 5, Verdict.UNCLEAR)
    menu = disputes(texts("ja"), turn, lambda point: f"/answers dispute r1 {point}")
    assert menu
    assert len(menu.options) == 6
    assert menu.options[0] == ("書いたつもりです：観点1", "/answers dispute r1 p1")


def test_where_all_is_covered_there_is_nothing_to_dispute() -> None:
    assert disputes(texts("ja"), answered(Verdict.COVERED), str) is None
