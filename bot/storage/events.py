"""Events that changed something, so that a second delivery changes nothing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.tables import EventRow
from bot.storage.upsert import insert_new


async def first_time(session: AsyncSession, key: str, now: datetime) -> bool:
    """Notes the event; False where it was noted before."""
    return await insert_new(session, EventRow, key=key, seen_at=now)


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    await session.execute(delete(EventRow).where(EventRow.seen_at < moment))
