"""The questions that channels were asked, and how many people answered."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.daily.order import Pick
from bot.messages import Request
from bot.storage import later
from bot.storage.channels import Channel
from bot.storage.tables import AskedRow, LaterRow, ResponseRow
from bot.storage.upsert import insert_new

SHOWN_FROM = 3
"""People who answered, from which on their number stands on the post."""

TOLD_FROM = 5
"""People who answered, from which on administrators see totals."""

COUNTED_FOR = timedelta(days=1)
"""After this, the number on a post stays as it is."""

_APART = timedelta(minutes=10)
"""A post is edited at most once in this time: platforms limit edits, of older posts above all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of a channel's question on a local date; see AskedRow.

    slug, question: empty where it was skipped. How it was sent stands in the outbox, at `key`.
    """

    id: str
    platform: str
    tenant: str
    workspace: str
    channel: str
    date: date
    due_at: datetime
    lang: str
    state: str = "asked"
    reason: str = ""
    slug: str = ""
    question: str = ""
    round: int = 0

    @property
    def key(self) -> str:
        return f"daily-{self.id}"

    def is_known_to(self, request: Request) -> bool:
        """Whether who asks is of the workspace; in a DM, which has none, of the tenant.

        There it is the id that tells: only the post has it.
        """
        person, workspace = request.person, request.workspace
        if (person.platform, person.tenant) != (self.platform, self.tenant):
            return False
        return self.workspace == workspace or not workspace


@dataclass(frozen=True, slots=True)
class Past:
    """A question that a channel was asked. id: of what was asked, as in Asked."""

    id: str
    date: date
    pick: Pick


@dataclass(frozen=True, slots=True)
class Totals:
    """What administrators may know of the answers to a channel's questions."""

    people: int
    responses: int


def of(channel: Channel, day: date, due_at: datetime) -> Asked:
    """The question of a channel and date, before it is known which, and whether it is noted.

    Nobody can guess its id: in a DM, who has it is taken for one of the channel.
    """
    place = (channel.platform, channel.tenant, channel.workspace, channel.channel)
    return Asked(secrets.token_hex(6), *place, day, due_at, channel.lang)


async def note(session: AsyncSession, asked: Asked, now: datetime) -> bool:
    """False where something was noted for that channel and date before, under any id.

    So all processes have one id for it, that of the row.
    """
    return await insert_new(
        session,
        AskedRow,
        id=asked.id,
        platform=asked.platform,
        tenant=asked.tenant,
        workspace=asked.workspace,
        channel=asked.channel,
        date=asked.date.isoformat(),
        due_at=asked.due_at,
        state=asked.state,
        reason=asked.reason,
        slug=asked.slug,
        question=asked.question,
        lang=asked.lang,
        round=asked.round,
        created_at=now,
    )


async def is_noted(session: AsyncSession, channel: Channel, day: date) -> bool:
    """Whether it is settled what becomes of the channel's question on a date."""
    row = select(AskedRow.id).where(*_in(channel), AskedRow.date == day.isoformat())
    return await session.scalar(row) is not None


async def get(session: AsyncSession, id: str) -> Asked | None:
    row = await session.get(AskedRow, id)
    return of_row(row) if row else None


async def recent(session: AsyncSession, channel: Channel, count: int) -> list[Asked]:
    """What became of the channel's last dates, the latest first."""
    query = select(AskedRow).where(*_in(channel)).order_by(AskedRow.date.desc())
    return [of_row(row) for row in await session.scalars(query.limit(count))]


async def before(session: AsyncSession, asked: Asked) -> Asked | None:
    """The question that the channel was asked before this one."""
    earlier = (AskedRow.date < asked.date.isoformat(), AskedRow.state == "asked")
    query = select(AskedRow).where(*_in(asked), *earlier).order_by(AskedRow.date.desc())
    row = (await session.scalars(query.limit(1))).first()
    return of_row(row) if row else None


async def history(session: AsyncSession, channel: Channel) -> list[Past]:
    """What the channel was asked in this round and the one before, the oldest first."""
    columns = select(
        AskedRow.id, AskedRow.date, AskedRow.slug, AskedRow.question, AskedRow.round
    ).where(*_in(channel), AskedRow.state == "asked", AskedRow.round >= channel.round - 1)
    found = await session.execute(columns.order_by(AskedRow.date))
    return [
        Past(id, date.fromisoformat(day), Pick(slug, question, number))
        for id, day, slug, question, number in found
    ]


async def people(session: AsyncSession, id: str) -> int:
    """How many people answered; each has one response to it."""
    query = select(func.count()).select_from(ResponseRow).where(ResponseRow.asked == id)
    return await session.scalar(query) or 0


async def totals(session: AsyncSession, channel: Channel, since: date) -> Totals | None:
    """Of the questions from that date on; None under TOLD_FROM people."""
    person = ResponseRow.tenant + " " + ResponseRow.person
    columns = select(func.count(person.distinct()), func.count())
    query = columns.select_from(ResponseRow).join(AskedRow, AskedRow.id == ResponseRow.asked)
    late_enough = AskedRow.date >= since.isoformat()
    counted = (await session.execute(query.where(*_in(channel), late_enough))).one()
    found = Totals(*counted)
    return found if found.people >= TOLD_FROM else None


async def answered(session: AsyncSession, asked: Asked, now: datetime) -> None:
    """Call this after somebody's first answer: soon the post will show how many there are."""
    key, at = f"count-{asked.id}", now + _APART
    if at > asked.due_at + COUNTED_FOR or await people(session, asked.id) < SHOWN_FROM:
        return
    if await session.get(LaterRow, key) is None:
        place = (asked.platform, asked.tenant, asked.workspace, asked.channel, "")
        run = f"/daily-count {asked.id}"
        await later.put(session, later.Due(key, at, *place, run, asked.lang))


def _in(place: Channel | Asked) -> tuple[ColumnElement[bool], ...]:
    return (
        AskedRow.platform == place.platform,
        AskedRow.workspace == place.workspace,
        AskedRow.channel == place.channel,
    )


def of_row(row: AskedRow) -> Asked:
    """What stands in a row."""
    return Asked(
        row.id,
        row.platform,
        row.tenant,
        row.workspace,
        row.channel,
        date.fromisoformat(row.date),
        row.due_at,
        row.lang,
        row.state,
        row.reason,
        row.slug,
        row.question,
        row.round,
    )
