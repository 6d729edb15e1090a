"""What an interview wants done. `turn` is always the number of a turn, from 0."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime

from bot.coaching.feedback import Point
from bot.coaching.turns import Aspect


@dataclass(frozen=True, slots=True)
class Open:
    """Say what is coming: how many questions and minutes, how to stop, skip, ask for a hint."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask the turn's question; for its one point where the turn follows another.

    again: it was asked before.
    """

    turn: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """Give the `number`-th hint, from 1: a point that nothing was said about yet."""

    turn: int
    number: int
    point: Aspect


@dataclass(frozen=True, slots=True)
class Wait:
    """Set Quiet(step) for that moment, in place of what was set before."""

    until: datetime
    step: int


@dataclass(frozen=True, slots=True)
class Save:
    """Keep the turn's answer among the person's answers, in place of what it was before."""

    turn: int


@dataclass(frozen=True, slots=True)
class Judge:
    """Have the answer judged, after all else is kept; what comes of it is Scored."""

    turn: int
    version: int
    question: str
    points: tuple[Point, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Tell:
    """Tell what was found in the answer. deeper: the point a follow-up is offered for."""

    turn: int
    deeper: Aspect | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class OfferAddition:
    """Offer to add what was just said (the last of the turn's `aside`) to the turn's answer."""

    turn: int


@dataclass(frozen=True, slots=True)
class Learn:
    """Bring the memory up to the turn: bot.coaching.memory.lessons."""

    turn: int


@dataclass(frozen=True, slots=True)
class Summarise:
    """The interview has ended. Comes once."""


@dataclass(frozen=True, slots=True)
class RemindLater:
    """Set Left for the next day, in place of what was set before."""


@dataclass(frozen=True, slots=True)
class Remind:
    """Remind the person of the unfinished interview. Comes at most once."""


class Noted(enum.StrEnum):
    NOTHING_YET = "nothing-yet"  # sent before anything was written
    GAVE_UP = "gave-up"  # 「わかりません」: hint, skip and rest are offered
    EMPTY = "empty"  # sent, but there was nothing in it: the same
    NO_HINT = "no-hint"  # there are no points, or all were given
    PAUSED = "paused"
    DISTRESS = "distress"  # paused for a grave word, which is not kept
    TOO_LONG = "too-long"  # more than LONGEST_ANSWER with this message, which is not taken
    DISPUTED = "disputed"
    RATED = "rated"
    RECEIVED = "received"  # a word that has nothing left to do: the answer was sent already
    EDITED_LATE = "edited-late"  # the next question was asked: the former text stays judged
    NOTHING_TO_ASK = "nothing-to-ask"  # ended before it began: all questions are gone


@dataclass(frozen=True, slots=True)
class Note:
    """Say a word about what happened. turn: that it is about, or None."""

    kind: Noted
    turn: int | None = None


Effect = (
    Open
    | Ask
    | Hint
    | Wait
    | Save
    | Judge
    | Tell
    | OfferAddition
    | Learn
    | Summarise
    | RemindLater
    | Remind
    | Note
)
