"""Asking a channel its question of a date, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from bot import storage
from bot.command import Context
from bot.daily.order import Pick, next_question
from bot.library.library import Library
from bot.library.model import Entry
from bot.locale import texts
from bot.messages import Address, Reply
from bot.views import daily
from bot.views.browse import category_id

if TYPE_CHECKING:
    from bot.storage.asked import Asked, Past
    from bot.storage.channels import Channel

    Candidates = Mapping[str, Sequence[str]]

ON_TIME = timedelta(minutes=5)
"""A post that goes out later than this says so."""

_KNOWN: WeakKeyDictionary[Library, dict[tuple[str, str], Candidates]] = WeakKeyDictionary()


async def ask(
    ctx: Context, channel: Channel, day: date, moment: datetime, *, reason: str = ""
) -> Channel:
    """Notes the question of a date and puts its post down; gives the channel as it is then.

    moment: when it was due. reason: see AskedRow. Where something was noted for that date
    before, nothing is sent.
    """
    asked = storage.asked.of(channel, day, moment)
    past = await storage.asked.history(ctx.db, channel)
    pick = next_pick(ctx, channel, past)
    if pick is None:
        skipped = replace(asked, state="skipped", reason="no-questions")
        await storage.asked.note(ctx.db, skipped, ctx.now)
        return replace(channel, last=day)
    asked = replace(asked, slug=pick.slug, question=pick.question, round=pick.round, reason=reason)
    if await storage.asked.note(ctx.db, asked, ctx.now):
        await ctx.outbox.post(
            asked.key,
            post(ctx, asked, past[-1] if past else None),
            address(channel),
            expires_at=moment + channel.schedule.tolerance,
            note_after=moment + ON_TIME,
            note=texts(channel.lang)("daily-late"),
            otherwise=f"/daily-refused {asked.id}",
        )
    return replace(channel, last=day, round=pick.round)


def next_pick(ctx: Context, channel: Channel, past: Sequence[Past]) -> Pick | None:
    """What the channel will be asked next."""
    choice, picks = candidates(ctx.library, channel), [each.pick for each in past]
    return next_question(choice, picks, channel.seed, channel.round)


def post(ctx: Context, asked: Asked, before: Past | Asked | None, people: int = 0) -> Reply:
    """The post of a question. Raises UserError where the question is gone.

    before: what was asked before it. people: who answered, where it is told.
    """
    role, question = daily.find(ctx.library, asked.slug, asked.question, asked.lang)
    yesterday = asked.date - timedelta(days=1)
    former = daily.Former(before.id, before.date == yesterday) if before else None
    return daily.post(texts(asked.lang), asked.id, role, question, former, people)


def address(channel: Channel) -> Address:
    """The channel itself, wherever in it somebody asks."""
    place = (channel.platform, channel.tenant, channel.workspace, channel.channel)
    return Address(*place, lang=channel.lang)


def candidates(library: Library, channel: Channel) -> Candidates:
    """The ids of the questions that a channel may be asked, by role.

    Those of documents in its language; of others only where there are none in it.
    """
    if channel.roles:
        found = (library.entry(slug, channel.lang) for slug in channel.roles)
        return _questions([entry for entry in found if entry], channel.lang)
    known = _KNOWN.setdefault(library, {})
    key = (channel.lang, channel.category)
    if key not in known:
        entries = library.entries(channel.lang)
        if channel.category:
            entries = [e for e in entries if category_id(e.category) == channel.category]
        known[key] = _questions(entries, channel.lang)
    return known[key]


def _questions(entries: Sequence[Entry], lang: str) -> Candidates:
    spoken = [entry for entry in entries if entry.lang == lang] or entries
    return {entry.slug: entry.question_ids for entry in spoken}
