"""How fast posts may go out, shared by all processes: each post has its own moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.tables import BudgetRow
from bot.storage.upsert import insert_new

_LONGEST = timedelta(minutes=1)
"""A budget used up for longer than this was written by a clock that was wrong."""


_SCOPE = BudgetRow.scope == bindparam("which")
_FREE = select(BudgetRow.free_at).where(_SCOPE).with_for_update()
_USE = update(BudgetRow).where(_SCOPE).values(free_at=bindparam("new"))


async def free_at(session: AsyncSession, scope: str, now: datetime) -> datetime:
    """The first free moment, not before `now`; holds the scope until the transaction ends."""
    free = await session.scalar(_FREE, {"which": scope})
    if free is None and not await insert_new(session, BudgetRow, scope=scope, free_at=now):
        free = await session.scalar(_FREE, {"which": scope})  # another process was first
    return now if free is None or free < now or free - now > _LONGEST else free


async def use_until(session: AsyncSession, scope: str, free: datetime) -> None:
    """All moments before `free` are taken."""
    await (await session.connection()).execute(_USE, {"which": scope, "new": free})
