"""`/share role cmo`: posts what only the person saw, so that the channel can see it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from bot.command import Command, Context, Param, UserError
from bot.messages import Reply


async def run(ctx: Context) -> list[Reply]:
    line = ctx.values.get("line", "")
    name = line.split()[0].lower() if line else ""
    public = next((c for c in ctx.commands if c.name == name and c.public), None)
    if public is None or ctx.request.place not in ("channel", "thread"):
        raise UserError("share-not-here")
    replies = await ctx.call(f"/{line}")
    if not replies[0].card:
        return replies
    by = ctx.request.person.name or ctx.request.person.id
    buttons = tuple(b for b in replies[0].buttons if not b.run.startswith("/share"))
    text = ctx.texts("share-by", name=by)
    post = replace(replies[0], text=text, buttons=buttons, to="here", replace=False)
    if not await ctx.outbox.post(_key(ctx, line), post):
        return [Reply(ctx.texts("share-already"))]
    return [Reply(ctx.texts("share-done"))]


def _key(ctx: Context, line: str) -> str:
    """The same for all clicks on one button, so that five clicks share once."""
    request, person = ctx.request, ctx.request.person
    shown = request.message or request.id
    where = (person.platform, person.tenant, person.id, request.channel, shown, line)
    return "share-" + hashlib.blake2b("\0".join(where).encode(), digest_size=12).hexdigest()


SHARE = Command("share", run, params=(Param("line"),), listed=False, writes=True)
