"""When 200 channels all over the world ought to be asked in a leap year, worked out by scanning.

Nothing of bot.daily is used here: an instant is found by reading the wall clock every quarter
of an hour, and holidays come straight from their library.
"""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import holidays

YEAR = 2028
QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)
TOLERANCE = timedelta(hours=3)

# What is left of the year are the weeks in which clocks change somewhere, the leap day, and the
# days around the new year: enough for every rule, few enough for a test.
QUIET = ("01-16/02-22", "04-05/09-23", "11-12/12-22")

DOWN = (
    (datetime(YEAR, 1, 6, 0, 10, tzinfo=UTC), timedelta(hours=2)),
    (datetime(YEAR, 3, 12, 6, 0, tzinfo=UTC), timedelta(hours=2)),
    (datetime(YEAR, 3, 26, 0, 20, tzinfo=UTC), timedelta(hours=2, minutes=45)),
    (datetime(YEAR, 10, 4, 20, 0, tzinfo=UTC), timedelta(days=2)),
    (datetime(YEAR, 12, 31, 14, 0, tzinfo=UTC), timedelta(hours=1)),
)
"""From when on, and for how long, nothing runs."""

PAUSED = (datetime(YEAR, 10, 20, 0, 5, tzinfo=UTC), datetime(YEAR, 11, 8, 12, 5, tzinfo=UTC))
"""While every seventh channel is paused."""


@dataclass(frozen=True)
class Place:
    """A channel as somebody set it up."""

    number: int
    zone: str
    time: time
    weekdays: frozenset[int]
    country: str

    @property
    def channel(self) -> str:
        return f"C{self.number}"

    @property
    def pauses(self) -> bool:
        return self.number % 7 == 0


def places(count: int = 200) -> list[Place]:
    zones = sorted(zoneinfo.available_timezones() - {"localtime", "Factory"})
    chosen = [zones[i * len(zones) // count] for i in range(count)]
    return [
        Place(
            number,
            zone,
            time(number * 7 % 48 // 2, number * 7 % 2 * 30),
            frozenset({number % 7}),
            ("JP", "US", "", "DE")[number % 4],
        )
        for number, zone in enumerate(chosen)
    ]


def expected(place: Place) -> Iterator[tuple[date, str, datetime]]:
    """(date, asked or skipped, when it happens) of every date of the year that is due."""
    free = holidays.country_holidays(place.country, years=YEAR) if place.country else {}
    for number in range(366):
        day = date(YEAR, 1, 1) + number * DAY
        if day.weekday() not in place.weekdays or day in free or _quiet(day):
            continue
        due = instant(place.zone, day, place.time)
        if place.pauses and _paused(due):
            continue
        back = next((at + span for at, span in DOWN if at <= due < at + span), due)
        yield day, "asked" if back - due <= TOLERANCE else "skipped", back


def _quiet(day: date) -> bool:
    ends = (span.split("/") for span in QUIET)
    return any(begin <= f"{day:%m-%d}" <= end for begin, end in ends)


def _paused(due: datetime) -> bool:
    return PAUSED[0] <= due < PAUSED[1]


@cache
def _walls(zone: str, day: date) -> list[tuple[datetime, datetime]]:
    """(instant, wall clock) at every quarter of an hour around a date."""
    where = zoneinfo.ZoneInfo(zone)
    begin = datetime(day.year, day.month, day.day, tzinfo=UTC) - 16 * timedelta(hours=1)
    moments = (begin + i * QUARTER for i in range(4 * 56))
    return [(at, at.astimezone(where).replace(tzinfo=None)) for at in moments]


def instant(zone: str, day: date, at: time) -> datetime:
    """When the wall clock first shows that time on that date; if it never does, when it would
    have shown it had it not been put forward."""
    wanted = datetime.combine(day, at)
    before = None
    for moment, wall in _walls(zone, day):
        if wall == wanted:
            return moment
        if wall > wanted:
            assert before
            return moment - QUARTER + (wanted - before)
        before = wall
    raise AssertionError((zone, day, at))
