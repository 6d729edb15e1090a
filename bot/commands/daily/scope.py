"""Of which roles a channel is asked: of all, of a field of work, or of some by name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.command import Context, UserError
from bot.commands.daily.said import Said
from bot.library.names import key
from bot.messages import Field, Reply
from bot.views import schedule
from bot.views.browse import category_id, category_name
from bot.views.pick import pick

if TYPE_CHECKING:
    from bot.storage.channels import Channel

_BETWEEN = re.compile(r"[、,，;\n]+")
_ALL = "all"
_MOST_FIELDS = 24  # Discord's menus hold 25 options


def held(ctx: Context, channel: Channel) -> str:
    return schedule.scope(ctx, channel.roles, channel.category)


def read(said: Said) -> Channel:
    """The channel with the roles that were named, or with the field that was chosen."""
    ctx, channel, typed = said.ctx, said.channel, said.typed
    chosen = ctx.values.get("category", "")
    # Names that stand there from before don't hold against another field.
    if chosen and chosen != (channel.category or _ALL) and typed == _names(ctx, channel):
        typed = ""
    fields = {key(category_name(ctx, c)): category_id(c) for c in ctx.library.categories(ctx.lang)}
    if not typed:
        # What was chosen may be gone from the documents meanwhile.
        return replace(channel, roles=(), category=chosen if chosen in fields.values() else "")
    if key(typed) in (key(ctx.texts("daily-all-roles")), _ALL):
        return replace(channel, roles=(), category="")
    if key(typed) in fields:
        return replace(channel, roles=(), category=fields[key(typed)])
    names = [name.strip() for name in _BETWEEN.split(typed) if name.strip()]
    return replace(channel, roles=tuple(dict.fromkeys(_slug(ctx, n) for n in names)), category="")


def _slug(ctx: Context, name: str) -> str:
    picked = pick(ctx, name, lambda slug: slug)
    if isinstance(picked, Reply):
        raise UserError("daily-unread-roles", typed=name)
    return picked.slug


def fields(ctx: Context, channel: Channel) -> tuple[Field, ...]:
    say = ctx.texts
    found = list(ctx.library.categories(ctx.lang))[:_MOST_FIELDS]
    choices = [(say("daily-all-roles"), _ALL)]
    choices += [(category_name(ctx, each), category_id(each)) for each in found]
    value = channel.category or _ALL
    label = say("daily-roles-category")
    return (
        Field("category", label, "choice", False, tuple(choices), value),
        Field("more", say("daily-roles-names"), required=False, value=_names(ctx, channel)),
    )


def _names(ctx: Context, channel: Channel) -> str:
    """The roles by names that mean them alone."""
    names = (ctx.name(slug) for slug in channel.roles)
    sure = (
        name if ctx.library.exact(name) == slug else slug
        for name, slug in zip(names, channel.roles, strict=True)
    )
    return ctx.texts("list-separator").join(sure)
