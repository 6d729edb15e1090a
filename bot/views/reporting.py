"""「誤りを知らせる」: the way to whoever looks after the documents."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote, unquote

from bot.command import Context
from bot.library.model import Role
from bot.messages import Button, Reply

LONGEST_ADDRESS = 500
"""Discord refuses a longer one than 512 characters. A Japanese letter takes nine of them."""

_MAIL = "mailto:"
# To so many letters names and headings are cut, until the address is short enough.
_LENGTHS = (80, 30, 12, 0)


def with_report(ctx: Context, reply: Reply, role: Role, heading: str = "") -> Reply:
    """The reply with the way to report an error in `role`, where the operator gave one.

    Slack and Discord open no mail program from a button: a mail address stands under the card.
    """
    template = ctx.operator.report
    if not template or reply.card is None:
        return reply
    if template.startswith(_MAIL):
        address = unquote(template.removeprefix(_MAIL).partition("?")[0])
        told = ctx.texts("role-report-by-mail", address=address)
        footer = "\n".join(filter(None, (reply.card.footer, told)))
        return replace(reply, card=replace(reply.card, footer=footer))
    url = filled(template, role.slug, role.short_name, heading)
    return replace(reply, buttons=(*reply.buttons, Button(ctx.texts("role-report"), url=url)))


def filled(template: str, slug: str, title: str, section: str) -> str:
    """The address with its places filled in, whatever stands in them harmless to an address."""
    for length in _LENGTHS:
        values = {"slug": slug, "title": title[:length], "section": section[:length]}
        address = template.format_map({name: quote(value, "") for name, value in values.items()})
        if len(address) <= LONGEST_ADDRESS:
            break
    return address
