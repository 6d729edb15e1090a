"""The scorer that comes with Senpai: pure Python, no model to install, some milliseconds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from bot.coaching.embedding import Embedder, Likeness
from bot.coaching.features import Found, features
from bot.coaching.feedback import Feedback, Judged, Kind, Point, Verdict
from bot.coaching.guards import plain_kind, without_rows
from bot.coaching.mention import rows as list_rows
from bot.coaching.model import Model, models
from bot.coaching.sense import sense
from bot.coaching.signs import signs
from bot.coaching.stance import stance
from bot.coaching.text import Passage, normal, passage

_NAMED_ONLY = 0.2  # at most, for a point that is only named, listed or denied
NOTHING = 0.01
_SHORT = 30  # characters
_NO_SENTENCE = 8  # letters: an answer of fewer may be meant, but shows nothing
_AT_BEST = 0.5  # which is unclear


class OfflineScorer:
    """With an embedder it knows more paraphrases, and takes its time. Not for the event loop."""

    def __init__(self, embedder: Embedder | None = None) -> None:
        self._embedder = embedder

    @cached_property
    def _likenesses(self) -> tuple[Likeness, ...]:
        """Loaded when first used, off the event loop."""
        return likenesses(self._embedder, models().elsewhere)

    def judge(self, question: str, points: Sequence[Point], answer: str) -> Feedback:
        said = passage(answer)
        kind = plain_kind(question, points, answer)
        if not said.windows and kind is Kind.ANSWER:
            kind = Kind.EMPTY
        if kind is not Kind.ANSWER:
            none = tuple(Judged(p.text, Verdict.MISSED, NOTHING, "") for p in points)
            return Feedback(kind, none, signs(said), other_angle=False)
        found = examine(question, points, said, self._likenesses)
        judged = tuple(self._one(p, f, said) for p, f in zip(points, found, strict=True))
        met = any(j.verdict is not Verdict.MISSED for j in judged)
        if not met and any(list_rows([p.text for p in points], question, said)):
            kind = Kind.STUFFED
        elif judged and not met and _elsewhere(said):
            kind = Kind.OFF_TOPIC
        angle = bool(judged) and kind is Kind.ANSWER and not met and _concrete(said)
        return Feedback(kind, judged, signs(said), angle)

    def _one(self, point: Point, found: Found | None, answer: Passage) -> Judged:
        if found is None:
            return Judged(point.text, Verdict.MISSED, NOTHING, "")
        model = models().of(cues=bool(point.cues), embedded=self._embedder is not None)
        score = score_of(found.values, model)
        if sum(map(str.isalpha, "".join(answer.sentences))) < _NO_SENTENCE:
            score = min(score, _AT_BEST)
        verdict = verdict_of(score, model)
        evidence = "" if verdict is Verdict.MISSED else answer.sentences[found.sentence]
        return Judged(point.text, verdict, round(score, 4), evidence)


def likenesses(embedder: Embedder | None, elsewhere: Sequence[str]) -> tuple[Likeness, ...]:
    known = Likeness("s", sense(), elsewhere)
    return (known, Likeness("e", embedder, elsewhere)) if embedder else (known,)


def examine(
    question: str, points: Sequence[Point], answer: Passage, likenesses: Sequence[Likeness]
) -> Sequence[Found | None]:
    """What each point finds in an answer, None where it does nothing but list nouns."""
    kept, numbers = without_rows([p.text for p in points], question, answer)
    if not kept.windows:
        return [None] * len(points)
    found = features(question, points, kept, likenesses)
    dropped = "".join("".join(c) for i, c in enumerate(answer.clauses) if i not in set(numbers))
    for point, f in zip(points, found, strict=True):
        if normal(point.text) in dropped:
            f.values["said"] = 1.0
    return [Found(f.values, numbers[f.sentence]) for f in found]


def score_of(values: dict[str, float], model: Model) -> float:
    score = model.probability(values)
    named_only = values["said"] and not values["core_good"]
    return min(score, _NAMED_ONLY) if named_only else score


def verdict_of(score: float, model: Model) -> Verdict:
    if score >= model.covered:
        return Verdict.COVERED
    return Verdict.MISSED if score <= model.missed else Verdict.UNCLEAR


def _elsewhere(answer: Passage) -> bool:
    return any(stance(c, 0, len(c)).elsewhere for c in answer.clauses)


def _concrete(answer: Passage) -> bool:
    """Something was done, and told at some length and without big words."""
    if sum(map(len, answer.sentences)) < _SHORT:
        return False
    told = [stance(c, 0, len(c)) for c in answer.clauses]
    return not any(s.vague for s in told) and sum(s.concrete and s.affirmed for s in told) >= max(
        1, len(told) / 2
    )
