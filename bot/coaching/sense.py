"""What phrases are about, by small vectors learned from the role library's own phrases.

The six ways in which an author says one answer point lie near each other, those of its neighbours
apart. So a word that no phrase shares with an answer is still known by the company it keeps. A
text's vector is the sum of those of its pieces: nothing to install, and 2 MB to load.
`python -m benchmarks.feedback.phrases` makes the file they stand in.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import sqrt
from operator import add

import msgspec

from bot.coaching.text import normal

Vector = Sequence[float]
_RUN = re.compile(r"[a-z]+|[0-9][0-9.,]*|[^\W_a-z0-9]+")


def pieces(text: str) -> Counter[str]:
    """Runs of one to three characters, beginnings of Latin words, and # for a number."""
    found: Counter[str] = Counter()
    for match in _RUN.finditer(normal(text)):
        run = match[0]
        if run[0].isascii():
            if run[0].isdigit():
                found["#"] += 1
            elif len(run) > 1:  # a letter alone tells nothing: 「A」, and what is left of "don't"
                found[f"w:{run[:6]}"] += 1
            continue
        found.update(c for c in run if "一" <= c <= "鿿")
        for size in (2, 3):
            found.update(run[i : i + size] for i in range(len(run) - size + 1))
    return found


class Learned(msgspec.Struct, frozen=True):
    """`size` signed bytes a piece, in the order of the pieces."""

    size: int
    pieces: tuple[str, ...]
    vectors: bytes


class Sense:
    """An embedder whose phrases and clauses lie in one space."""

    def __init__(self, learned: Learned) -> None:
        self._size = learned.size
        self._at = {piece: n * learned.size for n, piece in enumerate(learned.pieces)}
        self._vectors = array("b", learned.vectors)

    def embed(self, texts: Sequence[str], *, query: bool) -> Sequence[Vector]:
        return [self._vector(text) for text in texts]

    def _vector(self, text: str) -> Vector:
        """Of length 1, or all zeros for a text without a known piece."""
        total: list[float] = [0.0] * self._size
        for piece, times in pieces(text).items():
            at = self._at.get(piece)
            if at is None:
                continue
            own: Sequence[float] = self._vectors[at : at + self._size]
            if times > 1:
                own = [sqrt(2) * x for x in own]
            total = list(map(add, total, own))
        length = sqrt(sum(x * x for x in total)) or 1.0
        return [x / length for x in total]


@cache
def sense() -> Sense:
    data = files("bot.coaching").joinpath("sense.bin").read_bytes()
    return Sense(msgspec.msgpack.decode(data, type=Learned))
