"""`/answer ID`: the form for an answer to a question, and saving what was written in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from bot import storage
from bot.coaching.feedback import Feedback, Kind
from bot.command import Command, Context, Kept, Param, UserError
from bot.messages import Button, Reply
from bot.views import answering, feedback, privacy

if TYPE_CHECKING:
    from bot.storage.first_answers import FirstAnswers


async def run(ctx: Context) -> list[Reply]:
    say = ctx.texts
    target = await answering.find(ctx, ctx.values.get("question", ""))
    text, submitted = ctx.values.get("text", ""), "text" in ctx.request.values
    if not await privacy.agreed(ctx):
        form = answering.form(ctx, target, text).form if submitted else None
        return [privacy.ask_in(ctx, form) if form else privacy.ask(ctx, f"/answer {target.line}")]
    if not submitted:
        return [answering.form(ctx, target)]
    if not text:
        return [answering.form(ctx, target, text, say("answer-empty"))]
    if len(text) > answering.LONGEST:
        wrong = say("answer-too-long", limit=answering.LONGEST, length=len(text))
        return [answering.form(ctx, target, text, wrong)]
    return await answering.save(ctx, target, text)


async def at_once(ctx: Context, answers: FirstAnswers) -> Kept | None:
    text = ctx.values.get("text", "")
    if "text" not in ctx.request.values or not text or len(text) > answering.LONGEST:
        return None
    return await answering.keep_first(ctx, answers, ctx.values.get("question", ""), text)


async def scored(ctx: Context) -> list[Reply]:
    """`/answer-scored ID VERSION`: the feedback, unless the answer was changed meanwhile."""
    # What was saved at once is noted here.
    await storage.events.first_time(ctx.db, ctx.request.event.rpartition("+")[0], ctx.now)
    id, _, version = ctx.values.get("what", "").partition(" ")
    found = msgspec.json.decode(ctx.values["result"], type=Feedback)
    try:
        target = await answering.find(ctx, id)
    except UserError:  # deleted meanwhile; what was noted stays noted
        return []
    if target.response is None or str(target.response.version) != version:
        return []
    first = target.response.version == 1
    words = await answering.counted(ctx, target.asked) if target.asked and first else ""
    turn, person = answering.turn(target, found), ctx.request.person
    if len(turn.points) != len(found.points):  # the document was changed meanwhile
        return [Reply(words)] if words else []
    await storage.cards.learn(ctx.db, person, turn, f"response/{id}", ctx.now)
    verdicts = {point.id: str(judged.verdict) for point, judged in turn.verdicts()}
    await storage.responses.judge(ctx.db, person, id, verdicts)
    disputes = feedback.disputes(ctx.texts, turn, lambda point: f"/answers dispute {id} {point}")
    buttons = _help(ctx, target) if found.kind in (Kind.GIVE_UP, Kind.EMPTY) else ()
    shown = feedback.card(ctx, turn)
    source = answering.sourced(ctx, target, shown).footer
    footer = "\n".join(filter(None, (shown.footer, source)))
    return [Reply(words, replace(shown, footer=footer), buttons, disputes)]


def _help(ctx: Context, target: answering.Target) -> tuple[Button, ...]:
    """What may help whoever has no words yet."""
    say = ctx.texts
    again = Button(say("answer-again"), f"/answer {target.line}", style="primary")
    if target.asked is None:
        return (again,)
    return (again, Button(say("daily-hint"), f"/hint {target.asked.id}"))


ANSWER_SCORED = Command(
    "answer-scored",
    scored,
    params=(Param("what"), Param("result")),
    writes=True,
    later=True,
    listed=False,
)

ANSWER = Command(
    "answer",
    run,
    params=(Param("question"), Param("text")),
    at_once=at_once,
    writes=True,
    listed=False,
)
