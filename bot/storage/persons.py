"""What platforms told of people, and what these chose themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Person, Profile
from bot.storage.tables import PersonRow
from bot.storage.upsert import insert_new, insert_or_update

NUDGES = timedelta(days=7)
"""Senpai writes to a person of its own accord at most once in this time, over all features."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person chose; an empty field follows the platform. The rest: see PersonRow."""

    locale: str = ""
    timezone: str = ""
    reminders: bool = True
    consented: bool = False
    goal: str = ""
    outside: str = ""
    disputes: str = ""


_LOOK = select(PersonRow.__table__).where(
    PersonRow.platform == bindparam("on"),
    PersonRow.tenant == bindparam("of"),
    PersonRow.id == bindparam("who"),
)


async def look(
    session: AsyncSession, platform: str, tenant: str, id: str
) -> tuple[Profile | None, Wishes]:
    """What the platform told of a person, if it ever did, and what they chose."""
    key = {"on": platform, "of": tenant, "who": id}
    row = (await (await session.connection()).execute(_LOOK, key)).first()
    if row is None:
        return None, Wishes()
    consented = row.consented_at is not None
    chosen = (row.chosen_locale, row.chosen_timezone, row.reminders, consented, row.goal)
    profile = Profile(row.name, row.locale, row.timezone)
    return profile, Wishes(*chosen, row.outside, row.disputes)


async def recall(session: AsyncSession, platform: str, tenant: str, id: str) -> Profile | None:
    profile, _ = await look(session, platform, tenant, id)
    return profile


async def remember(
    session: AsyncSession, platform: str, tenant: str, id: str, profile: Profile, now: datetime
) -> None:
    await insert_or_update(
        session,
        PersonRow,
        platform=platform,
        tenant=tenant,
        id=id,
        name=profile.name[:200],
        locale=profile.locale[:20],
        timezone=profile.timezone[:64],
        seen_at=now,
    )


async def wishes(session: AsyncSession, person: Person) -> Wishes:
    _, wishes = await look(session, *_key(person))
    return wishes


async def choose(session: AsyncSession, person: Person, now: datetime, **chosen: object) -> None:
    """Keeps what a person chose, by the names of PersonRow's columns."""
    key = {"platform": person.platform, "tenant": person.tenant, "id": person.id}
    await insert_new(session, PersonRow, **key, name=person.name[:200], seen_at=now)
    change = update(PersonRow).where(*_is(person)).values(seen_at=now, **chosen)
    await session.execute(change)


async def may_nudge(session: AsyncSession, person: Person, now: datetime) -> bool:
    """Whether Senpai may write to a person who didn't ask; notes that it does.

    Not where they want no reminders, and at most once in NUDGES.
    """
    rested = or_(PersonRow.nudged_at.is_(None), PersonRow.nudged_at <= now - NUDGES)
    wants = PersonRow.reminders.is_(True)
    change = update(PersonRow).where(*_is(person), wants, rested).values(nudged_at=now)
    return (await session.execute(change.returning(PersonRow.id))).first() is not None


def _key(person: Person) -> tuple[str, str, str]:
    return person.platform, person.tenant, person.id


def _is(person: Person) -> tuple[ColumnElement[bool], ...]:
    return (
        PersonRow.platform == person.platform,
        PersonRow.tenant == person.tenant,
        PersonRow.id == person.id,
    )
