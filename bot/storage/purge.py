"""What is deleted: because its time is over, its workspace has gone, or its person wants it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Person
from bot.storage import own, responses
from bot.storage.tables import (
    AskedRow,
    CardRow,
    ChannelRow,
    DraftRow,
    InterviewRow,
    LaterRow,
    ManagerRow,
    OutboxRow,
    PersonRow,
    ResponseRow,
    WorkspaceRow,
)
from bot.storage.upsert import insert_or_update

GRACE = timedelta(days=30)
"""For how long what belongs to a workspace is kept after Senpai was removed from it."""


async def leave(session: AsyncSession, platform: str, workspace: str, now: datetime) -> None:
    """Senpai was removed from a workspace; the grace begins anew where it had come back."""
    left = {"platform": platform, "workspace": workspace, "left_at": now}
    await insert_or_update(session, WorkspaceRow, **left)


async def forget_post(session: AsyncSession, key: str) -> None:
    """Drops a post from the outbox. If it is being sent, that goes on, and nobody notes how."""
    await session.execute(delete(OutboxRow).where(OutboxRow.key == key))


async def person(session: AsyncSession, gone: Person) -> None:
    """Deletes all that is kept of a person; posts that share their answers are another matter.

    Roles that they have in a workspace stay: they belong to it. The agreement goes first: an
    answer that comes at the same moment waits for what becomes of that.
    """
    key = (gone.platform, gone.tenant, gone.id)
    columns = (PersonRow.platform, PersonRow.tenant, PersonRow.id)
    same = (column == value for column, value in zip(columns, key, strict=True))
    await session.execute(delete(PersonRow).where(*same))
    await session.execute(delete(ResponseRow).where(*responses.of(gone)))
    for table in (InterviewRow, CardRow, DraftRow, LaterRow, OutboxRow):
        await session.execute(delete(table).where(*own.of(table, gone)))


async def workspace(session: AsyncSession, platform: str, workspace: str) -> None:
    """Deletes what belongs to a workspace: its channels and, where it is a tenant, its people.

    On Slack a person exists in their workspace alone; on Discord answers are their own.
    """
    belonging: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("workspace", (ChannelRow, AskedRow, ManagerRow, LaterRow, OutboxRow, WorkspaceRow)),
        ("tenant", (PersonRow, ResponseRow, InterviewRow, CardRow, DraftRow, LaterRow, OutboxRow)),
    )
    for name, tables in belonging:
        for table in tables:
            same = (table.platform == platform, getattr(table, name) == workspace)
            await session.execute(delete(table).where(*same))


async def expire(session: AsyncSession, now: datetime, keep_days: int) -> None:
    """Deletes answers kept for `keep_days`, and what belongs to workspaces gone for GRACE.

    An answer's time begins when it was last changed. With the last of what a person left goes
    what is known of the person, but for their wish not to be written to.
    """
    before = now - timedelta(days=keep_days)
    over = select(ResponseRow.shared).where(ResponseRow.changed_at < before)
    await session.execute(delete(OutboxRow).where(OutboxRow.key.in_(over)))
    await session.execute(delete(ResponseRow).where(ResponseRow.changed_at < before))
    await session.execute(delete(DraftRow).where(DraftRow.changed_at < before))
    await session.execute(delete(InterviewRow).where(InterviewRow.changed_at < before))
    await session.execute(delete(CardRow).where(CardRow.due_at < before))
    unheard = and_(PersonRow.seen_at < before, PersonRow.reminders.is_(True))
    still = [
        exists().where(*_same_person(table)) for table in (ResponseRow, InterviewRow, DraftRow)
    ]
    await session.execute(delete(PersonRow).where(unheard, *(~each for each in still)))
    query = select(WorkspaceRow).where(WorkspaceRow.left_at < now - GRACE)
    for row in (await session.scalars(query)).all():
        if await _came_back(session, row):
            await session.delete(row)
        else:
            await workspace(session, row.platform, row.workspace)


async def _came_back(session: AsyncSession, left: WorkspaceRow) -> bool:
    """Whether something went out there, or somebody left something there, since it was left.

    Asked at the end of GRACE, so that nothing that people do has to look whether it is left.
    """
    traces: tuple[tuple[Any, str, str], ...] = (
        (OutboxRow, "workspace", "sent_at"),
        (ResponseRow, "workspace", "changed_at"),
        (ChannelRow, "workspace", "created_at"),
        (PersonRow, "tenant", "seen_at"),
    )
    for table, name, when in traces:
        here = (table.platform == left.platform, getattr(table, name) == left.workspace)
        trace = select(exists().where(*here, getattr(table, when) > left.left_at))
        if await session.scalar(trace):
            return True
    return False


def _same_person(table: Any) -> tuple[ColumnElement[bool], ...]:
    return (
        table.platform == PersonRow.platform,
        table.tenant == PersonRow.tenant,
        table.person == PersonRow.id,
    )
