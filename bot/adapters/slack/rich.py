"""Markup as rich_text blocks: bold needs no spaces around it there, and nothing is parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bot.adapters.slack.text import DEEPEST_BULLET, LONGEST_TEXT, Block, inert
from bot.markup import Line, Run, parse


def body(markup: str) -> list[Line]:
    return [line for each in parse(inert(markup)) for line in split(each)]


def said(text: str) -> list[Line]:
    """Plain text as lines, whatever it holds."""
    rows = (Line((Run(row),)) for row in inert(text).split("\n"))
    return [line for row in rows for line in split(row)]


# What a line adds to a block beside its text, so that many short ones don't make it huge.
_LINE = 10


def blocks(lines: Iterable[Line]) -> list[Block]:
    """As many rich_text blocks as the lines need, each of at most LONGEST_TEXT characters."""
    found: list[Block] = []
    group: list[Line] = []
    size = 0
    for line in lines:
        length = len(line.text) + _LINE
        if group and size + length > LONGEST_TEXT:
            found.extend(_block(group))
            group, size = [], 0
        group.append(line)
        size += length
    return [*found, *_block(group)]


def _block(lines: list[Line]) -> Iterator[Block]:
    elements: list[Block] = []
    for depth, same in groupby(_trimmed(lines), key=lambda line: line.bullet):
        if depth is None:
            elements.append(_section(same))
        else:
            items = [_section([line]) for line in same]
            deep = min(depth, DEEPEST_BULLET)
            elements.append(
                {"type": "rich_text_list", "style": "bullet", "indent": deep, "elements": items}
            )
    if elements:
        yield {"type": "rich_text", "elements": elements}


def _trimmed(lines: list[Line]) -> list[Line]:
    """Without empty lines at either end, and without empty bullets."""
    kept = [line for line in lines if line.text.strip() or line.bullet is None]
    full = [i for i, line in enumerate(kept) if line.text.strip()]
    return kept[full[0] : full[-1] + 1] if full else []


def _section(lines: Iterable[Line]) -> Block:
    """One section; Slack joins the texts in it, so the line breaks stand in them."""
    runs: list[Run] = []
    for i, line in enumerate(lines):
        runs.extend([Run("\n")] * bool(i) + list(line.runs))
    merged = [
        ("".join(run.text for run in same), bold)
        for bold, same in groupby(runs, key=lambda run: run.bold)
    ]
    # An empty line on its own, between two lists, is a line break: Slack takes no empty section.
    elements = [_text(*run) for run in merged if run[0]] or [_text("\n", bold=False)]
    return {"type": "rich_text_section", "elements": elements}


def _text(text: str, bold: bool) -> Block:
    element: Block = {"type": "text", "text": text}
    return {**element, "style": {"bold": True}} if bold else element


def split(line: Line) -> Iterator[Line]:
    """The line in pieces that each fit into a block."""
    limit = LONGEST_TEXT - _LINE
    runs: list[Run] = []
    room = limit
    for run in line.runs:
        text = run.text
        while len(text) > room:
            yield Line((*runs, Run(text[:room], run.bold)), line.bullet)
            text, runs, room = text[room:], [], limit
        runs.append(Run(text, run.bold))
        room -= len(text)
    yield Line(tuple(runs), line.bullet)
