"""What the scorer says of an answer, and what the person says to that."""

from __future__ import annotations

from dataclasses import replace

from bot.coaching import moves
from bot.coaching.effects import Effect, Learn, Note, Noted, Tell
from bot.coaching.feedback import Feedback, Kind, Verdict
from bot.coaching.interview import Interview, Life
from bot.coaching.moves import Result, put
from bot.coaching.turns import Outcome, Own, Turn


def score(interview: Interview, number: int, version: int, feedback: Feedback) -> Result:
    turn = _turn(interview, number)
    if turn is None or turn.outcome is not Outcome.SENT or turn.version != version:
        return interview, ()
    interview = replace(interview, quiet_at=None)
    if feedback.kind in (Kind.GIVE_UP, Kind.EMPTY):
        return _reopen(interview, number, feedback.kind)
    judged = put(interview, number, replace(turn, outcome=Outcome.ANSWERED, feedback=feedback))
    if interview.stopping:
        ended, effects = moves.end(judged)
        return ended, (Learn(number), Tell(number, None), *effects)
    tell = () if interview.life is Life.PAUSED else (Tell(number, judged.deeper),)
    return judged, (Learn(number), *tell)


def _reopen(interview: Interview, number: int, kind: Kind) -> Result:
    """It was no answer: the words stay, and the question is open again."""
    turn = interview.turns[number]
    aside = (*turn.aside, *turn.parts)
    opened = replace(turn, outcome=Outcome.OPEN, feedback=None, parts=(), aside=aside)
    interview = put(interview, number, opened)
    effects: tuple[Effect, ...] = (Learn(number),) if turn.feedback else ()
    if interview.stopping:
        interview, ending = moves.stop(interview)
        return interview, (*effects, *ending)
    noted = Noted.EMPTY if kind is Kind.EMPTY else Noted.GAVE_UP
    told = () if interview.life is Life.PAUSED else (Note(noted, number),)
    return interview, (*effects, *told)


def dispute(interview: Interview, number: int, point: str) -> Result:
    turn = _turn(interview, number)
    if turn is None or point not in {
        each.id for each, judged in turn.verdicts() if judged.verdict is not Verdict.COVERED
    }:
        return interview, ()
    disputed = put(interview, number, replace(turn, disputes=(*turn.disputes, point)))
    return disputed, (Learn(number), Note(Noted.DISPUTED, number))


def rate(interview: Interview, number: int, own: Own) -> Result:
    turn = _turn(interview, number)
    if turn is None or turn.feedback is None or turn.own is own:
        return interview, ()
    rated = put(interview, number, replace(turn, own=own))
    return rated, (Learn(number), Note(Noted.RATED, number))


def _turn(interview: Interview, number: int) -> Turn | None:
    return interview.turns[number] if 0 <= number < len(interview.turns) else None
