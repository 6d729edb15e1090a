"""Which cue phrase an answer, or another phrase, comes nearest to: for authors who tune them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.coaching.feedback import Point
from bot.coaching.likeness import (
    Weigh,
    pieces,
    pieces_met,
    weighed_pieces,
    weighed_words,
    words,
    words_met,
)
from bot.coaching.text import passage

_NEAR = 0.4
"""A phrase that shares less than this with another point's can't be taken for it."""
_NEARER = 0.1


@dataclass(frozen=True, slots=True)
class Near:
    """`share`, 0 to 1: how much of the phrase is met."""

    phrase: str
    share: float


@dataclass(frozen=True, slots=True)
class Collision:
    """`cue` of `point` is nearer to `phrase` of the point `other` than to the rest of its own."""

    point: Point
    cue: str
    other: Point
    phrase: str


def nearest(question: str, point: Point, answer: str) -> Near | None:
    """The phrase of the point (its text, or a cue) that is met best; None where none is at all."""
    weigh = _weigh(question)
    windows = [window.text for window in passage(answer).windows]
    found = [
        Near(phrase, _met(phrase, window, weigh))
        for phrase in (point.text, *point.cues)
        for window in windows
    ]
    best = max(found, key=lambda near: near.share, default=None)
    return best if best and best.share > 0 else None


def collisions(question: str, points: Sequence[Point]) -> Iterator[Collision]:
    """Cues that tell the points of a question apart badly, in their order."""
    weigh = _weigh(question)
    for point in points:
        for cue in point.cues:
            own = [phrase for phrase in (point.text, *point.cues) if phrase != cue]
            rest = max((_met(cue, phrase, weigh) for phrase in own), default=0.0)
            others = [
                (_met(cue, phrase, weigh), other, phrase)
                for other in points
                if other is not point
                for phrase in (other.text, *other.cues)
            ]
            share, other, phrase = max(others, key=lambda found: found[0], default=(0, point, ""))
            if share >= _NEAR and share > rest + _NEARER:
                yield Collision(point, cue, other, phrase)


def _met(phrase: str, text: str, weigh: Weigh) -> float:
    ((by_piece,),) = pieces_met((weighed_pieces(phrase, weigh),), (text,))
    ((by_word,),) = words_met((weighed_words(phrase, weigh),), (text,))
    return 0.5 * (by_piece + by_word)


def _weigh(question: str) -> Weigh:
    """What stands in the question stands near any answer to it."""
    asked = {*pieces(question), *words(question)}
    return lambda part: 0.4 if part in asked else 1.0
