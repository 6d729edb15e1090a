"""The moves that an interview is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.coaching import pacing, words
from bot.coaching.effects import (
    Ask,
    Effect,
    Judge,
    Note,
    Noted,
    OfferAddition,
    Save,
    Summarise,
    Tell,
    Wait,
)
from bot.coaching.feedback import Point
from bot.coaching.interview import Interview, Life
from bot.coaching.turns import LONGEST_ANSWER, Aspect, Outcome, Part, Turn
from bot.library.model import Question

Find = Callable[[str, str], Question | None]
"""The question with that slug and id; None where the documents don't hold it any more."""

Result = tuple[Interview, tuple[Effect, ...]]

_JUDGED_AGAIN = timedelta(minutes=1)
"""After which an answer is judged again whose verdict was lost in a crash."""


def put(interview: Interview, number: int, turn: Turn) -> Interview:
    """With another turn in the place of one."""
    turns = (*interview.turns[:number], turn, *interview.turns[number + 1 :])
    return replace(interview, turns=turns)


def last(interview: Interview) -> tuple[int, Turn]:
    """The number of the last turn, and that."""
    return len(interview.turns) - 1, interview.turns[-1]


def ask_next(interview: Interview, find: Find) -> Result:
    """Asks the next question that there still is; without any, the interview ends."""
    queue = interview.queue
    while queue and interview.asked < interview.length:
        (slug, id), *others = queue
        queue = tuple(others)
        if question := find(slug, id):
            points = tuple(Aspect(each.id, each.text, each.cues) for each in question.points)
            turn = Turn(slug, question.id, question.text, interview.changed_at, points)
            asked = replace(interview, queue=queue, turns=(*interview.turns, turn), quiet_at=None)
            return asked, (Ask(len(interview.turns)),)
    return end(interview)


def open_with(interview: Interview, find: Find) -> Result:
    """Begins again, with other questions in the place of the first ones; once, and only before
    anything was answered."""
    number, turn = last(interview)
    if number or turn.parts or turn.aside or not interview.opening:
        return interview, ()
    planned = ((turn.slug, turn.question), *interview.queue)
    queue = (*interview.opening, *planned[len(interview.opening) :])
    anew = replace(interview, queue=queue, opening=(), turns=(), since=interview.step)
    opened, effects = ask_next(anew, find)
    return (opened, effects) if opened.turns else (interview, ())


def ask_deeper(interview: Interview, point: Aspect) -> Result:
    """Asks for a point that was missed; what was just said may be the answer to that already."""
    number, turn = last(interview)
    deeper = Turn(
        turn.slug,
        turn.question,
        turn.words,
        interview.changed_at,
        (point,),
        turn.aside,
        follows=number,
    )
    left = put(interview, number, replace(turn, aside=()))
    asked = replace(left, turns=(*left.turns, deeper))
    if not deeper.parts:
        return asked, (Ask(number + 1),)
    waiting, effects = await_more(asked, deeper.parts[-1].text)
    return waiting, (Ask(number + 1), *effects)


def add(interview: Interview, part: Part) -> Result:
    """More of the answer; after the feedback, what may be that."""
    number, turn = last(interview)
    if len(turn.text) + len(part.text) > LONGEST_ANSWER:
        return interview, (Note(Noted.TOO_LONG, number),)
    if turn.outcome is Outcome.ANSWERED:
        offered = put(interview, number, replace(turn, aside=(*turn.aside, part)))
        return offered, (OfferAddition(number),)
    grown = replace(turn, parts=(*turn.parts, part), outcome=Outcome.OPEN)
    interview = put(interview, number, grown)
    if interview.stopping or words.is_closed(part.text):
        return send(interview)
    return await_more(interview, part.text)


def await_more(interview: Interview, text: str) -> Result:
    """Waits for what may follow `text`."""
    until = interview.changed_at + pacing.window(text)
    return replace(interview, quiet_at=until), (Wait(until, interview.step),)


def send(interview: Interview) -> Result:
    """The answer is finished: it is kept, and then judged."""
    number, turn = last(interview)
    if not turn.text.strip():
        return interview, (Note(Noted.NOTHING_YET, number),)
    sent = replace(turn, outcome=Outcome.SENT, version=turn.version + 1)
    judged, effects = judge(put(interview, number, sent))
    return judged, (Save(number), *effects)


def judge(interview: Interview) -> Result:
    number, turn = last(interview)
    points = tuple(Point(point.text, point.cues) for point in turn.points)
    until = interview.changed_at + _JUDGED_AGAIN
    judged = Judge(number, turn.version, turn.words, points, turn.text)
    return replace(interview, quiet_at=until), (judged, Wait(until, interview.step))


def close(interview: Interview, outcome: Outcome) -> Result:
    """Leaves the question; what was written stays."""
    number, turn = last(interview)
    closed = put(interview, number, replace(turn, outcome=outcome))
    return replace(closed, quiet_at=None), (Save(number),) if turn.text.strip() else ()


def pause(interview: Interview, noted: Noted = Noted.PAUSED) -> Result:
    return replace(interview, life=Life.PAUSED, quiet_at=None), (Note(noted),)


def resume(interview: Interview, find: Find) -> Result:
    """Goes on, or shows where it stands."""
    live = replace(interview, life=Life.LIVE)
    number, turn = last(live)
    match turn.outcome:
        case Outcome.OPEN:
            return live, (Ask(number, again=True),)
        case Outcome.SENT:
            return judge(live)
        case Outcome.ANSWERED:
            return live, (Tell(number, live.deeper, again=True),)
    return ask_next(live, find)


def stop(interview: Interview) -> Result:
    """Ends it; not before an answer that was sent is judged."""
    match last(interview)[1].outcome:
        case Outcome.OPEN:
            closed, saved = close(interview, Outcome.RESTED)
            ended, effects = end(closed)
            return ended, (*saved, *effects)
        case Outcome.SENT:
            stopping = replace(interview, life=Life.LIVE, stopping=True)
            return judge(stopping) if interview.life is Life.PAUSED else (stopping, ())
    return end(interview)


def end(interview: Interview) -> Result:
    return replace(interview, life=Life.ENDED, queue=(), quiet_at=None), (Summarise(),)
