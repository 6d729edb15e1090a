"""`/hello`: the first words, in three lines, and what one could try."""

from __future__ import annotations

from bot.command import Command, Context
from bot.messages import Button, Reply


async def run(ctx: Context) -> list[Reply]:
    buttons = [
        Button(ctx.texts("hello-browse"), "/role"),
        Button(ctx.texts("hello-career"), "/career"),
        Button(ctx.texts("hello-interview"), "/interview"),
        Button(ctx.texts("help-button"), "/help"),
    ]
    # One that can be read in this language, where there is any.
    entries = ctx.library.entries(ctx.lang)
    example = min(entries, key=lambda entry: entry.lang != ctx.lang, default=None)
    if example:
        label = ctx.texts("hello-role", name=example.called(ctx.lang))
        buttons.insert(0, Button(label, f"/role {example.slug}", style="primary"))
    return [Reply(ctx.texts("hello-text"), buttons=tuple(buttons), run="/hello")]


HELLO = Command(name="hello", run=run, listed=False)
