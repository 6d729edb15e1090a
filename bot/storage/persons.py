"""What platforms told of people."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.port import Profile
from bot.storage.tables import PersonRow
from bot.storage.upsert import insert_or_update


async def recall(session: AsyncSession, platform: str, tenant: str, id: str) -> Profile | None:
    row = await session.get(PersonRow, (platform, tenant, id))
    return Profile(row.name, row.locale, row.timezone) if row else None


async def remember(
    session: AsyncSession, platform: str, tenant: str, id: str, profile: Profile, now: datetime
) -> None:
    await insert_or_update(
        session,
        PersonRow,
        platform=platform,
        tenant=tenant,
        id=id,
        name=profile.name[:200],
        locale=profile.locale[:20],
        timezone=profile.timezone[:64],
        seen_at=now,
    )
