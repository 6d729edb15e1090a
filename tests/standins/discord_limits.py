"""What Discord refuses: https://docs.discord.com/developers/components/reference and around.

Each function gives the problems of a payload as {path: sentence}; none for a sound one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Problems = dict[str, str]

COMPONENTS_V2, EPHEMERAL, SILENT = 1 << 15, 1 << 6, 1 << 12
ROW, BUTTON, SELECT, INPUT, USER_SELECT, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER, LABEL = (
    *(1, 2, 3, 4, 5, 10, 12, 13, 14, 17, 18),
)
_TOP = {ROW, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER}
_IN_CONTAINER = {ROW, TEXT, GALLERY, FILE, SEPARATOR}
# fmt: off
LOCALES = frozenset((
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no",
    "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th",
    "zh-CN", "ja", "zh-TW", "ko",
))
# fmt: on


def between(problems: Problems, path: str, value: Any, least: int, most: int) -> None:
    """Discord counts code points here; we are strict and count an emoji as two."""
    if not isinstance(value, str):
        problems[path] = "This field is required"
    elif not least <= len(value.encode("utf-16-le")) // 2 <= most or (least and not value.strip()):
        problems[path] = f"Must be between {least} and {most} in length."


def message(payload: Mapping[str, Any], attachments: Sequence[str] = ()) -> Problems:
    problems: Problems = {}
    components = payload.get("components") or []
    if payload.get("nonce") is not None:
        between(problems, "nonce", str(payload["nonce"]), 1, 25)
    if not payload.get("flags", 0) & COMPONENTS_V2:
        between(problems, "content", payload.get("content"), 1, 2000)
        return problems
    for key in ("content", "embeds", "poll", "sticker_ids"):
        if payload.get(key):
            problems[key] = "The 'content', 'embeds', 'poll' and 'stickers' fields cannot be used"
    if not components:
        problems["components"] = "Must be between 1 and 40 in length."
    every = list(walk(components))
    if len(every) > 40:
        problems["components"] = "Must be 40 or fewer in length."
    words = sum(len(c["content"].encode("utf-16-le")) // 2 for c in every if c["type"] == TEXT)
    if words > 4000:
        problems["components"] = "Displayable text size exceeds maximum size of 4000"
    ids = [c["custom_id"] for c in every if c.get("custom_id")]
    if len(ids) != len(set(ids)):
        problems["components"] = "Component custom id cannot be duplicated"
    for index, component in enumerate(components):
        _component(problems, f"components[{index}]", component, _TOP, attachments)
    return problems


def walk(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for component in components:
        yield component
        yield from walk(component.get("components", ()))
        if component.get("component"):
            yield from walk([component["component"]])


def _component(
    problems: Problems,
    path: str,
    component: Mapping[str, Any],
    allowed: set[int],
    attachments: Sequence[str],
) -> None:
    kind = component["type"]
    inner = component.get("components", ())
    if kind not in allowed:
        problems[path] = f"Value of field 'type' must be one of {sorted(allowed)}."
    elif kind == TEXT:
        between(problems, f"{path}.content", component.get("content"), 1, 4000)
    elif kind == ROW:
        _row(problems, path, inner)
    elif kind == CONTAINER:
        if not inner:
            problems[path] = "Must be between 1 and 40 in length."
        for index, each in enumerate(inner):
            _component(problems, f"{path}.[{index}]", each, _IN_CONTAINER, attachments)
    elif kind == GALLERY:
        _gallery(problems, path, component, attachments)
    elif kind == FILE:
        _media(problems, path, component["file"], attachments)


def _row(problems: Problems, path: str, inner: Sequence[Mapping[str, Any]]) -> None:
    most = 1 if any(each["type"] == SELECT for each in inner) else 5
    if not 1 <= len(inner) <= most:
        problems[path] = f"Must be between 1 and {most} in length."
    for index, each in enumerate(inner):
        _in_row(problems, f"{path}.components[{index}]", each)


def _gallery(
    problems: Problems, path: str, component: Mapping[str, Any], attachments: Sequence[str]
) -> None:
    for index, item in enumerate(component.get("items", ())):
        _media(problems, f"{path}.items[{index}]", item["media"], attachments)
        between(problems, f"{path}.items[{index}]", item.get("description") or "", 0, 1024)


def _media(
    problems: Problems, path: str, media: Mapping[str, Any], attachments: Sequence[str]
) -> None:
    url = media.get("url", "")
    known = url.removeprefix("attachment://") in attachments
    if not known and not url.startswith(("https://", "http://")):
        problems[path] = "The referenced attachment was not found"


def _in_row(problems: Problems, path: str, component: Mapping[str, Any]) -> None:
    if component["type"] == SELECT:
        _select(problems, path, component)
    elif component["type"] != BUTTON:
        problems[path] = "Value of field 'type' must be one of (2, 3, 5, 6, 7, 8)."
    else:
        between(problems, f"{path}.label", component.get("label"), 1, 80)
        if component.get("style") == 5:
            between(problems, f"{path}.url", component.get("url"), 1, 512)
            if not re.match(r"(https?|discord)://[^\s/]+", component.get("url") or ""):
                problems[f"{path}.url"] = "Not a well formed URL."
        else:
            between(problems, f"{path}.custom_id", component.get("custom_id"), 1, 100)


def _select(problems: Problems, path: str, component: Mapping[str, Any]) -> None:
    between(problems, f"{path}.custom_id", component.get("custom_id"), 1, 100)
    between(problems, f"{path}.placeholder", component.get("placeholder") or "", 0, 150)
    options = component.get("options", ())
    if not 1 <= len(options) <= 25:
        problems[f"{path}.options"] = "Must be between 1 and 25 in length."
    for index, option in enumerate(options):
        between(problems, f"{path}.options[{index}].label", option.get("label"), 1, 100)
        between(problems, f"{path}.options[{index}].value", option.get("value"), 1, 100)
    if sum(bool(option.get("default")) for option in options) > component.get("max_values", 1):
        problems[f"{path}.options"] = "Too many options are chosen by default"
    if len({option.get("value") for option in options}) < len(options):
        problems[f"{path}.options"] = "The specified option value is already used"


def _user_select(problems: Problems, path: str, component: Mapping[str, Any]) -> None:
    between(problems, f"{path}.custom_id", component.get("custom_id"), 1, 100)
    if component.get("options"):
        problems[f"{path}.options"] = "Only a string select has options"
    chosen = component.get("default_values") or ()
    if not len(chosen) <= component.get("max_values", 1):
        problems[f"{path}.default_values"] = "Number of items must be in range of max_values"
    for each in chosen:
        if each.get("type") != "user" or not re.fullmatch(r"\d{1,20}", str(each.get("id"))):
            problems[f"{path}.default_values"] = "Value is not a user's snowflake."


def modal(payload: Mapping[str, Any]) -> Problems:
    problems: Problems = {}
    rows = payload.get("components", ())
    between(problems, "title", payload.get("title"), 1, 45)
    between(problems, "custom_id", payload.get("custom_id"), 1, 100)
    if not 1 <= len(rows) <= 5:
        problems["components"] = "Must be between 1 and 5 in length."
    for index, row in enumerate(rows):
        path = f"components[{index}]"
        if row["type"] == TEXT:
            between(problems, f"{path}.content", row.get("content"), 1, 4000)
        elif row["type"] != LABEL:
            problems[path] = "Value of field 'type' must be one of (1, 10, 18)."
        else:
            between(problems, f"{path}.label", row.get("label"), 1, 45)
            between(problems, f"{path}.description", row.get("description") or "", 0, 100)
            _field(problems, f"{path}.component", row["component"])
    ids = [each["custom_id"] for each in walk(rows) if "custom_id" in each]
    if len(set(ids)) < len(ids):
        problems["components"] = "Component custom id cannot be duplicated"
    return problems


def _field(problems: Problems, path: str, field: Mapping[str, Any]) -> None:
    if field["type"] == SELECT:
        _select(problems, path, field)
    elif field["type"] == USER_SELECT:
        _user_select(problems, path, field)
    elif field["type"] != INPUT:
        problems[path] = "Value of field 'type' must be one of (3, 4, 5, 6, 7, 8, 19)."
    else:
        most = field.get("max_length") or 4000
        between(problems, f"{path}.custom_id", field.get("custom_id"), 1, 100)
        between(problems, f"{path}.value", field.get("value") or "", 0, most)
        between(problems, f"{path}.placeholder", field.get("placeholder") or "", 0, 100)
        if field.get("label"):
            problems[f"{path}.label"] = "A text input in a label has no label"
        if not 1 <= most <= 4000:
            problems[f"{path}.max_length"] = "int value should be between 1 and 4000."


def suggestions(payload: Mapping[str, Any]) -> Problems:
    problems: Problems = {}
    if len(payload.get("choices", ())) > 25:
        problems["choices"] = "Must be 25 or fewer in length."
    for index, choice in enumerate(payload.get("choices", ())):
        between(problems, f"choices[{index}].name", choice.get("name"), 1, 100)
        between(problems, f"choices[{index}].value", choice.get("value"), 1, 100)
    return problems


def commands(payload: Sequence[Mapping[str, Any]]) -> Problems:
    problems: Problems = {}
    names = [command.get("name") for command in payload]
    if len(set(names)) < len(names) or len(names) > 100:
        problems["commands"] = "Application command names must be unique"
    for index, command in enumerate(payload):
        _described(problems, str(index), command)
        if not set(command.get("contexts", ())) <= {0, 1, 2}:
            problems[f"{index}.contexts"] = "Value must be one of (0, 1, 2)."
        required = [option.get("required", False) for option in command.get("options", ())]
        if required != sorted(required, reverse=True) or len(required) > 25:
            problems[f"{index}.options"] = "Required options must be placed before others"
        for number, option in enumerate(command.get("options", ())):
            _option(problems, f"{index}.options[{number}]", option)
    return problems


def _option(problems: Problems, path: str, option: Mapping[str, Any]) -> None:
    _described(problems, path, option)
    choices = option.get("choices", ())
    if choices and option.get("autocomplete"):
        problems[path] = "Choices and autocomplete can't be used together"
    if len(choices) > 25:
        problems[f"{path}.choices"] = "Must be 25 or fewer in length."
    for choice in choices:
        between(problems, f"{path}.choices", choice.get("name"), 1, 100)
        _localizations(problems, f"{path}.choices", choice.get("name_localizations"), 100)


def _described(problems: Problems, path: str, payload: Mapping[str, Any]) -> None:
    if not re.fullmatch(r"[-_a-z0-9]{1,32}", payload.get("name") or ""):
        problems[f"{path}.name"] = "Command name is invalid"
    between(problems, f"{path}.description", payload.get("description"), 1, 100)
    _localizations(problems, path, payload.get("description_localizations"), 100)


def _localizations(
    problems: Problems, path: str, words: Mapping[str, str] | None, most: int
) -> None:
    for locale, word in (words or {}).items():
        if locale not in LOCALES:
            problems[f"{path}.{locale}"] = "Not a locale"
        between(problems, f"{path}.{locale}", word, 1, most)
