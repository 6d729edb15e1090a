"""The slash commands as Discord is told of them, made from the commands' own declarations."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

import discord

from bot.command import Command, Param
from bot.locale import LOCALES, texts

log = logging.getLogger("senpai.discord")

# Servers and persons may install Senpai; it answers in servers, its DM and the DMs of others.
_INSTALLED_BY_SERVER, _INSTALLED_BY_PERSON = 0, 1
_SERVER, _OWN_DM, _OTHER_DM = 0, 1, 2

_CHAT_INPUT = 1
_STRING, _INTEGER = 3, 4
_LONGEST = 100  # characters of a description, and of a choice's name
_MOST_CHOICES = 25

# Whoever speaks neither language reads the first, as everywhere in Senpai.
_DISCORD_LOCALES: Mapping[str, tuple[str, ...]] = {"en": ("en-US", "en-GB")}


def payloads(commands: Sequence[Command]) -> list[dict[str, Any]]:
    """The listed commands, as `PUT /applications/{id}/commands` takes them."""
    return [_command(command) for command in commands if command.listed]


async def register(client: discord.Client, commands: Sequence[Command]) -> bool:
    """Tells Discord of the commands if it knows others; gives whether it did."""
    wanted = payloads(commands)
    if client.application_id is None:
        return False
    route = discord.http.Route(
        "GET", "/applications/{application_id}/commands", application_id=client.application_id
    )
    # Only when asked for them, Discord shows the texts of all languages.
    known = await client.http.request(route, params={"with_localizations": "true"})
    if same(known, wanted):
        return False
    await client.http.bulk_upsert_global_commands(client.application_id, wanted)
    log.info("told Discord of %s commands", len(wanted))
    return True


def same(known: Sequence[Mapping[str, Any]], wanted: Sequence[Mapping[str, Any]]) -> bool:
    """Whether what Discord knows is what is wanted, but for what Discord adds to it."""
    by_name = itemgetter("name")
    mine, theirs = (sorted(map(_normal, each), key=by_name) for each in (wanted, known))
    return mine == theirs


def _normal(value: Any) -> Any:
    """What matters of a payload: without ids, and without what is empty, false or usual."""
    if isinstance(value, Mapping):
        kept = {key: _normal(each) for key, each in value.items() if key not in _ADDED}
        return {key: each for key, each in kept.items() if each not in (None, False, [], {})}
    if isinstance(value, list):
        return [_normal(each) for each in value]
    return value


_ADDED = frozenset(
    ("id", "application_id", "version", "guild_id", "default_permission", "dm_permission", "nsfw")
)


def _command(command: Command) -> dict[str, Any]:
    params = sorted(command.params, key=lambda param: not param.required)  # Discord's order
    payload: dict[str, Any] = {
        "type": _CHAT_INPUT,
        "name": command.name,
        **_described(f"{command.name}-summary"),
        "options": [_option(command, param) for param in params],
        "integration_types": [_INSTALLED_BY_SERVER, _INSTALLED_BY_PERSON],
        "contexts": [_SERVER, _OWN_DM, _OTHER_DM],
    }
    if command.admin:
        # Everybody sees it: whom an administrator named has no permission that Discord knows of.
        # The engine asks at each use who may.
        payload["contexts"] = [_SERVER]
    return payload


def _option(command: Command, param: Param) -> dict[str, Any]:
    option: dict[str, Any] = {
        "type": _INTEGER if param.kind == "number" else _STRING,
        "name": param.name,
        **_described(f"{command.name}-{param.name}-help"),
        "required": param.required,
    }
    if param.kind == "role":
        option["autocomplete"] = True
    if param.kind == "number":
        option["min_value"] = 1
    if param.kind == "choice" and len(param.choices) <= _MOST_CHOICES:
        option["choices"] = [
            {**_named(f"{command.name}-{param.name}-{choice}"), "value": choice}
            for choice in param.choices
        ]
    return option


def _described(text: str) -> dict[str, Any]:
    return _in_all_languages(text, "description", "description_localizations")


def _named(text: str) -> dict[str, Any]:
    return _in_all_languages(text, "name", "name_localizations")


def _in_all_languages(text: str, key: str, localized: str) -> dict[str, Any]:
    words = {
        discords: texts(locale)(text)[:_LONGEST]
        for locale, names in _DISCORD_LOCALES.items()
        for discords in names
    }
    return {key: texts(LOCALES[0])(text)[:_LONGEST], localized: words}
