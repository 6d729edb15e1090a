"""The settings of a channel's daily question: what they hold, in words that can be typed again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from babel.core import get_global

from bot import storage
from bot.command import Context, UserError
from bot.commands.daily import scope
from bot.commands.daily.said import Said
from bot.daily import zones
from bot.daily.countries import known, read_holidays
from bot.daily.reading import read_days_off, read_time, read_tolerance, read_weekdays
from bot.daily.schedule import Schedule
from bot.daily.zones import read_zone
from bot.locale import LOCALES, Texts, texts
from bot.messages import Field
from bot.views import schedule

if TYPE_CHECKING:
    from bot.storage.channels import Channel

SHORTEST_TOLERANCE = timedelta(minutes=10)
"""With less, a busy minute would skip a day."""


@dataclass(frozen=True, slots=True)
class Setting:
    """read: the channel as it is with what was typed; raises UserError. held: what it is now.

    body: names the text that says what can be typed. fields: of its form, where that is more
    than one line.
    """

    body: str
    read: Callable[[Said], Channel]
    held: Callable[[Context, Channel], str]
    fields: Callable[[Context, Channel], tuple[Field, ...]] | None = None


def usual(ctx: Context) -> Channel:
    """What is proposed for a channel in which nothing was set: the asking person's own usage."""
    request, person = ctx.request, ctx.request.person
    zone = person.timezone if zones.known(person.timezone) else "UTC"
    country = get_global("zone_territories").get(zone, "")
    place = (person.platform, request.workspace, request.channel)
    return storage.channels.Channel(
        person.platform,
        person.tenant,
        request.workspace,
        request.channel,
        Schedule(time(9), zone, frozenset(range(5)), country if known(country) else ""),
        ctx.lang,
        ctx.now,
        int.from_bytes(storage.channels.digest(*place)[:7]),
    )


def _scheduled(
    name: str, field: str, read: Callable[[str], Any], held: Callable[[Texts, Schedule], str]
) -> Setting:
    """A field of the schedule, that `read` reads, giving None or raising ValueError if it can't."""

    def change(said: Said) -> Channel:
        unread = said.typed
        try:
            value = read(said.typed)
        except ValueError as error:
            value, unread = None, str(error)
        if value is None:
            raise UserError(f"daily-unread-{name}", typed=unread)
        changed = replace(said.channel.schedule, **{field: value})
        return replace(said.channel, schedule=changed)

    return Setting(f"daily-ask-{name}", change, lambda ctx, c: held(ctx.texts, c.schedule))


def _late(typed: str) -> timedelta | None:
    found = read_tolerance(typed)
    return found if found and found >= SHORTEST_TOLERANCE else None


def _zone(say: Texts, plan: Schedule) -> str:
    return _readable(schedule.zone(say, plan.timezone), plan.timezone, read_zone)


def _holidays(say: Texts, plan: Schedule) -> str:
    return _readable(schedule.country(say, plan.holidays), plan.holidays, read_holidays)


def _readable(words: str, code: str, read: Callable[[str], str | None]) -> str:
    """What people call it, if it can be typed again; else its code."""
    return words if read(words) == code else code


def _language(said: Said) -> Channel:
    names = {
        texts(each)(f"language-{lang}").casefold(): lang for each in LOCALES for lang in LOCALES
    }
    lang = said.typed.casefold()
    if lang not in (*names, *LOCALES):
        raise UserError("daily-unread-language", typed=said.typed)
    return replace(said.channel, lang=names.get(lang, lang))


def _languages(ctx: Context, channel: Channel) -> tuple[Field, ...]:
    choices = tuple((ctx.texts(f"language-{lang}"), lang) for lang in LOCALES)
    label = ctx.texts("daily-do-language")
    return (Field("more", label, "choice", choices=choices, value=channel.lang),)


SETTINGS: Mapping[str, Setting] = {
    "time": _scheduled("time", "time", read_time, lambda _, plan: schedule.clock(plan)),
    "weekdays": _scheduled(
        "weekdays",
        "weekdays",
        read_weekdays,
        lambda say, plan: schedule.weekdays(say, plan.weekdays),
    ),
    "timezone": _scheduled("timezone", "timezone", read_zone, _zone),
    "holidays": _scheduled("holidays", "holidays", read_holidays, _holidays),
    "daysoff": _scheduled(
        "daysoff",
        "days_off",
        read_days_off,
        lambda say, plan: schedule.days_off(say, plan.days_off),
    ),
    "roles": Setting("daily-ask-roles", scope.read, scope.held, scope.fields),
    "language": Setting(
        "daily-ask-language",
        _language,
        lambda ctx, channel: ctx.texts(f"language-{channel.lang}"),
        _languages,
    ),
    "lateness": _scheduled(
        "lateness",
        "tolerance",
        _late,
        lambda say, plan: schedule.tolerance(say, plan.tolerance),
    ),
}
"""In the order in which they are shown."""
