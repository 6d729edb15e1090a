"""The small Markdown subset in which bodies are written.

A body is lines. `- ` opens a bullet, two more spaces before it a deeper one; `**bold**` is
bold; a backslash takes the meaning from the character behind it; all else is text. Commands
put what others wrote through `escape`; renderers read a body with `parse`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

UNSEEN = r"\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f"
"""What nobody sees, for a class of characters: marks that turn the direction of writing, that
stand for nothing, or that break lines their own way. What joins emoji is not among it."""

_SPECIAL = re.compile(r"[\\*]")
_LINE_START = re.compile(r"^([^\S\n]*)-(?= )", re.MULTILINE)
_BULLET = re.compile(r"^( *)- ")
_PIECE = re.compile(r"\\(.)|(\*\*)|([^\\*]+|.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a body. bullet: how deep it is a bullet, from 0; None for plain text."""

    runs: tuple[Run, ...]
    bullet: int | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def escape(text: str) -> str:
    """Text that stands in a body as it is."""
    return _LINE_START.sub(r"\1\\-", _SPECIAL.sub(r"\\\g<0>", text))


def bold(text: str) -> str:
    """`text`, which may be anything, in bold."""
    return f"**{escape(text)}**" if text else ""


def bullets(items: Iterable[str]) -> str:
    """Bullets of `items`, which are markup already."""
    return "\n".join(f"- {item}" for item in items)


def parse(body: str) -> Iterator[Line]:
    """The lines of a body, as a renderer draws them."""
    for raw in body.split("\n"):
        mark = _BULLET.match(raw)
        text = raw[mark.end() :] if mark else raw
        yield Line(tuple(_runs(text)), len(mark[1]) // 2 if mark else None)


def _runs(text: str) -> Iterator[Run]:
    heavy = False
    pending: list[str] = []
    for escaped, stars, plain in _PIECE.findall(text):
        if not stars:
            pending.append(escaped or plain)
            continue
        if pending:
            yield Run("".join(pending), heavy)
            pending = []
        heavy = not heavy
    if pending:
        yield Run("".join(pending), heavy)
