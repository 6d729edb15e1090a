"""Posts that must go out once, and whatever a crash left unsent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Reply
from bot.port import Address
from bot.storage.tables import OutboxRow
from bot.storage.upsert import insert_new

LEASE = timedelta(minutes=1)
"""How long whoever sends a post has for it, before others may look after it."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post that was claimed. begun_at: when its sending first began, None if it never did."""

    key: str
    address: Address
    reply: Reply
    begun_at: datetime | None


async def put(
    session: AsyncSession, key: str, address: Address, reply: Reply, now: datetime
) -> bool:
    """Puts a post down to be sent; False where one with this key was put down before."""
    return await insert_new(
        session,
        OutboxRow,
        key=key,
        platform=address.platform,
        tenant=address.tenant,
        workspace=address.workspace,
        channel=address.channel,
        thread=address.thread,
        reply=msgspec.json.encode(reply).decode(),
        state="pending",
        tries=0,
        due_at=now,
        created_at=now,
    )


async def claim(
    session: AsyncSession, now: datetime, *, key: str | None = None, limit: int = 100
) -> list[Post]:
    """Takes posts that are due, or the one with `key` if it is; whoever takes one sends it.

    A post that is being sent is due again when its lease has run out: then a crash left it.
    """
    due = and_(OutboxRow.state.in_(("pending", "sending")), OutboxRow.due_at <= now)
    query = select(OutboxRow).where(due).order_by(OutboxRow.due_at).limit(limit)
    if key is not None:
        query = query.where(OutboxRow.key == key)
    rows = (await session.scalars(query.with_for_update(skip_locked=True))).all()
    posts = []
    for row in rows:
        address = Address(row.platform, row.tenant, row.workspace, row.channel, row.thread)
        reply = msgspec.json.decode(row.reply, type=Reply)
        posts.append(Post(row.key, address, reply, row.begun_at))
        row.state, row.due_at, row.tries = "sending", now + LEASE, row.tries + 1
        row.begun_at = row.begun_at or now
    return posts


async def done(session: AsyncSession, key: str, sent_id: str) -> None:
    await _set(session, key, state="done", sent_id=sent_id)


async def failed(session: AsyncSession, key: str) -> None:
    await _set(session, key, state="failed")


async def unsure(session: AsyncSession, key: str) -> None:
    await _set(session, key, state="unsure")


async def again(session: AsyncSession, key: str, at: datetime) -> None:
    """The post certainly did not go out: it is due again at that moment."""
    await _set(session, key, state="pending", due_at=at, begun_at=None)


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    """Forgets what posts said, once they are long done."""
    settled = OutboxRow.state.in_(("done", "failed", "unsure"))
    old = and_(settled, OutboxRow.created_at < moment, OutboxRow.reply != "{}")
    await session.execute(update(OutboxRow).where(old).values(reply="{}"))


async def _set(session: AsyncSession, key: str, **values: object) -> None:
    await session.execute(update(OutboxRow).where(OutboxRow.key == key).values(**values))
