"""`/settings`: language, time zone, notices, and what a person agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from bot import storage
from bot.command import Command, Context, Param
from bot.daily.zones import read_zone
from bot.locale import LOCALES, texts
from bot.markup import escape
from bot.messages import Button, Card, Field, Form, Reply
from bot.views import agreements

if TYPE_CHECKING:
    from bot.storage.persons import Wishes

_AUTO = "auto"
_LANGUAGES = (*LOCALES, _AUTO)
_SWITCH = ("on", "off")
_AUTOMATIC = {"auto", "automatic", "自動", "おまかせ"}
_SWITCHED = {"on": "on", "off": "off", "オン": "on", "オフ": "off"}
_NAMES = {
    "language": "language",
    "ことば": "language",
    "言葉": "language",
    "言語": "language",
    "timezone": "timezone",
    "時間帯": "timezone",
    "タイムゾーン": "timezone",
    "reminders": "reminders",
    "お知らせ": "reminders",
    "通知": "reminders",
    "disputes": "disputes",
    "outside": "outside",
}
"""What people call the settings, and their parameters."""


def read_switch(word: str) -> str:
    return _SWITCHED.get(word.lower(), "")


def read_language(word: str) -> str:
    """「英語」, "English" and "en" as the language they name; empty for other words."""
    said = word.casefold()
    names = {
        texts(each)(f"language-{code}").casefold(): code for each in LOCALES for code in LOCALES
    }
    return said if said in _LANGUAGES else names.get(said, "")


async def run(ctx: Context) -> list[Reply]:
    return await _change(replace(ctx, values=_named(ctx.values)))


def _named(values: Mapping[str, str]) -> Mapping[str, str]:
    """With what was typed as `timezone London` in its place: words without a name are a zone."""
    name, _, value = values.get("timezone", "").partition(" ")
    param = _NAMES.get(name.lower())
    if param is None:
        return values
    named = {key: given for key, given in values.items() if key != "timezone"}
    if value:
        named[param] = value
    elif param in ("disputes", "outside") and "reminders" in named:
        # Its on or off was taken for the first switch there is.
        named[param] = named.pop("reminders")
    return named


async def _change(ctx: Context) -> list[Reply]:
    person = ctx.request.person
    now = await storage.persons.wishes(ctx.db, person)
    outside = ctx.values.get("outside", "")
    if outside and outside not in ("off", agreements.token(ctx)):
        # Also where the recipient is another one since the button was drawn.
        return [agreements.ask_outside(ctx, now)]
    chosen, present = _chosen(ctx), now.timezone or ctx.texts("settings-auto-word")
    if (language := ctx.values.get("language", _AUTO)) not in _LANGUAGES:
        wrong = ctx.texts("settings-no-language", language=language[:40])
        form = _form(ctx, {**_columns(now), **chosen}, present)
        return [Reply(wrong, form=replace(form, wrong="language"))]
    if zone := ctx.values.get("timezone", ""):
        read = "" if zone.lower() in _AUTOMATIC else read_zone(zone)
        if read is None:
            wrong = ctx.texts("settings-no-zone", zone=zone[:40])
            form = _form(ctx, {**_columns(now), **chosen}, zone)
            return [Reply(wrong, form=replace(form, wrong="timezone"))]
        chosen["chosen_timezone"] = read
    if not chosen:
        return [Reply(form=_form(ctx, _columns(now), present))]
    await storage.persons.choose(ctx.db, person, ctx.now, **chosen)
    return [await _kept(ctx)]


def _chosen(ctx: Context) -> dict[str, object]:
    """What is chosen but for the time zone, by columns of PersonRow."""
    values, chosen = ctx.values, dict[str, object]()
    if (language := values.get("language", "")) in _LANGUAGES:
        chosen["chosen_locale"] = "" if language == _AUTO else language
    if (reminders := values.get("reminders", "")) in _SWITCH:
        chosen["reminders"] = reminders == "on"
    if (disputes := values.get("disputes", "")) in _SWITCH:
        chosen["disputes"] = agreements.YES if disputes == "on" else agreements.NO
    if outside := values.get("outside", ""):
        chosen["outside"] = "" if outside == "off" else ctx.scorers.recipient
    return chosen


def _columns(wishes: Wishes) -> dict[str, object]:
    return {
        "chosen_locale": wishes.locale,
        "reminders": wishes.reminders,
        "disputes": wishes.disputes,
    }


def _form(ctx: Context, chosen: Mapping[str, object], zone: str) -> Form:
    say = ctx.texts
    language, reminders = str(chosen["chosen_locale"]), _SWITCH[not chosen["reminders"]]
    agreed = _SWITCH[chosen["disputes"] != agreements.YES]
    languages = tuple((say(f"settings-language-{each}"), each) for each in _LANGUAGES)
    switch = tuple((say(f"settings-reminders-{each}"), each) for each in _SWITCH)
    take = tuple((say(f"settings-disputes-{each}"), each) for each in _SWITCH)
    fields = (
        Field("language", say("settings-language"), "choice", True, languages, language or _AUTO),
        Field("timezone", say("settings-timezone"), value=zone),
        Field("reminders", say("settings-reminders"), "choice", True, switch, reminders),
        Field("disputes", say("settings-disputes"), "choice", True, take, agreed),
    )
    return Form(say("settings-title"), "/settings", fields, escape(say("settings-body")))


async def _kept(ctx: Context) -> Reply:
    """What is chosen now, in the language that is."""
    wishes = await storage.persons.wishes(ctx.db, ctx.request.person)
    say = texts(wishes.locale or ctx.lang)
    fields = [
        (say("settings-language"), say(f"settings-language-{wishes.locale or _AUTO}")),
        (say("settings-timezone"), escape(wishes.timezone or say("settings-auto-word"))),
        (say("settings-reminders"), say(f"settings-reminders-{_SWITCH[not wishes.reminders]}")),
        (
            say("settings-disputes"),
            say(f"settings-disputes-{_SWITCH[wishes.disputes != agreements.YES]}"),
        ),
    ]
    buttons = [Button(say("settings-change"), "/settings")]
    if ctx.scorers.recipient:
        state = "on" if agreements.sends(ctx, wishes) else "off"
        text = say("settings-outside-state", state=state, recipient=ctx.scorers.recipient)
        fields.append((say("settings-outside"), escape(text)))
        buttons.append(Button(say("settings-outside-change"), "/settings outside=ask"))
    return Reply(card=Card(say("settings-kept"), fields=tuple(fields)), buttons=tuple(buttons))


SETTINGS = Command(
    "settings",
    run,
    params=(
        Param("language", "choice", choices=_LANGUAGES, read=read_language),
        Param("timezone"),
        Param("reminders", "choice", choices=_SWITCH, read=read_switch),
        Param("disputes", "choice", choices=_SWITCH),
        Param("outside"),
    ),
    writes=True,
)
