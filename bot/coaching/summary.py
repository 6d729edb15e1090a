"""What is said at the end of an interview, and what is kept of it to compare with.

A summary holds no answer save the best sentence, and Growth, which may be shared, not even that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from bot.coaching.feedback import Verdict
from bot.coaching.interview import Interview
from bot.coaching.turns import Aspect, Outcome

_TELLING = 120
"""Characters; a longer sentence is rather several."""
_NUMBER = re.compile(r"[0-9０-９]|[一二三四五六七八九十百千万][割倍件名人社年か月週日回]")
_NEXT_STEPS = 2


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a question, its follow-up counted in. points: with their final verdicts."""

    slug: str
    question: str
    words: str
    outcome: Outcome
    points: tuple[tuple[Aspect, Verdict], ...] = ()

    def having(self, verdict: Verdict) -> list[Aspect]:
        return [point for point, found in self.points if found is verdict]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to practise next: a point of a question, or the whole question (point: empty)."""

    slug: str
    question: str
    words: str
    point: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """best: the sentence of the person's own that shows most; empty if there is none.

    seconds: spent on answers. practise: at most two, of different questions where possible.
    """

    about: str
    results: tuple[Result, ...]
    best: str = ""
    best_words: str = ""
    practise: tuple[NextStep, ...] = ()
    seconds: int = 0
    hints: int = 0

    @property
    def answered(self) -> int:
        return sum(result.outcome is Outcome.ANSWERED for result in self.results)

    @property
    def covered(self) -> int:
        """Points covered, of `points`."""
        return sum(len(result.having(Verdict.COVERED)) for result in self.results)

    @property
    def points(self) -> int:
        """Points that were judged."""
        return sum(len(result.points) for result in self.results)

    @property
    def minutes(self) -> int:
        """Begun ones count."""
        return -(-self.seconds // 60)


@dataclass(frozen=True, slots=True)
class Growth:
    """How an interview compares with earlier ones; what may be shown to others.

    before, now: points covered of a hundred, over the earlier interviews about the same and in
    this one; None where no point was judged. gained: points covered now that were not when the
    same question was asked before.
    """

    about: str
    number: int
    answered: int
    minutes: int
    covered: int
    points: int
    now: int | None
    before: int | None
    gained: tuple[str, ...] = field(default=())


def summarise(interview: Interview) -> Summary:
    """Of an interview as far as it got."""
    results = tuple(_results(interview))
    best, words = _best(interview)
    return Summary(
        interview.about,
        results,
        best,
        words,
        tuple(_next_steps(results)),
        sum(turn.seconds for turn in interview.turns),
        sum(turn.hints for turn in interview.turns),
    )


def compare(summary: Summary, earlier: Sequence[Summary]) -> Growth:
    """earlier: summaries of the person's interviews before this one, the latest first."""
    same = [each for each in earlier if each.about == summary.about]
    former: dict[tuple[str, str], Result] = {}
    for each in earlier:
        for result in each.results:
            if result.points:
                former.setdefault((result.slug, result.question), result)
    gained: list[str] = []
    for result in summary.results:
        if before := former.get((result.slug, result.question)):
            lacking = {p.id for p, verdict in before.points if verdict is not Verdict.COVERED}
            gained += [p.text for p in result.having(Verdict.COVERED) if p.id in lacking]
    return Growth(
        summary.about,
        len(earlier) + 1,
        summary.answered,
        summary.minutes,
        summary.covered,
        summary.points,
        _share([summary]),
        _share(same),
        tuple(gained),
    )


def to_json(summary: Summary) -> str:
    return msgspec.json.encode(summary).decode()


def from_json(text: str | bytes) -> Summary:
    """Reads what any earlier version wrote. Raises msgspec.DecodeError for anything else."""
    return msgspec.json.decode(text, type=Summary)


def _results(interview: Interview) -> Iterable[Result]:
    for number, turn in enumerate(interview.turns):
        if turn.follows is not None:
            continue
        found = {point.id: judged.verdict for point, judged in turn.verdicts()}
        for deeper in interview.turns:
            if deeper.follows == number:
                # What a follow-up brought out counts, what it did not is no worse than before.
                found |= {point.id: Verdict.COVERED for point in deeper.having(Verdict.COVERED)}
        points = tuple((point, found[point.id]) for point in turn.points if point.id in found)
        yield Result(turn.slug, turn.question, turn.words, turn.outcome, points)


def _best(interview: Interview) -> tuple[str, str]:
    """Of the sentences that cover a point, the longest with a number in it, else the longest.

    And the words of the question that it answers.
    """
    sentences = [
        (judged.evidence.strip(), turn.words)
        for turn in interview.turns
        for _, judged in turn.verdicts()
        if judged.verdict is Verdict.COVERED and judged.evidence.strip()
    ]

    def telling(found: tuple[str, str]) -> tuple[bool, bool, int]:
        sentence = found[0]
        return len(sentence) <= _TELLING, bool(_NUMBER.search(sentence)), len(sentence)

    return max(sentences, key=telling, default=("", ""))


def _next_steps(results: Sequence[Result]) -> list[NextStep]:
    """First missed points, the first of each question; then unclear ones; then what was left."""
    steps: dict[tuple[str, str], NextStep] = {}
    spare: list[NextStep] = []
    for verdict in (Verdict.MISSED, Verdict.UNCLEAR):
        for result in sorted(results, key=lambda each: -len(each.having(verdict))):
            for point in result.having(verdict):
                step = NextStep(result.slug, result.question, result.words, point.text)
                if steps.setdefault((result.slug, result.question), step) is not step:
                    spare.append(step)
    for result in results:
        if result.outcome in (Outcome.SKIPPED, Outcome.RESTED):
            step = NextStep(result.slug, result.question, result.words)
            steps.setdefault((result.slug, result.question), step)
    return [*steps.values(), *spare][:_NEXT_STEPS]


def _share(summaries: Sequence[Summary]) -> int | None:
    """Points covered of a hundred."""
    points = sum(each.points for each in summaries)
    return round(100 * sum(each.covered for each in summaries) / points) if points else None
