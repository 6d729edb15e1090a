"""Asked days answered in a row."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.daily.streak import streak

TODAY = date(2026, 6, 12)


def june(*days: int) -> list[date]:
    return [date(2026, 6, day) for day in days]


@pytest.mark.parametrize(
    ("asked", "answered", "expected"),
    [
        ([], [], 0),
        ([12], [], 0),
        ([12], [12], 1),
        ([11, 12], [11], 1),  # there is time until the end of today
        ([11, 12], [11, 12], 2),
        ([10, 11, 12], [10, 12], 1),
        ([10, 11, 12], [10], 0),
        ([4, 5, 8, 9], [4, 5, 8, 9], 4),  # days that aren't asked break nothing
        ([11, 12, 15], [11, 12], 2),  # posted early, for a date to come
        ([9, 10, 11], [8, 9, 10, 11], 3),  # an answer to what wasn't asked here
        ([11, 10, 9, 10], [9, 10, 11], 3),
    ],
)
def test_streaks(asked: list[int], answered: list[int], expected: int) -> None:
    assert streak(june(*asked), set(june(*answered)), TODAY) == expected


DAYS = st.sets(st.integers(0, 40).map(lambda ago: TODAY - timedelta(days=ago)))


@given(DAYS, DAYS)
def test_an_answer_never_shortens_a_streak(asked: set[date], answered: set[date]) -> None:
    found = streak(asked, answered, TODAY)
    assert 0 <= found <= len(asked & answered)
    for day in asked - answered:
        assert streak(asked, answered | {day}, TODAY) >= found
    assert streak(asked, asked, TODAY) == len(asked)
