"""Marks that open a line, and lines that were wrapped: what parsing and drawing share."""

from __future__ import annotations

import re
import unicodedata

BOLD_HEADING = 7
"""The level of a paragraph that is nothing but a short bold line, below `######`."""

_QUESTION = re.compile(
    r"^(?:[QqＱ]|問|質問|Question\s)\s*(?:([0-9０-９]{1,3})\s*(?:[.．:：)）、]|\s|$)|[.．:：])\s*"
)
_NUMBER = re.compile(
    r"^(?:([0-9０-９]{1,3})(?:[．)）、]|[:：.](?![0-9０-９]))|[（(]([0-9０-９]{1,3})[)）]|([①-⑳]))\s*"
)
_QUESTION_STARTS = frozenset("QqＱ問質")
_NUMBER_STARTS = frozenset("0123456789０１２３４５６７８９（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


def question_mark(text: str) -> tuple[int | None, str] | None:
    """Splits 「Ｑ１．なぜ…」 into (1, 「なぜ…」); a bare 「Q.」 gives (None, …); else None."""
    match = _QUESTION.match(text) if text[:1] in _QUESTION_STARTS else None
    return (int(match[1]) if match[1] else None, text[match.end() :].strip()) if match else None


def numbered(text: str) -> tuple[int, str] | None:
    """Splits 「１）なぜ…」, 「(1) なぜ…」 and 「①なぜ…」 into (1, 「なぜ…」); else None."""
    match = _NUMBER.match(text) if text[:1] in _NUMBER_STARTS else None
    if not match:
        return None
    digits = match[1] or match[2]
    number = int(digits) if digits else int(unicodedata.numeric(match[3]))
    return number, text[match.end() :].strip()


def flow(text: str) -> str:
    """Joins wrapped lines as a reader does: with a space between Latin words, else with none."""
    first, *rest = text.split("\n")
    for part in rest:
        gap = " " if first[-1:].isascii() and part[:1].isascii() else ""
        first += gap + part
    return first
