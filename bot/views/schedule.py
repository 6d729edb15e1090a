"""A channel's schedule in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from babel import Locale
from babel.dates import format_date, get_day_names, get_timezone_name

from bot.command import Context
from bot.daily import zones
from bot.daily.schedule import Schedule
from bot.locale import Texts
from bot.views.browse import category_id, category_name
from bot.views.sources import listed

_WEEK = frozenset(range(7))
_WORKING_DAYS = frozenset(range(5))
_MOST_ROLES = 5
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


def line(ctx: Context, schedule: Schedule, roles: Sequence[str], category: str) -> str:
    """All that matters, in one line."""
    say = ctx.texts
    return say(
        "daily-line",
        weekdays=weekdays(say, schedule.weekdays),
        time=clock(schedule),
        zone=zone(say, schedule.timezone),
        holidays=holidays(say, schedule.holidays),
        roles=scope(ctx, roles, category),
    )


def when(say: Texts, schedule: Schedule, day: date) -> str:
    """Date, weekday, time and zone at which a date is asked."""
    named = zone(say, schedule.timezone)
    return say("daily-when", date=on(say, day), time=clock(schedule), zone=named)


def on(say: Texts, day: date) -> str:
    """A date with its weekday."""
    return format_date(day, say("daily-date-pattern"), locale=say.locale)


def clock(schedule: Schedule) -> str:
    """9:30, as `read_time` reads it."""
    return f"{schedule.time.hour}:{schedule.time:%M}"


def weekdays(say: Texts, days: Iterable[int]) -> str:
    """「平日」, 「毎日」, 「月・水・金」, as `read_weekdays` reads them."""
    wanted = frozenset(days)
    if wanted in (_WEEK, _WORKING_DAYS):
        return say("daily-every-day" if wanted == _WEEK else "daily-working-days")
    names = get_day_names("abbreviated", locale=say.locale)
    return say("daily-day-separator").join(names[day] for day in sorted(wanted))


def zone(say: Texts, name: str) -> str:
    """「日本時間」; what has no such name, by its own."""
    if "/" not in name or name.startswith("Etc/") or not zones.known(name):
        return name
    found: str = get_timezone_name(name, "long", zone_variant="generic", locale=say.locale)
    return found


def holidays(say: Texts, code: str) -> str:
    if not code:
        return say("daily-no-holidays")
    if code == "JP" and say.locale == "ja":
        return say("daily-holidays")
    return say("daily-holidays-of", country=country(say, code))


def country(say: Texts, code: str) -> str:
    """「アメリカ合衆国」 of US, and with its part of US-CA; 「なし」 of none."""
    if not code:
        return say("daily-none")
    land, _, part = code.partition("-")
    name: str = Locale(say.locale).territories.get(land, land)
    return say("daily-country-part", country=name, part=part) if part else name


def days_off(say: Texts, days: Sequence[str]) -> str:
    """As `read_days_off` reads them."""
    if not days:
        return say("daily-none")
    return listed(say, (_span(say, own) for own in days), len(days))


def _span(say: Texts, stored: str) -> str:
    first, *last = (day.replace("-", "/") for day in stored.split("/"))
    return say("daily-span", first=first, last=last[0]) if last else first


def tolerance(say: Texts, late: timedelta) -> str:
    """「3時間」 or 「90分」, as `read_tolerance` reads it."""
    if late and not late % _HOUR:
        return say("daily-hours", count=late // _HOUR)
    return say("daily-minutes", count=late // _MINUTE)


def scope(ctx: Context, roles: Sequence[str], category: str) -> str:
    """Of which roles questions are asked."""
    if roles:
        return listed(ctx.texts, map(ctx.name, roles), _MOST_ROLES)
    return field(ctx, category) if category else ctx.texts("daily-all-roles")


def field(ctx: Context, id: str) -> str:
    """The name of a field of work by its id; the id where there is none any more."""
    names = ctx.library.categories(ctx.lang)
    return next((category_name(ctx, c) for c in names if category_id(c) == id), id)
