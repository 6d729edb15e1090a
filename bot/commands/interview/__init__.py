"""`/interview`: a mock interview in the DM, one question after another."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from bot import storage
from bot.coaching import summary, words
from bot.coaching.advance import begin_anew
from bot.coaching.events import (
    Disputed,
    Do,
    Edited,
    Left,
    Pressed,
    Quiet,
    Rated,
    Resumed,
    Said,
    Scored,
)
from bot.coaching.feedback import Feedback
from bot.coaching.interview import Interview, Life
from bot.coaching.turns import Own
from bot.command import Command, Context, Param, UserError
from bot.commands.interview.going import carry_out, goes_on, note_dispute
from bot.commands.interview.growth import growth
from bot.commands.interview.starting import elsewhere, start
from bot.messages import Button, Reply
from bot.views import agreements
from bot.views import interview as views

if TYPE_CHECKING:
    from bot.coaching.events import Event
    from bot.storage.interviews import Held

__all__ = ["INTERVIEW", "LATER"]

_ID = re.compile("[0-9a-f]{8}")


async def run(ctx: Context) -> list[Reply]:
    typed = ctx.values.get("about", "").split()
    do, *more = typed or [""]
    if do == "new":
        return await _anew(ctx, " ".join(more))
    if not (more and _ID.fullmatch(more[0]) and do in (*Do, *_PARTS)):
        return await start(ctx, " ".join(typed))
    held = await storage.interviews.get(ctx.db, ctx.request.person, more[0])
    if held is None:
        raise UserError("interview-gone")
    if do in _PARTS:
        return await _PARTS[do](ctx, held, more[1:])
    step = _number(more[1]) if len(more) > 1 else 0
    event: Event = Resumed() if do == Do.RESUME else Pressed(Do(do), step)
    return await _happens(ctx, held, event)


async def _happens(ctx: Context, held: Held, event: Event) -> list[Reply]:
    """Lets it happen; what is out of date shows where the interview stands."""
    replies = await goes_on(ctx, held, event)
    if replies is not None:
        return replies
    if held.interview.life is Life.ENDED:
        buttons = (Button(ctx.texts("interview-again"), f"/interview {held.interview.about}"),)
        return [Reply(ctx.texts("interview-over"), buttons=buttons)]
    return [Reply(ctx.texts("interview-outdated"))]


async def _anew(ctx: Context, about: str) -> list[Reply]:
    """Ends the one under way, without ceremony, and begins another."""
    person = ctx.request.person
    live = await storage.interviews.live(ctx.db, person)
    if live:
        over = replace(live.interview, life=Life.ENDED, queue=(), changed_at=ctx.now)
        await storage.interviews.save(ctx.db, person, over, summary.summarise(over))
        for kind in ("quiet", "left"):
            await storage.later.cancel(ctx.db, f"{kind}-{over.id}")
    return await start(ctx, about, new=True)


async def _answer(ctx: Context, held: Held, _: list[str]) -> list[Reply]:
    """In private messages: the form, and what was written in it."""
    text = ctx.values.get("text", "")
    if held.interview.life is Life.ENDED:
        return await _happens(ctx, held, Resumed())
    if "text" not in ctx.request.values:
        return [views.form(ctx, held.interview)]
    if not text:
        again = views.form(ctx, held.interview)
        return [replace(again, text=ctx.texts("answer-empty"))]
    said = await goes_on(ctx, held, Said(text, ctx.request.id)) or []
    now = await storage.interviews.get(ctx.db, ctx.request.person, held.interview.id)
    if now is None:
        return said
    do = Do.ADD if now.interview.turns[-1].aside else Do.SEND
    sent = await goes_on(ctx, now, Pressed(do, now.interview.step))
    return [*([] if sent is not None else said), *(sent or [])]


async def _dispute(ctx: Context, held: Held, more: list[str]) -> list[Reply]:
    turn, point = (*more, "", "")[:2]
    number = _number(turn)
    replies = await goes_on(ctx, held, Disputed(number, point))
    if replies is None:
        return await _happens(ctx, held, Disputed(number, point))
    await note_dispute(ctx, held.interview, number, point)
    return [*replies, *await agreements.ask_disputes(ctx)]


async def _rate(ctx: Context, held: Held, more: list[str]) -> list[Reply]:
    turn, own = (*more, "", "")[:2]
    if own not in set(Own):
        raise UserError("interview-gone")
    return await _happens(ctx, held, Rated(_number(turn), Own(own)))


async def _move(ctx: Context, held: Held, _: list[str], *, place: str) -> list[Reply]:
    """Goes on, or begins, in the DM, or in private messages of wherever the person is."""
    interview = held.interview
    if interview.life is Life.ENDED:
        return await _happens(ctx, held, Resumed())
    await storage.interviews.move(ctx.db, ctx.request.person, interview.id, place)
    moved = replace(held, place=place)
    if held.place == storage.interviews.CLOSED:
        begun, wanted = begin_anew(interview, ctx.now)
        replies = await carry_out(ctx, replace(moved, interview=begun), wanted)
    else:
        replies = await _happens(ctx, moved, Resumed())
    return [*replies, *elsewhere(ctx, moved, "interview-in-dm")]


_Part = Callable[[Context, "Held", list[str]], Awaitable[list[Reply]]]

_PARTS: Mapping[str, _Part] = {
    "answer": _answer,
    "dispute": _dispute,
    "rate": _rate,
    "growth": growth,
    "here": partial(_move, place="here"),
    "dm": partial(_move, place="dm"),
}


_UNDER_WAY = (Do.SEND, Do.NEXT, Do.SKIP, Do.HINT, Do.ADD, Do.DEEPER, Do.RESUME)
"""Words that only mean something to an interview."""


async def listen(ctx: Context) -> list[Reply] | None:
    """What is said in the DM while an interview is under way there, or as if one were."""
    request = ctx.request
    held = await storage.interviews.live(ctx.db, request.person)
    if held is None and request.kind == "say":
        return await _without(ctx)
    if request.place != "dm" or held is None or held.place != "dm":
        return None
    draft = await storage.drafts.get(ctx.db, request.person)
    if draft and draft.changed_at > held.interview.changed_at:
        return None
    message = request.message or request.id
    heard = Edited if request.kind == "edit" else Said
    return await goes_on(ctx, held, heard(request.text, message))


async def _without(ctx: Context) -> list[Reply] | None:
    """What is said to an interviewer while no interview is under way."""
    request = ctx.request
    if words.asks_for_a_question(request.text):
        return await start(ctx, "")
    if request.place != "dm" or words.meaning(request.text, told=True) not in _UNDER_WAY:
        return None
    # In what is being written in the DM such a word means something else.
    draft = await storage.drafts.get(ctx.db, request.person)
    return None if draft else [views.none(ctx)]


def _posts(values: Mapping[str, str]) -> bool:
    about = values.get("about", "")
    return about.startswith("growth ") and about.endswith(" post")


INTERVIEW = Command(
    "interview",
    run,
    params=(
        Param("about", "role"),
        Param("count", "number"),
        Param("timed", "choice", choices=("yes",)),
        Param("opening", "choice", choices=("yes",)),
        Param("text"),
    ),
    on_talk=listen,
    writes=True,
    posts=_posts,
)


async def _later(ctx: Context, event: Callable[[Interview, list[str]], Event]) -> list[Reply]:
    id, *more = ctx.values.get("what", "").split()
    held = await storage.interviews.get(ctx.db, ctx.request.person, id)
    if held is None:
        return []
    return await goes_on(ctx, held, event(held.interview, more)) or []


async def quiet(ctx: Context) -> list[Reply]:
    return await _later(ctx, lambda _, more: Quiet(_number(more[0])))


async def left(ctx: Context) -> list[Reply]:
    return await _later(ctx, lambda _interview, _more: Left())


async def scored(ctx: Context) -> list[Reply]:
    found = msgspec.json.decode(ctx.values["result"], type=Feedback)
    return await _later(ctx, lambda _, more: Scored(_number(more[0]), _number(more[1]), found))


async def closed(ctx: Context) -> list[Reply]:
    """The DM can't be sent: nothing starts half, and it can be practised where they are.

    The platform's refusal may be told twice, at once and by the clock; who doesn't wait for an
    answer gets none.
    """
    id = ctx.values.get("what", "")
    held = await storage.interviews.get(ctx.db, ctx.request.person, id)
    if held is None or held.place == "here" or held.interview.life is Life.ENDED:
        return []
    await storage.outbox.call_off(ctx.db, f"interview-{id}-")
    if held.place == "dm" and not held.interview.has_begun:
        await storage.interviews.move(ctx.db, ctx.request.person, id, storage.interviews.CLOSED)
        for kind in ("quiet", "left"):
            await storage.later.cancel(ctx.db, f"{kind}-{id}")
    return [] if ctx.request.due else [views.closed(ctx, held.interview)]


def _number(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 9 else -1


_WHAT = (Param("what"),)
LATER = (
    Command("interview-quiet", quiet, _WHAT, writes=True, later=True, listed=False),
    Command("interview-left", left, _WHAT, writes=True, later=True, listed=False),
    Command(
        "interview-scored",
        scored,
        (*_WHAT, Param("result")),
        writes=True,
        later=True,
        listed=False,
    ),
    Command("interview-closed", closed, _WHAT, writes=True, later=True, listed=False),
)
