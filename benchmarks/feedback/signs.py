"""`python -m benchmarks.feedback.signs`: which signs tell good answers from poor ones.

Good: an answer that covers at least half of its points; poor: one that covers none.
"""

from __future__ import annotations

from collections import defaultdict

from benchmarks.feedback import rows
from bot.coaching.evaluate import area
from bot.coaching.signs import signs
from bot.coaching.text import passage

NAMES = ("length", "numbers", "results", "vague", "hedges", "mixed_style", "long_sentences")


def areas() -> dict[str, float]:
    """The area under the curve of each sign's value; under a half, the sign is of poor answers."""
    covered: dict[str, list[bool]] = defaultdict(list)
    for row in [*rows.shared(), *rows.own(held=False)]:
        covered[row.answer].append(row.covered)
    good: list[dict[str, float]] = []
    poor: list[dict[str, float]] = []
    for answer, points in covered.items():
        values = {
            s.name: float(s.value if s.value is not None else 1) for s in signs(passage(answer))
        }
        if 2 * sum(points) >= len(points):
            good.append(values)
        elif not any(points):
            poor.append(values)
    print(f"{len(good)} good answers, {len(poor)} poor ones")
    return {
        name: area([v.get(name, 0) for v in good], [v.get(name, 0) for v in poor])
        for name in (*NAMES, "conclusion_first")
    }


if __name__ == "__main__":
    for sign, value in areas().items():
        print(f"{sign:<18} {value:.2f}")
