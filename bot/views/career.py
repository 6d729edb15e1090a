"""Career answers: what leads to a role and on from it, and the way from one to another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from bot.command import Context
from bot.library.career import Careers, Link, Node
from bot.library.model import Role, Topic
from bot.library.skills import gap
from bot.markup import bold, bullets, escape
from bot.messages import Button, Card, Field, Form, Menu, Reply
from bot.views.sources import Notes, listed

_LINKS_SHOWN = 6
_ITEMS_SHOWN = 6
_NEAR_SHOWN = 3
_NEAREST, _FIRST = 3, 2


def ask(ctx: Context, role: str = "") -> Reply:
    """The form that asks for a role, and the one to get to."""
    say = ctx.texts
    fields = (
        Field("role", say("career-form-role"), kind="role", value=role),
        Field("to", say("career-form-to"), kind="role", required=False),
    )
    title, body = say("career-form-title"), say("career-form-body")
    return Reply(form=Form(title, "/career", fields, body), run="/career")


def around(ctx: Context, node: Node, text: str = "") -> Reply:
    """What leads to `node`, what comes next, and which roles are related."""
    say = ctx.texts
    careers = ctx.library.careers(ctx.lang)
    name = title(ctx, node)
    into, out = careers.into(node), careers.out_of(node)
    notes = Notes(say)
    body = [
        bold(say("career-into", name=name)),
        _links(ctx, into, lambda link: link.start, notes),
        "",
        bold(say("career-out", name=name)),
        _links(ctx, out, lambda link: link.end, notes),
    ]
    role = ctx.library.role(node.slug, ctx.lang) if node.slug else None
    if role and role.related:
        entries = (ctx.library.entry(fact.text, ctx.lang) for fact in role.related)
        names = [entry.called(ctx.lang) for entry in entries if entry]
        mark = notes.mark_role(role, "related_jobs")
        related = say("career-link", title=listed(say, names, 8), source=mark)
        body.extend(("", bold(say("career-related")), f"- {escape(related)}"))
    shown = [link.start for link in into[:_LINKS_SHOWN]] + [link.end for link in out[:_LINKS_SHOWN]]
    footer = _footer(ctx, notes, shown)
    card = Card(say("career-title", name=name), "\n".join(body), footer=footer)
    run = f"/career {node.slug}" if node.slug else ""
    return Reply(text, card, *_next(ctx, node, into, out), run=run)


def _next(
    ctx: Context, node: Node, into: Sequence[Link], out: Sequence[Link]
) -> tuple[tuple[Button, ...], Menu | None]:
    """Ways on from here: to the next roles, and to this one from all that lead to it."""
    say = ctx.texts
    if not node.slug:
        ends = [link.end for link in out if link.end.slug][:_NEAR_SHOWN]
        starts = [link.start for link in into if link.start.slug][:_NEAR_SHOWN]
        found = {other.slug: other for other in (*ends, *starts)}
        return tuple(_to_role(ctx, slug) for slug in found), None
    buttons = [
        Button(
            say("career-from", name=ctx.name(node.slug), to=title(ctx, link.end)),
            f"/career {node.slug} {link.end.slug}",
        )
        for link in out
        if link.end.slug
    ][:_NEAR_SHOWN]
    if into or out:
        buttons.append(_picture(ctx, node.slug))
    label = say("career-paths", name=ctx.name(node.slug))
    buttons.append(Button(label, f"/role {node.slug} {Topic.CAREER}"))
    buttons.append(_to_role(ctx, node.slug))
    options = tuple(
        (say("career-from", name=ctx.name(slug), to=ctx.name(node.slug)), _way_run(slug, node.slug))
        for slug in _starts(ctx, node)
    )
    placeholder = say("career-choose-from", name=ctx.name(node.slug))
    return tuple(buttons), Menu(placeholder, options) if options else None


def _starts(ctx: Context, node: Node) -> list[str]:
    """Of all roles with a way to `node`: the nearest, and the nearest that beginners can enter.

    In a large library nearly every role leads to an executive one: a list of all would bury
    those that somebody looks for.
    """
    careers = ctx.library.careers(ctx.lang)
    steps = careers.reaching(node)
    support = {link.start.slug: place for place, link in enumerate(careers.into(node))}
    nearest = sorted(steps, key=lambda slug: (steps[slug], support.get(slug, len(support))))
    entries = (ctx.library.entry(slug, ctx.lang) for slug in nearest[_NEAREST:])
    first = [entry.slug for entry in entries if entry and entry.for_beginners]
    return [*nearest[:_NEAREST], *first[:_FIRST]]


def way(ctx: Context, start: Node, end: Node, text: str = "") -> Reply:
    """The way from one title to another, and the skills to gain at each step."""
    say = ctx.texts
    if start.id == end.id:
        return around(ctx, end, "\n".join(filter(None, (text, say("career-same")))))
    links = ctx.library.careers(ctx.lang).way(start, end)
    if not links:
        return _no_way(ctx, start, end, text)
    body = [escape(say("career-way-body", steps=len(links)))]
    last = ctx.library.role(start.slug, ctx.lang) if start.slug else None
    notes = Notes(say)
    for number, link in enumerate(links, 1):
        later = any(following.end.slug for following in links[number:])
        body.extend(("", *_step(ctx, number, link, last, notes, later=later)))
        if link.end.slug:
            last = ctx.library.role(link.end.slug, ctx.lang)
    whole = say("career-way-title", start=title(ctx, start), end=title(ctx, end))
    buttons = [
        Button(say("career-see-skills", name=ctx.name(slug)), f"/role {slug} {Topic.SKILLS}")
        for slug in dict.fromkeys(link.end.slug for link in links if link.end.slug)
    ]
    footer = _footer(ctx, notes, [node for link in links for node in (link.start, link.end)])
    run = _way_run(start.slug, end.slug) if start.slug and end.slug else ""
    if run:
        buttons.insert(0, _picture(ctx, start.slug, end.slug))
    return Reply(text, Card(whole, "\n".join(body), footer=footer), tuple(buttons[:5]), run=run)


def _footer(ctx: Context, notes: Notes, shown: Iterable[Node]) -> str:
    lines = [notes.text()]
    if any(not node.slug for node in shown):
        lines.append(ctx.texts("career-undocumented-note"))
    return "\n".join(filter(None, lines))


def _step(
    ctx: Context, number: int, link: Link, last: Role | None, notes: Notes, *, later: bool
) -> Iterable[str]:
    """later: whether a role with a document follows, which then shows what was left open."""
    say = ctx.texts
    start, end = _marked(ctx, link.start), _marked(ctx, link.end)
    mark = notes.mark(link.sources)
    yield bold(say("career-step", number=number, start=start, end=end, source=mark))
    role = ctx.library.role(link.end.slug, ctx.lang) if link.end.slug else None
    lines: list[str] = []
    if role:
        if last is None:
            name = title(ctx, link.start)
            lines.append(say("career-step-unknown-start", name=name, end=ctx.name(role.slug)))
        skills, tools = gap(last, role, ctx.library.glossary.same)
        section = role.section(Topic.SKILLS) or role.section(Topic.TOOLS)
        mark = notes.mark_role(role, section.heading if section else "")
        if skills:
            items = listed(say, skills, _ITEMS_SHOWN)
            lines.append(say("career-step-skills", items=items, source=mark))
        if tools:
            items = listed(say, tools, _ITEMS_SHOWN)
            lines.append(say("career-step-tools", items=items, source=mark))
        if not skills and not tools:
            lines.append(say("career-step-nothing"))
    else:
        text = "career-step-undocumented" if later else "career-last-undocumented"
        lines.append(say(text, name=title(ctx, link.end)))
    yield bullets(escape(line) for line in lines)


def _no_way(ctx: Context, start: Node, end: Node, text: str) -> Reply:
    say = ctx.texts
    careers = ctx.library.careers(ctx.lang)
    names = {"start": title(ctx, start), "end": title(ctx, end)}
    lines = [text] if text else []
    lines.append(say("career-no-way", **names))
    buttons: list[Button] = []
    if start.slug and end.slug and careers.way(end, start):
        lines.append(say("career-reverse", start=names["end"], end=names["start"]))
        label = say("career-show-reverse", start=names["end"], end=names["start"])
        buttons.append(Button(label, _way_run(end.slug, start.slug)))
    near = _near(ctx, careers, start, end)
    if near and end.slug:
        lines.append(say("career-no-way-near", **names))
        for slug in near:
            label = say("career-from", name=ctx.name(slug), to=names["end"])
            buttons.append(Button(label, _way_run(slug, end.slug)))
    if end.slug:
        buttons.append(Button(say("role-career", name=names["end"]), f"/career {end.slug}"))
    return Reply("\n".join(lines), buttons=tuple(buttons))


def _near(ctx: Context, careers: Careers, start: Node, end: Node) -> list[str]:
    """The roles with a way to `end` that are likest to `start`, then those with the shortest."""
    here = ctx.library.entry(start.slug, ctx.lang) if start.slug else None
    steps = careers.reaching(end)

    def closeness(slug: str) -> tuple[float, int, str]:
        other = ctx.library.entry(slug, ctx.lang)
        shared = 0.0
        if here and other:
            shared += 3 * (slug in {fact.text for fact in here.related})
            shared += 2 * (here.category == other.category)
            shared += len(set(here.tags + here.keywords) & set(other.tags + other.keywords))
        return (-shared, steps[slug], slug)

    return sorted((slug for slug in steps if slug != start.slug), key=closeness)[:_NEAR_SHOWN]


def title(ctx: Context, node: Node) -> str:
    """The role's name in this language, or the title as it stands on the path."""
    return ctx.name(node.slug) if node.slug else node.title


def _marked(ctx: Context, node: Node) -> str:
    name = title(ctx, node)
    return name if node.slug else ctx.texts("career-undocumented", title=name)


def _links(ctx: Context, links: Sequence[Link], other: Callable[[Link], Node], notes: Notes) -> str:
    say = ctx.texts
    if not links:
        return f"- {escape(say('career-none-written'))}"
    lines = [
        say("career-link", title=_marked(ctx, other(link)), source=notes.mark(link.sources))
        for link in islice(links, _LINKS_SHOWN)
    ]
    if len(links) > _LINKS_SHOWN:
        lines.append(say("more-items", count=len(links) - _LINKS_SHOWN))
    return bullets(escape(line) for line in lines)


def _way_run(start: str, end: str) -> str:
    return f"/career {start} {end}"


def _picture(ctx: Context, *slugs: str) -> Button:
    return Button(ctx.texts("picture-button"), " ".join(("/picture", *slugs)))


def _to_role(ctx: Context, slug: str) -> Button:
    return Button(ctx.texts("role-back", name=ctx.name(slug)), f"/role {slug}")
