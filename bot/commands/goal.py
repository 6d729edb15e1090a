"""`/goal`: the role that one heads for, so that nothing else needs to be asked again."""

from __future__ import annotations

from bot import storage
from bot.command import Command, Context, Param
from bot.messages import MOST_OPTIONS, Button, Menu, Reply
from bot.views import home
from bot.views.pick import pick

UNDECIDED = "-"
_NONE = ("none", "undecided", "未定", "まだ決めていない", "なし", UNDECIDED)


async def run(ctx: Context) -> list[Reply]:
    say, person = ctx.texts, ctx.request.person
    query = ctx.values.get("role", "")
    if query.lower() in _NONE:
        await storage.persons.choose(ctx.db, person, ctx.now, goal=UNDECIDED)
        return await _changed(ctx, Reply(say("goal-undecided"), buttons=_browse(ctx)))
    if query:
        picked = pick(ctx, query, lambda slug: f"/goal {slug}")
        if isinstance(picked, Reply):
            return [picked]
        await storage.persons.choose(ctx.db, person, ctx.now, goal=picked.slug)
        text = say("goal-set", name=ctx.name(picked.slug))
        return await _changed(ctx, _show(ctx, picked.slug, text))
    goal = (await storage.persons.wishes(ctx.db, person)).goal
    if ctx.library.entry(goal, ctx.lang):
        return [_show(ctx, goal, say("goal-is", name=ctx.name(goal)))]
    text = say("goal-undecided") if goal == UNDECIDED else say("goal-none")
    if len(ctx.library.entries(ctx.lang)) > MOST_OPTIONS:
        text = f"{text}\n{say('goal-by-name')}"
    return [Reply(text, buttons=_browse(ctx), menu=_choose(ctx))]


async def _changed(ctx: Context, reply: Reply) -> list[Reply]:
    """Says it, and shows the new goal where it stands."""
    if ctx.request.place == "home":
        return [await home.show(ctx, reply.text)]
    return [reply, *await home.refreshed(ctx)]


def _show(ctx: Context, slug: str, text: str) -> Reply:
    say, name = ctx.texts, ctx.name(slug)
    buttons = (
        Button(say("goal-interview", name=name), f"/interview {slug}", style="primary"),
        Button(say("goal-way", name=name), f"/career {slug}"),
        Button(say("goal-role", name=name), f"/role {slug}"),
        Button(say("goal-undecide"), "/goal none"),
    )
    return Reply(text, buttons=buttons, menu=_choose(ctx))


def _choose(ctx: Context) -> Menu:
    entries = ctx.library.entries(ctx.lang)[:MOST_OPTIONS]
    options = tuple((entry.called(ctx.lang), f"/goal {entry.slug}") for entry in entries)
    return Menu(ctx.texts("goal-choose"), options, "/goal")


def _browse(ctx: Context) -> tuple[Button, ...]:
    return (
        Button(ctx.texts("hello-browse"), "/role"),
        Button(ctx.texts("goal-undecide"), "/goal none"),
    )


GOAL = Command("goal", run, params=(Param("role", "role"),), writes=True)
