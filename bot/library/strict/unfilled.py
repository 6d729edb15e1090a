"""What still stands as the template of `senpai roles new` had it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.library.model import Fact, Role
from bot.library.problems import Level, Problem
from bot.library.template import blanks


def check(role: Role) -> Iterator[Problem]:
    words = [Fact(word, 1) for word in (*role.tags, *role.keywords)]
    written = [Fact(b.text, b.line) for section in role.sections for b in section.blocks]
    left = [fact for fact in (*written, *words) if fact.text in blanks(role.lang)]
    if left:
        args = {"text": left[0].text[:40], "count": str(len(left))}
        yield Problem(role.path, left[0].line, Level.WARNING, "check-unfilled", args)
