"""What a person sees of a payload: Discord's Markdown as its client draws it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.standins.discord_limits import BUTTON, FILE, GALLERY, INPUT, LABEL, SELECT, TEXT, walk

# In the order in which the client looks for them at each place.
_PIECES = re.compile(
    r"""
      \\(?P<escaped>[^0-9A-Za-z\s])
    | \*\*(?P<bold>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)
    | (?P<alive>
          <(?:@[!&]?|\#|:\w+:|a:\w+:|t:|/[\w-]+:|id:)[^>]*>
        | @(?:everyone|here)\b
        | \[[^\]]*\]\([^)]*\)
        | [a-zA-Z]+://\S+
        | :[\w+-]+:
        | ```[\s\S]+?``` | `[^`]+`
        | \|\|[\s\S]+?\|\| | ~~[\s\S]+?~~
        | __[\s\S]+?__ | (?<!\w)_[^_\s][^_]*_(?!\w) | \*[^*\s][^*]*\*
      )
    """,
    re.VERBOSE,
)
_LINE = re.compile(r"^(?P<space>\s*)(?P<mark>\#{1,3} |-\# |>>> |> |[-*] |\d+\. )")


@dataclass(frozen=True)
class Words:
    """text: as it is drawn. alive: what has an effect there; bold: what is drawn bold."""

    text: str
    alive: tuple[str, ...] = ()
    bold: tuple[str, ...] = ()


def words(source: str) -> Words:
    alive: list[str] = []
    bold: list[str] = []
    lines = [_line(line, alive, bold) for line in source.split("\n")]
    return Words("\n".join(lines), tuple(alive), tuple(bold))


def _line(line: str, alive: list[str], bold: list[str]) -> str:
    mark = _LINE.match(line)
    start = ""
    if mark:
        line = line[mark.end() :]
        alive.append(mark["mark"].strip())
        if mark["mark"] == "- ":
            start = f"{mark['space']}• "
        elif mark["mark"][0].isdigit():
            start = mark["mark"]
    return start + _inline(line, alive, bold)


def _inline(text: str, alive: list[str], bold: list[str]) -> str:
    def drawn(match: re.Match[str]) -> str:
        if match["escaped"]:
            return match["escaped"]
        if match["bold"]:
            inner = _inline(match["bold"], alive, bold)
            bold.append(inner)
            return inner
        alive.append(match["alive"])
        return match["alive"]

    return _PIECES.sub(drawn, text)


@dataclass(frozen=True)
class Screen:
    """What one message or form shows, and what can be done with it, by its label."""

    text: str
    buttons: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    alive: tuple[str, ...] = ()


def screen(payload: Mapping[str, Any]) -> Screen:
    """options: label to (custom_id, value); fields: label to the field's component."""
    components = payload.get("components") or ()
    drawn = [words(text) for text in _texts(payload, components)]
    buttons: dict[str, str] = {}
    options: dict[str, tuple[str, str]] = {}
    fields: dict[str, Mapping[str, Any]] = {}
    for each in walk(components):
        if each["type"] == BUTTON:
            buttons[each["label"]] = each.get("custom_id") or each["url"]
        elif each["type"] == SELECT and "label" not in each:
            for option in each["options"]:
                options[option["label"]] = (each["custom_id"], option["value"])
        elif each["type"] == LABEL:
            fields[each["label"]] = each["component"]
    text = "\n".join((*(each.text for each in drawn), *_labels(components)))
    alive = tuple(mark for each in drawn for mark in each.alive)
    return Screen(text, buttons, options, fields, alive)


def held(component: Mapping[str, Any]) -> str:
    """What a field of a form holds when it opens."""
    for option in component.get("options", ()):
        if option.get("default"):
            return str(option["value"])
    for chosen in component.get("default_values") or ():
        return str(chosen["id"])
    return component.get("value") or ""


def _texts(payload: Mapping[str, Any], components: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if payload.get("content"):
        yield payload["content"]
    for each in walk(components):
        if each["type"] == TEXT:
            yield each["content"]


def _labels(components: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What stands there beside Markdown."""
    for each in walk(components):
        match each["type"]:
            case 2 | 18:
                yield each["label"]
                yield each.get("description") or ""
            case 3:
                yield each.get("placeholder") or ""
                yield from (option["label"] for option in each["options"])
            case 4:
                yield each.get("value") or each.get("placeholder") or ""
            case 12:
                yield from (item.get("description") or "" for item in each["items"])


__all__ = ["FILE", "GALLERY", "INPUT", "Screen", "Words", "screen", "words"]
