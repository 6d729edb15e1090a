"""What somebody finds when they come to Senpai: where they head for, what is due, how it goes."""

from __future__ import annotations

from dataclasses import replace

from bot.command import Context
from bot.markup import bullets, escape
from bot.messages import Button, Card, Reply
from bot.views import progress as views

RUN = "/home"
"""Shows it anew."""


async def show(ctx: Context, text: str = "") -> Reply:
    """text: stands above it."""
    say, progress = ctx.texts, await views.gather(ctx)
    goal = progress.goal
    title = say("home-goal", name=ctx.name(goal)) if goal else say("home-no-goal")
    figures = bullets(map(escape, views.figures(ctx, progress)))
    body = escape(say("home-nothing-yet")) if progress.is_empty else figures
    return Reply(text, Card(title, body), _buttons(ctx, progress), run=RUN)


async def refreshed(ctx: Context) -> list[Reply]:
    """The same for the place where it stands, if the platform has one, after a change."""
    if ctx.request.due:  # nobody looks
        return []
    return [replace(await show(ctx), to="home")]


def _buttons(ctx: Context, progress: views.Progress) -> tuple[Button, ...]:
    say = ctx.texts
    buttons = list(views.following(ctx, progress))
    if progress.goal:
        buttons.append(Button(say("home-change-goal"), "/goal"))
    if not progress.is_empty:
        buttons.append(Button(say("interview-progress"), "/progress"))
    buttons += [Button(say("hello-browse"), "/role"), Button(say("hello-career"), "/career")]
    return tuple(buttons)
