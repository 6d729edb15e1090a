"""Who is in the middle of something in their DM: an interview, or an answer being written."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.coaching import interview as values
from bot.coaching.interview import Life
from bot.storage.tables import DraftRow, InterviewRow

_FRESH = timedelta(days=7)
"""What rests for longer is not awaited: who comes back writes again."""

_MOST = 2000
_OVERLAP = timedelta(hours=1)


async def live(
    session: AsyncSession, platform: str, tenant: str, now: datetime
) -> list[tuple[str, datetime]]:
    """Ids of persons, and from when on each may have said what nobody heard.

    What was set for later may have gone on with an interview since, so that is looked back upon.
    """
    found: dict[str, datetime] = {}
    drafts = select(DraftRow).where(
        DraftRow.platform == platform, DraftRow.tenant == tenant, DraftRow.changed_at > now - _FRESH
    )
    for draft in await session.scalars(drafts.limit(_MOST)):
        found[draft.person] = draft.changed_at
    interviews = select(InterviewRow).where(
        InterviewRow.platform == platform,
        InterviewRow.tenant == tenant,
        InterviewRow.live == "yes",
        InterviewRow.place == "dm",
        InterviewRow.changed_at > now - _FRESH,
    )
    for row in await session.scalars(interviews.limit(_MOST)):
        if values.from_json(row.state).life is Life.LIVE:
            since = max(row.begun_at, row.changed_at - _OVERLAP)
            found[row.person] = max(since, found.get(row.person, since))
    return list(found.items())
