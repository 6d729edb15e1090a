"""What one role asks for beyond another."""

from __future__ import annotations

from bot.library.model import Role
from bot.library.names import key


def gap(last: Role | None, role: Role) -> tuple[list[str], list[str]]:
    """The skills and the tools that `role` asks for and `last` doesn't, as `role` writes them.

    Compared by name, so that differences of width, case or kana are none. Without `last`, all.
    """
    tools = {key(tool.text): tool.text for tool in role.tools}
    lines = {tool.line for tool in role.tools}
    skills = {
        key(item.text): item.text
        for group in role.skills
        for item in group.items
        if item.line not in lines
    }
    if last:
        known = {key(item.text) for group in last.skills for item in group.items}
        known.update(key(tool.text) for tool in last.tools)
        skills = {name: text for name, text in skills.items() if name not in known}
        tools = {name: text for name, text in tools.items() if name not in known}
    return list(skills.values()), list(tools.values())
