"""`/settings`: language, time zone, and whether Senpai may write of its own accord."""

from __future__ import annotations

from dataclasses import replace

from bot import storage
from bot.command import Command, Context, Param
from bot.daily.zones import read_zone
from bot.locale import LOCALES, texts
from bot.markup import escape
from bot.messages import Button, Card, Field, Form, Reply

_AUTO = "auto"
_LANGUAGES = (*LOCALES, _AUTO)
_SWITCH = ("on", "off")
_AUTOMATIC = {"auto", "automatic", "自動", "おまかせ"}


def read_switch(word: str) -> str:
    return word.lower() if word.lower() in _SWITCH else ""


def read_language(word: str) -> str:
    return word.lower() if word.lower() in _LANGUAGES else ""


async def run(ctx: Context) -> list[Reply]:
    person = ctx.request.person
    now = await storage.persons.wishes(ctx.db, person)
    chosen: dict[str, object] = {}
    language, switch = ctx.values.get("language", ""), ctx.values.get("reminders", "")
    if language in _LANGUAGES:
        chosen["chosen_locale"] = "" if language == _AUTO else language
    if switch in _SWITCH:
        chosen["reminders"] = switch == "on"
    if zone := ctx.values.get("timezone", ""):
        read = "" if zone.lower() in _AUTOMATIC else read_zone(zone)
        if read is None:
            wrong = ctx.texts("settings-no-zone", zone=zone[:40])
            form = _form(ctx, language or now.locale, zone, switch or _SWITCH[not now.reminders])
            return [Reply(wrong, form=replace(form, wrong="timezone"))]
        chosen["chosen_timezone"] = read
    if not chosen:
        zone = now.timezone or ctx.texts("settings-auto-word")
        return [Reply(form=_form(ctx, now.locale, zone, _SWITCH[not now.reminders]))]
    await storage.persons.choose(ctx.db, person, ctx.now, **chosen)
    return [await _kept(ctx)]


def _form(ctx: Context, language: str, zone: str, reminders: str) -> Form:
    say = ctx.texts
    languages = tuple((say(f"settings-language-{each}"), each) for each in _LANGUAGES)
    switch = tuple((say(f"settings-reminders-{each}"), each) for each in _SWITCH)
    fields = (
        Field("language", say("settings-language"), "choice", True, languages, language or _AUTO),
        Field("timezone", say("settings-timezone"), value=zone),
        Field("reminders", say("settings-reminders"), "choice", True, switch, reminders),
    )
    return Form(say("settings-title"), "/settings", fields, escape(say("settings-body")))


async def _kept(ctx: Context) -> Reply:
    """What is chosen now, in the language that is."""
    wishes = await storage.persons.wishes(ctx.db, ctx.request.person)
    say = texts(wishes.locale or ctx.lang)
    fields = (
        (say("settings-language"), say(f"settings-language-{wishes.locale or _AUTO}")),
        (say("settings-timezone"), escape(wishes.timezone or say("settings-auto-word"))),
        (say("settings-reminders"), say(f"settings-reminders-{_SWITCH[not wishes.reminders]}")),
    )
    buttons = (Button(say("settings-change"), "/settings"),)
    return Reply(card=Card(say("settings-kept"), fields=fields), buttons=buttons)


SETTINGS = Command(
    "settings",
    run,
    params=(
        Param("language", "choice", choices=_LANGUAGES, read=read_language),
        Param("timezone"),
        Param("reminders", "choice", choices=_SWITCH, read=read_switch),
    ),
    writes=True,
)
