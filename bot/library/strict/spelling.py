"""Skills and tools are spelt as the glossary has them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.library.glossary import Glossary
from bot.library.model import Fact, Role
from bot.library.problems import Level, Problem


def skills(role: Role) -> Iterator[Fact]:
    """The skills that are no tools: several tools stand on one line, and count by themselves."""
    lines = {tool.line for tool in role.tools}
    for group in role.skills:
        yield from (item for item in group.items if item.line not in lines)


def synonyms(role: Role, glossary: Glossary) -> Iterator[Problem]:
    for fact in (*skills(role), *role.tools):
        term = glossary.term(fact.text)
        if term and fact.text != term.spelt(role.lang):
            args = {"text": fact.text, "term": term.spelt(role.lang)}
            yield Problem(role.path, fact.line, Level.WARNING, "check-synonym", args)


def unknown(role: Role, glossary: Glossary) -> Iterator[Problem]:
    """Without a glossary, nothing is unknown."""
    if not glossary:
        return
    for fact in (*skills(role), *role.tools):
        if not glossary.term(fact.text):
            args = {"text": fact.text}
            yield Problem(role.path, fact.line, Level.WARNING, "check-unknown-term", args)
