"""What people answered, and what they answered before. Only ever a person's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import msgspec
from sqlalchemy import ColumnElement, and_, bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Person
from bot.storage import asked, interviews, own
from bot.storage.asked import Asked
from bot.storage.tables import AskedRow, OutboxRow, ResponseRow, VersionRow
from bot.storage.upsert import insert_new

_DAYS = 400
"""Asked days that are looked at, back from the latest."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer of a person's; see ResponseRow."""

    id: str
    workspace: str
    asked: str | None
    slug: str
    question: str
    lang: str
    asked_as: str
    text: str
    version: int
    shared: str
    created_at: datetime
    changed_at: datetime
    interview: str = ""
    judged: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Version:
    """What a response said before."""

    version: int
    text: str
    written_at: datetime


# As it is kept now, whatever was read of it before in the same transaction.
_FRESH = {"populate_existing": True}
_ONE = (
    select(ResponseRow)
    .where(ResponseRow.id == bindparam("which"), *own.bound(ResponseRow))
    .execution_options(**_FRESH)
)
_JUDGE = (
    update(ResponseRow)
    .where(ResponseRow.id == bindparam("which"), *own.bound(ResponseRow))
    .values(judged=bindparam("verdicts"))
)
_TO = (
    select(AskedRow, ResponseRow)
    .outerjoin(ResponseRow, and_(ResponseRow.asked == AskedRow.id, *own.bound(ResponseRow)))
    .where(AskedRow.id == bindparam("which"))
    .execution_options(**_FRESH)
)


async def get(session: AsyncSession, person: Person, id: str) -> Response | None:
    """The person's own response with that id; None where there is none, or it is another's."""
    return _found(await session.scalar(_ONE, {**own.whose(person), "which": id}))


async def to(
    session: AsyncSession, person: Person, id: str
) -> tuple[Asked | None, Response | None]:
    """The daily question with that id, and what the person answered to it."""
    for row, response in await session.execute(_TO, {**own.whose(person), "which": id}):
        return asked.of_row(row), _found(response)
    return None, None


async def add(session: AsyncSession, person: Person, new: Response) -> bool:
    """Keeps an answer; False where its id is taken, or the daily question has one of theirs."""
    row = {
        "id": new.id,
        "platform": person.platform,
        "tenant": person.tenant,
        "person": person.id,
        "workspace": new.workspace,
        "asked": new.asked,
        "slug": new.slug,
        "question": new.question,
        "lang": new.lang,
        "asked_as": new.asked_as,
        "text": new.text,
        "version": new.version,
        "shared": new.shared,
        "created_at": new.created_at,
        "changed_at": new.changed_at,
        "interview": new.interview,
    }
    return await insert_new(session, ResponseRow, **row)


async def change(
    session: AsyncSession, person: Person, id: str, text: str, now: datetime
) -> Response | None:
    """Gives a response another text and keeps the former one; the same text changes nothing."""
    row = await session.scalar(_ONE, {**own.whose(person), "which": id})
    if row is None:
        return None
    if row.text != text:
        former = VersionRow(
            response=row.id, version=row.version, text=row.text, written_at=row.changed_at
        )
        session.add(former)
        row.text, row.version, row.changed_at = text, row.version + 1, now
        await session.flush()
    return _response(row)


async def keep(session: AsyncSession, person: Person, response: Response) -> None:
    """Adds a response, or gives the one with its id another text; the former one stays readable."""
    if await change(session, person, response.id, response.text, response.changed_at) is None:
        await add(session, person, response)


async def judge(
    session: AsyncSession, person: Person, id: str, verdicts: Mapping[str, str]
) -> None:
    """Keeps what was found in a response: verdicts by the ids of points."""
    judged = msgspec.json.encode(verdicts).decode() if verdicts else ""
    given = {**own.whose(person), "which": id, "verdicts": judged}
    await (await session.connection()).execute(_JUDGE, given)


async def asked_at(session: AsyncSession, person: Person) -> dict[tuple[str, str], datetime]:
    """When the person last answered each question, by slug and id."""
    latest = func.max(ResponseRow.created_at)
    columns = select(ResponseRow.slug, ResponseRow.question, latest).where(*of(person))
    found = await session.execute(columns.group_by(ResponseRow.slug, ResponseRow.question))
    return {(slug, question): at for slug, question, at in found}


async def share(session: AsyncSession, person: Person, id: str, key: str) -> None:
    """Notes the outbox key of the post that shares a response; empty: it is shared no more."""
    change = update(ResponseRow).where(ResponseRow.id == id, *of(person)).values(shared=key)
    await session.execute(change)


async def remove(session: AsyncSession, person: Person, id: str) -> None:
    """Deletes a response with its versions, and its words in the interview it was given in."""
    found = await get(session, person, id)
    if found and found.interview:
        await interviews.forget_answer(session, person, found.interview, id)
    await session.execute(delete(ResponseRow).where(ResponseRow.id == id, *of(person)))


async def listed(
    session: AsyncSession, person: Person, slug: str = "", *, skip: int = 0, limit: int = 1000
) -> list[Response]:
    """The person's responses, newest first; of one role where `slug` is not empty."""
    query = select(ResponseRow).where(*of(person), *_about(slug))
    query = query.order_by(ResponseRow.created_at.desc(), ResponseRow.id)
    return [_response(row) for row in await session.scalars(query.offset(skip).limit(limit))]


async def roles(session: AsyncSession, person: Person) -> list[tuple[str, int]]:
    """(slug, number of responses) of the person's, the most first."""
    count = func.count()
    query = select(ResponseRow.slug, count).where(*of(person)).group_by(ResponseRow.slug)
    found = await session.execute(query.order_by(count.desc(), ResponseRow.slug))
    return [(slug, number) for slug, number in found]


async def shared(session: AsyncSession, person: Person, slug: str = "") -> int:
    """How many of the person's responses a post shares, or soon will; of one role, as `listed`."""
    query = (
        select(func.count())
        .select_from(ResponseRow)
        .join(OutboxRow, OutboxRow.key == ResponseRow.shared)
    )
    stands = OutboxRow.state.not_in(("failed", "expired"))
    return await session.scalar(query.where(*of(person), *_about(slug), stands)) or 0


async def versions(session: AsyncSession, person: Person, id: str) -> list[Version]:
    """What a response said before, the oldest first."""
    return (await former(session, person, id)).get(id, [])


async def former(session: AsyncSession, person: Person, id: str = "") -> dict[str, list[Version]]:
    """What the person's responses, or the one with that id, said before, by their ids."""
    query = select(VersionRow).join(ResponseRow, ResponseRow.id == VersionRow.response)
    query = query.where(*of(person), *((ResponseRow.id == id,) if id else ()))
    found: dict[str, list[Version]] = {}
    for row in await session.scalars(query.order_by(VersionRow.version)):
        version = Version(row.version, row.text, row.written_at)
        found.setdefault(row.response, []).append(version)
    return found


async def days(
    session: AsyncSession, person: Person, platform: str, workspace: str, channel: str
) -> tuple[Sequence[date], frozenset[date]]:
    """The latest dates on which a channel was asked, and those whose question they answered."""
    mine = select(ResponseRow.asked).where(*of(person), ResponseRow.asked.is_not(None))
    query = select(AskedRow.date, AskedRow.id.in_(mine)).where(
        AskedRow.platform == platform,
        AskedRow.workspace == workspace,
        AskedRow.channel == channel,
        AskedRow.state == "asked",
    )
    rows = (await session.execute(query.order_by(AskedRow.date.desc()).limit(_DAYS))).all()
    found = [(date.fromisoformat(day), bool(answered)) for day, answered in rows]
    return [day for day, _ in found], frozenset(day for day, answered in found if answered)


def of(person: Person) -> tuple[ColumnElement[bool], ...]:
    """What makes a row of ResponseRow the person's own."""
    return own.of(ResponseRow, person)


def _about(slug: str) -> tuple[ColumnElement[bool], ...]:
    return (ResponseRow.slug == slug,) if slug else ()


def _found(row: ResponseRow | None) -> Response | None:
    return _response(row) if row else None


def _response(row: ResponseRow) -> Response:
    return Response(
        row.id,
        row.workspace,
        row.asked,
        row.slug,
        row.question,
        row.lang,
        row.asked_as,
        row.text,
        row.version,
        row.shared,
        row.created_at,
        row.changed_at,
        row.interview,
        msgspec.json.decode(row.judged, type=dict[str, str]) if row.judged else {},
    )
