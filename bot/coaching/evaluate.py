"""How right a scorer is on labelled rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.coaching.feedback import Point, Scorer, Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """One answer point of one answer, and whether the answer covers it."""

    question: str
    point: str
    answer: str
    covered: bool
    tag: str = ""
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    row: Row
    score: float
    verdict: Verdict

    @property
    def wrong(self) -> bool:
        """On the wrong side of a half, as if there were no "unclear"."""
        return (self.score > 0.5) != self.row.covered


@dataclass(frozen=True, slots=True)
class Report:
    """Shares of 0 to 1. `decided_right`: of what was called covered or missed."""

    rows: int
    balanced_accuracy: float
    auc: float
    f1: float
    unclear: float
    decided_right: float
    by_tag: Mapping[str, tuple[int, float, float]]  # rows, wrong, called covered or missed wrongly
    calibration: Sequence[tuple[float, float, int]]  # mean score, share covered, rows; by fifths


def outcomes(scorer: Scorer, rows: Iterable[Row]) -> list[Outcome]:
    """Rows of one answer are judged together, as its points would be."""
    together: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        together[row.question, row.answer].append(row)
    found = []
    for (question, answer), group in together.items():
        points = [Point(row.point, row.cues) for row in group]
        judged = scorer.judge(question, points, answer).points
        found += [Outcome(r, j.score, j.verdict) for r, j in zip(group, judged, strict=True)]
    return found


def report(found: Sequence[Outcome]) -> Report:
    """The figures of at least one row."""
    yes = [o for o in found if o.row.covered]
    no = [o for o in found if not o.row.covered]
    decided = [o for o in found if o.verdict is not Verdict.UNCLEAR]
    hit = sum(not o.wrong for o in yes)
    called = hit + sum(o.wrong for o in no)
    tags: dict[str, list[Outcome]] = defaultdict(list)
    for o in found:
        tags[o.row.tag or "-"].append(o)
    return Report(
        rows=len(found),
        balanced_accuracy=(_share(not o.wrong for o in yes) + _share(not o.wrong for o in no)) / 2,
        auc=area([o.score for o in yes], [o.score for o in no]),
        f1=2 * hit / (called + len(yes)) if called + len(yes) else 0.0,
        unclear=1 - len(decided) / len(found),
        decided_right=_share(_right(o) for o in decided),
        by_tag={
            tag: (
                len(those),
                _share(o.wrong for o in those),
                _share(o.verdict is not Verdict.UNCLEAR and not _right(o) for o in those),
            )
            for tag, those in sorted(tags.items())
        },
        calibration=_calibration(found),
    )


def _right(o: Outcome) -> bool:
    return (o.verdict is Verdict.COVERED) == o.row.covered


def _share(values: Iterable[bool]) -> float:
    them = list(values)
    return sum(them) / len(them) if them else 1.0


def area(yes: Sequence[float], no: Sequence[float]) -> float:
    """The area under the curve: how often one of `yes` lies above one of `no`."""
    pairs = len(yes) * len(no)
    above = sum((y > n) + 0.5 * (y == n) for y in yes for n in no)
    return above / pairs if pairs else 1.0


def _calibration(found: Sequence[Outcome]) -> list[tuple[float, float, int]]:
    fifths = []
    for i in range(5):
        those = [o for o in found if i / 5 <= o.score < (i + 1) / 5 or (i == 4 and o.score == 1)]
        if those:
            mean = sum(o.score for o in those) / len(those)
            fifths.append((mean, _share(o.row.covered for o in those), len(those)))
    return fifths
