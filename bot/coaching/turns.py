"""A turn of an interview: one question, what was answered, and what was found in it.

A turn holds all that is needed to go on without the library, so that neither an edit of the
document nor its removal touches an interview under way.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.coaching.feedback import Feedback, Judged, Kind, Verdict

TARGET = 180
"""Seconds for an answer in timed mode: to think, and to write what takes a minute to say."""

LONGEST_ANSWER = 20_000
"""Characters."""

LEAST_CHARACTERS = {"ja": 150, "en": 350}
MOST_CHARACTERS = {"ja": 400, "en": 1000}
"""Of a good answer, by language: half a minute to a minute and a half, spoken."""


class Outcome(enum.StrEnum):
    OPEN = "open"  # being answered
    SENT = "sent"  # being judged
    ANSWERED = "answered"  # judged; there is feedback
    SKIPPED = "skipped"
    RESTED = "rested"  # left for another day


class Own(enum.StrEnum):
    """What the person thinks of it: 「できた」「あやしい」「もう一度」."""

    DONE = "done"
    SHAKY = "shaky"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Part:
    """A message; `message` is the platform's id of it."""

    message: str
    text: str


@dataclass(frozen=True, slots=True)
class Aspect:
    """An answer point of a question, as it was when it was asked."""

    id: str
    text: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """slug, question: the ids of the role and the question. words: of the question as asked.

    parts: the answer. aside: what was said, but is no part of the answer: after the feedback,
    until it is added; or words that were no answer yet. follows: the number of the turn that
    this one goes deeper into; it has one point then. hints: how many were given.
    version: counts what was handed to the scorer. disputes: ids of points that the person meant
    to have written. seconds: spent on it, without pauses.
    """

    slug: str
    question: str
    words: str
    asked_at: datetime
    points: tuple[Aspect, ...] = ()
    parts: tuple[Part, ...] = ()
    aside: tuple[Part, ...] = ()
    hints: int = 0
    follows: int | None = None
    outcome: Outcome = Outcome.OPEN
    version: int = 0
    feedback: Feedback | None = None
    disputes: tuple[str, ...] = ()
    seconds: int = 0
    own: Own | None = None

    @property
    def text(self) -> str:
        """The answer."""
        return "\n".join(part.text for part in self.parts)

    @property
    def next_hint(self) -> Aspect | None:
        """The point that the next hint is: in a follow-up, which names it, for its cues alone."""
        left = self.points[self.hints :]
        return next((point for point in left if self.follows is None or point.cues), None)

    def verdicts(self) -> Iterator[tuple[Aspect, Judged]]:
        """The points with what was found, in the document's order; disputed ones are covered.

        None unless it was judged as an answer: what is no answer misses nothing.
        """
        if self.feedback is None or self.feedback.kind is not Kind.ANSWER:
            return
        for point, judged in zip(self.points, self.feedback.points, strict=True):
            if point.id in self.disputes:
                yield point, replace(judged, verdict=Verdict.COVERED)
            else:
                yield point, judged

    def having(self, verdict: Verdict) -> list[Aspect]:
        """The points with that verdict."""
        return [point for point, judged in self.verdicts() if judged.verdict is verdict]
