"""Who may set up daily questions without being an administrator."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.tables import ManagerRow
from bot.storage.upsert import insert_new


async def has(session: AsyncSession, platform: str, workspace: str, person: str) -> bool:
    return await session.get(ManagerRow, (platform, workspace, person)) is not None


async def add(session: AsyncSession, platform: str, workspace: str, person: str) -> bool:
    """False where they were named before."""
    key = {"platform": platform, "workspace": workspace, "person": person}
    return await insert_new(session, ManagerRow, **key)


async def remove(session: AsyncSession, platform: str, workspace: str, person: str) -> None:
    place = (ManagerRow.platform == platform, ManagerRow.workspace == workspace)
    await session.execute(delete(ManagerRow).where(*place, ManagerRow.person == person))


async def listed(session: AsyncSession, platform: str, workspace: str) -> list[str]:
    place = (ManagerRow.platform == platform, ManagerRow.workspace == workspace)
    query = select(ManagerRow.person).where(*place).order_by(ManagerRow.person)
    return list(await session.scalars(query))
