"""Mock interviews: one a person at a time, each a value in a row."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Select, bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.coaching import interview as values
from bot.coaching import summary as summaries
from bot.coaching.forgetting import forget
from bot.coaching.interview import Interview, Life
from bot.coaching.summary import Summary
from bot.messages import Person
from bot.storage import own
from bot.storage.tables import InterviewRow

if TYPE_CHECKING:
    from collections.abc import Sequence


CLOSED = "closed"

_MINE = (
    select(InterviewRow)
    .where(*own.bound(InterviewRow))
    .with_for_update()
    .execution_options(populate_existing=True)
)
_LIVE = _MINE.where(InterviewRow.live == "yes")
_ONE = _MINE.where(InterviewRow.id == bindparam("which"))
_KEPT = ("state", "changed_at", "live")
_SAVE = (
    update(InterviewRow)
    .where(*own.bound(InterviewRow), InterviewRow.id == bindparam("which"))
    .values({name: bindparam(f"new_{name}") for name in _KEPT})
)
_SAVE_ENDED = _SAVE.values(summary=bindparam("new_summary"))


@dataclass(frozen=True, slots=True)
class Held:
    """An interview, and its place: the `dm`, or `here`, in private messages of a channel.

    One that never reached the DM is in neither: CLOSED. It has not begun. shared: the outbox keys
    of the posts that show what was gained.
    """

    interview: Interview
    place: str
    workspace: str
    shared: tuple[str, ...] = ()


def response_id(interview: str, turn: int) -> str:
    """The same for the same turn, so that an answer that grows is one response."""
    said = f"{interview}/{turn}"
    return f"r{hashlib.blake2b(said.encode(), digest_size=8).hexdigest()[:15]}"


async def live(session: AsyncSession, person: Person) -> Held | None:
    """The person's interview that has not ended, paused or not."""
    return await _one(session, _LIVE, own.whose(person))


async def get(session: AsyncSession, person: Person, id: str) -> Held | None:
    """The person's own interview with that id; None where there is none, or it is another's."""
    return await _one(session, _ONE, {**own.whose(person), "which": id})


async def add(session: AsyncSession, person: Person, held: Held) -> None:
    """Begins an interview; the one before must have ended."""
    new = held.interview
    session.add(
        InterviewRow(
            id=new.id,
            platform=person.platform,
            tenant=person.tenant,
            person=person.id,
            workspace=held.workspace,
            place=held.place,
            live="yes",
            state=values.to_json(new),
            begun_at=new.begun_at,
            changed_at=new.changed_at,
        )
    )
    await session.flush()


async def save(
    session: AsyncSession, person: Person, interview: Interview, summary: Summary | None = None
) -> None:
    """Keeps an interview as it is now; `summary` once it has ended."""
    changed = {
        **own.whose(person),
        "which": interview.id,
        "new_state": values.to_json(interview),
        "new_changed_at": interview.changed_at,
        "new_live": None if interview.life is Life.ENDED else "yes",
    }
    if summary:
        changed["new_summary"] = summaries.to_json(summary)
    connection = await session.connection()
    await connection.execute(_SAVE_ENDED if summary else _SAVE, changed)


async def forget_answer(session: AsyncSession, person: Person, id: str, response: str) -> None:
    """Takes the words of a response out of the interview that it was given in, and its summary."""
    held = await get(session, person, id)
    if held is None:
        return
    ids = [response_id(id, number) for number in range(len(held.interview.turns))]
    if response in ids:
        left = forget(held.interview, ids.index(response))
        ended = left.life is Life.ENDED
        await save(session, person, left, summaries.summarise(left) if ended else None)


async def move(session: AsyncSession, person: Person, id: str, place: str) -> None:
    """Goes on with an interview in another place."""
    change = update(InterviewRow).where(*own.of(InterviewRow, person), InterviewRow.id == id)
    await session.execute(change.values(place=place))


async def share(session: AsyncSession, person: Person, id: str, keys: Sequence[str]) -> None:
    """Notes the outbox keys of the posts that show what was gained in an interview."""
    change = update(InterviewRow).where(*own.of(InterviewRow, person), InterviewRow.id == id)
    await session.execute(change.values(shared=msgspec.json.encode(keys).decode() if keys else ""))


async def drop(session: AsyncSession, person: Person, id: str) -> None:
    """Takes one away that never began."""
    own_one = (*own.of(InterviewRow, person), InterviewRow.id == id)
    await session.execute(delete(InterviewRow).where(*own_one))


async def past(session: AsyncSession, person: Person, limit: int = 50) -> Sequence[Summary]:
    """What was said at the end of the person's interviews, the latest first."""
    query = select(InterviewRow.summary).where(
        *own.of(InterviewRow, person), InterviewRow.summary != ""
    )
    found = await session.scalars(query.order_by(InterviewRow.begun_at.desc()).limit(limit))
    return [summaries.from_json(each) for each in found]


async def count(session: AsyncSession, person: Person) -> int:
    query = select(func.count()).select_from(InterviewRow).where(*own.of(InterviewRow, person))
    return await session.scalar(query) or 0


async def _one(
    session: AsyncSession, query: Select[InterviewRow], given: dict[str, Any]
) -> Held | None:
    row = (await session.scalars(query, given)).first()
    if row is None:
        return None
    return Held(values.from_json(row.state), row.place, row.workspace, keys(row.shared))


def keys(shared: str) -> tuple[str, ...]:
    """What stands in InterviewRow.shared."""
    return msgspec.json.decode(shared, type=tuple[str, ...]) if shared else ()
