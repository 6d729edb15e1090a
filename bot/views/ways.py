"""What the pictures of careers show, and the same in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot.command import Context
from bot.library.career import Link, Node
from bot.library.model import Topic
from bot.library.skills import gap
from bot.messages import Button, Card, Image, Reply
from bot.pictures.values import Box, Group, Step
from bot.views.career import title
from bot.views.sources import Notes, listed

_BOXES = 6
_GAINS = 4


def around(ctx: Context, node: Node) -> tuple[Group, Box, Group]:
    """What leads to a role, the role, and what comes next."""
    say, careers = ctx.texts, ctx.library.careers(ctx.lang)
    name = title(ctx, node)
    into = _group(ctx, say("career-into", name=name), careers.into(node), lambda link: link.start)
    out = _group(ctx, say("career-out", name=name), careers.out_of(node), lambda link: link.end)
    return into, _box(ctx, node), out


def way(ctx: Context, links: Sequence[Link]) -> tuple[Box, tuple[Step, ...]]:
    """The first title, and the steps from there."""
    say, start = ctx.texts, links[0].start
    last = ctx.library.role(start.slug, ctx.lang) if start.slug else None
    steps = []
    for link in links:
        role = ctx.library.role(link.end.slug, ctx.lang) if link.end.slug else None
        heading, gains = "", tuple[str, ...]()
        if role:
            skills, _ = gap(last, role, ctx.library.glossary.same)
            last = role
            more = len(skills) - _GAINS
            gains = tuple(skills[:_GAINS]) + ((say("more-items", count=more),) if more > 0 else ())
            heading = say("picture-skills") if skills else say("picture-no-skills")
        steps.append(Step(heading, gains, _box(ctx, link.end)))
    return _box(ctx, start), tuple(steps)


def shown(ctx: Context, node: Node, png: bytes, drawn: tuple[Group, Box, Group]) -> Reply:
    """The picture of what is around a role."""
    careers, notes = ctx.library.careers(ctx.lang), Notes(ctx.texts)
    for link in (*careers.into(node)[:_BOXES], *careers.out_of(node)[:_BOXES]):
        notes.mark(link.sources)
    into, box, out = drawn
    alt = "\n".join(_told(ctx, group) for group in (into, out))
    name = ctx.texts("career-title", name=box.title)
    return _reply(ctx, name, Image(png, alt), notes, f"/career {node.slug}")


def shown_way(
    ctx: Context, links: Sequence[Link], png: bytes, drawn: tuple[Box, tuple[Step, ...]]
) -> Reply:
    """The picture of the way from one role to another."""
    say, notes = ctx.texts, Notes(ctx.texts)
    for link in links:
        notes.mark(link.sources)
        role = ctx.library.role(link.end.slug, ctx.lang) if link.end.slug else None
        if role and (section := role.section(Topic.SKILLS)):
            notes.mark_role(role, section.heading)
    start, steps = drawn
    lines = (_stepped(ctx, number, step) for number, step in enumerate(steps, 1))
    alt = "\n".join((say("picture-start", title=_named(ctx, start)), *lines))
    name = say("career-way-title", start=start.title, end=steps[-1].to.title)
    run = f"/career {links[0].start.slug} {links[-1].end.slug}"
    return _reply(ctx, name, Image(png, alt), notes, run)


def _reply(ctx: Context, name: str, image: Image, notes: Notes, run: str) -> Reply:
    back = Button(ctx.texts("picture-back"), run)
    return Reply(card=Card(name, image=image, footer=notes.text()), buttons=(back,))


def _group(
    ctx: Context, heading: str, links: Sequence[Link], other: Callable[[Link], Node]
) -> Group:
    boxes = tuple(_box(ctx, other(link)) for link in links[:_BOXES])
    more = len(links) - len(boxes)
    note = ctx.texts("more-items", count=more) if more else ""
    return Group(heading, boxes, note if boxes else ctx.texts("career-none-written"))


def _box(ctx: Context, node: Node) -> Box:
    known = bool(node.slug)
    return Box(title(ctx, node), "" if known else ctx.texts("picture-undocumented"), known)


def _told(ctx: Context, group: Group) -> str:
    titles: Iterable[str] = (_named(ctx, box) for box in group.boxes)
    items = listed(ctx.texts, [*titles, *([group.more] if group.more else [])], _BOXES + 1)
    return ctx.texts("picture-group", heading=group.heading, items=items)


def _stepped(ctx: Context, number: int, step: Step) -> str:
    name = _named(ctx, step.to)
    if not step.gains:
        return ctx.texts("picture-step", number=number, title=name)
    skills = ctx.texts("list-separator").join(step.gains)
    return ctx.texts("picture-step-skills", number=number, title=name, skills=skills)


def _named(ctx: Context, box: Box) -> str:
    return box.title if box.known else ctx.texts("career-undocumented", title=box.title)
