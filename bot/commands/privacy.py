"""`/privacy`: how answers are treated, as everybody was told before their first."""

from __future__ import annotations

from bot.command import Command, Context
from bot.markup import escape
from bot.messages import Button, Card, Reply
from bot.views import privacy


async def run(ctx: Context) -> list[Reply]:
    say = ctx.texts
    body = f"{privacy.notice(ctx)}\n\n{escape(say('privacy-also'))}"
    buttons = [
        Button(say("mydata-button"), "/mydata"),
        Button(say("settings-button"), "/settings"),
    ]
    if ctx.scorers.recipient:
        buttons.append(Button(say("settings-outside-change"), "/settings outside=ask"))
    return [Reply(card=Card(say("privacy-title"), body), buttons=tuple(buttons))]


PRIVACY = Command("privacy", run)
