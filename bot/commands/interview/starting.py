"""Beginning an interview: about what, and with which questions."""

from __future__ import annotations

from collections.abc import Sequence

from bot import storage
from bot.coaching.advance import begin
from bot.coaching.events import Resumed
from bot.coaching.interview import FIRST, LONGEST, SHORTEST, USUAL, Interview
from bot.coaching.selection import Candidate, Ref, choose
from bot.command import Context, UserError
from bot.commands.interview.going import carry_out, finder, goes_on
from bot.library.model import Role
from bot.messages import Button, Menu, Reply
from bot.views import interview as views
from bot.views import privacy
from bot.views.browse import category_id, category_name
from bot.views.pick import pick

REVIEW = "review"
COMMON = "common"
"""The slug of the questions that any interview may open with, where the library has them."""

_MOST_ROLES = 12
"""Roles of a field of work that one interview draws from."""


async def start(ctx: Context, query: str, *, new: bool = False) -> list[Reply]:
    """The first question, in the DM; or what has to be settled before."""
    person = ctx.request.person
    line = " ".join(filter(None, ("/interview", query, _more(ctx))))
    if not await privacy.agreed(ctx):
        return [privacy.ask(ctx, line)]
    live = await storage.interviews.live(ctx.db, person)
    if live and not query:
        return await goes_on(ctx, live, Resumed()) or []
    about = await _about(ctx, query)
    if isinstance(about, Reply):
        return [about]
    if live and not new:
        return [_another(ctx, live.interview, about)]
    number = await storage.interviews.count(ctx.db, person)
    length = _length(ctx, number)
    queue = await _queue(ctx, about, length)
    if not queue:
        raise UserError("interview-nothing-due" if about == REVIEW else "interview-no-questions")
    interview = Interview(
        id=f"{ctx.rng.getrandbits(32):08x}",
        about=about,
        lang=ctx.lang,
        length=min(length, len(queue)),
        begun_at=ctx.now,
        changed_at=ctx.now,
        timed=ctx.values.get("timed") == "yes",
        queue=tuple(queue),
    )
    begun, wanted = begin(interview, finder(ctx, ctx.lang))
    held = storage.interviews.Held(begun, "dm", ctx.request.workspace)
    await storage.interviews.add(ctx.db, person, held)
    replies = await carry_out(ctx, held, wanted)
    if ctx.request.place != "dm":
        replies.append(Reply(ctx.texts("interview-in-dm", about=views.about(ctx, about))))
    return replies


async def _about(ctx: Context, query: str) -> str | Reply:
    """A slug, a field of work or `review`; a reply where that has to be chosen."""
    if not query:
        goal = (await storage.persons.wishes(ctx.db, ctx.request.person)).goal
        if ctx.library.entry(goal, ctx.lang):
            return goal
        return _choose(ctx)
    if query in (REVIEW, "復習"):
        return REVIEW
    for category in ctx.library.categories(ctx.lang):
        if query in (category_id(category), category_name(ctx, category)):
            return category_id(category)
    picked = pick(ctx, query, lambda slug: f"/interview {slug}")
    return picked if isinstance(picked, Reply) else picked.slug


def _choose(ctx: Context) -> Reply:
    say = ctx.texts
    buttons = (Button(say("interview-set-goal"), "/goal"),)
    roles = [e for e in ctx.library.entries(ctx.lang) if e.slug != COMMON][:25]
    options = tuple((entry.short_name, f"/interview {entry.slug}") for entry in roles)
    menu = Menu(say("interview-choose"), options, "/interview")
    return Reply(say("interview-of-which"), menu=menu, buttons=buttons)


def _another(ctx: Context, live: Interview, about: str) -> Reply:
    say = ctx.texts
    go_on = f"/interview resume {live.id} {live.step}"
    buttons = (
        Button(say("interview-do-resume"), go_on, style="primary"),
        Button(say("interview-anew"), f"/interview new {about}"),
    )
    return Reply(say("interview-another", about=views.about(ctx, live.about)), buttons=buttons)


def _length(ctx: Context, number: int) -> int:
    """How many questions: as asked for, few the first time."""
    wanted = ctx.values.get("count", "")
    if wanted.isdecimal() and len(wanted) < 4:
        return max(SHORTEST, min(LONGEST, int(wanted)))
    return USUAL if number else FIRST


def _more(ctx: Context) -> str:
    named = ((name, ctx.values.get(name)) for name in ("count", "timed"))
    return " ".join(f"{name}={value}" for name, value in named if value)


async def _queue(ctx: Context, about: str, length: int) -> Sequence[Ref]:
    person = ctx.request.person
    due = await storage.cards.due(ctx.db, person, ctx.now)
    roles = _roles(ctx, about, due)
    found = [candidate for role in roles for candidate in _candidates(role)]
    if about == REVIEW:
        found = [candidate for candidate in found if candidate.ref in set(due)]
    seen = await storage.responses.asked_at(ctx.db, person)
    return choose(found, seen, due, length, ctx.rng.getrandbits(32))


def _roles(ctx: Context, about: str, due: Sequence[Ref]) -> list[Role]:
    if about == REVIEW:
        slugs = list(dict.fromkeys(slug for slug, _ in due))
    elif ctx.library.entry(about, ctx.lang):
        slugs = [about]
    else:
        entries = ctx.library.entries(ctx.lang)
        slugs = [entry.slug for entry in entries if category_id(entry.category) == about]
        ctx.rng.shuffle(slugs)
    found = (ctx.library.role(slug, ctx.lang) for slug in slugs[:_MOST_ROLES])
    return [role for role in found if role]


def _candidates(role: Role) -> list[Candidate]:
    last = max(1, len(role.questions) - 1)
    return [
        Candidate(role.slug, question.id, question.text, number / last)
        for number, question in enumerate(role.questions)
    ]
