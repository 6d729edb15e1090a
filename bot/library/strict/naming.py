"""Names of a role that are the very name of another one: nobody can tell which is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.library.model import Role
from bot.library.names import key
from bot.library.problems import Level, Problem


def check(roles: Iterable[Role]) -> Iterator[Problem]:
    found = list(roles)
    bearers: dict[str, list[Role]] = {}
    for role in found:
        for own in {key(role.short_name), key(role.slug)}:
            bearers.setdefault(own, []).append(role)
    for role in found:
        for name in role.named:
            others = [r for r in bearers.get(key(name.text), ()) if r.slug != role.slug]
            if others:
                near = min(others, key=lambda other: other.lang != role.lang)
                args = {"name": name.text[:60], "other": near.path}
                yield Problem(role.path, name.line, Level.WARNING, "check-name-taken", args)
