"""All that is kept of a person, for that person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Person
from bot.storage import disputes, drafts, interviews, own, responses
from bot.storage.disputes import Dispute
from bot.storage.drafts import Draft
from bot.storage.responses import Response, Version
from bot.storage.tables import (
    CardRow,
    ChannelRow,
    DisputeRow,
    InterviewRow,
    LaterRow,
    ManagerRow,
    OutboxRow,
    PersonRow,
    ResponseRow,
    VersionRow,
)


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a person, and what they chose; see PersonRow."""

    name: str
    locale: str
    timezone: str
    chosen_locale: str
    chosen_timezone: str
    goal: str
    reminders: bool
    consented_at: datetime | None
    last_reminded_at: datetime | None
    answers_sent_to: str
    disputes_for_the_operator: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """A line that is to run for the person later."""

    at: datetime
    run: str


@dataclass(frozen=True, slots=True)
class Message:
    """What Senpai wrote, or will write, to the person of its own accord. reply: JSON."""

    at: datetime
    reply: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An interview, or a question or point that was practised, as it is kept. value: JSON."""

    at: datetime
    value: str


@dataclass(frozen=True, slots=True)
class Interviewed(Kept):
    """shared: whether a post shows what was gained in it."""

    shared: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is kept of a person.

    known: whether their name and what they chose is. shared: the outbox keys of the posts that
    show an answer, or what was gained. draft: messages of it. recipient: to whom they agreed that
    answers are sent. messages: planned ones too. roles: in how many workspaces they manage, and
    how many channels they set up; these belong to the workspace.
    """

    known: bool
    responses: int
    versions: int
    shared: tuple[str, ...]
    disputes: int
    recipient: str
    draft: int
    interviews: int
    practised: int
    messages: int
    roles: int


@dataclass(frozen=True, slots=True)
class Mine:
    """All that is kept of a person. roles: as in Counts."""

    about: About | None
    responses: tuple[tuple[Response, tuple[Version, ...]], ...]
    disputes: tuple[Dispute, ...]
    draft: Draft | None
    interviews: tuple[Interviewed, ...]
    practised: tuple[Kept, ...]
    planned: tuple[Planned, ...]
    messages: tuple[Message, ...]
    roles: int


async def count(session: AsyncSession, person: Person) -> Counts:
    """Without reading what they wrote, which may be much."""
    about = await _about(session, person)
    draft = await drafts.get(session, person)
    return Counts(
        about is not None,
        await _number(session, ResponseRow, person),
        await _number_of_responses(session, VersionRow, person),
        await _shared(session, person),
        await _number_of_responses(session, DisputeRow, person),
        about.answers_sent_to if about else "",
        len(draft.parts) if draft else 0,
        await _number(session, InterviewRow, person),
        await _number(session, CardRow, person),
        sum([await _number(session, table, person) for table in (LaterRow, OutboxRow)]),
        await _roles(session, person),
    )


async def of(session: AsyncSession, person: Person) -> Mine:
    own = await responses.listed(session, person, limit=1_000_000)
    former = await responses.former(session, person)
    return Mine(
        await _about(session, person),
        tuple((each, tuple(former.get(each.id, ()))) for each in own),
        tuple(await disputes.of(session, person)),
        await drafts.get(session, person),
        await _interviews(session, person),
        await _practised(session, person),
        await _planned(session, person),
        await _messages(session, person),
        await _roles(session, person),
    )


async def _about(session: AsyncSession, person: Person) -> About | None:
    row = await session.get(PersonRow, (person.platform, person.tenant, person.id))
    if row is None:
        return None
    chosen = (row.chosen_locale, row.chosen_timezone, row.goal, row.reminders)
    agreed = (row.consented_at, row.nudged_at, row.outside, row.disputes == "yes")
    return About(row.name, row.locale, row.timezone, *chosen, *agreed)


async def _planned(session: AsyncSession, person: Person) -> tuple[Planned, ...]:
    place = (LaterRow.platform == person.platform, LaterRow.tenant == person.tenant)
    query = select(LaterRow.due_at, LaterRow.run).where(*place, LaterRow.person == person.id)
    found = await session.execute(query.order_by(LaterRow.due_at))
    return tuple(Planned(*row) for row in found)


async def _interviews(session: AsyncSession, person: Person) -> tuple[Interviewed, ...]:
    query = select(InterviewRow.begun_at, InterviewRow.state, InterviewRow.shared)
    query = query.where(*own.of(InterviewRow, person)).order_by(InterviewRow.begun_at)
    found = await session.execute(query)
    return tuple(Interviewed(at, state, bool(shared)) for at, state, shared in found)


async def _practised(session: AsyncSession, person: Person) -> tuple[Kept, ...]:
    query = select(CardRow.due_at, CardRow.card).where(*own.of(CardRow, person))
    return tuple(Kept(*row) for row in await session.execute(query.order_by(CardRow.due_at)))


async def _messages(session: AsyncSession, person: Person) -> tuple[Message, ...]:
    place = (OutboxRow.platform == person.platform, OutboxRow.tenant == person.tenant)
    query = select(OutboxRow.created_at, OutboxRow.reply).where(*place)
    query = query.where(OutboxRow.person == person.id).order_by(OutboxRow.created_at)
    return tuple(Message(*row) for row in await session.execute(query))


async def _number(session: AsyncSession, table: Any, person: Person) -> int:
    query = select(func.count()).select_from(table).where(*own.of(table, person))
    return await session.scalar(query) or 0


async def _number_of_responses(session: AsyncSession, table: Any, person: Person) -> int:
    """How many rows of a table belong to the person's responses."""
    query = select(func.count()).select_from(table)
    query = query.join(ResponseRow, ResponseRow.id == table.response)
    return await session.scalar(query.where(*responses.of(person))) or 0


async def _shared(session: AsyncSession, person: Person) -> tuple[str, ...]:
    answers = select(ResponseRow.shared).where(*responses.of(person), ResponseRow.shared != "")
    gained = select(InterviewRow.shared).where(*own.of(InterviewRow, person))
    found = list(await session.scalars(answers))
    for shared in await session.scalars(gained.where(InterviewRow.shared != "")):
        found += interviews.keys(shared)
    return tuple(found)


async def _roles(session: AsyncSession, person: Person) -> int:
    managers = select(func.count()).select_from(ManagerRow)
    named = (ManagerRow.platform == person.platform, ManagerRow.person == person.id)
    channels = select(func.count()).select_from(ChannelRow)
    made = (
        ChannelRow.platform == person.platform,
        ChannelRow.tenant == person.tenant,
        ChannelRow.admin == person.id,
    )
    found = [managers.where(*named), channels.where(*made)]
    return sum([await session.scalar(query) or 0 for query in found])
