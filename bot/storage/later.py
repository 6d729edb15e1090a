"""What happens later: a command line, when, and for whom or where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.tables import LaterRow
from bot.storage.upsert import insert_or_update

LEASE = timedelta(minutes=1)
_LONGEST_PAUSE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A line whose time has come. person and channel: whichever it is for is not empty."""

    key: str
    at: datetime
    platform: str
    tenant: str
    workspace: str
    channel: str
    person: str
    run: str
    lang: str = "ja"


async def put(session: AsyncSession, due: Due) -> None:
    """Sets a line for later; one with the same key is replaced."""
    await insert_or_update(
        session,
        LaterRow,
        key=due.key,
        due_at=due.at,
        lease_until=None,
        platform=due.platform,
        tenant=due.tenant,
        workspace=due.workspace,
        channel=due.channel,
        person=due.person,
        run=due.run,
        lang=due.lang,
        tries=0,
    )


async def is_due(session: AsyncSession, now: datetime, platform: str = "") -> bool:
    """Whether there is something to claim."""
    query = select(LaterRow.key).where(*_claimable(now, platform)).limit(1)
    return (await session.execute(query)).first() is not None


async def claim(
    session: AsyncSession, now: datetime, limit: int = 100, platform: str = ""
) -> list[Due]:
    """Takes lines that are due and under nobody's lease, the longest due first.

    platform: takes those of one platform alone.
    A line that fails again and again is tried less and less often.
    """
    query = select(LaterRow).where(*_claimable(now, platform)).order_by(LaterRow.due_at)
    rows = (await session.scalars(query.limit(limit).with_for_update(skip_locked=True))).all()
    found = []
    for row in rows:
        row.lease_until = now + min(LEASE * 2 ** min(row.tries, 6), _LONGEST_PAUSE)
        row.tries += 1
        place = (row.platform, row.tenant, row.workspace, row.channel, row.person)
        found.append(Due(row.key, row.due_at, *place, row.run, row.lang))
    return found


def _claimable(now: datetime, platform: str) -> tuple[ColumnElement[bool], ...]:
    free = or_(LaterRow.lease_until.is_(None), LaterRow.lease_until <= now)
    return LaterRow.due_at <= now, free, *((LaterRow.platform == platform,) if platform else ())


async def finish(session: AsyncSession, key: str, at: datetime) -> bool:
    """Takes a line away, in the transaction of what it does; False where that is done already.

    A line that was set anew under the same key for another moment stays.
    """
    here = delete(LaterRow).where(LaterRow.key == key, LaterRow.due_at == at)
    return (await session.execute(here.returning(LaterRow.key))).first() is not None


async def cancel(session: AsyncSession, key: str) -> None:
    await session.execute(delete(LaterRow).where(LaterRow.key == key))


async def next_at(session: AsyncSession) -> datetime | None:
    """When the next line is due, whoever holds it."""
    query = select(LaterRow.due_at).order_by(LaterRow.due_at).limit(1)
    found: datetime | None = await session.scalar(query)
    return found
