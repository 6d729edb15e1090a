"""An answer in its parts: sentences, their clauses, and windows of some clauses in a row."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# More than anybody says in an interview; what follows is not read, so that time is bounded.
LONGEST = 4_000
_MOST_CLAUSES = 120
_WIDEST = 18
"""Characters that one may become when it is normalised, as ﷺ does."""

_SENTENCE = re.compile(r"[^。！？!?\n]+(?:[。！？!?」』）]+|\n|$)|[^.\n]+\.(?=\s|$)")
# A full stop before white space, but not in 1.5 or after "e.g.".
_STOP = r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bMr)(?<!\bMs)(?<!\bDr)\.(?=\s|$)"
_ENGLISH_SENTENCE = re.compile(rf"(?:(?!{_STOP})[^!?\n])+(?:[!?]+|{_STOP}|\n|$)")
_CLAUSE = re.compile(r"(?<=[、，,;；：:])\s*")
_WORD = re.compile(r"\w")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_NEARLY_ALL = 0.9


@dataclass(frozen=True, slots=True)
class Window:
    """Clauses `first` up to `end` of sentence `sentence`, in one lower-case string."""

    text: str
    sentence: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    sentences: tuple[str, ...]  # as written, but for the white space around them
    clauses: tuple[tuple[str, ...], ...]  # of each sentence, normalised
    windows: tuple[Window, ...]
    unread: int = 0
    """Characters at the end of a long answer that nobody looked at."""


@lru_cache(maxsize=2_000)
def normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=64)
def passage(answer: str) -> Passage:
    sentences: list[str] = []
    clauses: list[tuple[str, ...]] = []
    windows: list[Window] = []
    left = _MOST_CLAUSES
    begin = _bounded(answer)
    read = len(begin)
    for match in (_ENGLISH_SENTENCE if is_english(begin) else _SENTENCE).finditer(begin):
        sentence = match[0].strip()
        if not _WORD.search(sentence):
            continue
        if left <= 0:
            read = match.start()
            break
        parts = tuple(_clauses(normal(sentence))[:left])
        left -= len(parts)
        for first in range(len(parts)):
            windows.extend(
                Window("".join(parts[first:end]), len(sentences), first, end)
                for end in range(first + 1, min(first + 3, len(parts)) + 1)
            )
        if len(parts) > 3:
            windows.append(Window("".join(parts), len(sentences), 0, len(parts)))
        sentences.append(sentence)
        clauses.append(parts)
    unread = len(answer[read:].strip())
    return Passage(tuple(sentences), tuple(clauses), tuple(windows), unread)


def is_english(text: str) -> bool:
    """Whether nearly all letters are Latin: Japanese has many too, but never without kana."""
    return len(_LATIN.findall(text)) > _NEARLY_ALL * len(_LETTER.findall(text))


def _bounded(answer: str) -> str:
    """What is read of an answer, so that it stays short when it is normalised, too."""
    begin = answer[:LONGEST]
    stays_short = len(unicodedata.normalize("NFKC", begin)) <= 2 * LONGEST
    return begin if stays_short else begin[: LONGEST // _WIDEST]


def _clauses(sentence: str) -> list[str]:
    parts: list[str] = []
    for part in _CLAUSE.split(sentence):
        if parts and len(_WORD.findall(parts[-1])) < 5:
            parts[-1] += part
        elif part:
            parts.append(part)
    return parts
