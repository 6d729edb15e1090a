"""What happens later: a command line, when, and for whom or where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.tables import LaterRow
from bot.storage.upsert import insert_or_update

LEASE = timedelta(minutes=1)


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
    )


async def claim(session: AsyncSession, now: datetime, limit: int = 100) -> list[Due]:
    """Takes lines that are due and under nobody's lease, the longest due first."""
    free = or_(LaterRow.lease_until.is_(None), LaterRow.lease_until <= now)
    query = select(LaterRow).where(LaterRow.due_at <= now, free).order_by(LaterRow.due_at)
    rows = (await session.scalars(query.limit(limit).with_for_update(skip_locked=True))).all()
    found = []
    for r in rows:
        r.lease_until = now + LEASE
        found.append(
            Due(r.key, r.due_at, r.platform, r.tenant, r.workspace, r.channel, r.person, r.run)
        )
    return found


async def done(session: AsyncSession, key: str) -> None:
    await session.execute(delete(LaterRow).where(LaterRow.key == key))
