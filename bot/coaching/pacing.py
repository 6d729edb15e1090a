"""How long Senpai waits: for what may follow a message, and before it reminds somebody."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, tzinfo

_SHORTEST_WAIT, _LONGEST_WAIT = 4.0, 20.0  # seconds
_SHORT, _LONG = 20, 120  # characters of Japanese; a Latin letter counts for less than half
_LATIN = 0.4
_FINISHED = re.compile(
    r"(?:[。．.!?！？」』）)]|です|ます|ました|でした|ません|ください|である|だった|した)\s*$"
)
_UNFINISHED = re.compile(
    r"(?:[、,，:：;；…・(（「『-]|\.\.\.|て|で|が|は|も|を|に|の|と|から|ので|けど|けれど|たり"
    r"|\b(?:and|but|so|because|that|the|a|to|of|with|for|in))\s*$",
    re.IGNORECASE,
)

_EARLIEST, _LATEST = 10, 20  # o'clock
_NIGHT = 4  # o'clock; until then it is still the evening before


def window(text: str) -> timedelta:
    """How long to wait, after a message, for the next before the answer counts as finished.

    4 seconds after a long one that ends like one, up to 20 after a short or unfinished one.
    """
    end = text[-_LONG:]
    if _UNFINISHED.search(end):
        return timedelta(seconds=_LONGEST_WAIT)
    length = sum(_LATIN if char.isascii() else 1.0 for char in text[: 3 * _LONG])
    share = min(1.0, max(0.0, (length - _SHORT) / (_LONG - _SHORT)))
    if not _FINISHED.search(end):
        share /= 2
    return timedelta(seconds=round(_LONGEST_WAIT - share * (_LONGEST_WAIT - _SHORTEST_WAIT), 1))


def reminder(left_at: datetime, zone: tzinfo) -> datetime:
    """The next day at about the time they practised, at a decent hour of their zone; in UTC."""
    local = left_at.astimezone(zone)
    night = local.hour < _NIGHT
    hour = _LATEST if night else min(_LATEST, max(_EARLIEST, local.hour))
    day = local.date() if night else local.date() + timedelta(days=1)
    return datetime.combine(day, time(hour), zone).astimezone(UTC)
