"""Every date is due once, and later than the one before it: every zone, every half hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.daily.schedule import Off, Schedule, Why, due, off

DAY = timedelta(days=1)
ALL_DAYS = frozenset(range(7))
TIMES = [time(half // 2, 30 * (half % 2)) for half in range(48)]
# Two years, and on to a leap day.
FIRST, LAST = date(2026, 1, 1), date(2028, 3, 1)


def at(zone: str, wall: time) -> Schedule:
    return Schedule(wall, zone, ALL_DAYS, holidays="")


def days(first: date, last: date) -> list[date]:
    return [first + i * DAY for i in range((last - first).days + 1)]


def moments_that_show(zone: ZoneInfo, wall: datetime, offsets: set[timedelta]) -> list[datetime]:
    """The moments at which clocks there show a wall time, found without `fold`."""
    found = ((wall - offset).replace(tzinfo=UTC) for offset in offsets)
    return sorted(m for m in found if m.astimezone(zone).replace(tzinfo=None) == wall)


def check_days(name: str, around: list[date]) -> None:
    """All wall times on some dates in a row."""
    zone = ZoneInfo(name)
    walls = [at(name, wall) for wall in TIMES]
    found = [[due(schedule, day) for day in around] for schedule in walls]
    for schedule, moments in zip(walls, found, strict=True):
        assert all(a < b for a, b in pairwise(moments)), (name, schedule.time, around[0])
        for day, moment in zip(around, moments, strict=True):
            before, after = ((moment + side).astimezone(zone).utcoffset() for side in (-DAY, DAY))
            assert before is not None
            assert after is not None
            wall = datetime.combine(day, schedule.time)
            showing = moments_that_show(zone, wall, {before, after})
            expected = showing[0] if showing else (wall - before).replace(tzinfo=UTC)
            assert moment == expected, (name, wall)


def changes(zone: ZoneInfo, first: date, last: date) -> list[date]:
    """The UTC dates in which the offset changes."""
    dates = [*days(first, last), last + DAY]
    offsets = [datetime.combine(day, time(), UTC).astimezone(zone).utcoffset() for day in dates]
    pairs = zip(dates, pairwise(offsets), strict=False)
    return [day for day, (before, after) in pairs if before != after]


def check_zone(name: str) -> int:
    """All dates of two years at one time, and all times on the days around a change."""
    zone = ZoneInfo(name)
    around = changes(zone, FIRST, LAST)
    for day in around:
        check_days(name, days(day - 2 * DAY, day + 2 * DAY))
    near = {day + i * DAY for day in around for i in (-2, -1, 0, 1, 2)}
    noon = at(name, time(12, 30))
    moments = [due(noon, day) for day in days(FIRST, LAST)]
    for day, moment in zip(days(FIRST, LAST), moments, strict=True):
        if day not in near:
            assert moment.astimezone(zone).replace(tzinfo=None) == datetime.combine(day, noon.time)
    # With one offset, a day is 24 hours long at every time.
    steps = zip(days(FIRST, LAST), pairwise(moments), strict=False)
    assert all(b - a == DAY for day, (a, b) in steps if day not in near)
    return len(around)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Asia/Tokyo", 0),
        ("Europe/Berlin", 4),
        ("America/Nuuk", 4),
        ("Australia/Lord_Howe", 4),
        ("Africa/Casablanca", 5),  # Ramadan
    ],
)
def test_each_date_is_due_once_and_later_than_the_one_before(name: str, count: int) -> None:
    assert check_zone(name) == count


@pytest.mark.slow
def test_each_date_is_due_once_and_later_than_the_one_before_in_every_zone() -> None:
    names = available_timezones() - {"localtime", "Factory"}
    assert len(names) > 400
    assert sum(check_zone(name) for name in sorted(names)) > 500


@pytest.mark.parametrize(
    ("name", "change", "left_out"),
    [
        ("Pacific/Apia", "2011-12-30", ["2011-12-30"]),
        ("Pacific/Fakaofo", "2011-12-30", ["2011-12-30"]),
        ("Pacific/Kwajalein", "1993-08-21", ["1993-08-21"]),
        ("Pacific/Kwajalein", "1969-09-30", []),  # a date that came twice
        ("Pacific/Kiritimati", "1994-12-31", ["1994-12-31"]),
        ("Pacific/Enderbury", "1994-12-31", ["1994-12-31"]),
        ("Asia/Manila", "1844-12-31", ["1844-12-31"]),
        ("America/Juneau", "1867-10-18", []),
    ],
)
def test_moments_grow_through_a_change_of_date_line(
    name: str, change: str, left_out: list[str]
) -> None:
    day = date.fromisoformat(change)
    around = days(day - 3 * DAY, day + 3 * DAY)
    for wall in TIMES:
        moments = [due(at(name, wall), day) for day in around]
        assert all(a < b for a, b in pairwise(moments)), wall
    reasons = {str(day): off(at(name, time(9)), day) for day in around}
    assert [day for day, reason in reasons.items() if reason] == left_out
    assert all(reasons[day] == Off(Why.LEFT_OUT) for day in left_out)
