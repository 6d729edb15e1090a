"""How an interview goes on: from a state and an event to the next state, and what is to be done.

What gives no effects changed nothing a person would notice: a second delivery, a button of an
earlier step, or talk while the interview is paused or over, which is not meant for it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.coaching import events, moves, verdicts, words
from bot.coaching.effects import (
    Ask,
    Effect,
    Hint,
    Note,
    Noted,
    Open,
    Remind,
    RemindLater,
    Tell,
    Wait,
)
from bot.coaching.events import Do
from bot.coaching.interview import Interview, Life, Phase
from bot.coaching.moves import Find, Result, last, put
from bot.coaching.turns import LONGEST_ANSWER, Outcome, Own, Part
from bot.coaching.words import Word

_REMEMBERED = 20
_IDLE = timedelta(minutes=10)
"""Of a longer silence in an answer, no more is counted as spent on it."""
_LEFT = timedelta(hours=8)
"""Who has been silent for as long has left."""


def begin(interview: Interview, find: Find) -> Result:
    """Asks the first question of a new interview, which has a queue, but no turns."""
    begun, effects = moves.ask_next(replace(interview, step=1, since=1), find)
    if begun.life is Life.ENDED:
        return begun, (Note(Noted.NOTHING_TO_ASK),)
    return begun, (Open(), *effects, RemindLater())


def begin_anew(interview: Interview, now: datetime) -> Result:
    """Begins once more with one whose first question never arrived."""
    now, step = max(now, interview.changed_at), interview.step + 1
    anew = replace(interview, step=step, since=step, changed_at=now, begun_at=now)
    return anew, (Open(), Ask(len(anew.turns) - 1), RemindLater())


def advance(interview: Interview, event: events.Event, now: datetime, find: Find) -> Result:
    """The interview after the event, and what is to be done, in that order."""
    now = max(now, interview.changed_at)
    silence = now - interview.changed_at
    before = replace(interview, step=interview.step + 1, changed_at=now)
    if isinstance(event, events.Left):
        after, effects = _leave(before, silence)
    else:
        after, effects = _react(before, event, find)
    if not effects:
        return replace(after, step=interview.step, changed_at=interview.changed_at), ()
    if isinstance(event, events.Said | events.Edited | events.Pressed):
        after = _spend(after, interview, silence)
    if after.life is not Life.ENDED and not after.reminded and any(map(_lets_go, effects)):
        effects = (*effects, RemindLater())
    if (after.phase, len(after.turns)) != (interview.phase, len(interview.turns)):
        after = replace(after, since=after.step)
    return after, effects


def _lets_go(effect: Effect) -> bool:
    """Whether it is the person's turn after it, for as long as they like."""
    return isinstance(effect, Ask | Tell) or effect == Note(Noted.PAUSED)


def _spend(after: Interview, before: Interview, silence: timedelta) -> Interview:
    """Counts the silence before the event as time for the answer."""
    if before.phase is not Phase.ANSWERING:
        return after
    number = len(before.turns) - 1
    turn = after.turns[number]
    spent = min(silence, _IDLE) // timedelta(seconds=1)
    return put(after, number, replace(turn, seconds=turn.seconds + spent))


def _react(interview: Interview, event: events.Event, find: Find) -> Result:
    ended = interview.life is Life.ENDED
    match event:
        case events.Disputed():
            return verdicts.dispute(interview, event.turn, event.point)
        case events.Rated():
            return verdicts.rate(interview, event.turn, event.own)
        case events.Said() if not ended:
            return _hear(interview, Part(event.message, event.text), find)
        case events.Edited() if not ended:
            return _edit(interview, Part(event.message, event.text))
        case events.Pressed() if not ended:
            return _press(interview, event.what, event.step, find)
        case events.Quiet() if not ended:
            return _quieten(interview, event.step)
        case events.Scored() if not ended:
            return verdicts.score(interview, event.turn, event.version, event.feedback)
        case events.Resumed() if not ended:
            return moves.resume(interview, find)
    return interview, ()


def _hear(interview: Interview, part: Part, find: Find) -> Result:
    known = part.message in interview.heard or _turn_with(interview, part.message) is not None
    if known or not part.text.strip():
        return interview, ()
    meaning = words.meaning(part.text, told=interview.phase is Phase.TOLD)
    if interview.life is Life.PAUSED and not isinstance(meaning, Do):
        return interview, ()
    interview = replace(interview, heard=(*interview.heard, part.message)[-_REMEMBERED:])
    number, turn = last(interview)
    match meaning:
        case None:
            return moves.add(interview, part)
        case Word.DISTRESS:
            return moves.pause(replace(interview, reminded=True), Noted.DISTRESS)
        case Word.GIVE_UP if turn.outcome is Outcome.SENT:
            return interview, ()
        case Word.GIVE_UP:
            return replace(interview, quiet_at=None), (Note(Noted.GAVE_UP, number),)
        case Own():
            return verdicts.rate(interview, number, meaning)
        case Do():
            done, effects = _do(interview, meaning, find)
            return (done, effects) if effects else _stand(done, find)


def _stand(interview: Interview, find: Find) -> Result:
    """To a word that has nothing to do here, it is said where the interview stands."""
    match interview.phase:
        case Phase.PAUSED:
            return moves.pause(interview)
        case Phase.ANSWERING:
            return _do_while_answering(interview, Do.REPEAT, find)
    return interview, (Note(Noted.RECEIVED, last(interview)[0]),)


def _edit(interview: Interview, part: Part) -> Result:
    number = _turn_with(interview, part.message)
    if words.is_grave(part.text):
        paused = moves.pause(replace(interview, reminded=True), Noted.DISTRESS)
        return paused if interview.life is Life.LIVE else (interview, ())
    if number is None:
        # What was only a word may have become an answer.
        latest = interview.phase is Phase.ANSWERING and part.message in interview.heard[-1:]
        said = latest and part.text.strip() and words.meaning(part.text) is None
        return moves.add(interview, part) if said else (interview, ())
    turn = interview.turns[number]
    edited = replace(turn, parts=_with(turn.parts, part), aside=_with(turn.aside, part))
    if edited == turn or not part.text.strip():
        return interview, ()
    if number < last(interview)[0] or turn.outcome in (Outcome.SKIPPED, Outcome.RESTED):
        return interview, (Note(Noted.EDITED_LATE, number),)
    if len(edited.text) > LONGEST_ANSWER:
        return interview, (Note(Noted.TOO_LONG, number),)
    interview = put(interview, number, edited)
    if edited.parts == turn.parts:
        return interview, ()
    if turn.outcome is not Outcome.OPEN:
        return moves.send(interview)
    live = interview.life is Life.LIVE
    return moves.await_more(interview, part.text) if live else (interview, ())


def _press(interview: Interview, what: Do, step: int, find: Find) -> Result:
    once = what in (Do.HINT, Do.REPEAT)
    oldest = max(interview.since, interview.shown if once else 0)
    return _do(interview, what, find) if step >= oldest else (interview, ())


def _do(interview: Interview, what: Do, find: Find) -> Result:
    match interview.phase, what:
        case _, Do.RESUME:
            return moves.resume(interview, find)
        case _, Do.STOP:
            return moves.stop(interview)
        case Phase.ANSWERING, Do.REST:
            closed, saved = moves.close(interview, Outcome.RESTED)
            paused, effects = moves.pause(closed)
            return paused, (*saved, *effects)
        case ((Phase.ANSWERING | Phase.JUDGING | Phase.TOLD), (Do.PAUSE | Do.REST)):
            return moves.pause(interview)
        case Phase.ANSWERING, _:
            return _do_while_answering(interview, what, find)
        case Phase.TOLD, _:
            return _do_after_feedback(interview, what, find)
    return interview, ()


def _do_while_answering(interview: Interview, what: Do, find: Find) -> Result:
    number, turn = last(interview)
    # Whoever asks for a hint, or for the question, is not finished.
    thinking = replace(interview, quiet_at=None, shown=interview.step)
    match what:
        case Do.SEND:
            return moves.send(interview)
        case Do.NEXT if turn.parts:
            return moves.send(interview)
        case Do.SKIP | Do.NEXT:
            closed, saved = moves.close(interview, Outcome.SKIPPED)
            asked, effects = moves.ask_next(closed, find)
            return asked, (*saved, *effects)
        case Do.HINT if point := turn.next_hint:
            hint = Hint(number, turn.hints + 1, point)
            return put(thinking, number, replace(turn, hints=turn.hints + 1)), (hint,)
        case Do.HINT:
            return thinking, (Note(Noted.NO_HINT, number),)
        case Do.REPEAT:
            return thinking, (Ask(number, again=True),)
        case Do.OPENING:
            return moves.open_with(interview, find)
    return interview, ()


def _do_after_feedback(interview: Interview, what: Do, find: Find) -> Result:
    number, turn = last(interview)
    match what:
        case Do.NEXT | Do.SKIP:
            return moves.ask_next(interview, find)
        case Do.ADD | Do.SEND if turn.aside:
            added = replace(turn, parts=(*turn.parts, *turn.aside), aside=())
            return moves.send(put(interview, number, added))
        case Do.DEEPER if interview.deeper:
            return moves.ask_deeper(interview, interview.deeper)
        case Do.HINT | Do.REPEAT:
            again = Tell(number, interview.deeper, again=True)
            return replace(interview, shown=interview.step), (again,)
    return interview, ()


def _quieten(interview: Interview, step: int) -> Result:
    if interview.quiet_at is None or step < interview.since:
        return interview, ()
    if interview.changed_at < interview.quiet_at:
        return interview, (Wait(interview.quiet_at, interview.step),)
    return moves.judge(interview) if interview.phase is Phase.JUDGING else moves.send(interview)


def _leave(interview: Interview, silence: timedelta) -> Result:
    if interview.life is Life.ENDED or interview.reminded:
        return interview, ()
    if silence < _LEFT:
        return interview, (RemindLater(),)
    return replace(interview, reminded=True), (Remind(),)


def _turn_with(interview: Interview, message: str) -> int | None:
    """The number of the turn that the message belongs to."""
    for number, turn in enumerate(interview.turns):
        if any(part.message == message for part in (*turn.parts, *turn.aside)):
            return number
    return None


def _with(parts: tuple[Part, ...], part: Part) -> tuple[Part, ...]:
    return tuple(part if each.message == part.message else each for each in parts)
