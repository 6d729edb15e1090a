"""What people may agree to beyond the keeping of answers; each is off until they say yes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot import storage
from bot.coaching.feedback import Scorer
from bot.command import Context
from bot.markup import escape
from bot.messages import Button, Card, Reply

if TYPE_CHECKING:
    from bot.storage.persons import Wishes

YES, NO, ASKED = "yes", "no", "asked"
"""Of PersonRow.disputes."""


async def scorer(ctx: Context) -> Scorer:
    """Judges the person's answers: within Senpai, unless they agreed to who gets them else."""
    outside = ctx.scorers.outside
    if outside is None:
        return ctx.scorers.own
    wishes = await storage.persons.wishes(ctx.db, ctx.request.person)
    return outside if sends(ctx, wishes) else ctx.scorers.own


def sends(ctx: Context, wishes: Wishes) -> bool:
    """Whether answers go outside. Who agreed to another recipient has not agreed to this one."""
    return bool(ctx.scorers.recipient) and wishes.outside == ctx.scorers.recipient


def token(ctx: Context) -> str:
    """Names the recipient that a button was drawn for."""
    return hashlib.blake2b(ctx.scorers.recipient.encode(), digest_size=4).hexdigest()


def ask_outside(ctx: Context, wishes: Wishes) -> Reply:
    """To whom answers would go, what for, and how it stands."""
    say, recipient = ctx.texts, ctx.scorers.recipient
    if not recipient:
        return Reply(say("settings-outside-none"))
    sending = sends(ctx, wishes)
    state = say("settings-outside-now", state="on" if sending else "off")
    yes = Button(say("settings-outside-agree"), f"/settings outside={token(ctx)}")
    no = Button(say("settings-outside-withdraw" if sending else "settings-outside-refuse"), _OFF)
    body = "\n\n".join((say("settings-outside-asked", recipient=recipient), state))
    card = Card(say("settings-outside-title"), escape(body))
    return Reply(card=card, buttons=(no,) if sending else (yes, no))


_OFF = "/settings outside=off"


async def ask_disputes(ctx: Context) -> list[Reply]:
    """After a dispute: whether the operator may take it out; asked once, whatever is answered."""
    person = ctx.request.person
    if (await storage.persons.wishes(ctx.db, person)).disputes:
        return []
    await storage.persons.choose(ctx.db, person, ctx.now, disputes=ASKED)
    say = ctx.texts
    buttons = (
        Button(say("settings-disputes-on"), "/settings disputes=on"),
        Button(say("settings-disputes-off"), "/settings disputes=off"),
    )
    name = ctx.operator.name or say("settings-disputes-operator")
    return [Reply(say("settings-disputes-asked", name=name), buttons=buttons)]
