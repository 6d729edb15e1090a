"""When a channel is asked.

What counts is the local date, not the moment: a channel is asked once for each date that is not
off, and `last`, the latest date that was asked or skipped, only grows. So a new zone or time, a
clock that was set, or summer time can neither ask a date twice nor go back to one.

Stored values that this computer no longer knows don't stop a channel: a zone counts as UTC,
holidays as nobody's, a day off as none. `unknown` names them, for whoever can mend it.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice

from bot.daily import countries, zones
from bot.daily.spans import span

_DAY = timedelta(days=1)
_AHEAD = 2 * 366
_MOST_MISSED = 400


class Why(enum.StrEnum):
    """Why a date is not asked. left-out: its zone went from one side of the date line to the
    other and has no such date."""

    WEEKDAY = "weekday"
    HOLIDAY = "holiday"
    OWN = "own"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class Off:
    """A date that is not asked. name: the holiday's."""

    why: Why
    name: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """time: on the wall, without a zone. timezone: an IANA name. weekdays: Monday is 0.

    holidays: whose to skip, as the holidays library codes it (JP, US, US-CA), or "" for nobody's.
    days_off: see `span`. tolerance: how late a question may still be asked.
    """

    time: time
    timezone: str
    weekdays: frozenset[int]
    holidays: str = "JP"
    days_off: tuple[str, ...] = ()
    tolerance: timedelta = timedelta(hours=3)


def due(schedule: Schedule, day: date) -> datetime:
    """The moment, in UTC, at which a local date is asked; it grows with the date in every zone.

    A wall time that comes twice is its first; one that summer time leaves out is as much later
    as the clocks go forward (02:30 is asked at 03:30). A date that a change of date line leaves
    out lies halfway between its neighbours, and is `off`.
    """
    zone = zones.zone(schedule.timezone)
    if _left_out(day, zone):
        before, after = due(schedule, day - _DAY), due(schedule, day + _DAY)
        return before + (after - before) / 2
    return datetime.combine(day, schedule.time, zone).astimezone(UTC)


def off(schedule: Schedule, day: date, lang: str = "ja") -> Off | None:
    """Why a date is not asked, with a holiday named in ja or en; None if it is asked."""
    if day.weekday() not in schedule.weekdays:
        return Off(Why.WEEKDAY)
    holiday = countries.names(schedule.holidays, lang, day.year).get(day)
    if holiday:
        return Off(Why.HOLIDAY, holiday)
    if any(day in own for own in map(span, schedule.days_off) if own):
        return Off(Why.OWN)
    return Off(Why.LEFT_OUT) if _left_out(day, zones.zone(schedule.timezone)) else None


def upcoming(schedule: Schedule, after: date, count: int) -> list[date]:
    """The next dates after one that are asked; fewer if two years hold fewer."""
    days = (after + i * _DAY for i in range(1, _AHEAD + 1))
    return list(islice(_asked(schedule, days), count))


def passed(schedule: Schedule, now: datetime) -> date:
    """The latest date that was due before `now`, asked or not."""
    day = now.astimezone(zones.zone(schedule.timezone)).date() + _DAY
    while due(schedule, day) >= now:
        day -= _DAY
    return day


def next_date(schedule: Schedule, now: datetime, last: date | None) -> date | None:
    """The first date after `last` that is asked and is due at `now`, later, or so shortly before
    that it is still within the tolerance; None if two years hold none.

    last None is a channel's set-up: then nothing is late, and a time of day that has passed is
    tomorrow's. So it is after a pause with the later of `last` and `passed(schedule, now)`.
    """
    if last is None:
        after = passed(schedule, now)
    else:
        after = max(last, passed(schedule, now - schedule.tolerance))
    return next(iter(upcoming(schedule, after, 1)), None)


def missed(schedule: Schedule, last: date | None, now: datetime) -> list[date]:
    """The dates after `last` that should have been asked and for which it is now too late.

    Oldest first, and the latest 400 of many. All that is asked after `last` is in here or is not
    before `next_date`. Before a channel was first asked (None) nothing is missed.
    """
    if last is None:
        return []
    end = passed(schedule, now - schedule.tolerance)
    days = (end - i * _DAY for i in range((end - last).days))
    return list(islice(_asked(schedule, days), _MOST_MISSED))[::-1]


def unknown(schedule: Schedule) -> list[str]:
    """The stored values that this computer can make nothing of."""
    found = [] if zones.known(schedule.timezone) else [schedule.timezone]
    if not countries.known(schedule.holidays):
        found.append(schedule.holidays)
    return found + [own for own in schedule.days_off if span(own) is None]


def _asked(schedule: Schedule, days: Iterator[date]) -> Iterator[date]:
    return (day for day in days if off(schedule, day) is None)


def _left_out(day: date, zone: tzinfo) -> bool:
    """Whether its midnight is in a gap of a day; all such gaps there were began at one."""
    midnight = datetime.combine(day, time.min, zone)
    before, after = midnight.utcoffset(), midnight.replace(fold=1).utcoffset()
    return before is not None and after is not None and after - before >= _DAY
