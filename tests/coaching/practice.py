"""Somebody who practises: an interview, its clock, and a scorer that looks for a point's text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.coaching import advance, interview
from bot.coaching.effects import Effect, Judge, Wait
from bot.coaching.events import Do, Edited, Event, Left, Pressed, Quiet, Resumed, Said, Scored
from bot.coaching.feedback import Feedback, Judged, Kind, Point, Verdict
from bot.coaching.interview import Interview, Phase
from bot.coaching.turns import Turn
from bot.library import model

BEGUN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LONG = "広告の数字を毎週見て、効きの悪い枠を止め、浮いた予算を検索広告へ移しました。" * 4


def question(id: str, *points: str) -> model.Question:
    listed = tuple(model.Point(f"{id}-{n}", text, 1) for n, text in enumerate(points))
    return model.Question(id, 1, f"{id}について教えてください。", listed, 1)


QUESTIONS = {
    id: question(id, *points)
    for id, points in {
        "q0": ("ROAS", "CPA", "LTV"),
        "q1": ("採用", "育成"),
        "q2": (),
        "q3": ("予算",),
        "q4": ("仮説", "検証"),
        "q5": ("連携",),
    }.items()
}


def find(slug: str, id: str) -> model.Question | None:
    return QUESTIONS.get(id) if slug == "cmo" else None


class Literal:
    """A Scorer: a point is covered where its text stands, unclear where its first letter does."""

    def judge(self, question: str, points: Sequence[Point], answer: str) -> Feedback:
        kind = Kind.GIVE_UP if "わかりません" in answer else Kind.ANSWER
        judged = tuple(self._judge(point.text, answer) for point in points)
        return Feedback(kind, judged, (), other_angle=False)

    def _judge(self, point: str, answer: str) -> Judged:
        if point in answer:
            return Judged(point, Verdict.COVERED, 0.9, answer)
        unclear = point[0] in answer
        return Judged(point, Verdict.UNCLEAR if unclear else Verdict.MISSED, 0.3, "")


class Practice:
    """Feeds events and keeps what came of them; judges only when told to."""

    def __init__(
        self,
        length: int = 3,
        queue: Sequence[str] = ("q0", "q1", "q2", "q3"),
        opening: Sequence[str] = (),
    ) -> None:
        self.now = BEGUN
        self._ids = count(1)
        refs = tuple(("cmo", id) for id in queue)
        first = tuple(("cmo", id) for id in opening)
        new = Interview("8f3", "cmo", "ja", length, BEGUN, BEGUN, queue=refs, opening=first)
        self.state, self.effects = advance.begin(new, find)
        self.all: list[Effect] = list(self.effects)

    def do(self, event: Event, after: float = 0) -> tuple[Effect, ...]:
        """`after` so many seconds; through JSON, as between any two events."""
        self.now += timedelta(seconds=after)
        restored = interview.from_json(interview.to_json(self.state))
        self.state, self.effects = advance.advance(restored, event, self.now, find)
        self.all += self.effects
        return self.effects

    def say(self, text: str, after: float = 30) -> tuple[Effect, ...]:
        return self.do(Said(text, f"m{next(self._ids)}"), after)

    def edit(self, text: str, message: str) -> tuple[Effect, ...]:
        return self.do(Edited(text, message), 1)

    def press(self, what: Do, step: int | None = None) -> tuple[Effect, ...]:
        return self.do(Pressed(what, self.state.step if step is None else step), 1)

    def quiet(self) -> tuple[Effect, ...]:
        """Lets the window pass that was set last."""
        wait = next(each for each in reversed(self.all) if isinstance(each, Wait))
        self.now = max(self.now, wait.until)
        return self.do(Quiet(wait.step))

    def judge(self) -> tuple[Effect, ...]:
        """Judges what was handed to the scorer last."""
        job = next(each for each in reversed(self.all) if isinstance(each, Judge))
        feedback = Literal().judge(job.question, job.points, job.answer)
        return self.do(Scored(job.turn, job.version, feedback))

    def answer(self, text: str) -> tuple[Effect, ...]:
        self.say(text)
        self.say("送信", 1)
        return self.judge()

    def resume(self) -> tuple[Effect, ...]:
        return self.do(Resumed(), 1)

    def leave(self, hours: float) -> tuple[Effect, ...]:
        return self.do(Left(), hours * 3600)

    @property
    def turn(self) -> Turn:
        return self.state.turns[-1]

    @property
    def phase(self) -> Phase:
        return self.state.phase
