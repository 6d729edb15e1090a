"""`/career`: what leads to a role and on from it, or the way from one role to another.

`/picture`: the same as a picture, which takes its time; so it has a button of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from bot.command import Command, Context, Param
from bot.library.career import Node
from bot.messages import Reply
from bot.pictures.values import Box, Group, Step
from bot.views import career, ways
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


async def picture(ctx: Context) -> list[Reply]:
    start, end = (_node(ctx, ctx.values.get(name, "")) for name in ("role", "to"))
    if start and start.slug and not ctx.values.get("to"):
        around = ways.around(ctx, start)
        png = await asyncio.to_thread(partial(_draw_around, *around))
        return [ways.shown(ctx, start, png, around)]
    links = ctx.library.careers(ctx.lang).way(start, end) if start and end else []
    if not links or not (links[0].start.slug and links[-1].end.slug):
        return await run(ctx)
    way = ways.way(ctx, links)
    png = await asyncio.to_thread(partial(_draw_way, *way))
    return [ways.shown_way(ctx, links, png, way)]


def _draw_around(into: Group, role: Box, out: Group) -> bytes:
    from bot.pictures.career import around  # noqa: PLC0415 - brings matplotlib

    return around(into, role, out)


def _draw_way(start: Box, steps: tuple[Step, ...]) -> bytes:
    from bot.pictures.career import way  # noqa: PLC0415 - brings matplotlib

    return way(start, steps)


CAREER = Command(
    name="career",
    run=run,
    public=True,
    params=(Param("role", kind="role"), Param("to", kind="role")),
)

PICTURE = Command(
    name="picture",
    run=picture,
    params=(Param("role", kind="role"), Param("to", kind="role")),
    listed=False,
)
