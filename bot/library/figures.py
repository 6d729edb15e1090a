"""The library in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.library.career import Node
from bot.library.library import Library
from bot.library.names import key
from bot.library.strict import reach, reading, spelling


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the documents in one language.

    fields: roles by field of work. skills, tools: in distinct spellings. beginners: roles that
    one can enter without experience. reached: roles that a path leads into; onward: those from
    which three others can be reached. length: of the shortest and of the longest document, in
    letters (Japanese) or words; minutes: the same, at the speed of bot.library.strict.reading.
    """

    lang: str
    roles: int
    fields: dict[str, int]
    beginners: int
    questions: int
    points: int
    cues: int
    skills: int
    tools: int
    paths: int
    reached: int
    onward: int
    length: tuple[int, int]
    minutes: tuple[int, int]


def figures(library: Library) -> list[Figures]:
    """One a language, the language with most documents first."""
    langs = Counter(entry.lang for entry in library.all_entries())
    return [_of(library, lang) for lang, _ in langs.most_common()]


def _of(library: Library, lang: str) -> Figures:
    entries = [
        entry
        for entry in library.all_entries()
        if entry.lang == lang and entry.slug not in library.sets
    ]
    careers = library.careers(lang)
    nodes = [Node(entry.short_name, entry.slug) for entry in entries]
    roles = [role for entry in entries if (role := library.role(entry.slug, lang))]
    asked = [question for role in roles for question in role.questions]
    points = [point for question in asked for point in question.points]
    lengths = [reading.length(role) for role in roles]
    minutes = [reading.minutes(role) for role in roles]
    return Figures(
        lang=lang,
        roles=len(roles),
        fields=dict(Counter(entry.category for entry in entries).most_common()),
        beginners=sum(entry.for_beginners for entry in entries),
        questions=len(asked),
        points=len(points),
        cues=sum(len(point.cues) for point in points),
        skills=_spellings(fact.text for role in roles for fact in spelling.skills(role)),
        tools=_spellings(tool.text for role in roles for tool in role.tools),
        paths=sum(len(entry.career_paths) for entry in entries),
        reached=sum(bool(careers.into(node)) for node in nodes),
        onward=sum(reach.onward(careers, node, reach.ONWARD) == reach.ONWARD for node in nodes),
        length=(min(lengths), max(lengths)),
        minutes=(min(minutes), max(minutes)),
    )


def _spellings(texts: Iterable[str]) -> int:
    return len({key(text) for text in texts})
