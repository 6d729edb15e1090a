"""Verdicts that people disputed (「書いたつもりです」), as rows to measure a scorer with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import ColumnElement, and_, case, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Person
from bot.storage import own
from bot.storage.tables import DisputeRow, PersonRow, ResponseRow, VersionRow
from bot.storage.upsert import insert_or_update


@dataclass(frozen=True, slots=True)
class Dispute:
    """answer: what was judged, even where the person has written it anew since."""

    question: str
    point: str
    cues: tuple[str, ...]
    answer: str

    def labelled(self) -> dict[str, object]:
        """As a row that `senpai feedback --evaluate` reads."""
        return {
            "question": self.question,
            "point": self.point,
            "answer": self.answer,
            "covered": True,
            "tag": "disputed",
            "cues": self.cues,
        }


async def add(
    session: AsyncSession,
    response: str,
    version: int,
    point_id: str,
    dispute: Dispute,
    now: datetime,
) -> None:
    """Keeps a dispute of a response of the person's; its text stays where it stands."""
    await insert_or_update(
        session,
        DisputeRow,
        response=response,
        point_id=point_id,
        version=version,
        question=dispute.question,
        point=dispute.point,
        cues=msgspec.json.encode(dispute.cues).decode(),
        made_at=now,
    )


async def of(session: AsyncSession, person: Person) -> Sequence[Dispute]:
    """The person's own, the oldest first."""
    return await _read(session, *own.of(ResponseRow, person))


async def agreed(session: AsyncSession) -> Sequence[Dispute]:
    """Those of everybody who agrees that the operator takes them out, at this moment."""
    same = (
        PersonRow.platform == ResponseRow.platform,
        PersonRow.tenant == ResponseRow.tenant,
        PersonRow.id == ResponseRow.person,
    )
    agrees = select(PersonRow.id).where(*same, PersonRow.disputes == "yes").exists()
    return await _read(session, agrees)


async def _read(session: AsyncSession, *where: ColumnElement[bool]) -> Sequence[Dispute]:
    now = DisputeRow.version == ResponseRow.version
    text = case((now, ResponseRow.text), else_=VersionRow.text)
    before = and_(
        VersionRow.response == DisputeRow.response, VersionRow.version == DisputeRow.version
    )
    query = (
        select(DisputeRow.question, DisputeRow.point, DisputeRow.cues, text)
        .join(ResponseRow, ResponseRow.id == DisputeRow.response)
        .outerjoin(VersionRow, before)
        .where(*where, text.is_not(None))
        .order_by(DisputeRow.made_at, DisputeRow.response, DisputeRow.point_id)
    )
    return [
        Dispute(question, point, msgspec.json.decode(cues, type=tuple[str, ...]), answer)
        for question, point, cues, answer in await session.execute(query)
    ]
