"""What people type for a time, weekdays, days off and a tolerance."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import time, timedelta

from bot.daily.spans import span

_TO = r"\s*(?:から|to|through|until|[-~〜–—ー→])\s*"

_CLOCK = re.compile(
    r"(?P<before>午前|午後|朝|昼|夕方|夜|am|pm)?\s*の?\s*(?P<hour>[0-9]{1,2})"
    r"(?:\s*時\s*(?:(?P<half>半)|(?P<minute>[0-9]{1,2})\s*分?)?|[:.]?(?P<digits>[0-9]{2}))?"
    r"\s*(?P<after>am|pm)?\s*(?:に|ごろ|頃)?"
)
# The hours of the day that these can mean.
_PARTS = {
    "午前": range(12),
    "am": range(12),
    "午後": range(12, 24),
    "pm": range(12, 24),
    "朝": range(4, 12),
    "昼": range(11, 16),
    "夕方": range(15, 20),
    "夜": range(17, 24),
}
_WORDS = {"正午": time(12), "noon": time(12), "midnight": time(0), "真夜中": time(0)}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def read_time(text: str) -> time | None:
    """9:00, 0900, 9, 「9時半」, 「午後6時」, 7am; None for anything else."""
    plain = _plain(text).replace("a.m.", "am").replace("p.m.", "pm")
    match = _CLOCK.fullmatch(plain)
    if not match or (match["before"] and match["after"]):
        return _WORDS.get(plain)
    hour: int | None = int(match["hour"])
    minute = 30 if match["half"] else int(match["minute"] or match["digits"] or 0)
    part = match["before"] or match["after"]
    if part:
        hour = _within(_PARTS[part], int(match["hour"]))
    return time(hour, minute) if hour is not None and hour < 24 and minute < 60 else None


def _within(part: range, hour: int) -> int | None:
    """The hour as one of a part of the day: 12 at night is no hour of the evening."""
    meant = (hour,) if hour > 12 else (hour % 12, hour % 12 + 12)
    return next((each for each in meant if each in part), None)


_DAYS = "月火水木金土日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = (
    rf"[{_DAYS}](?:曜日?)?|mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:s|nesdays?)?"
    r"|thu(?:r(?:s(?:days?)?)?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?"
)
_WEEK = re.compile(
    r"(?P<weekdays>平日|weekdays?)|(?P<weekend>週末|weekends?)|(?P<all>毎日|全日|every ?day|daily)"
    rf"|(?P<first>{_DAY})(?:{_TO}(?P<last>{_DAY})(?:まで)?)?"
    r"|(?P<between>毎週|every|on|and|[\s,、・/&+と])"
)
_EXCEPT = re.compile(r"(?P<ja>.+)以外|(?:every ?day )?except (?P<en>.+)")


def read_weekdays(text: str) -> frozenset[int] | None:
    """「平日」, 「毎日」, 「月水金」, 「月〜木」, 「土日以外」, mon,wed; Monday is 0. Else None."""
    plain = _plain(text)
    excluded = _EXCEPT.fullmatch(plain)
    try:
        days = _weekdays(excluded["ja"] or excluded["en"] if excluded else plain)
    except ValueError:
        return None
    if excluded:
        days = set(range(7)) - days if days else set()
    return frozenset(days) or None


def _weekdays(plain: str) -> set[int]:
    days: set[int] = set()
    for match in _pieces(_WEEK, plain):
        if match["first"]:
            first = _weekday(match["first"])
            last = _weekday(match["last"]) if match["last"] else first
            days.update((first + i) % 7 for i in range((last - first) % 7 + 1))
        elif not match["between"]:
            days.update(range(5 if match["weekend"] else 0, 5 if match["weekdays"] else 7))
    return days


def _weekday(name: str) -> int:
    return _DAYS.find(name[0]) if name[0] in _DAYS else _ENGLISH.index(name[:3])


_OWN = re.compile(
    r"(?P<custom>年末年始|お盆)|(?P<between>[\s,、;]|と|and(?![a-z]))"
    r"|(?:毎年の?|every year|yearly)?\s*"
    r"(?:(?P<year>[0-9]{4})\s*[-/.年]\s*)?"
    r"(?P<month>[0-9]{1,2})\s*(?P<mark>[-/.月])\s*(?P<day>[0-9]{1,2})日?"
    rf"(?:(?P<to>{_TO}|\s*/\s*)(?:(?:(?P<end_year>[0-9]{{4}})\s*[-/.年]\s*)?"
    r"(?P<end_month>[0-9]{1,2})\s*[-/.月]\s*)?(?P<end_day>[0-9]{1,2})日?(?:まで)?)?"
    r"(?![^\s,、;と])"
)
# What most companies take off; the dates are shown to whoever typed it.
_CUSTOMS = {"年末年始": "12-29/01-03", "お盆": "08-13/08-16"}


def read_days_off(text: str) -> tuple[str, ...]:
    """Days as `span` reads them, from 「12/29〜1/3」, 「2026年5月1日」, 「8/13〜16、年末年始」.

    Empty for 「なし」 and for no text. Raises ValueError with the part that is no date.
    """
    plain = _plain(text)
    if plain in ("なし", "none"):
        return ()
    own = [m for m in _pieces(_OWN, plain) if not m["between"]]
    return tuple(dict.fromkeys(_CUSTOMS.get(m[0]) or _own(m) for m in own))


def _own(match: re.Match[str]) -> str:
    year, month, day = match["year"], match["month"], match["day"]
    end_year, end_month, end_day = match["end_year"], match["end_month"], match["end_day"]
    # 1-2-3 may be a date in three ways, and 8/16〜13 is none.
    if end_day and not end_month:
        if match["mark"] == match["to"].strip() or int(end_day) < int(day):
            raise ValueError(match[0])
        end_month = month
    stored = f"{int(month):02}-{int(day):02}"
    last = f"{int(end_month):02}-{int(end_day):02}" if end_day else ""
    if year:
        end_year = end_year or (str(int(year) + 1) if last and last < stored else year)
        stored = f"{year}-{stored}"
    if last:
        stored += f"/{end_year}-{last}" if end_year else f"/{last}"
    if span(stored) is None:
        raise ValueError(match[0])
    return stored


_LATE = re.compile(
    r"(?:(?P<hours>[0-9]{1,3}(?:\.[0-9]{1,2})?)\s*(?:時間|h(?:ours?|rs?)?)(?P<half>半)?)?"
    r"\s*(?:(?P<minutes>[0-9]{1,4})\s*(?:分|m(?:in(?:ute)?s?)?))?(?:まで|以内)?"
)
# With more, the question of one day would come close to that of the next.
LONGEST_TOLERANCE = timedelta(hours=12)


def read_tolerance(text: str) -> timedelta | None:
    """「3時間」, 「1時間半」, 「90分」, 2h, 1h30m; 「なし」 and 0 are none at all. Else None.

    More than 12 hours are refused too.
    """
    plain = _plain(text)
    if plain in ("なし", "none", "0"):
        return timedelta(0)
    match = _LATE.fullmatch(plain)
    if not match or not (match["hours"] or match["minutes"]):
        return None
    hours = float(match["hours"] or 0) + (0.5 if match["half"] else 0)
    tolerance = timedelta(hours=hours, minutes=int(match["minutes"] or 0))
    return tolerance if tolerance <= LONGEST_TOLERANCE else None


def _pieces(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches a text is made of. Raises ValueError with the first part that is none."""
    start = 0
    while start < len(text):
        match = pattern.match(text, start)
        if not match or match.end() == start:
            raise ValueError(re.split(r"[\s,、;]", text[start:], maxsplit=1)[0])
        yield match
        start = match.end()
