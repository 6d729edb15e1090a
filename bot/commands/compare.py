"""`/compare`: two roles side by side, and what each asks for that the other doesn't."""

from __future__ import annotations

from bot.command import Command, Context, Param
from bot.library.model import Role
from bot.library.skills import gap
from bot.markup import bold, bullets, escape
from bot.messages import Button, Card, Field, Form, Reply
from bot.views.pick import pick
from bot.views.sources import footer, listed

_MOST_LIKELY = 5


async def run(ctx: Context) -> list[Reply]:
    first, second = ctx.values.get("role"), ctx.values.get("other")
    if not first:
        return [_ask(ctx)]
    if not second:
        one = pick(ctx, first, lambda slug: f"/compare {slug}")
        return [one if isinstance(one, Reply) else _with_what(ctx, one.slug, "compare-with-what")]
    # What the second name means goes on through a choice of the first, if it is clear.
    clear = pick(ctx, second, str)
    other = "" if isinstance(clear, Reply) else clear.slug
    one = pick(ctx, first, lambda slug: f"/compare {slug} {other}".strip())
    if isinstance(one, Reply):
        return [one]
    two = pick(ctx, second, lambda slug: f"/compare {one.slug} {slug}")
    if isinstance(two, Reply):
        return [two]
    if one.slug == two.slug:
        return [_with_what(ctx, one.slug, "compare-same")]
    return [_side_by_side(ctx, ctx.role(one.slug), ctx.role(two.slug))]


def _ask(ctx: Context) -> Reply:
    """The form that asks for both roles."""
    say = ctx.texts
    fields = (
        Field("role", say("compare-role-help"), kind="role"),
        Field("other", say("compare-other-help"), kind="role"),
    )
    form = Form(say("compare-summary"), "/compare", fields, say("compare-which"))
    return Reply(form=form, run="/compare")


def _with_what(ctx: Context, slug: str, text: str) -> Reply:
    """Asks for the other role, with those that are likeliest to be weighed against this one."""
    entry = ctx.library.entry(slug, ctx.lang)
    likely = [fact.text for fact in entry.related] if entry else []
    buttons = [
        Button(ctx.name(other), f"/compare {slug} {other}")
        for other in likely
        if ctx.library.entry(other, ctx.lang)
    ]
    back = Button(ctx.texts("role-back", name=ctx.name(slug)), f"/role {slug}")
    return Reply(ctx.texts(text, name=ctx.name(slug)), buttons=(*buttons[:_MOST_LIKELY], back))


def _side_by_side(ctx: Context, first: Role, second: Role) -> Reply:
    say = ctx.texts
    body = "\n".join((*_lines(ctx, first, second), "", *_lines(ctx, second, first)))
    names = [ctx.name(role.slug) for role in (first, second)]
    title = say("compare-title", first=names[0], second=names[1])
    sources = "\n".join(footer(say, role) for role in (first, second))
    way = say("career-from", name=names[0], to=names[1])
    buttons = (
        *(
            Button(say("role-back", name=ctx.name(r.slug)), f"/role {r.slug}")
            for r in (first, second)
        ),
        Button(way, f"/career {first.slug} {second.slug}"),
    )
    run = f"/compare {first.slug} {second.slug}"
    return Reply(card=Card(title, body, footer=sources), buttons=buttons, run=run)


def _lines(ctx: Context, role: Role, other: Role) -> list[str]:
    """The role's summary, and what it asks for beyond the other."""
    skills, tools = gap(other, role, ctx.library.glossary.same)
    named = (("compare-skills", skills), ("compare-tools", tools))
    only = [ctx.texts(t, items=listed(ctx.texts, items, 6)) for t, items in named if items]
    return [bold(ctx.name(role.slug)), escape(role.summary.text), bullets(escape(o) for o in only)]


COMPARE = Command(
    "compare", run, params=(Param("role", "role"), Param("other", "role")), public=True
)
