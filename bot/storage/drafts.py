"""Answers that are being written in a DM, message by message: one a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Person
from bot.storage import own
from bot.storage.tables import DraftRow
from bot.storage.upsert import insert_or_update

Part = tuple[str, str]
"""The id of a message, and what it says."""


@dataclass(frozen=True, slots=True)
class Draft:
    """line: the command line, without its slash, that the answer is for."""

    line: str
    parts: tuple[Part, ...]
    changed_at: datetime

    @property
    def text(self) -> str:
        return "\n".join(text for _, text in self.parts)


_MINE = select(DraftRow.parts, DraftRow.line, DraftRow.changed_at).where(*own.bound(DraftRow))


async def get(session: AsyncSession, person: Person) -> Draft | None:
    row = (await (await session.connection()).execute(_MINE, own.whose(person))).first()
    if row is None:
        return None
    parts = msgspec.json.decode(row.parts, type=tuple[Part, ...])
    return Draft(row.line, parts, row.changed_at)


async def put(session: AsyncSession, person: Person, draft: Draft) -> None:
    """Keeps the draft, in place of one that was there."""
    await insert_or_update(
        session,
        DraftRow,
        platform=person.platform,
        tenant=person.tenant,
        person=person.id,
        line=draft.line,
        parts=msgspec.json.encode(draft.parts).decode(),
        changed_at=draft.changed_at,
    )


async def remove(session: AsyncSession, person: Person) -> None:
    await session.execute(delete(DraftRow).where(*own.of(DraftRow, person)))
