"""An interview as a value, and as the JSON of its row."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime

import msgspec

from bot.coaching.feedback import Kind, Verdict
from bot.coaching.turns import Aspect, Outcome, Turn

FIRST, USUAL = 3, 5
SHORTEST, LONGEST = 3, 20
"""Questions of an interview: the first time, then; and on request."""

MINUTES = 4
"""A question takes about that, with its feedback."""


class Phase(enum.StrEnum):
    """What the interview waits for."""

    ANSWERING = "answering"  # an answer to the last turn's question
    JUDGING = "judging"  # the scorer
    TOLD = "told"  # what to do after the feedback
    PAUSED = "paused"  # the person, whenever that may be
    ENDED = "ended"


class Life(enum.StrEnum):
    LIVE = "live"
    PAUSED = "paused"
    ENDED = "ended"


_PHASES = {Outcome.OPEN: Phase.ANSWERING, Outcome.SENT: Phase.JUDGING}


@dataclass(frozen=True, slots=True)
class Interview:
    """about: a slug, a category, or `review`. queue: (slug, question id) of what comes next.
    opening: of the questions that it may open with instead of its first ones.

    length: the number of questions, follow-ups aside. step: grows by one with all that has an
    effect; what is sent, buttons and lines for later name it. since: the step at which it began
    to wait for what it waits for; buttons drawn before are out of date. shown: that of the last
    hint or repetition, so that five impatient clicks give one.
    quiet_at: when the answer counts as finished, if nothing more is said. stopping: it ends once
    the last answer is judged. reminded: nobody is reminded of it again. heard: the ids of the
    latest messages.
    """

    id: str
    about: str
    lang: str
    length: int
    begun_at: datetime
    changed_at: datetime
    timed: bool = False
    queue: tuple[tuple[str, str], ...] = ()
    turns: tuple[Turn, ...] = ()
    life: Life = Life.LIVE
    step: int = 0
    since: int = 0
    shown: int = 0
    quiet_at: datetime | None = None
    stopping: bool = False
    reminded: bool = False
    heard: tuple[str, ...] = ()
    opening: tuple[tuple[str, str], ...] = ()

    @property
    def phase(self) -> Phase:
        if self.life is not Life.LIVE:
            return Phase(self.life)
        return _PHASES.get(self.turns[-1].outcome, Phase.TOLD)

    @property
    def has_begun(self) -> bool:
        """Whether anything came of the first question."""
        first = self.turns[0]
        more = len(self.turns) > 1 or first.outcome is not Outcome.OPEN
        return more or bool(first.parts or first.aside or first.hints)

    @property
    def asked(self) -> int:
        """How many questions were asked so far, follow-ups aside."""
        return sum(turn.follows is None for turn in self.turns)

    @property
    def deeper(self) -> Aspect | None:
        """The point that a follow-up may ask for: of the last answer, the first that it missed."""
        turn = self.turns[-1] if self.turns else None
        if turn is None or turn.follows is not None or turn.outcome is not Outcome.ANSWERED:
            return None
        if turn.feedback is None or turn.feedback.kind is not Kind.ANSWER:
            return None
        return next(iter(turn.having(Verdict.MISSED)), None)


def to_json(interview: Interview) -> str:
    return msgspec.json.encode(interview).decode()


def from_json(text: str | bytes) -> Interview:
    """Reads what any earlier version wrote: fields are only ever added, with defaults.

    Raises msgspec.DecodeError for anything else.
    """
    return msgspec.json.decode(text, type=Interview)
