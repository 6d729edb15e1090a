"""What Senpai does with daily questions of its own accord."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot import storage
from bot.command import Command, Context, Param, UserError
from bot.commands.daily.asking import ON_TIME, ask, post
from bot.daily.schedule import due, missed
from bot.locale import supported, texts
from bot.messages import Address, Button, Person, Reply
from bot.views.daily import why_refused

if TYPE_CHECKING:
    from bot.storage.channels import Channel


async def ask_now(ctx: Context) -> list[Reply]:
    """`/daily-post DATE`: the question of that date, if there is still time for it."""
    channel = await _channel(ctx)
    if channel is None or channel.state != "active":
        return []
    for day in missed(channel.schedule, channel.last, ctx.now):
        late = storage.asked.of(channel, day, due(channel.schedule, day))
        late = replace(late, state="skipped", reason="late")
        await storage.asked.note(ctx.db, late, ctx.now)
        channel = replace(channel, last=day)
    day = date.fromisoformat(ctx.values["date"])
    moment = due(channel.schedule, day)
    # The schedule, or the clock, may have been changed since the line was set.
    if (channel.last is None or day > channel.last) and moment <= ctx.now:
        channel = await ask(ctx, channel, day, moment)
    await storage.channels.come_to(ctx.db, channel)
    await storage.channels.plan(ctx.db, channel, ctx.now)
    return []


async def refused(ctx: Context) -> list[Reply]:
    """`/daily-refused ID`: the platform refused a post, so nothing more is asked."""
    channel = await _channel(ctx)
    sent = await storage.outbox.sent(ctx.db, f"daily-{ctx.values['id']}")
    if channel is None or channel.state != "active" or sent is None:
        return []
    channel = replace(channel, state="refused", reason=sent.error)
    await storage.channels.save(ctx.db, channel)
    await storage.channels.plan(ctx.db, channel, ctx.now)
    admin = Person(channel.platform, channel.tenant, channel.admin, locale=channel.lang)
    # It is told in any case, but counts as a message that nobody asked for.
    await storage.persons.may_nudge(ctx.db, admin, ctx.now)
    place = (channel.platform, channel.tenant, channel.workspace, "")
    lang = await _language(ctx, admin)
    say = texts(lang)
    told = Reply(
        say("daily-refused-told", channel=channel.channel, why=why_refused(say, sent.error)),
        buttons=(Button(say("daily-no-more-notices"), "/settings reminders=off"),),
        to="dm",
    )
    to = Address(*place, person=channel.admin, lang=lang)
    await ctx.outbox.post(f"refused-{ctx.values['id']}", told, to)
    return []


async def count(ctx: Context) -> list[Reply]:
    """`/daily-count ID`: how many have answered, on the post itself."""
    asked = await storage.asked.get(ctx.db, ctx.values["id"])
    sent = await storage.outbox.sent(ctx.db, asked.key) if asked else None
    if asked is None or sent is None or sent.state != "done":
        return []
    people = await storage.asked.people(ctx.db, asked.id)
    at = await storage.outbox.address_of(ctx.db, asked.key)
    if at is None or people < storage.asked.SHOWN_FROM:
        return []
    before = await storage.asked.before(ctx.db, asked)
    try:
        shown = post(ctx, asked, before, people)
    except UserError:  # the question is gone from the documents; its post stays as it is
        return []
    if sent.at and sent.at > asked.due_at + ON_TIME:
        shown = replace(shown, text=texts(asked.lang)("daily-late"))
    await ctx.outbox.edit(f"count-{asked.id}-{people}", sent.id, shown, at)
    return []


async def _channel(ctx: Context) -> Channel | None:
    request = ctx.request
    place = (request.person.platform, request.workspace, request.channel)
    return await storage.channels.get(ctx.db, *place)


async def _language(ctx: Context, person: Person) -> str:
    wishes = await storage.persons.wishes(ctx.db, person)
    known = await storage.persons.recall(ctx.db, person.platform, person.tenant, person.id)
    return supported(wishes.locale or (known.locale if known else "") or person.locale)


DAILY_POST = Command("daily-post", ask_now, (Param("date"),), writes=True, later=True, listed=False)
DAILY_REFUSED = Command(
    "daily-refused", refused, (Param("id"),), writes=True, later=True, listed=False
)
DAILY_COUNT = Command("daily-count", count, (Param("id"),), writes=True, later=True, listed=False)
