"""An answer in its parts: sentences, their clauses, and windows of some clauses in a row."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# More than anybody says in an interview; what follows is not read, so that time is bounded.
LONGEST = 4_000
_MOST_CLAUSES = 120

_SENTENCE = re.compile(r"[^。！？!?\n]+(?:[。！？!?」』）]+|\n|$)|[^.\n]+\.(?=\s|$)")
_CLAUSE = re.compile(r"(?<=[、，,;；：:])\s*")
_WORD = re.compile(r"\w")


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


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=64)
def passage(answer: str) -> Passage:
    sentences: list[str] = []
    clauses: list[tuple[str, ...]] = []
    windows: list[Window] = []
    left = _MOST_CLAUSES
    for match in _SENTENCE.finditer(answer[:LONGEST]):
        sentence = match[0].strip()
        if not _WORD.search(sentence) or left <= 0:
            continue
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
    return Passage(tuple(sentences), tuple(clauses), tuple(windows))


def _clauses(sentence: str) -> list[str]:
    parts: list[str] = []
    for part in _CLAUSE.split(sentence):
        if parts and len(_WORD.findall(parts[-1])) < 5:
            parts[-1] += part
        elif part:
            parts.append(part)
    return parts
