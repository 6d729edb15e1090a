"""From the blocks of a section to what it says: duties, skills, counterparts and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from bot.library.headings import is_story, is_tool_group
from bot.library.lines import flow, numbered
from bot.library.model import Block, Counterpart, Fact, Section, SkillGroup, Story

_OPENING = "（([｛{「『【〔"
_CLOSING = "）)]｝}」』】〕"
_OPENS = re.compile(f"[{re.escape(_OPENING)}]")
_CLOSES = re.compile(f"[{re.escape(_CLOSING)}]")
_MARKS = "、，,;；/／｜|\n"
_BETWEEN_ITEMS = "、，,;；\n"
_COUNTERPART = re.compile(r"^(.{1,60}?)\s*(?:[：:]|\s[-–—]\s|――?|…{1,2})\s*(.*)$", re.DOTALL)
_WITH = re.compile(r"(?:と|との)(?:連携|協業|協働|関わり方?|関係)$|^(?:Working )?with ")
_LABELLED = re.compile(r"^(.{1,30}?)\s*[：:]\s*(.+)$", re.DOTALL)
_AND_OTHERS = re.compile(r"(?:などの?|ほか|等の).*$|\setc\.?$|^(?:and|or)\s+")
_SHORT_WORD_BEFORE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]{1,2}$")
_SHORT_WORD_AFTER = re.compile(r"[A-Za-z0-9]{1,2}(?![A-Za-z0-9])")


@cache
def _stops(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(_OPENING + _CLOSING + marks)}]")


def split_list(text: str, marks: str = _MARKS) -> list[str]:
    """Splits 「A、B（C、D）/E」 into A, B（C、D） and E.

    Nothing is split inside brackets, between the digits of a number, or at a slash between
    one or two letters or digits on either side (A/B, UI/UX, 24/7).
    """
    parts: list[str] = []
    depth = start = 0
    # Brackets that are never closed are no brackets.
    bracketed = len(_OPENS.findall(text)) == len(_CLOSES.findall(text))
    for match in _stops(marks).finditer(text):
        char, i = match[0], match.start()
        if char in _OPENING:
            depth += bracketed
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and not _belongs(text, i, char):
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    cleaned = (part.strip().strip("*").rstrip("。").strip() for part in parts)
    return [part for part in cleaned if part]


def _belongs(text: str, i: int, char: str) -> bool:
    """Whether the mark at `i` is part of a word."""
    if char in ",，":
        after = text[i + 1 : i + 5]
        return text[max(i - 1, 0) : i].isdigit() and after[:3].isdigit() and not after[3:].isdigit()
    if char in "/／":
        before = text[max(i - 3, 0) : i]
        return bool(_SHORT_WORD_BEFORE.search(before) and _SHORT_WORD_AFTER.match(text, i + 1))
    return False


def without_stories(blocks: Sequence[Block]) -> list[Block]:
    """The blocks outside of sub-headings that announce a story."""
    kept: list[Block] = []
    in_story = 0
    for block in blocks:
        if block.kind == "heading":
            if is_story(block.text):
                in_story = block.depth
            elif block.depth <= in_story:
                in_story = 0
        if not in_story:
            kept.append(block)
    return kept


def stories(section: Section) -> Iterator[Story]:
    """What stands under the headings that announce a story, the section's own among them."""
    heading: Fact | None = None
    if section.topic is None and is_story(section.heading):
        heading = Fact(section.heading, section.line)
    texts: list[str] = []
    for block in (*section.blocks, Block("heading", "", 0)):
        if block.kind == "heading":
            if heading and texts:
                yield Story(heading.text, "\n".join(texts), heading.line)
            heading = Fact(block.text, block.line) if is_story(block.text) else None
            texts = []
        elif heading:
            texts.append(flow(block.text))


def facts(blocks: Sequence[Block]) -> tuple[Fact, ...]:
    """The bullets and table rows of a section; its paragraphs where it has none."""
    blocks = without_stories(blocks)
    listed = [b for b in blocks if b.kind in ("item", "row")]
    chosen = listed or [b for b in blocks if b.kind == "text"]
    return tuple(Fact(_row(b) if b.kind == "row" else flow(b.text), b.line) for b in chosen)


def _row(block: Block) -> str:
    """A table row in a line, without the number that it may start with."""
    first, *rest = block.cells
    return " / ".join(
        cell for cell in (rest if rest and first.isdecimal() else block.cells) if cell
    )


def groups(blocks: Sequence[Block]) -> tuple[SkillGroup, ...]:
    """Bullets under their sub-headings, as written.

    A bullet with bullets under it is a heading too, and so is a line before bullets that ends
    in a colon; a table gives a group a row. Bullets that are all lists with a label each
    (「分析：SQL、GA4」) are groups.
    """
    blocks = _by_line(without_stories(blocks), _LABELLED)
    found: list[tuple[str, list[Fact]]] = [("", [])]
    has_items = any(b.kind in ("item", "row") for b in blocks)
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind == "heading" or _announces(block, following):
            found.append((block.text.rstrip("：: "), []))
        elif block.kind == "row" and len(block.cells) >= 2:
            name = block.cells[0] or found[-1][0]  # an empty cell goes on with the one above
            items = [t for cell in block.cells[1:] for t in split_list(cell, _BETWEEN_ITEMS)]
            found.append((name, [Fact(text, block.line) for text in items]))
        elif block.kind in ("item", "row") or (block.kind == "text" and not has_items):
            found[-1][1].append(Fact(flow(block.text), block.line))
    named = [group for name, items in found for group in _labelled(name, items)]
    merged: dict[str, tuple[Fact, ...]] = {}
    for name, facts_of_group in named:
        merged[name] = merged.get(name, ()) + facts_of_group
    return tuple(SkillGroup(name, items) for name, items in merged.items() if items)


def _announces(block: Block, following: Block | None) -> bool:
    if following is None or following.kind != "item":
        return False
    deeper = following.depth > block.depth
    return (block.kind == "item" and deeper) or (
        block.kind == "text" and block.text.endswith((":", "：")) and "\n" not in block.text
    )


def _labelled(name: str, items: list[Fact]) -> list[tuple[str, tuple[Fact, ...]]]:
    """The groups that the items of a group without a name of its own make up."""
    labels = [_LABELLED.match(item.text) for item in items]
    parts = [split_list(m[2], _BETWEEN_ITEMS) if m else [] for m in labels]
    if name or not items or any(len(part) < 2 for part in parts):
        return [(name, tuple(items))]
    return [
        (m[1], tuple(Fact(text, item.line) for text in part))
        for m, item, part in zip(labels, items, parts, strict=True)
        if m
    ]


def tools(skills: Iterable[SkillGroup]) -> tuple[Fact, ...]:
    """The single tools named in the groups about tools, and in bullets labelled 「ツール：」."""
    found: dict[str, Fact] = {}
    for group in skills:
        for item in group.items:
            text = item.text
            labelled = _LABELLED.match(text)
            if labelled and (is_tool_group(group.group) or is_tool_group(labelled[1])):
                text = labelled[2]
            elif not is_tool_group(group.group):
                continue
            for part in split_list(text, _BETWEEN_ITEMS):
                name = _AND_OTHERS.sub("", part).strip()
                if name:
                    found.setdefault(name, Fact(name, item.line))
    return tuple(found.values())


def counterparts(blocks: Sequence[Block]) -> tuple[Counterpart, ...]:
    """Whom the role works with, from bullets, table rows, or a sub-heading for each."""
    blocks = _by_line(without_stories(blocks), _COUNTERPART)
    # Whoever stands under a sub-heading each has bullets without labels there.
    labelled = any(b.kind == "row" or (b.kind == "item" and _names_one(b)) for b in blocks)
    headed = not labelled and any(b.kind == "heading" for b in blocks)
    listed = any(b.kind in ("item", "row") for b in blocks)
    found: list[Counterpart] = []
    for block in blocks:
        last = found[-1] if found else None
        if block.kind == "row" and len(block.cells) >= 2:
            text = "、".join(cell for cell in block.cells[1:] if cell)
            found.append(Counterpart(block.cells[0], text, block.line))
        elif block.kind == "heading" and headed:
            mark = numbered(block.text)
            found.append(Counterpart(mark[1] if mark else block.text, "", block.line))
        elif headed or (block.kind in ("item", "text") and block.depth):
            if last and block.kind in ("item", "text"):
                text = f"{last.text}、{flow(block.text)}" if last.text else flow(block.text)
                found[-1] = replace(last, text=text)
        elif block.kind == "item" or (block.kind == "text" and not listed and _names_one(block)):
            found.append(_counterpart(block))
    return tuple(replace(one, counterpart=_WITH.sub("", one.counterpart)) for one in found)


def _by_line(blocks: Iterable[Block], label: re.Pattern[str]) -> list[Block]:
    """The blocks, with paragraphs whose every line has a label taken apart."""
    result: list[Block] = []
    for block in blocks:
        lines = block.text.split("\n") if block.kind == "text" else []
        if len(lines) > 1 and all(map(label.match, lines)):
            result += [Block("text", text, block.line + i) for i, text in enumerate(lines)]
        else:
            result.append(block)
    return result


def _names_one(block: Block) -> bool:
    named = block.bold or _COUNTERPART.match(block.text)
    return block.depth == 0 and bool(named)


def _counterpart(block: Block) -> Counterpart:
    name, text = block.bold, flow(block.text)
    if name and text.startswith(name) and text != name:
        rest = text[len(name) :].lstrip("：:—–- …")
        return Counterpart(name.rstrip("：: "), rest, block.line)
    match = _COUNTERPART.match(text)
    if match:
        return Counterpart(match[1], match[2], block.line)
    return Counterpart(text, "", block.line)
