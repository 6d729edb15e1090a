"""How somebody is coming on: what was covered when, and on how many asked days they answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.coaching.feedback import Verdict
from bot.messages import Person
from bot.storage import responses
from bot.storage.tables import AskedRow, ResponseRow

Asked = tuple[Sequence[date], frozenset[date]]
"""The latest dates on which a channel was asked, and those whose question was answered."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found in a response. covered: points, of `points` that were judged."""

    slug: str
    at: datetime
    covered: int
    points: int


async def judged(session: AsyncSession, person: Person, since: datetime) -> list[Judged]:
    """What was found in the person's responses since then, the earliest first."""
    query = select(ResponseRow.slug, ResponseRow.created_at, ResponseRow.judged).where(
        *responses.of(person), ResponseRow.judged != "", ResponseRow.created_at >= since
    )
    rows = await session.execute(query.order_by(ResponseRow.created_at, ResponseRow.id))
    found = []
    for slug, at, verdicts in rows:
        values = list(msgspec.json.decode(verdicts, type=dict[str, str]).values())
        found.append(Judged(slug, at, values.count(Verdict.COVERED), len(values)))
    return found


async def asked(session: AsyncSession, person: Person) -> list[Asked]:
    """Of each channel in which the person ever answered a daily question."""
    place = (AskedRow.platform, AskedRow.workspace, AskedRow.channel)
    query = select(*place).join(ResponseRow, ResponseRow.asked == AskedRow.id)
    places = (await session.execute(query.where(*responses.of(person)).distinct())).all()
    return [await responses.days(session, person, *each) for each in places]
