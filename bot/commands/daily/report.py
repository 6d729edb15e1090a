"""What a post will look like, what comes, and what became of the last ones."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot import storage
from bot.command import Context, UserError
from bot.commands.daily import card
from bot.commands.daily.asking import ON_TIME, candidates, next_pick
from bot.commands.daily.said import Said
from bot.daily import order, zones
from bot.daily.order import Pick
from bot.daily.schedule import Why, off, passed
from bot.locale import texts
from bot.markup import bold, bullets, escape
from bot.messages import Button, Card, Reply
from bot.views import daily, schedule

if TYPE_CHECKING:
    from bot.storage.asked import Asked
    from bot.storage.channels import Channel

_SHOWN = 5
_TOTALS = timedelta(days=28)
_PREVIEWED, _MOST_PREVIEWED = 14, 31
_LONGEST_QUESTION = 40
_DAY = timedelta(days=1)


async def sample(said: Said) -> list[Reply]:
    """The next post, for the asking person alone."""
    ctx, channel = said.ctx, said.channel
    pick = next_pick(ctx, channel, await storage.asked.history(ctx.db, channel))
    if pick is None:
        raise UserError("daily-no-questions")
    say = ctx.texts
    found = daily.find(ctx.library, pick.slug, pick.question, channel.lang)
    buttons = [Button(say("daily-back"), "/daily")]
    if channel.state == "off":
        buttons.insert(0, Button(say("daily-do-start"), "/daily start", style="primary"))
    post = daily.sample(texts(channel.lang), *found)
    return [Reply(say("daily-sample"), post, tuple(buttons))]


async def preview(said: Said) -> list[Reply]:
    """The dates that come, with their questions; and those that are off, but for the weekdays."""
    ctx, channel = said.ctx, said.channel
    typed = said.typed if said.typed.isascii() and len(said.typed) < 4 else ""
    wanted = int(typed) if typed.isdigit() else _PREVIEWED
    days = min(max(wanted, 1), _MOST_PREVIEWED)
    say, plan = ctx.texts, channel.schedule
    before = passed(plan, ctx.now)
    first = (max(before, channel.last) if channel.last else before) + _DAY
    why = {day: off(plan, day, ctx.lang) for day in (first + i * _DAY for i in range(days))}
    asked = [day for day, rest in why.items() if rest is None]
    history = [past.pick for past in await storage.asked.history(ctx.db, channel)]
    choice = candidates(ctx.library, channel)
    picks = order.preview(choice, history, channel.seed, channel.round, len(asked))
    questions = dict(zip(asked, picks, strict=False))
    lines = []
    for day, rest in why.items():
        if day in questions:
            lines.append(_coming(ctx, channel, day, questions[day]))
        elif rest and rest.why is not Why.WEEKDAY:
            named = rest.name or say("daily-own-day-off")
            lines.append(escape(say("daily-coming-off", date=schedule.on(say, day), why=named)))
    if asked and not picks:
        lines.append(escape(say("daily-no-questions")))
    body = "\n".join((escape(card.standing(ctx, channel)), bullets(lines)))
    title = say("daily-preview-title", count=days)
    back = Button(say("daily-back"), "/daily")
    return [Reply(card=Card(title, body), buttons=(back,), run="/daily preview")]


def _coming(ctx: Context, channel: Channel, day: date, pick: Pick) -> str:
    say = ctx.texts
    role, question = daily.find(ctx.library, pick.slug, pick.question, channel.lang)
    text = question.text
    if len(text) > _LONGEST_QUESTION:
        text = text[: _LONGEST_QUESTION - 1] + "…"
    said = say("daily-coming", date=schedule.on(say, day), role=role.short_name, question=text)
    return escape(said)


async def status(said: Said) -> list[Reply]:
    """What comes next, what became of the last dates, and what many made of it."""
    ctx, channel = said.ctx, said.channel
    say = ctx.texts
    last = await storage.asked.recent(ctx.db, channel, _SHOWN)
    lines = [escape(await _became(ctx, asked)) for asked in last]
    body = [bold(card.standing(ctx, channel)), bullets(lines or [escape(say("daily-none-yet"))])]
    since = ctx.now.astimezone(zones.zone(channel.schedule.timezone)).date() - _TOTALS
    totals = await storage.asked.totals(ctx.db, channel, since)
    if totals:
        told = say("daily-totals", people=totals.people, responses=totals.responses)
        body.append(escape(told))
    card_ = Card(say("daily-status-title"), "\n".join(body))
    back = Button(say("daily-back"), "/daily")
    return [Reply(card=card_, buttons=(back,), run="/daily status")]


async def _became(ctx: Context, asked: Asked) -> str:
    say, day = ctx.texts, schedule.on(ctx.texts, asked.date)
    if asked.state == "skipped":
        return say(_SKIPPED.get(asked.reason, "daily-was-late"), date=day)
    sent = await storage.outbox.sent(ctx.db, asked.key)
    state = sent.state if sent else "done"
    if sent and state == "failed":
        return say("daily-was-failed", date=day, why=daily.why_refused(say, sent.error))
    if sent and sent.at and sent.at > asked.due_at + ON_TIME:
        minutes = (sent.at - asked.due_at) // timedelta(minutes=1)
        return say("daily-was-sent-late", date=day, minutes=minutes)
    if state == "done" and asked.reason == "by-hand":
        return say("daily-was-sent-by-hand", date=day)
    return say(_SENT.get(state, "daily-was-sending"), date=day)


_SKIPPED = {"late": "daily-was-late", "no-questions": "daily-was-without-questions"}
_SENT = {"done": "daily-was-sent", "unsure": "daily-was-unsure", "expired": "daily-was-late"}
