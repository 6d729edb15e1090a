"""`/career`: what leads to a role and on from it, or the way from one role to another."""

from __future__ import annotations

from collections.abc import Callable

from bot.command import Command, Context, Param
from bot.library.career import Node
from bot.messages import Reply
from bot.views import career
from bot.views.pick import likely, pick


async def run(ctx: Context) -> list[Reply]:
    start, end = ctx.values.get("role"), ctx.values.get("to")
    if not start:
        return [career.ask(ctx)]
    # What the other name means goes on through a choice, if it is clear and has a slug.
    known = _meant(ctx, end, str) if end else None
    other = known[0].slug if isinstance(known, tuple) else ""
    first = _meant(ctx, start, lambda slug: f"/career {slug} {other}".strip())
    if isinstance(first, Reply):
        if isinstance(known, tuple) and not likely(ctx, start):
            text = ctx.texts("career-start-unknown", query=start[:40], name=known[0].title)
            return [career.around(ctx, known[0], text)]
        return [first]
    if not end:
        return [career.around(ctx, first[0], first[1])]
    second = _meant(ctx, end, lambda slug: f"/career {first[0].slug} {slug}")
    if isinstance(second, Reply):
        return [second]
    text = "\n".join(filter(None, (first[1], second[1])))
    return [career.way(ctx, first[0], second[0], text)]


def _node(ctx: Context, name: str) -> Node | None:
    return ctx.library.node(name, ctx.lang)


def _meant(ctx: Context, name: str, run: Callable[[str], str]) -> tuple[Node, str] | Reply:
    """The title that `name` means and what to say of a guess, or a reply that asks."""
    node = _node(ctx, name)
    if node:
        return node, ""
    picked = pick(ctx, name, run)
    if isinstance(picked, Reply):
        return picked
    role = ctx.name(picked.slug)
    guess = ctx.texts("role-guess", query=picked.guess, name=role) if picked.guess else ""
    return Node(role, picked.slug), guess


CAREER = Command(
    name="career",
    run=run,
    public=True,
    params=(Param("role", kind="role"), Param("to", kind="role")),
)
