"""Posts that must go out once, and whatever a crash left unsent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Row, Select, and_, bindparam, case, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Address, Reply
from bot.storage.tables import OutboxRow
from bot.storage.upsert import insert_new

LEASE = timedelta(minutes=1)
"""How long whoever sends a post has for it, before others may look after it."""

_SETTLED = ("done", "failed", "unsure", "expired")


@dataclass(frozen=True, slots=True)
class Post:
    """A post, a change to one, or its removal; the latter two are done to `target`.

    action: post, edit or delete. expires_at: when there is no use in sending it any more.
    note: stands above it if it goes out after `note_after`. otherwise: a command line to run, at
    the same address, if it fails. begun_at: when its sending first began, None if it never did.
    """

    key: str
    address: Address
    reply: Reply = field(default_factory=Reply)
    action: str = "post"
    target: str = ""
    expires_at: datetime | None = None
    note_after: datetime | None = None
    note: str = ""
    otherwise: str = ""
    begun_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """How the sending of a post went. state: see OutboxRow. error: as in OutboxRow."""

    state: str
    id: str
    at: datetime | None
    error: str


# Made once: to make one takes longer than to run it.
_DUE = and_(
    OutboxRow.state.in_(("pending", "sending")),
    OutboxRow.due_at <= bindparam("by"),
)
_PLACE = (OutboxRow.platform, OutboxRow.tenant)
_SCOPES = select(*_PLACE).where(_DUE).distinct().order_by(*_PLACE)
_CLAIM = (
    select(OutboxRow.__table__)
    .where(_DUE, OutboxRow.platform == bindparam("on"), OutboxRow.tenant == bindparam("of"))
    .order_by(OutboxRow.due_at)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_KEY = OutboxRow.key == bindparam("post")
_CLAIM_ONE = select(OutboxRow.__table__).where(_DUE, _KEY).with_for_update(skip_locked=True)
_LEASE = (
    update(OutboxRow)
    .where(_KEY)
    .values(
        state="sending",
        due_at=bindparam("until"),
        tries=bindparam("times"),
        begun_at=bindparam("begun"),
    )
)
_DONE = (
    update(OutboxRow)
    .where(_KEY)
    .values(
        state="done",
        sent_id=bindparam("new_id"),
        sent_at=bindparam("new_at"),
        reply=case((OutboxRow.person != "", "{}"), else_=OutboxRow.reply),
    )
)


async def put(session: AsyncSession, post: Post, now: datetime) -> bool:
    """Puts a post down to be sent; False where one with this key was put down before."""
    address = post.address
    return await insert_new(
        session,
        OutboxRow,
        key=post.key,
        action=post.action,
        platform=address.platform,
        tenant=address.tenant,
        workspace=address.workspace,
        channel=address.channel,
        thread=address.thread,
        person=address.person,
        lang=address.lang,
        target=post.target,
        reply=msgspec.json.encode(post.reply).decode(),
        state="pending",
        due_at=now,
        tries=0,
        created_at=now,
        expires_at=post.expires_at,
        note_after=post.note_after,
        note=post.note,
        otherwise=post.otherwise,
        error="",
    )


async def scopes(session: AsyncSession, now: datetime) -> list[tuple[str, str]]:
    """(platform, tenant) of what is due, in the order in which all processes go through them."""
    found = await session.execute(_SCOPES, {"by": now})
    return [(platform, tenant) for platform, tenant in found]


async def claim(
    session: AsyncSession, now: datetime, limit: int, *, platform: str, tenant: str
) -> list[Post]:
    """Takes up to `limit` posts that are due; whoever takes one sends it.

    A post that is being sent is due again when its lease has run out: then a crash left it.
    """
    given = {"by": now, "on": platform, "of": tenant, "most": limit}
    return await _take(session, _CLAIM, given, now)


async def claim_one(session: AsyncSession, now: datetime, key: str) -> Post | None:
    """Takes the post with that key, if it is due."""
    return next(iter(await _take(session, _CLAIM_ONE, {"by": now, "post": key}, now)), None)


async def _take(
    session: AsyncSession, due: Select[Any], given: Mapping[str, object], now: datetime
) -> list[Post]:
    connection = await session.connection()
    rows = (await connection.execute(due, given)).all()
    until = now + LEASE
    leases = [
        {"post": row.key, "until": until, "times": row.tries + 1, "begun": row.begun_at or now}
        for row in rows
    ]
    if leases:
        await connection.execute(_LEASE, leases)
    return [_post(row) for row in rows]


def _post(row: Row[Any]) -> Post:
    return Post(
        row.key,
        _address(row),
        msgspec.json.decode(row.reply, type=Reply),
        row.action,
        row.target,
        row.expires_at,
        row.note_after,
        row.note,
        row.otherwise,
        row.begun_at,
    )


def _address(row: OutboxRow | Row[Any]) -> Address:
    place = (row.platform, row.tenant, row.workspace, row.channel)
    return Address(*place, row.thread, row.person, row.lang)


async def done(session: AsyncSession, key: str, sent_id: str, now: datetime) -> None:
    """What went to a person alone is forgotten at once; it may quote what they wrote."""
    connection = await session.connection()
    await connection.execute(_DONE, {"post": key, "new_id": sent_id, "new_at": now})


async def failed(session: AsyncSession, key: str, error: str) -> None:
    await _set(session, key, state="failed", error=error)


async def call_off(session: AsyncSession, prefix: str) -> None:
    """What nobody began to send, of the posts whose keys begin like this, is not sent any more."""
    waiting = and_(OutboxRow.key.startswith(prefix, autoescape=True), OutboxRow.state == "pending")
    await session.execute(update(OutboxRow).where(waiting).values(state="expired", reply="{}"))


async def unsure(session: AsyncSession, key: str) -> None:
    await _set(session, key, state="unsure")


async def expired(session: AsyncSession, key: str) -> None:
    await _set(session, key, state="expired")


async def again(session: AsyncSession, post: Post, at: datetime) -> None:
    """This time the post certainly did not go out: it is due again at that moment.

    What became of it when its sending began before is as open as it was.
    """
    await _set(session, post.key, state="pending", due_at=at, begun_at=post.begun_at)


async def sent(session: AsyncSession, key: str) -> Sent | None:
    """How the sending of the post with that key went so far; None where there is none."""
    row = await session.get(OutboxRow, key)
    return Sent(row.state, row.sent_id or "", row.sent_at, row.error) if row else None


async def address_of(session: AsyncSession, key: str) -> Address | None:
    row = await session.get(OutboxRow, key)
    return _address(row) if row else None


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    """Forgets what posts said, once they are long done."""
    old = and_(OutboxRow.state.in_(_SETTLED), OutboxRow.created_at < moment)
    said = and_(old, OutboxRow.reply != "{}")
    await session.execute(update(OutboxRow).where(said).values(reply="{}"))


async def drop_before(session: AsyncSession, moment: datetime) -> None:
    """Drops what is long settled, but for posts that something may still refer to."""
    old = and_(OutboxRow.state.in_(_SETTLED), OutboxRow.created_at < moment)
    refers = or_(*(OutboxRow.key.like(f"{kind}-%") for kind in ("daily", "response", "growth")))
    await session.execute(delete(OutboxRow).where(old, ~refers))


async def _set(session: AsyncSession, key: str, **values: object) -> None:
    await session.execute(update(OutboxRow).where(OutboxRow.key == key).values(**values))
