"""What one role asks for beyond another."""

from __future__ import annotations

from collections.abc import Callable

from bot.library.model import Role
from bot.library.names import key


def gap(
    last: Role | None, role: Role, same: Callable[[str], str] = key
) -> tuple[list[str], list[str]]:
    """The skills and the tools that `role` asks for and `last` doesn't, as `role` writes them.

    Compared by `same`: by name, so that differences of width, case or kana are none, or by term
    of a glossary, so that those of synonym, abbreviation and language are none either. Without
    `last`, all.
    """
    tools = {same(tool.text): tool.text for tool in role.tools}
    lines = {tool.line for tool in role.tools}
    skills = {
        same(item.text): item.text
        for group in role.skills
        for item in group.items
        if item.line not in lines
    }
    if last:
        known = {same(item.text) for group in last.skills for item in group.items}
        known.update(same(tool.text) for tool in last.tools)
        skills = {name: text for name, text in skills.items() if name not in known}
        tools = {name: text for name, text in tools.items() if name not in known}
    return list(skills.values()), list(tools.values())
