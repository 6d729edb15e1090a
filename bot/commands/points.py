"""`/points ID`: a channel's question of some day, with all that may be listened for."""

from __future__ import annotations

from bot import storage
from bot.command import Command, Context, Param, UserError
from bot.messages import Reply
from bot.views import daily


async def run(ctx: Context) -> list[Reply]:
    asked = await storage.asked.get(ctx.db, ctx.values.get("post", ""))
    if asked is None or not asked.is_known_to(ctx.request) or asked.state != "asked":
        raise UserError("daily-not-found")
    role, question = daily.find(ctx.library, asked.slug, asked.question, asked.lang)
    return [daily.points(ctx.texts, asked.id, role, question)]


POINTS = Command("points", run, (Param("post"),), reads=True, listed=False)
