"""What happens later: a command line, when, and for whom or where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, delete, or_, select, update
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


# Made once: to make one takes longer than to run it.
_CLAIMABLE = and_(
    LaterRow.due_at <= bindparam("by"),
    or_(LaterRow.lease_until.is_(None), LaterRow.lease_until <= bindparam("by")),
)
_ON = LaterRow.platform == bindparam("on")
_FIRST = select(LaterRow.due_at).where(_CLAIMABLE).order_by(LaterRow.due_at).limit(1)
_FIRST_ON = _FIRST.where(_ON)
_CLAIM = (
    select(LaterRow.__table__)
    .where(_CLAIMABLE)
    .order_by(LaterRow.due_at)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_CLAIM_ON = _CLAIM.where(_ON)
_LEASE = (
    update(LaterRow)
    .where(LaterRow.key == bindparam("line"))
    .values(lease_until=bindparam("until"), tries=bindparam("times"))
)
_CANCEL = delete(LaterRow).where(LaterRow.key == bindparam("line"))
_FINISH = _CANCEL.where(LaterRow.due_at == bindparam("at")).returning(LaterRow.key)


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


async def first_due(session: AsyncSession, until: datetime, platform: str = "") -> datetime | None:
    """When the first line is due that can be claimed by then; None where there is none."""
    given = {"by": until, "on": platform}
    found: datetime | None = await session.scalar(_FIRST_ON if platform else _FIRST, given)
    return found


async def claim(
    session: AsyncSession, now: datetime, limit: int = 100, platform: str = ""
) -> list[Due]:
    """Takes lines that are due and under nobody's lease, the longest due first.

    platform: takes those of one platform alone.
    A line that fails again and again is tried less and less often.
    """
    connection = await session.connection()
    given = {"by": now, "on": platform, "most": limit}
    rows = (await connection.execute(_CLAIM_ON if platform else _CLAIM, given)).all()
    found, leases = [], []
    for row in rows:
        pause = min(LEASE * 2 ** min(row.tries, 6), _LONGEST_PAUSE)
        leases.append({"line": row.key, "until": now + pause, "times": row.tries + 1})
        place = (row.platform, row.tenant, row.workspace, row.channel, row.person)
        found.append(Due(row.key, row.due_at, *place, row.run, row.lang))
    if leases:
        await connection.execute(_LEASE, leases)
    return found


async def finish(session: AsyncSession, key: str, at: datetime) -> bool:
    """Takes a line away, in the transaction of what it does; False where that is done already.

    A line that was set anew under the same key for another moment stays.
    """
    connection = await session.connection()
    return (await connection.execute(_FINISH, {"line": key, "at": at})).first() is not None


async def cancel(session: AsyncSession, key: str) -> None:
    await (await session.connection()).execute(_CANCEL, {"line": key})
