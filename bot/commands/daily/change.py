"""Changing a setting: its form, or what was typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from bot import storage
from bot.command import Context, UserError
from bot.commands.daily import card
from bot.commands.daily.said import Said
from bot.commands.daily.setting import SETTINGS
from bot.messages import Field, Form, Reply

if TYPE_CHECKING:
    from bot.storage.channels import Channel

_LONGEST_QUOTED = 40


def of(name: str) -> Callable[[Said], Awaitable[list[Reply]]]:
    """The part of `/daily` that changes this setting."""

    async def change(said: Said) -> list[Reply]:
        ctx, setting = said.ctx, SETTINGS[name]
        form = _form(ctx, said.channel, name)
        if not said.typed and "category" not in ctx.values:
            return [Reply(form=form)]
        try:
            channel = setting.read(said)
        except UserError as refused:
            text = ctx.texts(refused.text, typed=_shortened(refused.values.get("typed", "")))
            return [Reply(text, form=_filled(said, form))]
        await storage.channels.save(ctx.db, channel)
        await storage.channels.plan(ctx.db, channel, ctx.now)
        label, value = ctx.texts(f"daily-do-{name}"), setting.held(ctx, channel)
        return [card.show(ctx, channel, ctx.texts("daily-changed", setting=label, value=value))]

    return change


def _form(ctx: Context, channel: Channel, name: str) -> Form:
    setting, label = SETTINGS[name], ctx.texts(f"daily-do-{name}")
    if setting.fields:
        fields = setting.fields(ctx, channel)
    else:
        fields = (Field("more", label, value=setting.held(ctx, channel)),)
    return Form(label, f"/daily do={name}", fields, ctx.texts(setting.body))


def _filled(said: Said, form: Form) -> Form:
    """With what was filled in, so that nothing is typed twice."""
    given = {**said.ctx.values, "more": said.typed}
    filled = (replace(field, value=given.get(field.name, field.value)) for field in form.fields)
    return replace(form, fields=tuple(filled), wrong="more")


def _shortened(typed: object) -> str:
    text = " ".join(str(typed).split())
    return text if len(text) <= _LONGEST_QUOTED else text[: _LONGEST_QUOTED - 1] + "…"
