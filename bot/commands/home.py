"""`/home`: the first screen of a place that is somebody's own, such as Slack's App Home."""

from __future__ import annotations

from bot.command import Command, Context
from bot.messages import Reply
from bot.views import home


async def run(ctx: Context) -> list[Reply]:
    return [await home.show(ctx, ctx.texts("hello-text"))]


HOME = Command("home", run, listed=False, reads=True)
