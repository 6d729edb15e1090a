"""The sections that Senpai answers from, found by their headings."""

from __future__ import annotations

from collections.abc import Iterator

from bot.library.model import Role, Topic
from bot.library.problems import Level, Problem

_ASKED_FOR = (Topic.DUTIES, Topic.SKILLS, Topic.CAREER)
_ALL = (
    *(Topic.OVERVIEW, Topic.DUTIES, Topic.SKILLS, Topic.COLLABORATION),
    *(Topic.CAREER, Topic.OUTLOOK, Topic.LEARNING),
)


def mistyped(role: Role) -> Iterator[Problem]:
    """Sections that are missing while a heading announces nothing: it may be meant for one."""
    odd = next((s for s in role.sections if s.heading and s.topic is None), None)
    for topic in _ASKED_FOR if odd else ():
        if not role.section(topic):
            args = {"heading": odd.heading[:40] if odd else "", "topic": str(topic)}
            line = odd.line if odd else 1
            yield Problem(role.path, line, Level.WARNING, "check-odd-heading", args)


def missing(role: Role) -> Iterator[Problem]:
    """The others that are missing."""
    told = {problem.args["topic"] for problem in mistyped(role)}
    for topic in _ALL:
        if topic not in told and not role.section(topic):
            args = {"topic": str(topic)}
            yield Problem(role.path, 1, Level.WARNING, "check-no-section", args)
