"""`/begin answer …`: agrees to what the notice says, and goes on."""

from __future__ import annotations

from bot.command import Command, Context, Param
from bot.messages import Reply
from bot.views import privacy


async def run(ctx: Context) -> list[Reply]:
    if not await privacy.agreed(ctx):
        await privacy.agree(ctx)
    line = ctx.values.get("line", "")
    if not line or line.split()[0].lower() == BEGIN.name:
        return [Reply(ctx.texts("begin-done"))]
    return await ctx.call(f"/{line}")


BEGIN = Command("begin", run, params=(Param("line"),), listed=False, writes=True)
