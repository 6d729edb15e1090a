"""`/choose compare/cmo/*`: a role to choose from the fields, for a line that wants one."""

from __future__ import annotations

from bot.command import Command, Context, Param
from bot.messages import Reply
from bot.views import browse
from bot.views.wanted import Wanted, aim


async def run(ctx: Context) -> list[Reply]:
    wanted = Wanted(aim=aim(ctx.values.get("aim", "")))
    if category := ctx.values.get("category"):
        return [browse.field(ctx, category, wanted)]
    return [browse.fields(ctx, wanted)]


# Not public: under a post, others would press what one wished for oneself.
CHOOSE = Command(
    "choose", run, params=(Param("aim"), Param("category"), Param("page", "number")), listed=False
)
