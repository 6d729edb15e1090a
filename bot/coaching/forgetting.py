"""Taking an answer out of an interview whose author has deleted it."""

from __future__ import annotations

from dataclasses import replace

from bot.coaching.feedback import Feedback
from bot.coaching.interview import Interview
from bot.coaching.moves import last, put
from bot.coaching.turns import Outcome, Turn


def forget(interview: Interview, number: int) -> Interview:
    """Without the words of that turn's answer. What was found in it stays, but quotes nothing.

    What is being judged is not waited for: the question is left for another day.
    """
    forgotten = put(interview, number, _forget(interview.turns[number]))
    if number < last(interview)[0]:
        return forgotten
    return replace(forgotten, quiet_at=None, stopping=False)


def _forget(turn: Turn) -> Turn:
    outcome = Outcome.RESTED if turn.outcome is Outcome.SENT else turn.outcome
    feedback = turn.feedback and _quoting_nothing(turn.feedback)
    return replace(turn, parts=(), aside=(), outcome=outcome, feedback=feedback)


def _quoting_nothing(feedback: Feedback) -> Feedback:
    points = tuple(replace(judged, evidence="") for judged in feedback.points)
    signs = tuple(replace(sign, spans=()) for sign in feedback.signs)
    return replace(feedback, points=points, signs=signs)
