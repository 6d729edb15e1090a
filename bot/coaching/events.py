"""What happens to an interview."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bot.coaching.feedback import Feedback
from bot.coaching.turns import Own


class Do(enum.StrEnum):
    """What buttons and words ask for. The values stand in runs: `/interview skip 8f3 2`."""

    SEND = "send"
    HINT = "hint"
    SKIP = "skip"
    REPEAT = "repeat"
    REST = "rest"
    PAUSE = "pause"
    STOP = "stop"
    RESUME = "resume"
    ADD = "add"
    DEEPER = "deeper"
    NEXT = "next"
    OPENING = "opening"


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Edited:
    """A message got another text."""

    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that was drawn at `step`; one of an earlier step does nothing."""

    what: Do
    step: int


@dataclass(frozen=True, slots=True)
class Quiet:
    """The line set by Wait: nothing was said for a while."""

    step: int


@dataclass(frozen=True, slots=True)
class Scored:
    """The result of Judge, with its `turn` and `version`."""

    turn: int
    version: int
    feedback: Feedback


@dataclass(frozen=True, slots=True)
class Disputed:
    """「書いたつもりです」: of a turn's point, by its id. At any time, also afterwards."""

    turn: int
    point: str


@dataclass(frozen=True, slots=True)
class Rated:
    """「できた／あやしい／もう一度」, of a turn. At any time, also afterwards."""

    turn: int
    own: Own


@dataclass(frozen=True, slots=True)
class Resumed:
    """The person comes back to it, or asks where it stands. Works in any phase but the last."""


@dataclass(frozen=True, slots=True)
class Left:
    """The line set by RemindLater: the interview may have been left unfinished."""


Event = Said | Edited | Pressed | Quiet | Scored | Disputed | Rated | Resumed | Left
