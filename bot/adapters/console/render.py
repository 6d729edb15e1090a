"""Replies as lines of text for a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from bot import markup
from bot.messages import Card, Form, Reply

WIDTH = 78

# What a terminal would obey rather than show: control characters (but for line breaks) and
# what nobody sees.
_SPACE = re.compile(r"[\t\u2028\u2029]")
_CONTROL = re.compile(rf"[\x00-\x09\x0b-\x1f\x7f-\x9f{markup.UNSEEN}]")


class Style:
    """Colour, or none where the output is no terminal."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def _wrap(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and text else text

    def bold(self, text: str) -> str:
        return self._wrap("1", text)

    def title(self, text: str) -> str:
        return self._wrap("1;36", text)

    def faint(self, text: str) -> str:
        return self._wrap("2", text)

    def choice(self, text: str) -> str:
        return self._wrap("33", text)


def inert(text: str) -> str:
    """Text without what a terminal would take for a command to itself."""
    return _CONTROL.sub("", _SPACE.sub(" ", text))


def as_text(reply: Reply, first_choice: int, style: Style) -> str:
    """The reply as a person reads it; its choices are numbered from `first_choice`."""
    parts: list[str] = []
    if reply.text:
        parts.append(inert(reply.text))
    if reply.card:
        parts.append("\n".join(_card(reply.card, style)))
    if reply.form:
        parts.append("\n".join(_form(reply.form, style)))
    parts += [f"■ {inert(f.name)}\n{inert(f.data.decode(errors='replace'))}" for f in reply.files]
    labels = [label for label, _ in choices(reply)]
    if labels:
        parts.append("\n".join(_choices(labels, first_choice, style)))
    parts += [style.faint(f"{inert(b.label)} {inert(b.url)}") for b in reply.buttons if b.url]
    return "\n\n".join(parts)


def choices(reply: Reply) -> list[tuple[str, str]]:
    """What can be taken by its number: (label, command line), buttons first."""
    found = [(b.label, b.run) for b in reply.buttons if not b.url]
    if reply.menu:
        found.extend(reply.menu.options)
    return found


def as_json(reply: Reply) -> str:
    """The reply as one line of JSON with the field names of Reply; bytes are in base64."""
    return msgspec.json.encode(reply).decode()


def _card(card: Card, style: Style) -> Iterator[str]:
    yield style.title(f"■ {inert(card.title)}")
    if card.body:
        yield from (_line(line, style) for line in markup.parse(inert(card.body)))
    for name, value in card.fields:
        text = "".join(line.text for line in markup.parse(inert(value)))
        yield f"{style.bold(inert(name))}: {text}"
    if card.image:
        yield f"[{inert(card.image.alt)}]"
    for line in inert(card.footer).split("\n") if card.footer else ():
        yield style.faint(line)


def _line(line: markup.Line, style: Style) -> str:
    text = "".join(style.bold(run.text) if run.bold else run.text for run in line.runs)
    return text if line.bullet is None else f"{'  ' * (line.bullet + 1)}・{text}"


def _form(form: Form, style: Style) -> Iterator[str]:
    yield style.title(f"■ {inert(form.title)}")
    if form.body:
        yield from (_line(line, style) for line in markup.parse(inert(form.body)))


def _choices(labels: Iterable[str], first: int, style: Style) -> Iterator[str]:
    """Numbered labels, as many on a line as fit."""
    row, used = "", 0
    for number, label in enumerate(labels, first):
        item = f"[{number}] {inert(label)}"
        size = width(item)
        if row and used + 2 + size > WIDTH:
            yield style.choice(row)
            row, used = "", 0
        row, used = (f"{row}  {item}", used + 2 + size) if row else (item, size)
    if row:
        yield style.choice(row)


def width(text: str) -> int:
    """The columns that a text takes in a terminal: two for a Japanese character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
