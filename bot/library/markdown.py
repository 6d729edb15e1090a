"""Markdown to the blocks that a reader sees, each with its line.

The parser is markdown-it-py; what is added here is what a Japanese reader sees and CommonMark
does not: 「・」 and 「●」 as bullets, 「1）」, 「Ｑ１．」 and 「①」 as numbers, `##見出し` as a
heading, bold that touches a full-width colon, and a bold line of its own as a heading.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.library.lines import BOLD_HEADING, numbered, question_mark
from bot.library.model import Block

# What opens a line and is not Markdown, or not quite: headings and bullets without their space,
# in full width, or with marks of their own. 「○○の経験」 is a blank to fill in, not a bullet.
_OPENING = re.compile(
    r"^([ \t\u3000]*)(?:"
    r"(\#{1,6}[\u3000\xa0]+|\#{2,6}(?=[^\s\#])|\#(?=[^\s\#0-9][^\#\n]*$)|＃{1,6}\s?)"
    r"|(?:([・●○■□◆◇▪◦‣•–＊－✓✔☑])(?!\3|[>＞])|[-*+](?=\u3000)|-(?=[^\x00-\x7f\u3000])"
    r"|\*(?=[^\x00-\x7f\u3000][^*\n]*$))[ \t\u3000]*"
    r")(?=\S)",
    re.MULTILINE,
)
_COMMENT_OR_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z!?][^<>]*>", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TASK = re.compile(r"^\[[ xX]\]\s+")
_GAP = re.compile(r"[^\S\n]{2,}(?=\S)")  # what is shown as a space; at a line's end it breaks it
# Most runs are bold, emphasis or plain from the start, and need no parser. Unlike it, this takes
# `**要点：**A` for bold, as its author did.
_SIMPLE = re.compile(r"(\*{0,3})([^*_`<&\\\[~]+)\1([^*_`<&\\\[~]*)")
_STRAY = re.compile(r"\*\*|(?<![0-9A-Za-z*])\*(?! )([^*\n]+)(?<! )\*(?![0-9A-Za-z*])")
# A paragraph that is all bold and no longer than this is a heading; longer ones are emphasis.
_HEADING_LENGTH = 40
# Nobody writes such a paragraph; looking for links in one takes quadratic time.
_LONGEST_RUN = 20_000


@cache
def _parser(html_too: bool = True) -> MarkdownIt:
    # Authors indent bullets by four spaces and mean bullets, so indented code is not code.
    # Inline markup is read by `_plain`, and only where there is some.
    parser = MarkdownIt("commonmark", {"html": html_too}).enable("table").disable("code")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def parse(text: str, first_line: int = 1) -> list[Block]:
    """The blocks of `text` in reading order.

    `first_line` is the line of the file on which `text` starts. A heading's level is its
    `depth`, 1 to 6, or BOLD_HEADING.
    """
    return list(_Reader(text, first_line).blocks())


def _opening(match: re.Match[str]) -> str:
    indent = match[1].replace("\u3000", "  ")
    return f"{indent}{'#' * len(match[2].strip())} " if match[2] else f"{indent}- "


class _Reader:
    """One document: its tokens become blocks."""

    def __init__(self, text: str, first_line: int, *, html_too: bool = True) -> None:
        self.parser = _parser(html_too)
        self.env: dict[str, Any] = {}
        self.tokens = self.parser.parse(_OPENING.sub(_opening, text), self.env)
        self.first_line = first_line
        self.depth = -1
        self.heading = 0
        self.cells: list[str] | None = None
        self.cell_kind = "row"
        self.row = first_line
        self.item: Token | None = None

    def blocks(self) -> Iterator[Block]:
        for token in self.tokens:
            kind = token.type
            if kind in ("paragraph_open", "paragraph_close"):
                continue  # most tokens are these
            if kind == "inline":
                yield from self.run(token)
            elif kind == "fence" and token.content.strip():
                yield Block("code", token.content.rstrip("\n"), self.line(token))
            elif kind == "html_block":
                # A tag becomes nothing, but its line breaks stay: what is left keeps its line.
                text = _BREAK.sub(" ", token.content)
                text = _COMMENT_OR_TAG.sub(lambda tag: "\n" * tag[0].count("\n"), text)
                inner = _Reader(html.unescape(text), self.line(token), html_too=False)
                yield from inner.blocks()
            else:
                if kind == "tr_close" and self.cells is not None:
                    joined = " / ".join(cell for cell in self.cells if cell)
                    yield Block(self.cell_kind, joined, self.row, cells=tuple(self.cells))
                self.structure(token)

    def structure(self, token: Token) -> None:
        """Keeps in mind what opens and closes: lists, headings and tables."""
        kind, opens = token.type, token.nesting == 1
        if kind.startswith("list_item"):
            self.item = token if opens else None
        elif kind.startswith(("bullet_list", "ordered_list")):
            self.depth += token.nesting
            self.item = None
        elif kind.startswith("heading"):
            self.heading = int(token.tag[1]) if opens else 0
        elif kind.startswith("thead"):
            self.cell_kind = "head" if opens else "row"
        elif kind.startswith("tr_"):
            self.cells = [] if opens else None
            self.row = self.line(token)

    def run(self, token: Token) -> Iterator[Block]:
        text, bold = self.plain(token.content)
        line, item = self.line(token), self.item
        if self.cells is not None:
            self.cells.append(text)
        elif self.heading:
            yield Block("heading", text, line, self.heading)
        elif item is not None:
            number = int(item.info) if item.info else None
            self.item = None
            yield from _lines("item", _TASK.sub("", text), line, self.depth, number, bold)
        else:
            yield from _lines("text", text, line, self.depth + 1, None, bold)

    def line(self, token: Token) -> int:
        return self.first_line + (token.map[0] if token.map else 0)

    def plain(self, content: str) -> tuple[str, str]:
        """The text of an inline run without markup, and the bold text it opens with."""
        if _GAP.search(content):
            content = _GAP.sub(" ", content)
        simple = _SIMPLE.fullmatch(content)
        if simple:
            stars, text, rest = simple.groups()
            return (text + rest).strip(), text.strip() if len(stars) >= 2 else ""
        if len(content) > _LONGEST_RUN:
            return content.strip(), ""
        children: list[Token] = []
        self.parser.inline.parse(content, self.parser, self.env, children)
        return _text_and_bold(children)


def _text_and_bold(children: Sequence[Token]) -> tuple[str, str]:
    parts: list[str] = []
    bold: list[str] = []
    level = 0
    leading = True
    for child in children:
        kind = child.type
        if kind in ("text", "text_special", "code_inline"):
            content = child.content
        elif kind == "html_inline" and _BREAK.fullmatch(child.content):
            content = "\n"
        elif kind in ("softbreak", "hardbreak"):
            # `<br>` at the end of a line breaks it once, not twice.
            content = "" if parts and parts[-1] == "\n" else "\n"
        else:  # Of links the text is read, of images, which stand beside it, nothing.
            level += (kind == "strong_open") - (kind == "strong_close")
            leading = leading and kind != "strong_close"
            continue
        if level and leading:
            bold.append(content)
        elif content.strip():
            leading = False
        parts.append(content)
    # What is left of `*` is emphasis that CommonMark did not see, as in `は*「要点」*です`.
    text = _STRAY.sub(lambda m: m[1] or "", "".join(parts))
    return text.strip(), "".join(bold).strip()


def _lines(
    kind: str, text: str, line: int, depth: int, number: int | None, bold: str
) -> Iterator[Block]:
    """One block, or one for each line where lines of a paragraph carry numbers of their own."""
    start = line
    pending: list[str] = []
    for offset, part in enumerate(text.split("\n")):
        stripped = part.strip()
        if pending and (question_mark(stripped) or numbered(stripped)):
            yield from _marked(kind, "\n".join(pending), start, depth, number, bold)
            pending, start, bold, number = [], line + offset, "", None
            kind, depth = "text", depth + (kind == "item")
        pending.append(stripped)
    yield from _marked(kind, "\n".join(pending), start, depth, number, bold)


def _marked(
    kind: str, text: str, line: int, depth: int, number: int | None, bold: str
) -> Iterator[Block]:
    if kind == "text" and bold == text and len(text) <= _HEADING_LENGTH and depth == 0:
        kind, depth = "heading", BOLD_HEADING
    elif kind == "text" and (mark := numbered(text)):
        kind, (number, text) = "item", mark
        opening = numbered(bold)
        bold = opening[1] if opening else bold
    if text:
        yield Block(kind, text, line, depth, number, bold)
