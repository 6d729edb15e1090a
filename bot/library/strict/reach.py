"""How the roles hang together: relations, the steps of career paths, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator

from bot.library.career import Careers, Node, parts
from bot.library.library import Library
from bot.library.model import Entry
from bot.library.problems import Level, Problem

ONWARD = 3
"""Others that can be reached from a role, at least, in a library that has so many."""

STARTS = 3
"""Roles from which an executive role can be reached, at least."""

EXECUTIVE = "executive"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.all_entries():
        if entry.slug in library.sets:
            continue
        yield from _one_way(library, entry)
        yield from _unknown_steps(library, entry)
        yield from _cut_off(library, entry)


def onward(careers: Careers, start: Node, most: int) -> int:
    """How many other roles with a document lie ahead of `start`; counts no further than `most`."""
    seen, queue, found = {start.id}, [start], 0
    for node in queue:
        for link in careers.out_of(node):
            if link.end.id not in seen:
                seen.add(link.end.id)
                queue.append(link.end)
                found += bool(link.end.slug)
        if found >= most:
            return most
    return found


def _one_way(library: Library, entry: Entry) -> Iterator[Problem]:
    for fact in entry.related:
        other = library.entry(fact.text, entry.lang)
        if other and entry.slug not in {back.text for back in other.related}:
            yield _warn(entry, fact.line, "check-one-way-related", slug=fact.text, own=entry.slug)


def _unknown_steps(library: Library, entry: Entry) -> Iterator[Problem]:
    def known(title: str) -> bool:
        return bool(library.exact(title)) or library.glossary.is_rung(title)

    for path in entry.career_paths:
        for step in path.steps:
            if not known(step.step) and not all(map(known, parts(step.step))):
                yield _warn(entry, path.line, "check-unknown-step", title=step.step)


def _cut_off(library: Library, entry: Entry) -> Iterator[Problem]:
    careers = library.careers(entry.lang)
    node = Node(entry.short_name, entry.slug)
    if not careers.into(node):
        yield _warn(entry, 1, "check-unreached")
    most = min(ONWARD, len(library) - 1)
    count = onward(careers, node, most)
    if count < most:
        yield _warn(entry, 1, "check-few-onward", count=str(count), least=str(most))
    starts = len(careers.reaching(node)) if entry.category == EXECUTIVE else STARTS
    if starts < STARTS:
        yield _warn(entry, 1, "check-few-starts", count=str(starts), least=str(STARTS))


def _warn(entry: Entry, line: int, code: str, **args: str) -> Problem:
    return Problem(entry.path, line, Level.WARNING, code, args)
