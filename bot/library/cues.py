"""Cue phrases (手がかり): ways in which somebody would say an answer point.

They stand beside a document `cmo.md` in `cmo.cues.yaml`, by the ids of its questions and the words
of their points:

    first-90-days:
      顧客理解:
      - お客様に会いに行き、使われ方を見ました
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import yaml

from bot.library.model import Point, Question, Role
from bot.library.names import key
from bot.library.nodes import compose
from bot.library.problems import Level, Problem

MOST = 12
"""Phrases of a point that are used."""

_Phrases = dict[str, tuple[int, list[str]]]
"""By the key of a point's words: the line they stand on, and the phrases."""


def attach(role: Role, path: str, data: bytes) -> tuple[Role, list[Problem]]:
    """The role with the cue phrases of the file, and what does not fit.

    Nothing here keeps the document from being served: what can't be used is left out.
    """
    problems: list[Problem] = []

    def warn(code: str, line: int, **args: str) -> None:
        problems.append(Problem(path, line, Level.WARNING, code, args))

    try:
        root = compose(data)
        found = dict(_read(root))
        for line, name in _repeated(root):
            warn("check-cues-twice", line, name=name[:60])
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        what = str(getattr(error, "problem", "") or type(error).__name__)
        last = data.count(b"\n") + 1  # what never ends is missed on the line after
        warn("check-cues-unreadable", min(mark.line + 1, last) if mark else 1, problem=what)
        return role, problems
    known = {question.id: question for question in role.questions}
    for id, (line, points) in found.items():
        if id not in known:
            warn("check-cues-no-question", line, id=id[:60])
            continue
        texts = {key(point.text) for point in known[id].points}
        for name, (at, _) in points.items():
            if name not in texts:
                warn("check-cues-no-point", at, id=id, point=name[:60])
        for phrase in _shared(points):
            warn("check-cues-shared", line, id=id, phrase=phrase[:60])
    questions = tuple(_with(question, found) for question in role.questions)
    bare = [
        question.number for question in questions for point in question.points if not point.cues
    ]
    if bare:
        numbers = "、".join(map(str, dict.fromkeys(bare)))
        warn("check-cues-missing", 1, count=str(len(bare)), numbers=numbers)
    return replace(role, questions=questions), problems


def _with(question: Question, found: Mapping[str, tuple[int, _Phrases]]) -> Question:
    _, points = found.get(question.id, (0, {}))

    def cued(point: Point) -> Point:
        _, phrases = points.get(key(point.text), (0, []))
        return replace(point, cues=tuple(phrases[:MOST]))

    return replace(question, points=tuple(map(cued, question.points)))


def _shared(points: _Phrases) -> Iterator[str]:
    """Phrases that stand under more than one point of a question, and so tell them not apart."""
    seen: set[str] = set()
    for _, phrases in points.values():
        for phrase in dict.fromkeys(phrases):
            if phrase in seen:
                yield phrase
            seen.add(phrase)


def _repeated(root: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """Questions, and points of a question, that stand there again: only the last one counts."""
    if root is None:
        return
    questions = _pairs(root)
    for named in (questions, *(_pairs(points) for _, points in questions)):
        seen: set[str] = set()
        for node, _ in named:
            name = _words(node)
            if key(name) in seen:
                yield node.start_mark.line + 1, name
            seen.add(key(name))


def _read(root: yaml.Node | None) -> Iterator[tuple[str, tuple[int, _Phrases]]]:
    """Questions by id, with the lines they stand on. Raises yaml.YAMLError for another form."""
    if root is None:
        return
    for question, points in _pairs(root):
        phrases: _Phrases = {}
        for point, listed in _pairs(points):
            if not isinstance(listed, yaml.SequenceNode):
                raise yaml.MarkedYAMLError(problem="no list", problem_mark=listed.start_mark)
            said = [_words(item) for item in listed.value]
            phrases[key(_words(point))] = (
                point.start_mark.line + 1,
                [each for each in said if each],
            )
        yield _words(question), (question.start_mark.line + 1, phrases)


def _pairs(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise yaml.MarkedYAMLError(problem="no mapping", problem_mark=node.start_mark)
    return list(node.value)


def _words(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise yaml.MarkedYAMLError(problem="no text", problem_mark=node.start_mark)
    return str(node.value).strip()
