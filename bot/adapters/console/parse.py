"""From a typed line to a request: a number takes a choice, a form is filled field by field."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.adapters.console.render import choices
from bot.messages import Field, Form, Reply, Request

_LEAVING = frozenset(("やめる", "やめます", "キャンセル", "中止", "cancel", "stop", "quit", "exit"))
"""What somebody says who doesn't want to fill in the form after all."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What to ask for next: a field of the form that is being filled in.

    refused: what it held could not be taken. unfilled: why the line before did not fill it in.
    """

    field: Field
    refused: bool = False
    unfilled: Literal["", "empty", "no-choice"] = ""


@dataclass(frozen=True, slots=True)
class NoSuchChoice:
    """A number was typed, but only this many choices stand there."""

    count: int


@dataclass(frozen=True, slots=True)
class Left:
    """The form was left, and nothing of it is sent."""


Typed = Request | Prompt | NoSuchChoice | Left | None
"""None: an empty line, which asks for nothing."""


@dataclass(slots=True)
class Dialog:
    """What stands on the screen: the choices of the last replies, and a form being filled in.

    `request` makes a request of a command line. offered: the choices, (label, command line), that
    can be taken by their numbers; latest: where those of the last reply begin.
    """

    request: Callable[[str], Request]
    offered: list[tuple[str, str]] = field(default_factory=list)
    latest: int = 0
    form: Form | None = None
    filled: dict[str, str] = field(default_factory=dict)

    def show(self, replies: Sequence[Reply], *, forms: bool = True) -> None:
        """Remembers what the person can now choose and, if `forms`, fill in."""
        form = next((reply.form for reply in replies if reply.form and forms), None)
        if form is None or any(map(choices, replies)):
            # Who leaves a form finds what they could choose before.
            self.offered, self.latest = [], 0
        self.add(replies)
        self.form, self.filled = form, {}
        if form and form.wrong in (each.name for each in form.fields):
            # What was filled in stands; only what is wrong is asked again.
            self.filled = {f.name: f.value for f in form.fields if f.name != form.wrong}
            again = (replace(f, value="") if f.name == form.wrong else f for f in form.fields)
            self.form = replace(form, fields=tuple(again))

    def add(self, replies: Sequence[Reply]) -> None:
        """Adds the choices of what came by itself, after those that are there."""
        for found in filter(None, map(choices, replies)):
            self.latest = len(self.offered)
            self.offered += found

    def waiting(self) -> Prompt | None:
        """The field that the next line is for."""
        if self.form:
            for each in self.form.fields:
                if each.name not in self.filled:
                    return Prompt(each, refused=each.name == self.form.wrong)
        return None

    def read(self, line: str) -> Typed:
        line = line.strip()
        prompt = self.waiting()
        if prompt and not line.startswith(("/", "／")):
            return self._fill(prompt, line)
        self.form = None
        if not line:
            return None
        number = _number(line)
        if number is not None and self.offered:
            if 1 <= number <= len(self.offered):
                return self.request(self.offered[number - 1][1])
            return NoSuchChoice(len(self.offered))
        return self.request(line)

    def _fill(self, prompt: Prompt, line: str) -> Typed:
        asked = prompt.field
        value = _chosen(asked.choices, line) if line and asked.choices else line or asked.value
        if not value and line:
            return self._leave(line) or replace(prompt, unfilled="no-choice")
        if not value and asked.required:
            return replace(prompt, unfilled="empty")
        if not asked.choices and (left := self._leave(line)):
            return left
        self.filled[asked.name] = value
        following = self.waiting()
        if following or self.form is None:
            return following
        request = replace(self.request(self.form.run), values=dict(self.filled))
        self.form, self.filled = None, {}
        return request

    def _leave(self, line: str) -> Left | None:
        if unicodedata.normalize("NFKC", line).casefold().strip(" 「」。.") not in _LEAVING:
            return None
        self.form, self.filled = None, {}
        return Left()


def _chosen(choices: Sequence[tuple[str, str]], line: str) -> str:
    """The value of the choice with that number, label or value; empty where there is none."""
    number = _number(line)
    for i, (label, value) in enumerate(choices, 1):
        if number == i or line.casefold() in (label.casefold(), value.casefold()):
            return value
    return ""


def _number(line: str) -> int | None:
    """「3」, 「３」 and 「[3]」 as 3."""
    plain = unicodedata.normalize("NFKC", line).strip("[] ")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= 3 else None
