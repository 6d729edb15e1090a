"""Starting, pausing, stopping, and asking today's question at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import storage
from bot.command import Context, UserError
from bot.commands.daily import card
from bot.commands.daily.asking import ask, candidates
from bot.commands.daily.said import Said
from bot.daily import zones
from bot.daily.schedule import passed
from bot.messages import Button, Reply

if TYPE_CHECKING:
    from bot.storage.channels import Channel


async def start(said: Said) -> list[Reply]:
    ctx, channel = said.ctx, said.channel
    if channel.state == "active":
        return [card.show(ctx, channel, ctx.texts("daily-already"))]
    channel = replace(channel, admin=ctx.request.person.id)
    return await _goes_on(ctx, channel, "daily-started")


async def resume(said: Said) -> list[Reply]:
    ctx, channel = said.ctx, said.channel
    if channel.state in ("off", "active"):
        return await start(said)
    return await _goes_on(ctx, channel, "daily-resumed")


async def _goes_on(ctx: Context, channel: Channel, text: str) -> list[Reply]:
    # Nothing is late because it was not to be asked before.
    before = passed(channel.schedule, ctx.now)
    last = max(channel.last, before) if channel.last else before
    channel = replace(channel, state="active", reason="", last=last)
    return await _changed(ctx, channel, text)


async def pause(said: Said) -> list[Reply]:
    ctx, channel = said.ctx, said.channel
    if channel.state != "active":
        return [card.show(ctx, channel)]
    return await _changed(ctx, replace(channel, state="paused"), "daily-paused")


async def stop(said: Said) -> list[Reply]:
    ctx, channel = said.ctx, said.channel
    if channel.state == "off":
        return [card.show(ctx, channel)]
    if said.typed != "yes":
        buttons = (
            Button(ctx.texts("daily-stop-yes"), "/daily stop yes", style="danger"),
            Button(ctx.texts("daily-stop-no"), "/daily"),
        )
        return [Reply(ctx.texts("daily-stop-really"), buttons=buttons)]
    return await _changed(ctx, replace(channel, state="off"), "daily-stopped")


async def _changed(ctx: Context, channel: Channel, text: str) -> list[Reply]:
    await storage.channels.save(ctx.db, channel)
    await storage.channels.plan(ctx.db, channel, ctx.now)
    return [card.show(ctx, channel, ctx.texts(text))]


async def now(said: Said) -> list[Reply]:
    """Today's question, early; or one on a day that is off."""
    ctx, channel = said.ctx, said.channel
    if channel.state not in ("active", "paused"):
        return [card.show(ctx, channel)]
    today = ctx.now.astimezone(zones.zone(channel.schedule.timezone)).date()
    known = await storage.asked.is_noted(ctx.db, channel, today)
    if known or (channel.last and channel.last > today):
        return [card.show(ctx, channel, ctx.texts("daily-now-already"))]
    if not any(candidates(ctx.library, channel).values()):
        raise UserError("daily-no-questions")
    channel = await ask(ctx, channel, today, ctx.now, reason="by-hand")
    return await _changed(ctx, channel, "daily-now-done")
