"""`/help`: what to try first, and the commands in a line each."""

from __future__ import annotations

from bot.command import Command, Context
from bot.markup import bold, bullets, escape
from bot.messages import Button, Card, Reply


async def run(ctx: Context) -> list[Reply]:
    say = ctx.texts
    lines = [
        escape(say("help-command", name=command.name, summary=say(f"{command.name}-summary")))
        for command in ctx.commands
        if command.listed
    ]
    body = "\n".join((say("help-body"), "", bold(say("help-commands")), bullets(lines)))
    buttons = (
        Button(ctx.texts("hello-browse"), "/role"),
        Button(ctx.texts("hello-career"), "/career"),
        Button(ctx.texts("hello-interview"), "/interview"),
    )
    return [Reply(card=Card(ctx.texts("help-title"), body), buttons=buttons, run="/help")]


HELP = Command(name="help", run=run, public=True)
