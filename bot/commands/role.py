"""`/role`: a role, one of its sections, or the roles of a field."""

from __future__ import annotations

from bot.command import Command, Context, Param
from bot.library.model import Topic
from bot.messages import Reply
from bot.views import browse, role
from bot.views.pick import pick
from bot.views.wanted import Wanted


async def run(ctx: Context) -> list[Reply]:
    section = ctx.values.get("section", "")
    if category := ctx.values.get("category"):
        return [browse.field(ctx, category, Wanted(section))]
    query = ctx.values.get("role")
    if not query:
        return [browse.fields(ctx, Wanted(section))]
    if query in ctx.library.sets:
        return [role.show(ctx, ctx.role(query), Topic.QUESTIONS)]
    picked = pick(ctx, query, lambda slug: f"/role {slug} {section}".strip())
    if isinstance(picked, Reply):
        return [picked]
    found = ctx.role(picked.slug)
    text = ""
    if picked.guess:
        text = ctx.texts("role-guess", query=picked.guess, name=ctx.name(found.slug))
    return [role.show(ctx, found, section, text)]


ROLE = Command(
    name="role",
    run=run,
    public=True,
    params=(
        Param("role", kind="role"),
        Param("section", kind="choice", choices=role.SECTIONS, read=role.read_section),
        Param("category"),
        Param("page", kind="number"),
    ),
)
