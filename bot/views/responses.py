"""A person's own responses: the list of them, and one."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot import storage
from bot.command import Context
from bot.daily.zones import zone
from bot.locale import Texts
from bot.markup import bold, escape
from bot.messages import Button, Card, Menu, Reply
from bot.views import answering, pages, sharing

if TYPE_CHECKING:
    from bot.storage.responses import Response

_A_PAGE = 10
_MOST_ROLES = 5
_LONGEST_LABEL = 60


def day(ctx: Context, moment: datetime) -> str:
    """The date where the person is."""
    return f"{moment.astimezone(zone(ctx.request.person.timezone)):%Y-%m-%d}"


async def listed(ctx: Context, roles: Sequence[tuple[str, int]], slug: str) -> Reply:
    """The page that is asked for. roles: (slug, number of responses). slug: of the role shown."""
    say, person, counts = ctx.texts, ctx.request.person, dict(roles)
    total = counts.get(slug, 0) if slug else sum(counts.values())
    if not total:
        browse = Button(say("hello-browse"), "/role")
        return Reply(say("answers-none"), buttons=(browse,))
    count = -(-total // _A_PAGE)
    number = pages.number(ctx.values.get("page", ""), count)
    title = say("answers-title-role", name=ctx.name(slug)) if slug else say("answers-title")
    if count > 1:
        title = say("role-page-title", title=title, page=number, pages=count)
    skip = (number - 1) * _A_PAGE
    found = await storage.responses.listed(ctx.db, person, slug, skip=skip, limit=_A_PAGE)
    options = tuple((_label(ctx, each), f"/answers show {each.id}") for each in found)
    here = f"/answers {slug}".strip()
    buttons = list(pages.turning(say, here, number, count))
    if slug:
        buttons.append(Button(say("answers-all"), "/answers"))
    elif len(roles) > 1:
        buttons += [_filter(ctx, *role) for role in roles[:_MOST_ROLES]]
    shared = await storage.responses.shared(ctx.db, person, slug)
    card = Card(title, escape(_count(say, total, shared)))
    menu = Menu(say("answers-choose"), options)
    return Reply(card=card, menu=menu, buttons=tuple(buttons), replace="page" in ctx.values)


def _count(say: Texts, total: int, shared: int) -> str:
    """How many there are, and who can see them."""
    if not shared:
        return say("answers-count", count=total)
    name = "answers-count-shared" if shared < total else "answers-count-all-shared"
    return say(name, count=total, shared=shared)


async def one(ctx: Context, response: Response, version: int = 0, text: str = "") -> Reply:
    """A response, or what it said before. text: stands above it."""
    say, target = ctx.texts, await answering.of(ctx, response)
    former = {}
    if response.version > 1:
        versions = await storage.responses.versions(ctx.db, ctx.request.person, response.id)
        former = {each.version: each for each in versions}
    shown = former.get(version)
    words, when = (shown.text, shown.written_at) if shown else (response.text, response.changed_at)
    number = shown.version if shown else response.version
    fields = [(say("answers-date"), day(ctx, when))]
    if former:
        of = say("answers-version-of", version=number, count=response.version)
        fields.append((say("answers-version"), of))
    shared = await sharing.is_shared(ctx, response)
    if not shown:
        fields.append((say("answers-seen"), say("answers-shared" if shared else "answers-private")))
    body = f"{bold(response.asked_as)}\n\n{escape(words)}\n\n{answering.points(ctx, target)}"
    card = answering.sourced(ctx, target, Card(ctx.name(response.slug), body, tuple(fields)))
    buttons = _around(ctx, response, number, former)
    if not shown:
        buttons += _actions(ctx, response, shared, sharing.may(ctx, target.asked))
    return Reply(text, card, (*buttons, Button(say("answers-all"), "/answers")))


def _around(ctx: Context, response: Response, number: int, former: Container[int]) -> list[Button]:
    """The versions before and after."""
    say, run = ctx.texts, f"/answers show {response.id}"
    buttons = []
    if number - 1 in former:
        buttons.append(Button(say("answers-before"), f"{run} {number - 1}"))
    if number < response.version:
        buttons.append(Button(say("answers-after"), f"{run} {number + 1}"))
    return buttons


def _actions(ctx: Context, response: Response, shared: bool, may_share: bool) -> list[Button]:
    say, id = ctx.texts, response.id
    buttons = [Button(say("answer-again"), f"/answer {id}")]
    if shared:
        buttons.append(Button(say("answers-withdraw"), f"/answers withdraw {id}"))
    elif may_share:
        buttons.append(Button(say("answer-share"), f"/answers share {id}"))
    return [*buttons, Button(say("answers-delete"), f"/answers delete {id}")]


def _filter(ctx: Context, slug: str, count: int) -> Button:
    return Button(ctx.texts("answers-of", name=ctx.name(slug), count=count), f"/answers {slug}")


def _label(ctx: Context, response: Response) -> str:
    date, name = day(ctx, response.created_at), ctx.name(response.slug)
    label = ctx.texts("answers-label", date=date, name=name, question=response.asked_as)
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1] + "…"
