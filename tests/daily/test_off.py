"""Which dates are asked, and why others aren't."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.daily.schedule import Off, Schedule, Why, off, upcoming
from bot.daily.spans import span

TOKYO = Schedule(time(9), "Asia/Tokyo", frozenset(range(5)), days_off=("12-29/01-03",))
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-05-02", Off(Why.WEEKDAY)),
        ("2026-05-03", Off(Why.WEEKDAY)),  # a holiday too, which nobody need know
        ("2026-05-04", Off(Why.HOLIDAY, "みどりの日")),
        ("2026-05-06", Off(Why.HOLIDAY, "振替休日")),
        ("2026-09-22", Off(Why.HOLIDAY, "国民の休日")),
        ("2026-12-28", None),
        ("2026-12-29", Off(Why.OWN)),
        ("2027-01-01", Off(Why.HOLIDAY, "元日")),
        ("2027-01-04", None),
        ("2028-02-29", None),
    ],
)
def test_a_date_is_asked_or_it_is_said_why_not(day: str, why: Off | None) -> None:
    assert off(TOKYO, date.fromisoformat(day)) == why


def test_holidays_are_named_in_english_too() -> None:
    assert off(TOKYO, date(2026, 5, 4), "en") == Off(Why.HOLIDAY, "Greenery Day")
    berlin = replace(TOKYO, holidays="DE-BE")
    assert off(berlin, date(2027, 3, 8), "en") == Off(Why.HOLIDAY, "Women's Day")
    assert off(replace(TOKYO, holidays="DE"), date(2027, 3, 8)) is None


def test_the_computer_has_no_say_in_the_language_of_a_holiday() -> None:
    told = "from bot.daily.countries import names; print(*names('DE', 'ja', 2026).values())"
    done = subprocess.run(
        [sys.executable, "-c", told],
        env={**os.environ, "LANGUAGE": "de", "LANG": "de_DE.UTF-8", "PYTHONUTF8": "1"},
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        check=True,
    )
    assert b"New Year's Day" in done.stdout


def test_nobodys_holidays_are_asked() -> None:
    assert off(replace(TOKYO, holidays=""), date(2026, 5, 4)) is None


def test_a_year_has_the_asked_dates_one_counts_on_a_calendar() -> None:
    found = upcoming(TOKYO, date(2025, 12, 31), 300)
    year = [day for day in found if day.year == 2026]
    # 261 weekdays, 17 of the 18 holidays on one (3 May is a Sunday), and 2 January
    # and 29 to 31 December.
    assert len(year) == 261 - 17 - 4
    assert year[0] == date(2026, 1, 5)


def test_a_schedule_that_asks_nothing_says_so() -> None:
    assert upcoming(replace(TOKYO, weekdays=frozenset()), date(2026, 1, 1), 5) == []
    assert upcoming(replace(TOKYO, days_off=("01-01/12-31",)), date(2026, 1, 1), 5) == []


@pytest.mark.parametrize(
    ("stored", "inside", "outside"),
    [
        ("2026-12-29", ["2026-12-29"], ["2027-12-29", "2026-12-28"]),
        ("2026-12-29/2027-01-03", ["2026-12-29", "2027-01-03"], ["2027-01-04", "2027-12-29"]),
        ("12-29/01-03", ["2026-12-29", "2027-01-03", "2031-12-31"], ["2026-12-28", "2027-01-04"]),
        ("02-29", ["2028-02-29"], ["2027-02-28", "2027-03-01"]),
        ("02-27/02-29", ["2027-02-28", "2028-02-29"], ["2027-03-01"]),
    ],
)
def test_own_days_off(stored: str, inside: list[str], outside: list[str]) -> None:
    own = span(stored)
    assert own is not None
    assert all(date.fromisoformat(day) in own for day in inside)
    assert not any(date.fromisoformat(day) in own for day in outside)


@pytest.mark.parametrize(
    "stored", ["", "/", "2026", "13-01", "02-30", "2026-02-29", "2027-01-03/2026-12-29", "12-29/x"]
)
def test_what_is_no_day_off_is_none(stored: str) -> None:
    assert span(stored) is None


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.integers(0, 40))
def test_upcoming_dates_are_all_that_are_asked(after: date, count: int) -> None:
    found = upcoming(TOKYO, after, count)
    assert len(found) == count
    days = [after + i * DAY for i in range(1, ((found or [after])[-1] - after).days + 1)]
    assert found == [day for day in days if off(TOKYO, day) is None]
