"""What an interview wants done: kept, shown, judged, set for later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from bot import storage
from bot.coaching import effects, pacing, summary
from bot.coaching.advance import advance
from bot.coaching.feedback import Scorer
from bot.coaching.interview import Interview, Life
from bot.coaching.moves import Find
from bot.command import Context
from bot.daily.zones import zone
from bot.library.model import Question
from bot.messages import Address, Reply
from bot.views import agreements, home, interview_end
from bot.views import interview as views

if TYPE_CHECKING:
    from bot.coaching.events import Event
    from bot.storage.interviews import Held


def finder(ctx: Context, interview: Interview) -> Find:
    def find(slug: str, id: str) -> Question | None:
        role = ctx.library.role(slug, interview.lang)
        questions = role.questions if role else ()
        found = next((question for question in questions if question.id == id), None)
        if found and slug in ctx.library.sets:
            return replace(found, text=views.named(ctx, found.text, interview))
        return found

    return find


async def goes_on(ctx: Context, held: Held, event: Event) -> list[Reply] | None:
    """Lets an event happen to an interview; None where it changes nothing."""
    before = held.interview
    after, wanted = advance(before, event, ctx.now, finder(ctx, before))
    if not wanted:
        if after != before:
            await storage.interviews.save(ctx.db, ctx.request.person, after)
        return None
    return await carry_out(ctx, replace(held, interview=after), wanted)


async def carry_out(ctx: Context, held: Held, wanted: Sequence[effects.Effect]) -> list[Reply]:
    """Keeps the interview, and does what it wants done.

    What it says goes to the DM, through the outbox, so that a crash neither loses nor repeats
    it; what it says `here` is given back.
    """
    interview, person = held.interview, ctx.request.person
    said: list[Reply] = []
    ended = None
    here = held.place == "here"
    for effect in wanted:
        if isinstance(effect, effects.Summarise):
            ended = summary.summarise(interview)
            growth = summary.compare(ended, await storage.interviews.past(ctx.db, person))
            said.append(interview_end.ended(ctx, interview, ended, growth))
        elif isinstance(effect, effects.Remind):
            if await storage.persons.may_nudge(ctx.db, person, ctx.now):
                said.append(views.reminder(ctx, interview))
        elif not await _keep(ctx, held, effect):
            said.append(views.show(ctx, interview, effect, here=here))
    await storage.interviews.save(ctx.db, person, interview, ended)
    if interview.quiet_at is None:
        await storage.later.cancel(ctx.db, f"quiet-{interview.id}")
    if interview.life is Life.ENDED:
        await storage.later.cancel(ctx.db, f"left-{interview.id}")
    changed = await home.refreshed(ctx) if ended else []
    if here:
        # Nobody asked, and there is no place to say it: it shows when they come back.
        return [] if ctx.request.due else [*said, *changed]
    for number, reply in enumerate(said):
        key = f"interview-{interview.id}-{interview.step}-{number}"
        await ctx.outbox.post(key, reply, dm(ctx), otherwise=f"/interview-closed {interview.id}")
    return changed


async def _keep(ctx: Context, held: Held, effect: effects.Effect) -> bool:
    """Does what nobody sees at once; False for what is to be shown instead."""
    interview = held.interview
    match effect:
        case effects.Wait():
            run = f"/interview-quiet {interview.id} {effect.step}"
            await _set(ctx, f"quiet-{interview.id}", effect.until, run)
        case effects.RemindLater():
            at = pacing.reminder(ctx.now, zone(ctx.request.person.timezone))
            await _set(ctx, f"left-{interview.id}", at, f"/interview-left {interview.id}")
        case effects.Save():
            await _save(ctx, held, effect.turn)
        case effects.Learn():
            await _learn(ctx, interview, effect.turn)
        case effects.Judge():
            line = f"/interview-scored {interview.id} {effect.turn} {effect.version}"
            ctx.outbox.after(partial(_judge, await agreements.scorer(ctx), effect), line)
        case _:
            return False
    return True


def dm(ctx: Context) -> Address:
    """The person's DM."""
    person = ctx.request.person
    return Address(person.platform, person.tenant, "", "", person=person.id, lang=ctx.lang)


async def _save(ctx: Context, held: Held, number: int) -> None:
    interview, person = held.interview, ctx.request.person
    turn = interview.turns[number]
    response = storage.responses.Response(
        id=storage.interviews.response_id(interview.id, number),
        workspace=held.workspace,
        asked=None,
        slug=turn.slug,
        question=turn.question,
        lang=interview.lang,
        asked_as=views.asked(ctx, turn),
        text=turn.text,
        version=1,
        shared="",
        created_at=turn.asked_at,
        changed_at=ctx.now,
        interview=interview.id,
    )
    await storage.responses.keep(ctx.db, person, response)


async def _learn(ctx: Context, interview: Interview, number: int) -> None:
    """Brings cards, and what is kept with the response, up to the turn."""
    turn, person = interview.turns[number], ctx.request.person
    await storage.cards.learn(ctx.db, person, turn, f"{interview.id}/{number}", ctx.now)
    verdicts = {point.id: str(judged.verdict) for point, judged in turn.verdicts()}
    response = storage.interviews.response_id(interview.id, number)
    await storage.responses.judge(ctx.db, person, response, verdicts)


async def note_dispute(ctx: Context, interview: Interview, number: int, point: str) -> None:
    """Keeps what a scorer can learn from it, while the answer stands as it was judged."""
    turn = interview.turns[number]
    response = await storage.responses.get(
        ctx.db, ctx.request.person, storage.interviews.response_id(interview.id, number)
    )
    aspect = next(each for each in turn.points if each.id == point)
    if response and response.text == turn.text:
        dispute = storage.disputes.Dispute(turn.words, aspect.text, aspect.cues, turn.text)
        await storage.disputes.add(ctx.db, response.id, response.version, point, dispute, ctx.now)


def _judge(scorer: Scorer, wanted: effects.Judge) -> str:
    found = scorer.judge(wanted.question, wanted.points, wanted.answer)
    return msgspec.json.encode(found).decode()


async def _set(ctx: Context, key: str, at: datetime, run: str) -> None:
    person = ctx.request.person
    place = (person.platform, person.tenant, "", "", person.id)
    await storage.later.put(ctx.db, storage.later.Due(key, at, *place, run, ctx.lang))
