"""What a point and an answer have in common, as numbers that mean the same for any question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from operator import mul

from bot.coaching.embedding import Likeness
from bot.coaching.feedback import Point
from bot.coaching.likeness import pieces, pieces_met, words_met
from bot.coaching.mention import mention
from bot.coaching.mention import rows as list_rows
from bot.coaching.sought import Sought, sought
from bot.coaching.stance import Stance, denies, stance, vague
from bot.coaching.text import Passage, normal

Rows = list[list[float]]  # a row a phrase, a column a window
_A_LEAD = 0.1
"""What a deviation by which a clause means this point, rather than another, is worth in what a
phrase has in common with it, when the sentence is looked for that shows the point."""


@dataclass(frozen=True, slots=True)
class Found:
    """`values` by name, and the number of the sentence that shows the point best, -1 for none."""

    values: dict[str, float]
    sentence: int


def features(
    question: str, points: Sequence[Point], answer: Passage, likenesses: Sequence[Likeness]
) -> list[Found]:
    """One a point. `answer` has a window at least."""
    phrases = [(point.text, *point.cues) for point in points]
    wanted = sought(question, tuple(phrases))
    stances = [stance(answer.clauses[w.sentence], w.first, w.end) for w in answer.windows]
    rows = list_rows([point.text for point in points], question, answer)
    texts = [w.text for w in answer.windows]
    long = [1 - 0.12 * min(len(text) / 60, 1.5) for text in texts]
    matched = [
        (_times(by_pieces, long), _times(by_words, long))
        for by_pieces, by_words in zip(
            _by_point(wanted, pieces_met([w for each in wanted for w in each.by_pieces], texts)),
            _by_point(wanted, words_met([w for each in wanted for w in each.by_words], texts)),
            strict=True,
        )
    ]
    # By whether a phrase itself denies something.
    spoils = {
        denying: [
            _spoilt(s, rows[w.sentence], denying)
            for s, w in zip(stances, answer.windows, strict=True)
        ]
        for denying in (False, True)
    }
    overall = [_overall(p, w) for p, w in matched]
    whole = _answer(answer, [question, *(phrase for own in phrases for phrase in own)])
    by_clause = [_by_clause(answer, rows, own) for own in phrases]
    near = [likeness.features(phrases, answer, by_clause) for likeness in likenesses]
    found = []
    for i, point in enumerate(points):
        by_pieces, by_words = matched[i]
        spoilt = [spoils[denies(normal(phrase))] for phrase in phrases[i]]
        values = {
            **_matches("c", by_pieces, spoilt),
            **_matches("t", by_words, spoilt),
        }
        best = max(
            range(len(overall[i])),
            key=lambda n: overall[i][n] - 0.0015 * len(answer.windows[n].text),
        )
        clean = [min(column) for column in zip(*spoilt, strict=True)]
        leads = _by_window(near[0][i].leads, answer)
        shown = max(
            range(len(overall[i])),
            key=lambda n: (
                overall[i][n]
                + _A_LEAD * leads[n]
                - 0.5 * clean[n]
                - 0.0015 * len(answer.windows[n].text)
            ),
        )
        rival = max((row[best] for n, row in enumerate(overall) if n != i), default=None)
        lead = 0.0 if rival is None else overall[i][best] - rival
        values |= {"best": overall[i][best], "lead": lead, "behind": min(0.0, lead)}
        s = stances[best]
        phrase = max(range(len(phrases[i])), key=lambda n: by_pieces[n][best] + by_words[n][best])
        own = denies(normal(phrases[i][phrase]))
        values |= {
            "denied": float(s.denied and not own),
            "denied_after": float(s.denied_after and not own),
            "left": float(s.left),
            "planned": float(s.planned),
            "named": float(s.named),
            "vague": float(s.vague),
            "concrete": float(s.concrete),
            "elsewhere": float(s.elsewhere),
            "spoilt": clean[best],
            "best_clean": max(
                (o for o, d in zip(overall[i], clean, strict=True) if d < 0.5), default=0.0
            ),
        }
        values |= _mentioned(i, point, points, question, answer)
        values |= _union(wanted[i].together, answer)
        values |= whole
        for by_point in near:
            values |= by_point[i].values
        found.append(Found(values, answer.windows[shown].sentence))
    return found


def _by_window(by_clause: Sequence[float], answer: Passage) -> list[float]:
    """The most of a window's clauses."""
    starts = [0, *accumulate(map(len, answer.clauses))]
    return [
        max(by_clause[starts[w.sentence] + w.first : starts[w.sentence] + w.end])
        for w in answer.windows
    ]


def _by_point(wanted: Sequence[Sought], rows: Rows) -> list[Rows]:
    every = iter(rows)
    return [list(islice(every, len(each.by_pieces))) for each in wanted]


def _times(rows: Rows, factors: Sequence[float]) -> Rows:
    return [list(map(mul, row, factors)) for row in rows]


def _overall(by_pieces: Rows, by_words: Rows) -> list[float]:
    """By window: the best phrase's match, and a quarter of the second best's."""
    both = []
    for column in zip(*by_pieces, *by_words, strict=True):
        half = len(column) // 2
        top = sorted((0.5 * (column[n] + column[n + half]) for n in range(half)), reverse=True)
        both.append(top[0] + 0.25 * (top[1] if len(top) > 1 else 0.0))
    return both


def _spoilt(s: Stance, in_row: bool, denying_phrase: bool) -> float:
    """How little a window counts for a phrase, 0 to 1; a phrase may itself deny something."""
    if in_row:
        return 1.0
    denied = 0.0 if denying_phrase else max(float(s.denied), 0.45 * s.denied_after)
    empty = 0.6 * (s.vague and not s.concrete)
    return max(denied, 0.8 * s.planned, 0.8 * s.named, 0.6 * s.left, 0.9 * s.elsewhere, empty)


def _by_clause(answer: Passage, rows: Sequence[bool], phrases: Sequence[str]) -> list[float]:
    denying = any(denies(normal(phrase)) for phrase in phrases)
    return [
        _spoilt(stance(clauses, n, n + 1), rows[i], denying)
        for i, clauses in enumerate(answer.clauses)
        for n in range(len(clauses))
    ]


def _matches(name: str, rows: Rows, spoilt: Rows) -> dict[str, float]:
    values: dict[str, float] = {}
    for suffix, keep in (("", False), ("k", True)):
        top = [
            max((m for m, d in zip(row, bad, strict=True) if not keep or d < 0.5), default=0.0)
            for row, bad in zip(rows, spoilt, strict=True)
        ]
        cues = sorted(top[1:], reverse=True) or [0.0]
        ranked = sorted(top, reverse=True)
        values |= {
            f"{name}{suffix}p": top[0],
            f"{name}{suffix}1": ranked[0],
            f"{name}{suffix}2": ranked[min(1, len(ranked) - 1)],
            f"{name}{suffix}m": sum(top) / len(top),
            f"{name}{suffix}q1": cues[0],
            f"{name}{suffix}qm": sum(cues) / len(cues),
        }
    return values


def _mentioned(
    i: int, point: Point, points: Sequence[Point], question: str, answer: Passage
) -> dict[str, float]:
    others = [p.text for n, p in enumerate(points) if n != i]
    m = mention(point.text, others, question, answer)
    text = "".join("".join(c) for c in answer.clauses)
    return {
        "said": float(m.whole),
        "said_good": float(m.whole and m.affirmed),
        "core_good": float(m.affirmed),
        "said_denied": float(m.denied),
        "said_listed": float(m.listed),
        "said_sure": float(m.whole and m.affirmed and m.content > 1),
        "said_content": m.content if m.affirmed else 0.0,
        "others_said": sum(normal(o) in text for o in others) / len(others) if others else 0.0,
    }


def _union(together: dict[str, float], answer: Passage) -> dict[str, float]:
    """The pieces of all phrases together that one sentence (or affirmed clause) has."""

    def shared(text: str) -> float:
        return sum(together.get(piece, 0.0) for piece in pieces(text))

    clean = [
        shared(clause)
        for clauses in answer.clauses
        for n, clause in enumerate(clauses)
        if stance(clauses, n, n + 1).affirmed
    ]
    sentences = [shared("".join(clauses)) for clauses in answer.clauses]
    return {
        "union": math.log1p(max(sentences)),
        "union_clean": math.log1p(max(clean, default=0.0)),
        "union_all": math.log1p(sum(sentences)),
    }


def _answer(answer: Passage, subject: Sequence[str]) -> dict[str, float]:
    """About all of an answer; only sentences on the subject count, others change nothing."""
    asked = {piece for text in subject for piece, weight in pieces(text).items() if weight >= 0.8}
    every = ["".join(clauses) for clauses in answer.clauses]
    on_it = [i for i, s in enumerate(every) if not asked.isdisjoint(pieces(s))] or range(len(every))
    text = "".join(every)
    told = [stance(answer.clauses[i], 0, len(answer.clauses[i])) for i in on_it]
    return {
        "a_vague": sum(vague(every[i]) for i in on_it) / len(told),
        "a_concrete": sum(s.concrete for s in told) / len(told),
        "a_denied": sum(s.denied for s in told) / len(told),
        "style_length": math.log1p(min(len(text), 400)),
        "style_digits": math.log1p(min(sum(c.isdigit() for c in text), 12)),
    }
