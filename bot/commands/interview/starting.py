"""Beginning an interview: about what, and with which questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import storage
from bot.coaching.advance import begin
from bot.coaching.events import Resumed
from bot.coaching.interview import FIRST, LONGEST, SHORTEST, USUAL, Interview
from bot.coaching.selection import Candidate, Ref, choose
from bot.command import Context, UserError
from bot.commands.interview.going import carry_out, finder, goes_on
from bot.library.model import Role
from bot.messages import MOST_OPTIONS, Button, Menu, Reply
from bot.views import interview as views
from bot.views import privacy
from bot.views.browse import category_id, category_name
from bot.views.pick import pick

if TYPE_CHECKING:
    from bot.storage.interviews import Held

REVIEW = "review"
COMMON = "common"
"""The slug of the questions that any interview may open with, where the library has them."""

_MOST_ROLES = 12
"""Roles of a field of work that one interview draws from."""

_MOST_OPENING = 4
"""Questions that an interview opens with, and never more than half of it."""

_MOST_WISHES = 6
"""Words behind a role that are looked at: each means to ask anew whether the rest is a role."""

_OPENING = ("opening", "自己紹介から")
_TIMED = "timed"


@dataclass(frozen=True, slots=True)
class Wish:
    """What an interview is wished for: `cmo 5 opening`, or the same by name.

    about: as typed. count: empty where it is left to us.
    """

    about: str
    count: str = ""
    timed: bool = False
    opening: bool = False

    def line(self, about: str, do: str = "") -> str:
        """The same wish with another `about`, short and without names."""
        more = (self.count, _TIMED if self.timed else "", _OPENING[0] if self.opening else "")
        return " ".join(filter(None, ("/interview", do, about, *more)))


def wish(ctx: Context, typed: str) -> Wish:
    count, words = ctx.values.get("count", ""), typed.split()
    named = [name for name in (_TIMED, _OPENING[0]) if ctx.values.get(name) == "yes"]
    for _ in range(_MOST_WISHES):
        if not words or ctx.library.slug(" ".join(words)):
            break
        last = words[-1].lower().removesuffix("問")
        if last.isdecimal() and len(last) < 4:
            count = last
        elif last in (_TIMED, *_OPENING):
            named.append(_TIMED if last == _TIMED else _OPENING[0])
        else:
            break
        words.pop()
    return Wish(" ".join(words), count, _TIMED in named, _OPENING[0] in named)


async def start(ctx: Context, typed: str, *, new: bool = False) -> list[Reply]:
    """The first question, in the DM; or what has to be settled before."""
    person, wished = ctx.request.person, wish(ctx, typed)
    about = _about(ctx, wished) if wished.about else ""
    if isinstance(about, Reply):
        return [about]
    if not await privacy.agreed(ctx):
        return [privacy.ask(ctx, wished.line(about))]
    live = await storage.interviews.live(ctx.db, person)
    if live and live.place == storage.interviews.CLOSED:
        await storage.interviews.drop(ctx.db, person, live.interview.id)
        about, live = about or live.interview.about, None
    if live and not about:
        replies = await goes_on(ctx, live, Resumed()) or []
        return [*replies, *elsewhere(ctx, live, "interview-back-in-dm")]
    about = about or await _goal(ctx)
    if not about:
        return [_choose(ctx, wished)]
    if live and not new:
        return [_another(ctx, live.interview, wished.line(about, "new"))]
    interview = await _new(ctx, wished, about)
    begun, wanted = begin(interview, finder(ctx, interview))
    held = storage.interviews.Held(begun, "dm", ctx.request.workspace)
    await storage.interviews.add(ctx.db, person, held)
    replies = await carry_out(ctx, held, wanted)
    return [*replies, *elsewhere(ctx, held, "interview-in-dm")]


def elsewhere(ctx: Context, held: Held, text: str) -> list[Reply]:
    """Where it went on, for whoever is not there."""
    if ctx.request.place == "dm" or held.place != "dm":
        return []
    return [Reply(ctx.texts(text, about=views.about(ctx, held.interview.about)))]


async def _new(ctx: Context, wished: Wish, about: str) -> Interview:
    """Raises UserError where there is nothing to ask."""
    number = await storage.interviews.count(ctx.db, ctx.request.person)
    length = _length(wished.count, number)
    queue = await _queue(ctx, about, length)
    if not queue:
        raise UserError("interview-nothing-due" if about == REVIEW else "interview-no-questions")
    length = min(length, len(queue))
    opening = _opening(ctx, about, length)
    if wished.opening:
        queue, opening = (*opening, *queue[len(opening) :]), ()
    return Interview(
        id=f"{ctx.rng.getrandbits(32):08x}",
        about=about,
        lang=ctx.lang,
        length=length,
        begun_at=ctx.now,
        changed_at=ctx.now,
        timed=wished.timed,
        queue=queue,
        opening=opening,
    )


def _opening(ctx: Context, about: str, length: int) -> tuple[Ref, ...]:
    """The common questions that such an interview may open with, in their own order."""
    common = ctx.library.role(COMMON, ctx.lang)
    if common is None or about in (COMMON, REVIEW):
        return ()
    count = min(_MOST_OPENING, length // 2)
    return tuple((COMMON, question.id) for question in common.questions[:count])


async def _goal(ctx: Context) -> str:
    """The role that the person heads for; empty where there is none."""
    goal = (await storage.persons.wishes(ctx.db, ctx.request.person)).goal
    return goal if ctx.library.entry(goal, ctx.lang) else ""


def _about(ctx: Context, wished: Wish) -> str | Reply:
    """A slug, a field of work or `review`; a reply where that has to be chosen."""
    query = wished.about
    if query in (REVIEW, "復習"):
        return REVIEW
    if query in (COMMON, ctx.name(COMMON)) and COMMON in ctx.library.sets:
        return COMMON
    if query in ctx.library.sets:
        return query
    for category in ctx.library.categories(ctx.lang):
        if query in (category_id(category), category_name(ctx, category)):
            return category_id(category)
    picked = pick(ctx, query, wished.line)
    return picked if isinstance(picked, Reply) else picked.slug


def _choose(ctx: Context, wished: Wish) -> Reply:
    say = ctx.texts
    buttons = [Button(say("interview-set-goal"), "/goal")]
    if COMMON in ctx.library.sets:
        buttons.append(Button(say("interview-common"), wished.line(COMMON)))
    roles = [(e.called(ctx.lang), e.slug) for e in ctx.library.entries(ctx.lang)]
    text = say("interview-of-which")
    if len(roles) > MOST_OPTIONS:  # a list that ends in the middle would hide the others
        categories = ctx.library.categories(ctx.lang)
        roles = [(category_name(ctx, each), category_id(each)) for each in categories]
        text = f"{text}\n{say('interview-by-name')}"
    options = tuple((name, wished.line(about)) for name, about in roles[:MOST_OPTIONS])
    menu = Menu(say("interview-choose"), options, "/interview")
    return Reply(text, menu=menu, buttons=tuple(buttons))


def _another(ctx: Context, live: Interview, anew: str) -> Reply:
    say = ctx.texts
    go_on = f"/interview resume {live.id} {live.step}"
    buttons = (
        Button(say("interview-do-resume"), go_on, style="primary"),
        Button(say("interview-anew"), anew),
    )
    return Reply(say("interview-another", about=views.about(ctx, live.about)), buttons=buttons)


def _length(wanted: str, number: int) -> int:
    """How many questions: as asked for, few the first time."""
    if wanted.isdecimal() and len(wanted) < 4:
        return max(SHORTEST, min(LONGEST, int(wanted)))
    return USUAL if number else FIRST


async def _queue(ctx: Context, about: str, length: int) -> tuple[Ref, ...]:
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
