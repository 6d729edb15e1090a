"""What is deleted: because its time is over, its workspace has gone, or its person wants it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Person
from bot.storage import interviews, later, outbox, own, responses
from bot.storage.store import ERASED
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


_BLANK: dict[str, Any] = {
    **dict.fromkeys(("name", "locale", "timezone", "chosen_locale", "chosen_timezone"), ""),
    **dict.fromkeys(("goal", "outside", "disputes"), ""),
    **dict.fromkeys(("consented_at", "nudged_at")),
}
"""What PersonRow holds of a person, as it is where nothing is known of them."""

_AGAIN = timedelta(minutes=1)
"""After which it is known which message a post became that was being sent."""


async def leave(session: AsyncSession, platform: str, workspace: str, now: datetime) -> None:
    """Senpai was removed from a workspace; the grace begins anew where it had come back."""
    left = {"platform": platform, "workspace": workspace, "left_at": now}
    await insert_or_update(session, WorkspaceRow, **left)


def gone(key: str) -> str:
    """The key of what takes the post with that key away."""
    return f"gone-{key}"


async def post(session: AsyncSession, key: str, now: datetime) -> str:
    """Takes the post with that key away and forgets what it said; gives its state.

    Empty: there is none. One that is being sent goes as soon as it is known what it became; what
    may have gone out, and nobody can tell (unsure), stays.
    """
    sent, address = await outbox.sent(session, key), await outbox.address_of(session, key)
    if sent is None or address is None:
        return ""
    if sent.state == "sending":
        place = (address.platform, address.tenant, address.workspace, address.channel, "")
        due = later.Due(f"withdraw-{key}", now + _AGAIN, *place, f"/withdraw {key}")
        await later.put(session, due)
        return sent.state
    if sent.state == "done":
        removal = outbox.Post(gone(key), address, action="delete", target=sent.id)
        await outbox.put(session, removal, now)
    await forget_post(session, key)
    return sent.state


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
    session.info[ERASED] = True


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

    An answer's time begins when it was last changed; posts that share it are taken away with it,
    as nobody could do so later. With the last of what a person left goes what is known of the
    person, but for their wish not to be written to.
    """
    before = now - timedelta(days=keep_days)
    for key in await _shared_before(session, before):
        await post(session, key, now)
    await session.execute(delete(ResponseRow).where(ResponseRow.changed_at < before))
    await session.execute(delete(DraftRow).where(DraftRow.changed_at < before))
    await session.execute(delete(InterviewRow).where(InterviewRow.changed_at < before))
    await session.execute(delete(CardRow).where(CardRow.due_at < before))
    await _expire_persons(session, before)
    query = select(WorkspaceRow).where(WorkspaceRow.left_at < now - GRACE)
    for row in (await session.scalars(query)).all():
        if await _came_back(session, row):
            await session.delete(row)
        else:
            await workspace(session, row.platform, row.workspace)


async def _shared_before(session: AsyncSession, moment: datetime) -> list[str]:
    """The keys of the posts that share what was last changed before that moment."""
    answers = select(ResponseRow.shared).where(ResponseRow.changed_at < moment)
    gained = select(InterviewRow.shared).where(InterviewRow.changed_at < moment)
    found = list(await session.scalars(answers.where(ResponseRow.shared != "")))
    for shared in await session.scalars(gained.where(InterviewRow.shared != "")):
        found += interviews.keys(shared)
    return found


async def _expire_persons(session: AsyncSession, before: datetime) -> None:
    """Forgets whom nothing is kept of, and who were last heard of before that moment.

    Of those who want no reminders that wish is left, and nothing else.
    """
    left = (ResponseRow, InterviewRow, DraftRow)
    still = [exists().where(*_same_person(table)) for table in left]
    unheard = and_(PersonRow.seen_at < before, *(~each for each in still))
    await session.execute(delete(PersonRow).where(unheard, PersonRow.reminders.is_(True)))
    known = or_(*(getattr(PersonRow, name).is_distinct_from(_BLANK[name]) for name in _BLANK))
    await session.execute(update(PersonRow).where(unheard, known).values(_BLANK))


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
