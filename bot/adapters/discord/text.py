"""Texts as Discord's Markdown, in which nothing that somebody wrote means anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot import markup

# And halves of characters.
_UNSEEN = rf"{markup.UNSEEN}\ud800-\udfff"
_SPACE = re.compile(r"[\t\u2028\u2029]")
_CONTROL = re.compile(rf"[\x00-\x09\x0b-\x1f\x7f-\x9f{_UNSEEN}]")  # line breaks stay

# What Discord's client gives a meaning: emphasis, spoilers and code; `<` opens mentions, custom
# emoji, times and addresses, `[` a link with another name, `://` an address, `:name:` an emoji;
# at the start of a line headings, quotes, lists and small print. discord.utils.escape_markdown
# leaves addresses, emoji and numbered lists alive.
_SPECIAL = re.compile(
    r"[\\*_~`|<@\[]|:(?=//)|:(?=[\w+-]+:)"
    r"|^(?P<space>[^\S\n]*)(?P<mark>[#>-]|\d+(?=\.\s))",
    re.MULTILINE,
)

# Most words hold nothing of all that: no punctuation of ASCII, no digit, no control character.
_SUSPECT = re.compile(rf"[\x00-\x1f!-@\[-`{{-\x9f{_UNSEEN}]")


LONGEST_LINE = 1_500
"""Characters of a line before escaping, which may double them."""


def clean(text: str) -> str:
    """Text without what is not seen but has an effect."""
    return _CONTROL.sub("", _SPACE.sub(" ", text))


def plain(text: str) -> str:
    """Text for where Discord knows no Markdown: labels, options, titles of forms."""
    return " ".join(clean(text).split())


def inert(text: str) -> str:
    """Text that a message shows as it stands."""
    if not _SUSPECT.search(text):
        return text
    return _SPECIAL.sub(_escaped, clean(text))


def _escaped(match: re.Match[str]) -> str:
    mark = match["mark"]
    if mark is None:
        return f"\\{match[0]}"
    # A number keeps standing there as text if its point is escaped.
    return f"{match['space']}{mark}\\" if mark.isdigit() else f"{match['space']}\\{mark}"


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters; what is cut ends in an ellipsis."""
    if size(text) <= limit:
        return text
    text = text[: limit - 1]
    while size(text) > limit - 1:
        text = text[:-1]
    return text + "…"


def size(text: str) -> int:
    """Characters as Discord's client counts them: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def lines(body: str) -> Iterator[str]:
    """The lines of a body in bot.markup; long ones in pieces."""
    for line in markup.parse(body):
        indent = "" if line.bullet is None else "  " * line.bullet + "- "
        for runs in _pieces(line.runs):
            yield indent + _drawn(runs)
            indent = "  " * ((line.bullet or 0) + 1) if indent else ""


def plain_lines(text: str) -> Iterator[str]:
    """The lines of a text without markup; long ones in pieces."""
    for line in text.split("\n"):
        for start in range(0, max(len(line), 1), LONGEST_LINE):
            yield inert(line[start : start + LONGEST_LINE])


def _drawn(runs: Sequence[markup.Run]) -> str:
    drawn: list[str] = []
    heavy = False  # `**a****b**` is not bold, so neighbours of one weight are drawn together
    for run in runs:
        bold = run.bold and (heavy or bool(run.text.strip()))
        if bold is not heavy:
            drawn.append("**")
            heavy = bold
        drawn.append(inert(run.text))
    return "".join((*drawn, "**")) if heavy else "".join(drawn)


def _pieces(runs: Sequence[markup.Run]) -> Iterator[Sequence[markup.Run]]:
    if sum(len(run.text) for run in runs) <= LONGEST_LINE:
        yield runs
        return
    piece: list[markup.Run] = []
    room = LONGEST_LINE
    for run in runs:
        text = run.text
        while len(text) > room:
            piece.append(markup.Run(text[:room], run.bold))
            yield piece
            piece, text, room = [], text[room:], LONGEST_LINE
        piece.append(markup.Run(text, run.bold))
        room -= len(text)
    yield piece
