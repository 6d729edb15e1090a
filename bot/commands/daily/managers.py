"""Who may look after daily questions besides the administrators. Only these name them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot import storage
from bot.command import Context, UserError
from bot.commands.daily.said import Said
from bot.markup import bullets, escape
from bot.messages import Button, Card, Field, Form, Reply

if TYPE_CHECKING:
    from bot.storage.channels import Channel

_MOST_BUTTONS = 20  # platforms show 25
_ID = re.compile(r"[\w.:-]{1,50}", re.ASCII)


async def run(said: Said) -> list[Reply]:
    ctx, channel = said.ctx, said.channel
    if not ctx.request.person.is_admin:
        raise UserError("error-admins-only", platform=ctx.request.person.platform)
    verb, _, typed = said.typed.partition(" ")
    id = ctx.values.get("person", typed).strip()
    place = (channel.platform, channel.workspace)
    if verb == "add":
        if not _ID.fullmatch(id):
            return [Reply(form=_form(ctx))]
        await storage.managers.add(ctx.db, *place, id)
        return [await _listed(ctx, channel, ctx.texts("daily-manager-added"))]
    if verb == "remove":
        await storage.managers.remove(ctx.db, *place, id)
        return [await _listed(ctx, channel, ctx.texts("daily-manager-removed"))]
    return [await _listed(ctx, channel)]


async def _listed(ctx: Context, channel: Channel, text: str = "") -> Reply:
    say = ctx.texts
    ids = await storage.managers.listed(ctx.db, channel.platform, channel.workspace)
    names = {id: await _name(ctx, channel, id) for id in ids}
    body = [escape(say("daily-managers-body"))]
    body += [bullets(map(escape, names.values()))] if names else [escape(say("daily-no-managers"))]
    buttons = [Button(say("daily-manager-add"), "/daily managers add", style="primary")]
    buttons += [
        Button(say("daily-manager-remove", name=name[:40]), f"/daily managers remove {id}")
        for id, name in list(names.items())[:_MOST_BUTTONS]
    ]
    buttons.append(Button(say("daily-back"), "/daily"))
    card = Card(say("daily-do-managers"), "\n".join(body))
    return Reply(text, card, tuple(buttons), run="/daily managers")


async def _name(ctx: Context, channel: Channel, id: str) -> str:
    known = await storage.persons.recall(ctx.db, channel.platform, channel.tenant, id)
    return known.name if known and known.name else id


def _form(ctx: Context) -> Form:
    field = Field("person", ctx.texts("daily-manager"), "person")
    return Form(ctx.texts("daily-manager-add"), "/daily do=managers more=add", (field,))
