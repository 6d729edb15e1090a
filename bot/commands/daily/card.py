"""The card with a channel's schedule and all that can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Context
from bot.commands.daily.asking import candidates
from bot.commands.daily.setting import SETTINGS
from bot.daily.schedule import next_date, unknown
from bot.markup import bold, escape
from bot.messages import Button, Card, Reply
from bot.views import daily, schedule

if TYPE_CHECKING:
    from bot.storage.channels import Channel

_NEXT = {
    "off": ("start", "sample", "preview"),
    "active": ("status", "preview", "now", "pause", "stop"),
    "paused": ("resume", "status", "preview", "stop"),
    "refused": ("resume", "status", "stop"),
}
_FIRST = ("start", "resume")


def show(ctx: Context, channel: Channel, text: str = "") -> Reply:
    """`text`: what has just been done."""
    say = ctx.texts
    line = schedule.line(ctx, channel.schedule, channel.roles, channel.category)
    body = "\n".join((bold(line), escape(standing(ctx, channel)), *_warnings(ctx, channel)))
    fields = (
        (say("daily-do-daysoff"), escape(schedule.days_off(say, channel.schedule.days_off))),
        (say("daily-do-language"), say(f"language-{channel.lang}")),
        (say("daily-do-lateness"), schedule.tolerance(say, channel.schedule.tolerance)),
    )
    todo = (*_NEXT[channel.state], *SETTINGS, "managers")
    return Reply(
        text,
        Card(say("daily-title"), body, fields),
        tuple(_button(ctx, part) for part in todo),
        run="/daily",
    )


def standing(ctx: Context, channel: Channel) -> str:
    """What the channel can expect: when the next comes, or why none does."""
    say = ctx.texts
    if channel.state == "off":
        return say("daily-is-off")
    if channel.state == "paused":
        return say("daily-is-paused")
    if channel.state == "refused":
        return say("daily-is-refused", why=daily.why_refused(say, channel.reason))
    day = next_date(channel.schedule, ctx.now, channel.last)
    if day is None:
        return say("daily-no-next")
    return say("daily-next", when=schedule.when(say, channel.schedule, day))


def _warnings(ctx: Context, channel: Channel) -> list[str]:
    found = []
    if stale := unknown(channel.schedule):
        found.append(ctx.texts("daily-unknown", values=", ".join(stale)))
    if not any(candidates(ctx.library, channel).values()):
        found.append(ctx.texts("daily-no-questions"))
    return [escape(text) for text in found]


def _button(ctx: Context, part: str) -> Button:
    run = "/daily preview 14" if part == "preview" else f"/daily {part}"
    label = ctx.texts(f"daily-do-{part}")
    return Button(label, run, style="primary" if part in _FIRST else "plain")
