"""What is said about an answer: which points it covers, and how it is written."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Verdict(enum.StrEnum):
    COVERED = "covered"
    UNCLEAR = "unclear"
    MISSED = "missed"


class Kind(enum.StrEnum):
    """What an answer is as a whole; points are judged in an ANSWER only, else none is covered."""

    ANSWER = "answer"
    EMPTY = "empty"
    GIVE_UP = "give_up"  # 「わかりません」「もう無理です」
    STUFFED = "stuffed"  # points or keywords in a row, and nothing done with them
    COPIED = "copied"  # the question or the points again
    OFF_TOPIC = "off_topic"


@dataclass(frozen=True, slots=True)
class Point:
    """An answer point, and phrases in which somebody would say it (手がかり)."""

    text: str
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """`score` is the probability, 0 to 1, that the answer covers the point.

    `evidence` is the person's own sentence, "" where none shows it.
    """

    point: str
    verdict: Verdict
    score: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Something about how an answer is written, with the pieces of it that show it."""

    name: str
    spans: tuple[str, ...]
    value: float | int | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """`other_angle` is for an answer that is concrete, but meets none of the points."""

    kind: Kind
    points: tuple[Judged, ...]
    signs: tuple[Sign, ...]
    other_angle: bool


class Scorer(Protocol):
    def judge(self, question: str, points: Sequence[Point], answer: str) -> Feedback:
        """Judges each of the points, in their order. Any text is taken; none raises an error."""
        ...


@dataclass(frozen=True, slots=True)
class Scorers:
    """own: judges within Senpai. outside: None, or one that sends answers to the `recipient`,
    which people are told by its name; only for those who agreed to that.
    """

    own: Scorer
    outside: Scorer | None = None
    recipient: str = ""
