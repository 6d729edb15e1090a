from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.pacing import reminder, window
from tests.coaching.practice import BEGUN, LONG


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (LONG, 4),
        (LONG[:-1] + "が、", 20),
        ("はい", 20),
        ("売上を3割伸ばしました。", 20),
        ("We cut the slots below 1.8 and moved the budget to search ads. " * 6, 4),
        ("We moved the budget because", 20),
    ],
)
def test_window(text: str, seconds: float) -> None:
    assert window(text).total_seconds() == seconds


def test_window_is_longer_for_what_does_not_end_like_a_sentence() -> None:
    assert 4 < window(LONG[:70] + "。").total_seconds() < window(LONG[:70]).total_seconds() < 20


@given(st.text(max_size=2000))
def test_window_has_bounds(text: str) -> None:
    assert 4 <= window(text).total_seconds() <= 20


@pytest.mark.parametrize(
    ("left", "reminded"),
    [
        ("2026-11-24T18:30", "2026-11-25T18:00"),
        ("2026-11-24T06:10", "2026-11-25T10:00"),
        ("2026-11-24T23:50", "2026-11-25T20:00"),
        ("2026-11-25T01:30", "2026-11-25T20:00"),  # still the evening of the 24th
    ],
)
@pytest.mark.parametrize("name", ["Asia/Tokyo", "America/New_York", "Asia/Kathmandu"])
def test_reminder_is_the_next_day_at_a_decent_hour(left: str, reminded: str, name: str) -> None:
    zone = ZoneInfo(name)
    at = reminder(datetime.fromisoformat(left).replace(tzinfo=zone), zone)
    assert at == datetime.fromisoformat(reminded).replace(tzinfo=zone)


@given(st.integers(0, 366 * 24))
def test_reminder_is_never_within_hours(hour: int) -> None:
    zone = ZoneInfo("Europe/Berlin")  # with its two changes of the clock
    left = BEGUN + timedelta(hours=hour)
    at = reminder(left, zone)
    hours = (at - left).total_seconds() / 3600
    assert 13 <= hours <= 36
    assert 10 <= at.astimezone(zone).hour <= 20
