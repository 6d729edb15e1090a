"""Small logistic models: a weight a feature. `benchmarks/feedback` makes the file they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

import msgspec


@dataclass(frozen=True, slots=True)
class Model:
    """Up to `missed` a score means missed, from `covered` on covered, between them unclear."""

    bias: float
    weights: dict[str, float]
    missed: float
    covered: float

    def probability(self, values: dict[str, float]) -> float:
        x = self.bias + sum(w * values.get(name, 0.0) for name, w in self.weights.items())
        return 1 / (1 + exp(-max(-30.0, min(30.0, x))))


@dataclass(frozen=True, slots=True)
class Models:
    """For points with and without cues, with and without an embedding."""

    cues: Model
    bare: Model
    cues_embedded: Model
    bare_embedded: Model
    elsewhere: tuple[str, ...]  # clauses that an embedding's likenesses are compared with

    def of(self, *, cues: bool, embedded: bool) -> Model:
        if embedded:
            return self.cues_embedded if cues else self.bare_embedded
        return self.cues if cues else self.bare


@cache
def models() -> Models:
    return msgspec.json.decode(
        files("bot.coaching").joinpath("weights.json").read_bytes(), type=Models
    )
