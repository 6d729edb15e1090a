"""`senpai roles check --cues`: what authors can do about each cue phrase."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from bot.coaching import feedback
from bot.coaching.nearness import collisions
from bot.library import files
from bot.library.library import Library
from bot.library.model import Question, Role
from bot.library.problems import Level, Problem


def problems(library: Library) -> Iterator[Problem]:
    """Points without cue phrases, by question, and cues that are nearer to a neighbour's."""
    for entry in library.all_entries():
        role = library.role(entry.slug, entry.lang)
        if role:
            yield from _of(role)


def _of(role: Role) -> Iterator[Problem]:
    path = files.cues_of(role.path)
    lines: list[str] = []
    with contextlib.suppress(OSError):  # then there are no cues either, and the check says why
        lines = files.cues(role.path).decode(errors="replace").splitlines()
    for question in role.questions:
        bare = [point.text for point in question.points if not point.cues]
        if bare:
            args = {"number": str(question.number), "points": "、".join(bare)}
            yield Problem(role.path, question.line, Level.WARNING, "check-cues-none", args)
        for found in collisions(question.text, _points(question)):
            args = {
                "number": str(question.number),
                "point": found.point.text,
                "cue": found.cue,
                "other": found.other.text,
                "phrase": found.phrase,
            }
            code = "check-cues-collide"
            yield Problem(path, _line(lines, found.cue), Level.WARNING, code, args)


def _points(question: Question) -> Sequence[feedback.Point]:
    return [feedback.Point(point.text, point.cues) for point in question.points]


def _line(lines: Sequence[str], phrase: str) -> int:
    """Where the phrase stands, 1 where it is written in another way."""
    return next((number for number, line in enumerate(lines, 1) if phrase in line), 1)
