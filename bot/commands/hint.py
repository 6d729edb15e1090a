"""`/hint ID`: one after another, what may be listened for in an answer to a channel's question."""

from __future__ import annotations

from bot import storage
from bot.command import Command, Context, Param, UserError
from bot.messages import Reply
from bot.views import daily


async def run(ctx: Context) -> list[Reply]:
    id, _, number = ctx.values.get("post", "").partition(" ")
    asked = await storage.asked.get(ctx.db, id)
    if asked is None or not asked.is_known_to(ctx.request) or asked.state != "asked":
        raise UserError("daily-not-found")
    role, question = daily.find(ctx.library, asked.slug, asked.question, asked.lang)
    wanted = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 1
    return [daily.hint(ctx.texts, asked.id, role, question, wanted)]


HINT = Command("hint", run, (Param("post"),), reads=True, listed=False)
