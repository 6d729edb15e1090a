"""Questions of one language that ask nearly the same.

Two questions are as alike as the rare pieces that they share: the cosine of their pieces (pairs
of letters in Japanese, words elsewhere), each weighted by how few questions have it. What many
questions have (「ご経験をお聞かせください」) is how interviewers talk, and counts for next to
nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from bot.library.model import Question, Role
from bot.library.names import key
from bot.library.problems import Level, Problem

THRESHOLD = 0.4
"""Of the library's thousand questions, pairs from here on read like one: 「厳しい指摘を受けて、案を
直されたご経験」 and 「厳しい指摘を受けながら、質を上げられたご経験」 had 0.43. Pairs below share a
subject or a turn, and ask for something else: two about product managers have 0.36."""

_RARE = 50
"""One in so many questions may have a piece that makes two of them worth comparing."""


def check(roles: Sequence[Role], paths: Collection[str]) -> Iterator[Problem]:
    """One finding a pair, at the later question, or at the one that stands in `paths`."""
    for _, group in groupby(sorted(roles, key=lambda role: role.lang), key=lambda role: role.lang):
        asked = [(role, question) for role in group for question in role.questions]
        pairs = likenesses([question.text for _, question in asked])
        for i, j, _ in pairs:
            (role, question), (other, like) = asked[i], asked[j]
            if role.path not in paths:
                role, question, other, like = other, like, role, question
            if role.path in paths:
                yield _found(role, question, other, like)


def likenesses(texts: Sequence[str], least: float = THRESHOLD) -> Iterator[tuple[int, int, float]]:
    """The pairs that are alike: a number, a smaller one, and how much, from 0 to 1."""
    pieces = [_pieces(text) for text in texts]
    having = Counter(piece for each in pieces for piece in each)
    weight = {piece: math.log((len(texts) + 1) / count) ** 2 for piece, count in having.items()}
    size = [math.sqrt(sum(map(weight.__getitem__, each))) or 1 for each in pieces]
    rare = max(5, len(texts) // _RARE)
    holding: dict[str, list[int]] = defaultdict(list)
    for i, each in enumerate(pieces):
        near = {j for piece in each if having[piece] <= rare for j in holding[piece]}
        for piece in each:
            holding[piece].append(i)
        for j in sorted(near):
            shared = sum(weight[piece] for piece in each & pieces[j])
            likeness = shared / (size[i] * size[j])
            if likeness >= least:
                yield i, j, likeness


def _pieces(text: str) -> frozenset[str]:
    if text.isascii() or " " in text.strip():
        return frozenset(key(word) for word in text.split())
    letters = key(text)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


def _found(role: Role, question: Question, other: Role, like: Question) -> Problem:
    where = f"{other.path}:{like.line}"
    args = {"text": question.text[:60], "other": like.text[:60], "where": where}
    return Problem(role.path, question.line, Level.WARNING, "check-alike", args)
