"""`/daily`: a channel's daily question, from setting it up to stopping it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot import storage
from bot.command import Command, Context, Param, UserError
from bot.commands.daily import card, change, managers, report, running, setting
from bot.commands.daily.post import DAILY_COUNT, DAILY_POST, DAILY_REFUSED
from bot.commands.daily.said import Said
from bot.messages import Reply

__all__ = ["DAILY", "DAILY_COUNT", "DAILY_POST", "DAILY_REFUSED"]

Part = Callable[[Said], Awaitable[list[Reply]]]

_PARTS: Mapping[str, Part] = {
    "start": running.start,
    "sample": report.sample,
    "status": report.status,
    "preview": report.preview,
    "now": running.now,
    "pause": running.pause,
    "resume": running.resume,
    "stop": running.stop,
    **{name: change.of(name) for name in setting.SETTINGS},
    "managers": managers.run,
}
_POSTING = frozenset(("start", "resume", "now"))


def _meant(values: Mapping[str, str]) -> tuple[str, str]:
    """Which part, and what was typed behind it: `/daily time 9:30` comes as one text.

    The part is empty where it is none.
    """
    part, more = values.get("do", ""), values.get("more", "")
    if not part:
        part, _, more = more.partition(" ")
    return part.lower() if part.lower() in _PARTS else "", more.strip()


async def run(ctx: Context) -> list[Reply]:
    request, person = ctx.request, ctx.request.person
    if request.place not in ("channel", "thread"):
        raise UserError("daily-only-in-channels")
    place = (person.platform, request.workspace, request.channel)
    channel = await storage.channels.get(ctx.db, *place) or setting.usual(ctx)
    part, more = _meant(ctx.values)
    if part:
        return await _PARTS[part](Said(ctx, channel, more))
    return [card.show(ctx, channel, ctx.texts("daily-what") if ctx.values else "")]


DAILY = Command(
    "daily",
    run,
    (Param("do", "choice", choices=tuple(_PARTS)), Param("more")),
    admin=True,
    writes=True,
    posts=lambda values: _meant(values)[0] in _POSTING,
)
