"""What keeps a library from being a good one, though all of its documents can be read.

`spellings` and `slips` look at every check; the rest is for `senpai roles check --strict`. All
findings are warnings: they keep nothing from being served.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.library.library import Library
from bot.library.model import Role
from bot.library.problems import Problem
from bot.library.strict import (
    alike,
    naming,
    questions,
    reach,
    reading,
    sections,
    spelling,
    unfilled,
)


def spellings(library: Library) -> Iterator[Problem]:
    """What the glossary spells in another way, and what is wrong with the glossary itself."""
    if library.glossary:
        yield from library.glossary.problems
        for role in _roles(library):
            yield from spelling.synonyms(role, library.glossary)


def slips(library: Library, paths: frozenset[str]) -> Iterator[Problem]:
    """What nobody can have meant of the documents at `paths` (as they are shown)."""
    roles = [role for role in _roles(library) if role.slug not in library.sets]
    yield from (problem for problem in naming.check(roles) if problem.path in paths)
    for role in roles:
        if role.path in paths:
            yield from unfilled.check(role)
            yield from sections.mistyped(role)


def shortcomings(library: Library, paths: frozenset[str]) -> Iterator[Problem]:
    """What the documents at `paths` (as they are shown) fall short of, in this library."""
    for role in _roles(library):
        if role.path in paths:
            yield from questions.check(role)
            if role.slug not in library.sets:
                yield from reading.check(role)
                yield from questions.enough(role)
                yield from sections.missing(role)
            yield from spelling.unknown(role, library.glossary)
    yield from alike.check(list(_roles(library)), paths)
    yield from (problem for problem in reach.check(library) if problem.path in paths)


def _roles(library: Library) -> Iterator[Role]:
    for entry in library.all_entries():
        role = library.role(entry.slug, entry.lang)
        if role:
            yield role
