"""`/goal`: the role that one heads for, so that nothing else needs to be asked again."""

from __future__ import annotations

from dataclasses import replace

from bot import storage
from bot.command import Command, Context, Param
from bot.messages import Button, Menu, Reply
from bot.views import browse, home
from bot.views.pick import pick
from bot.views.wanted import Wanted, choosing

UNDECIDED = "-"
_NONE = ("none", "undecided", "未定", "まだ決めていない", "なし", UNDECIDED)


async def run(ctx: Context) -> list[Reply]:
    say, person = ctx.texts, ctx.request.person
    query = ctx.values.get("role", "")
    if query.lower() in _NONE:
        await storage.persons.choose(ctx.db, person, ctx.now, goal=UNDECIDED)
        fields = Button(say("hello-browse"), "/role")
        return await _changed(ctx, Reply(say("goal-undecided"), buttons=(fields,)))
    if query:
        picked = pick(ctx, query, _line)
        if isinstance(picked, Reply):
            return [picked]
        await storage.persons.choose(ctx.db, person, ctx.now, goal=picked.slug)
        text = say("goal-set", name=ctx.name(picked.slug))
        return await _changed(ctx, _show(ctx, picked.slug, text))
    goal = (await storage.persons.wishes(ctx.db, person)).goal
    if ctx.library.entry(goal, ctx.lang):
        return [_show(ctx, goal, say("goal-is", name=ctx.name(goal)))]
    return [_choose(ctx, undecided=goal == UNDECIDED)]


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
        Button(say("goal-change"), choosing(_line)),
        Button(say("goal-undecide"), "/goal none"),
    )
    # Where a menu can suggest roles, another one is chosen at once.
    return Reply(text, buttons=buttons, menu=Menu(say("goal-choose"), suggest="/goal"))


def _choose(ctx: Context, *, undecided: bool) -> Reply:
    """A role to choose by its field, or none yet."""
    say, fields = ctx.texts, browse.fields(ctx, Wanted(aim="goal/*"))
    text = f"{say('goal-undecided' if undecided else 'goal-none')}\n{say('goal-by-name')}"
    undecide = () if undecided else (Button(say("goal-undecide"), "/goal none"),)
    return replace(fields, text=text, buttons=(*fields.buttons, *undecide))


def _line(slug: str) -> str:
    return f"/goal {slug}"


GOAL = Command("goal", run, params=(Param("role", "role"),), writes=True)
