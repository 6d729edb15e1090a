"""What people are told, and agree to, before anything of their words is kept."""

from __future__ import annotations

from bot import storage
from bot.command import Context
from bot.markup import bullets, escape
from bot.messages import Button, Card, Field, Form, Reply

AGREE = "begin"
"""The field of a form that says 「はじめる」."""

_BELONGS = {"slack": "privacy-slack", "discord": "privacy-discord"}


async def agreed(ctx: Context) -> bool:
    """Whether the person has agreed, or does so in the form that they submit."""
    if (await storage.persons.wishes(ctx.db, ctx.request.person)).consented:
        return True
    if ctx.values.get(AGREE) != "yes":
        return False
    await agree(ctx)
    return True


async def agree(ctx: Context) -> None:
    await storage.persons.choose(ctx.db, ctx.request.person, ctx.now, consented_at=ctx.now)


def ask(ctx: Context, line: str) -> Reply:
    """The notice, and 「はじめる」, which agrees and runs the line."""
    say = ctx.texts
    buttons = (
        Button(say("privacy-begin"), f"/begin {line.removeprefix('/')}", style="primary"),
        Button(say("privacy-more"), "/privacy"),
    )
    body = f"{notice(ctx)}\n\n{escape(say('privacy-nothing-yet'))}"
    return Reply(card=Card(say("privacy-before"), body), buttons=buttons)


def ask_in(ctx: Context, form: Form) -> Reply:
    """The notice above a form that was filled in without having agreed; nothing of it is kept."""
    say = ctx.texts
    begin = Field(AGREE, say("privacy-agree"), "choice", choices=((say("privacy-begin"), "yes"),))
    body = f"{notice(ctx)}\n\n{escape(say('privacy-not-kept'))}"
    filled = Form(form.title, form.run, (*form.fields, begin), body)
    return Reply(form=filled, buttons=(Button(say("privacy-more"), "/privacy"),))


def notice(ctx: Context) -> str:
    """Who runs Senpai, what answers are for, who can read them, and for how long, as markup."""
    say, operator = ctx.texts, ctx.operator
    who = say("privacy-operator", name=operator.name) if operator.name else say("privacy-nobody")
    lines = [who]
    if operator.contact:
        lines.append(say("privacy-contact", contact=operator.contact))
    lines += [say("privacy-purpose"), say("privacy-own"), say("privacy-readers")]
    if belongs := _BELONGS.get(ctx.request.person.platform):
        lines.append(say(belongs))
    if recipient := ctx.scorers.recipient:
        lines.append(say("privacy-outside", recipient=recipient))
    lines.append(say("privacy-days", days=operator.keep_days))
    return bullets(escape(line) for line in lines)
