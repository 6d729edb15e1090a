"""Days off of one's own: a date or some in a row, once or every year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# A year with a 29 February.
_LEAP = 2000


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last day, both in it; each (year, month, day) or (month, day)."""

    first: tuple[int, ...]
    last: tuple[int, ...]

    def __contains__(self, day: date) -> bool:
        found = (day.year, day.month, day.day)[-len(self.first) :]
        if self.first <= self.last:
            return self.first <= found <= self.last
        return found >= self.first or found <= self.last  # over the end of every year


@lru_cache(maxsize=4096)
def span(stored: str) -> Span | None:
    """2026-12-29, 2026-12-29/2027-01-03, 12-29 or 12-29/01-03; None for anything else."""
    start, _, end = stored.partition("/")
    try:
        first, last = _day(start), _day(end or start)
    except ValueError:
        return None
    if len(first) != len(last) or (len(first) == 3 and first > last):
        return None
    return Span(first, last)


def _day(text: str) -> tuple[int, ...]:
    parts = tuple(int(part) for part in text.split("-"))
    if len(parts) == 2:
        date(_LEAP, *parts)
    elif len(parts) == 3:
        date(*parts)
    else:
        raise ValueError(text)
    return parts
