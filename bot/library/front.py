"""The front matter of a document: read safely, with the line of every key."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import SafeLoader, YAMLHandler

from bot.library.extract import split_list
from bot.library.model import Fact

MOST_LINES = 10_000
"""The most lines of front matter that are read: YAML takes a second for some 20,000 of them."""

MOST_BRACKETS = 1_000
"""The most opening brackets of front matter: libyaml takes quadratic time for nested ones."""

# The same without brackets, `- - - -`, and a number of many parts, `1:1:1:1`.
_NESTED = re.compile(r"(?:[?:-][ \t]+){20}|(?::[0-5]?[0-9]){20}")

_HANDLER = YAMLHandler()
_FENCE = YAMLHandler.FM_BOUNDARY
_KEY = re.compile(r"""^(["']?)([^\s#:\-"'][^:]*?)\1\s*:""")
# `slug：cmo`, `slug:cmo` and a tab after the colon are fields to a reader, but not to YAML.
_NEARLY_KEY = re.compile(
    r"^([A-Za-z_][\w-]*)(?:[ \t\u3000]*：[ \t\u3000]*|:(?=\S)|:[\t\u3000]+)", re.MULTILINE
)
_NEARLY_ITEM = re.compile(r"^([ \t]*)(?:・[ \t\u3000]*|-[\t\u3000]+)", re.MULTILINE)


class UnreadableError(Exception):
    """The document can't be used. `code` names the text that tells the author why."""

    def __init__(self, code: str, line: int = 1, **args: str) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.args_for_text = args


@dataclass(frozen=True, slots=True)
class Front:
    """Front matter and body. `body_line` is the line of the file on which `body` starts.

    The names of `values` and `lines` are in lower case, with `_` for `-` and spaces.
    """

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    body: str
    body_line: int
    raw: str = ""
    first_line: int = 1
    odd: list[str] = field(default_factory=list)

    def line(self, *names: str) -> int:
        return next((self.lines[name] for name in names if name in self.lines), 1)

    def text(self, *names: str) -> str:
        """The first of `names` that has a value, as one line of text."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, list) and len(value) == 1:
                value = value[0]
            if isinstance(value, str | int | float | dt.date):
                return " ".join(str(value).split())
            if value is not None:
                self._note(name)
        return ""

    def items(self, *names: str) -> tuple[str, ...]:
        """The first of `names` that has a value, as a list: YAML lists and comma strings alike."""
        for name in names:
            value = self.values.get(name)
            if value is None:
                continue
            if isinstance(value, str):
                value = split_list(value, "、，,;；\n")
            elif not isinstance(value, list):
                value = [value]
            if any(isinstance(item, dict | list) for item in value):
                self._note(name)
            texts = (
                " ".join(str(item).split())
                for item in value
                if item is not None and not isinstance(item, dict | list)
            )
            return tuple(dict.fromkeys(text for text in texts if text))
        return ()

    def facts(self, *names: str) -> tuple[Fact, ...]:
        """The same, each with its line: its own in a list, else that of the field."""
        start = self.line(*names)
        lines = self.raw.split("\n")[start - self.first_line :]
        own = {line.strip(" \t-\"'"): start + i for i, line in reversed(list(enumerate(lines)))}
        return tuple(Fact(text, own.get(text, start)) for text in self.items(*names))

    def _note(self, name: str) -> None:
        if name not in self.odd:
            self.odd.append(name)


def split(text: str) -> Front:
    """Front matter and body of a document.

    Raises UnreadableError where there is none or it can't be read. YAML aliases are refused:
    no role needs one, and a few lines of them unfold to gigabytes.
    """
    fences = list(itertools.islice(_FENCE.finditer(text), 2))
    if not fences or text[: fences[0].start()].strip():
        raise UnreadableError("check-no-front-matter")
    if len(fences) == 1:
        raise UnreadableError("check-unclosed-front-matter")
    opening, closing = fences
    raw, body = text[opening.end() + 1 : closing.start()], text[closing.end() :]
    first_line = text.count("\n", 0, opening.end() + 1) + 1
    brackets = raw.count("[") + raw.count("{")
    if raw.count("\n") > MOST_LINES or brackets > MOST_BRACKETS or _NESTED.search(raw):
        raise UnreadableError("check-too-complex", first_line)
    raw = _NEARLY_ITEM.sub(r"\1- ", _NEARLY_KEY.sub(r"\1: ", raw))
    values = _load(raw, first_line)
    matches = ((i, _KEY.match(line)) for i, line in enumerate(raw.split("\n"), first_line))
    lines = {_name(match[2]): i for i, match in matches if match}
    body_line = text.count("\n", 0, closing.end()) + 1
    return Front(values, lines, body, body_line, raw, first_line)


def _name(written: object) -> str:
    return str(written).strip().lower().replace("-", "_").replace(" ", "_")


def _load(raw: str, first_line: int) -> Mapping[str, Any]:
    try:
        if "*" in raw or "&" in raw:
            _refuse_aliases(raw, first_line)
        values = _HANDLER.load(raw)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or str(error).split("\n")[0]
        if problem.startswith("could not determine a constructor"):
            raise UnreadableError("check-yaml-tag", line) from None
        raise UnreadableError("check-bad-yaml", line, problem=problem) from None
    except (ValueError, OverflowError, RecursionError) as error:
        # An impossible date, a number of a million digits, a thousand brackets.
        bad = next((i for i, line in enumerate(raw.split("\n")) if _is_bad_value(line)), 0)
        raise UnreadableError("check-bad-yaml", first_line + bad, problem=str(error)) from None
    if not isinstance(values, dict):
        raise UnreadableError("check-front-matter-not-fields", first_line)
    return {_name(name): value for name, value in values.items()}


def _is_bad_value(line: str) -> bool:
    """Whether the line alone is YAML with an impossible value; the loader doesn't say where."""
    try:
        _HANDLER.load(line)
    except yaml.YAMLError:
        return False
    except (ValueError, OverflowError):
        return True
    return False


def _refuse_aliases(raw: str, first_line: int) -> None:
    for event in yaml.parse(raw, Loader=SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            mark = event.start_mark
            raise UnreadableError("check-yaml-alias", first_line + (mark.line if mark else 0))
