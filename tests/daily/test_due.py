"""The moment a date is due, where clocks change and dates are left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.daily.schedule import Schedule, due, unknown, upcoming

ALL_DAYS = frozenset(range(7))


def at(zone: str, wall: str = "09:00") -> Schedule:
    return Schedule(time.fromisoformat(wall), zone, ALL_DAYS, holidays="")


@pytest.mark.parametrize(
    ("zone", "wall", "day", "moment"),
    [
        ("Asia/Tokyo", "09:00", "2026-03-29", "2026-03-29 00:00"),
        ("Asia/Tokyo", "09:00", "2028-02-29", "2028-02-29 00:00"),
        ("Asia/Kathmandu", "09:00", "2026-03-29", "2026-03-29 03:15"),
        ("Europe/Berlin", "09:00", "2026-03-28", "2026-03-28 08:00"),
        ("Europe/Berlin", "09:00", "2026-03-29", "2026-03-29 07:00"),
        # 02:30 is left out that night; the clocks show 03:30.
        ("Europe/Berlin", "02:30", "2026-03-29", "2026-03-29 01:30"),
        # 02:30 comes twice; this is the first.
        ("Europe/Berlin", "02:30", "2026-10-25", "2026-10-25 00:30"),
        # Midnight is left out in Egypt, and the last hour of a day in Greenland.
        ("Africa/Cairo", "00:00", "2026-04-24", "2026-04-23 22:00"),
        ("America/Nuuk", "23:30", "2026-03-28", "2026-03-29 01:30"),
        # Half an hour of summer time.
        ("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03 15:45"),
        # Samoa had no 30 December 2011.
        ("Pacific/Apia", "09:00", "2011-12-29", "2011-12-29 19:00"),
        ("Pacific/Apia", "09:00", "2011-12-30", "2011-12-30 07:00"),
        ("Pacific/Apia", "09:00", "2011-12-31", "2011-12-30 19:00"),
    ],
)
def test_a_wall_time_is_one_moment(zone: str, wall: str, day: str, moment: str) -> None:
    found = due(at(zone, wall), date.fromisoformat(day))
    assert found == datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert found.tzinfo is UTC


def test_a_date_that_never_was_is_not_asked() -> None:
    found = upcoming(at("Pacific/Apia"), date(2011, 12, 28), 3)
    assert found == [date(2011, 12, 29), date(2011, 12, 31), date(2012, 1, 1)]


def test_a_zone_that_is_gone_counts_as_utc_and_is_told() -> None:
    schedule = Schedule(time(9), "Mars/Olympus", ALL_DAYS, "ZZ", ("12-29/01-03", "13-01", "?"))
    assert due(schedule, date(2026, 3, 1)) == datetime(2026, 3, 1, 9, tzinfo=UTC)
    assert upcoming(schedule, date(2026, 12, 27), 2) == [date(2026, 12, 28), date(2027, 1, 4)]
    assert unknown(schedule) == ["Mars/Olympus", "ZZ", "13-01", "?"]
    assert unknown(Schedule(time(9), "Asia/Tokyo", ALL_DAYS, "US-CA", ("2026-12-29",))) == []


@pytest.mark.parametrize("zone", ["", "America", "../etc/passwd", "a\0b", "leapseconds", "日本"])
def test_no_name_of_a_zone_stops_planning(zone: str) -> None:
    assert due(at(zone), date(2026, 3, 1)) == datetime(2026, 3, 1, 9, tzinfo=UTC)
