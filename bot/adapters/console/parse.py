"""From a typed line to a request: a number takes a choice, a form is filled field by field."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bot.adapters.console.render import choices
from bot.messages import Field, Form, Reply, Request


@dataclass(frozen=True, slots=True)
class Prompt:
    """What to ask for next: a field of the form that is being filled in."""

    field: Field


@dataclass(frozen=True, slots=True)
class NoSuchChoice:
    """A number was typed, but only this many choices stand there."""

    count: int


Typed = Request | Prompt | NoSuchChoice | None
"""None: an empty line, which asks for nothing."""


@dataclass(slots=True)
class Dialog:
    """What stands on the screen: the choices of the last replies, and a form being filled in.

    `request` makes a request of a command line.
    """

    request: Callable[[str], Request]
    runs: list[str] = field(default_factory=list)
    form: Form | None = None
    filled: dict[str, str] = field(default_factory=dict)

    def show(self, replies: Sequence[Reply], *, forms: bool = True) -> None:
        """Remembers what the person can now choose and, if `forms`, fill in."""
        self.runs = []
        self.add(replies)
        self.form = next((reply.form for reply in replies if reply.form and forms), None)
        self.filled = {}
        wrong = self.form.wrong if self.form else ""
        if self.form and wrong in (each.name for each in self.form.fields):
            # What was filled in stands; only what is wrong is asked again.
            self.filled = {f.name: f.value for f in self.form.fields if f.name != wrong}

    def add(self, replies: Sequence[Reply]) -> None:
        """Adds the choices of what came by itself, after those that are there."""
        self.runs += [run for reply in replies for _, run in choices(reply)]

    def waiting(self) -> Prompt | None:
        """The field that the next line is for."""
        if self.form:
            for each in self.form.fields:
                if each.name not in self.filled:
                    return Prompt(each)
        return None

    def read(self, line: str) -> Typed:
        line = line.strip()
        prompt = self.waiting()
        if prompt and not line.startswith(("/", "／")):
            return self._fill(prompt.field, line)
        self.form = None
        if not line:
            return None
        number = _number(line)
        if number is not None and self.runs:
            if 1 <= number <= len(self.runs):
                return self.request(self.runs[number - 1])
            return NoSuchChoice(len(self.runs))
        return self.request(line)

    def _fill(self, asked: Field, line: str) -> Typed:
        value = line or asked.value
        if line and asked.choices:
            value = _chosen(asked.choices, line)
        if not value and (line or asked.required):
            return Prompt(asked)
        self.filled[asked.name] = value
        following = self.waiting()
        if following or self.form is None:
            return following
        request = replace(self.request(self.form.run), values=dict(self.filled))
        self.form, self.filled = None, {}
        return request


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
