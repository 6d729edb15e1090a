"""The daily questions of channels."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.daily.schedule import Schedule, due, next_date
from bot.storage import later
from bot.storage.tables import ChannelRow
from bot.storage.upsert import insert_or_update

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Channel:
    """The daily question of a channel.

    state: off (not begun, or stopped), active, paused (by a person) or refused (by the platform,
    which `reason` names the sentence on). roles: slugs; with none, all of the category; with no
    category either, all there are. seed: makes the order of questions the channel's own.
    last: the local date that was asked or skipped last; None before the first.
    """

    platform: str
    tenant: str
    workspace: str
    channel: str
    schedule: Schedule
    lang: str
    created_at: datetime
    seed: int
    roles: tuple[str, ...] = ()
    category: str = ""
    state: str = "off"
    reason: str = ""
    admin: str = ""
    round: int = 0
    last: date | None = None


def digest(*place: str) -> bytes:
    """What stands for a place in keys and ids, and is the same at any time."""
    return hashlib.blake2b("\0".join(place).encode(), digest_size=12).digest()


async def get(session: AsyncSession, platform: str, workspace: str, channel: str) -> Channel | None:
    """The channel, which nobody else can change until the transaction ends."""
    key = (platform, workspace, channel)
    row = await session.get(ChannelRow, key, with_for_update=True, populate_existing=True)
    if row is None:
        return None
    schedule = Schedule(
        time.fromisoformat(row.time),
        row.timezone,
        frozenset(day for day, asked in enumerate(row.weekdays) if asked == "1"),
        row.holidays,
        tuple(json.loads(row.days_off)),
        row.tolerance * _MINUTE,
    )
    return Channel(
        row.platform,
        row.tenant,
        row.workspace,
        row.channel,
        schedule,
        row.lang,
        row.created_at,
        row.seed,
        tuple(json.loads(row.roles)),
        row.category,
        row.state,
        row.reason,
        row.admin,
        row.round,
        date.fromisoformat(row.last) if row.last else None,
    )


async def save(session: AsyncSession, channel: Channel) -> None:
    schedule = channel.schedule
    await insert_or_update(
        session,
        ChannelRow,
        platform=channel.platform,
        workspace=channel.workspace,
        channel=channel.channel,
        tenant=channel.tenant,
        lang=channel.lang,
        time=f"{schedule.time:%H:%M}",
        timezone=schedule.timezone,
        weekdays="".join("1" if day in schedule.weekdays else "0" for day in range(7)),
        holidays=schedule.holidays,
        days_off=json.dumps(schedule.days_off),
        roles=json.dumps(channel.roles),
        category=channel.category,
        tolerance=schedule.tolerance // _MINUTE,
        state=channel.state,
        reason=channel.reason,
        admin=channel.admin,
        seed=channel.seed,
        round=channel.round,
        last=channel.last.isoformat() if channel.last else "",
        created_at=channel.created_at,
    )


async def come_to(session: AsyncSession, channel: Channel) -> None:
    """Keeps how far a channel has come, and nothing else of it."""
    place = (channel.platform, channel.workspace, channel.channel)
    key = (ChannelRow.platform, ChannelRow.workspace, ChannelRow.channel)
    here = (column == value for column, value in zip(key, place, strict=True))
    last = channel.last.isoformat() if channel.last else ""
    change = update(ChannelRow).where(*here).values(last=last, round=channel.round)
    await session.execute(change)


async def plan(session: AsyncSession, channel: Channel, now: datetime) -> date | None:
    """Sets the line that asks the next question, or takes it away where none is to come.

    Gives the date. There is never more than one such line for a channel.
    """
    key = "daily-" + digest(channel.platform, channel.workspace, channel.channel).hex()
    schedule = channel.schedule
    day = next_date(schedule, now, channel.last) if channel.state == "active" else None
    if day is None:
        await later.cancel(session, key)
        return None
    place = (channel.platform, channel.tenant, channel.workspace, channel.channel)
    run = f"/daily-post {day}"
    await later.put(session, later.Due(key, due(schedule, day), *place, "", run, channel.lang))
    return day
