"""`/progress`: how one is coming on, as text and as a picture."""

from __future__ import annotations

import base64
from functools import partial

from bot.command import Command, Context, Param
from bot.messages import Reply
from bot.pictures import values
from bot.views import progress as views


async def run(ctx: Context) -> list[Reply]:
    progress = await views.gather(ctx)
    if progress.is_empty:
        return [views.show(ctx, progress)]
    # A picture takes its time: others need the database meanwhile.
    draw = partial(_draw, views.picture(ctx, progress))
    ctx.outbox.after(draw, "/progress-drawn", draws=True)
    return []


async def drawn(ctx: Context) -> list[Reply]:
    picture = base64.b64decode(ctx.values["result"])
    return [views.show(ctx, await views.gather(ctx), picture)]


def _draw(shown: values.Progress) -> str:
    from bot.pictures.progress import progress  # noqa: PLC0415 - brings matplotlib

    return base64.b64encode(progress(shown)).decode()


PROGRESS = Command("progress", run, reads=True)
DRAWN = Command("progress-drawn", drawn, (Param("result"),), reads=True, later=True, listed=False)
