"""How many asked days in a row somebody has answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from itertools import takewhile


def streak(asked: Iterable[date], answered: Collection[date], today: date) -> int:
    """The asked dates in a row, up to the latest, whose question was answered.

    answered: the dates of the questions, whenever their answers came. There is time until the
    end of today; what was asked for later dates doesn't count yet.
    """
    days = sorted((day for day in set(asked) if day <= today), reverse=True)
    if days and days[0] == today and today not in answered:
        del days[0]
    return sum(1 for _ in takewhile(answered.__contains__, days))
