"""A role as plain values, for `senpai roles show --json`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.library.model import Fact, Role, SkillGroup


def as_plain(role: Role) -> dict[str, Any]:
    """Dictionaries, lists, strings and numbers only.

    Lists of facts become lists of their texts; what has parts of its own keeps its `line`.
    """
    return {
        "slug": role.slug,
        "kind": role.kind,
        "lang": role.lang,
        "path": role.path,
        "title": role.title,
        "short_name": role.short_name,
        "aliases": list(role.aliases),
        "category": role.category,
        "tags": list(role.tags),
        "keywords": list(role.keywords),
        "summary": role.summary.text,
        "related": _texts(role.related),
        "revised": role.revised,
        "duties": _texts(role.duties),
        "skills": _groups(role.skills),
        "tools": _texts(role.tools),
        "collaboration": [
            {"counterpart": c.counterpart, "text": c.text, "line": c.line}
            for c in role.collaboration
        ],
        "career_paths": [
            [{"step": step.step, "note": step.note} for step in path.steps]
            for path in role.career_paths
        ],
        "stories": [{"heading": s.heading, "text": s.text, "line": s.line} for s in role.stories],
        "outlook": _texts(role.outlook),
        "learning": _groups(role.learning),
        "questions": [
            {
                "id": question.id,
                "number": question.number,
                "text": question.text,
                "points": [
                    {"id": point.id, "text": point.text, "line": point.line}
                    for point in question.points
                ],
                "line": question.line,
            }
            for question in role.questions
        ],
        "sections": [
            {
                "heading": section.heading,
                "topic": section.topic,
                "text": section.text,
                "line": section.line,
            }
            for section in role.sections
        ],
    }


def _texts(facts: Iterable[Fact]) -> list[str]:
    return [fact.text for fact in facts]


def _groups(groups: Iterable[SkillGroup]) -> list[dict[str, Any]]:
    return [{"group": group.group, "items": _texts(group.items)} for group in groups]
