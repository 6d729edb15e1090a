"""Long sections, a screen of a phone at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.library.lines import flow
from bot.library.model import Block, Question
from bot.locale import Texts
from bot.markup import bold, escape
from bot.messages import Button

PAGE = 600
"""Characters after which a page ends; a single longer paragraph stays whole."""

QUESTIONS_A_PAGE = 5


def of_blocks(say: Texts, blocks: Sequence[Block]) -> list[str]:
    """A section's text as pages of markup; at least one page."""
    found: list[str] = []
    lines: list[str] = []
    size = 0
    headings: list[str] = []
    for block in blocks:
        drawn = _draw(say, block)
        if block.kind in ("heading", "head"):
            # Goes with what follows it, never last on a page.
            headings.extend(["", drawn] if block.kind == "heading" else [drawn])
            continue
        added = [*headings, *(["", drawn] if block.kind in ("text", "code") else [drawn])]
        length = sum(map(len, added))
        if lines and size + length > PAGE and (size > PAGE // 2 or headings):
            found.append("\n".join(lines).strip())
            lines, size = [], 0
        lines.extend(added)
        size += length
        headings = []
    lines.extend(headings)
    if lines:
        found.append("\n".join(lines).strip())
    return found or [""]


def _draw(say: Texts, block: Block) -> str:
    if block.kind == "heading":
        return bold(block.text)
    if block.kind in ("row", "head"):
        first, *rest = (cell for cell in block.cells if cell) if any(block.cells) else ("",)
        if block.kind == "head":
            return bold(say("list-separator").join((first, *rest)))
        joined = escape(flow(say("list-separator").join(rest)))
        return f"- {bold(flow(first))} {joined}".rstrip()
    if block.kind == "code":
        return escape(block.text)
    text = escape(flow(block.text))
    if block.bold and block.text.startswith(block.bold) and block.bold != block.text:
        text = bold(block.bold) + escape(flow(block.text[len(block.bold) :]))
    if block.kind == "item":
        number = f"{block.number}. " if block.number is not None else ""
        return f"{'  ' * min(block.depth, 3)}- {number}{text}"
    return text


def of_questions(say: Texts, questions: Sequence[Question]) -> list[str]:
    """Interview questions with their points, some to a page."""
    drawn = [_question(say, question) for question in questions]
    starts = range(0, len(drawn), QUESTIONS_A_PAGE)
    return ["\n".join(drawn[i : i + QUESTIONS_A_PAGE]) for i in starts]


def _question(say: Texts, question: Question) -> str:
    line = f"{question.number}. {bold(question.text)}"
    if not question.points:
        return line
    points = say("list-separator").join(point.text for point in question.points)
    return f"{line}\n  - {escape(say('role-points', points=points))}"


def number(wanted: str, count: int) -> int:
    """The page asked for, counted from 1; the nearest there is where it is out of range."""
    asked = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 else 1
    return min(max(asked, 1), count)


def turning(say: Texts, run: str, number: int, count: int) -> Iterable[Button]:
    """The buttons that turn the page of `run`; on the first of one page, none."""
    if number < count:
        yield Button(say("role-next-page"), f"{run} page={number + 1}", style="primary")
    if number > 1:
        yield Button(say("role-previous-page"), f"{run} page={number - 1}")
