"""Answering a question: which one it is, the form, and what is said once the answer is saved."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from bot import storage
from bot.coaching.feedback import Feedback, Kind, Point, Scorer
from bot.coaching.guards import plain_kind
from bot.coaching.turns import Aspect, Outcome, Part, Turn
from bot.command import Context, Kept, UserError
from bot.daily.streak import streak
from bot.library.model import Question, Role, Topic
from bot.markup import bold, bullets, escape
from bot.messages import Button, Card, Field, Form, Reply
from bot.views import agreements, sharing
from bot.views.sources import footer

if TYPE_CHECKING:
    from bot.storage.asked import Asked
    from bot.storage.first_answers import FirstAnswers
    from bot.storage.responses import Response

LONGEST = 20_000
"""Characters of an answer."""

IN_FORM = 3_000
"""Characters that every platform's forms hold; what is longer is written in the DM."""

RESPONSE = re.compile("r[0-9a-f]{15}")
"""The id of a response."""

_ASKED = re.compile("[0-9a-f]{12}")
"""The id of a daily question."""

_LONGEST_LINE = 70
_STREAK_FROM = 2


@dataclass(frozen=True, slots=True)
class Target:
    """What is answered.

    line: names it on a command line. words: of the question. role, question: None where the
    documents don't hold it any more. asked: the daily question that it is, if it is one.
    response: what the person answered to it so far; practice begins anew each time.
    """

    line: str
    slug: str
    id: str
    lang: str
    words: str
    role: Role | None = None
    question: Question | None = None
    asked: Asked | None = None
    response: Response | None = None


async def find(ctx: Context, words: str) -> Target:
    """A daily question by its id, a response by its own, a question by `SLUG ID` (or number).

    Raises UserError where there is none, or it is another's.
    """
    name, _, question = words.strip().partition(" ")
    if question:
        return _practice(ctx, name, question.strip())
    if RESPONSE.fullmatch(name):
        response = await storage.responses.get(ctx.db, ctx.request.person, name)
        if response is None:
            raise UserError("answer-not-found")
        return await of(ctx, response)
    asked, response = await storage.responses.to(ctx.db, ctx.request.person, name)
    if asked is None or not asked.question or not asked.is_known_to(ctx.request):
        raise UserError("answer-not-found")
    role, found = _question(ctx, asked.slug, asked.question, asked.lang)
    if found is None and response is None:
        raise UserError("answer-question-gone")
    text = found.text if found else response.asked_as if response else ""
    place = (asked.slug, asked.question, asked.lang)
    return Target(asked.id, *place, text, role, found, asked, response)


async def of(ctx: Context, response: Response) -> Target:
    """The question that a response of the person's answers."""
    place = (response.slug, response.question, response.lang)
    role, found = _question(ctx, *place)
    asked = await storage.asked.get(ctx.db, response.asked) if response.asked else None
    words = found.text if found else response.asked_as
    return Target(response.id, *place, words, role, found, asked, response)


def form(ctx: Context, target: Target, text: str | None = None, wrong: str = "") -> Reply:
    """The form with the whole question, holding the present answer, or `text`.

    wrong: what is the matter with that text.
    """
    say = ctx.texts
    if text is None:
        text = target.response.text if target.response else ""
        if len(text) > IN_FORM:
            write = Button(say("answer-write"), f"/write {target.line}", style="primary")
            return Reply(say("answer-too-long-for-form"), buttons=(write,))
    field = Field("text", say("answer-field"), "text", value=text)
    found = Form(say("answer-form"), f"/answer {target.line}", (field,), bold(target.words))
    return Reply(wrong, form=replace(found, wrong="text") if wrong else found)


def question(ctx: Context, target: Target) -> Card:
    """The question alone."""
    source = footer(ctx.texts, target.role) if target.role else ""
    return Card(ctx.name(target.slug), bold(target.words), footer=source)


async def save(ctx: Context, target: Target, text: str) -> list[Reply]:
    """Saves the answer, before anything else; then what is said to it, and feedback after that."""
    say, person = ctx.texts, ctx.request.person
    lines = [say("answer-saved")]
    # One that is there was saved by this very event, and nobody got to say so.
    kept = await storage.responses.get(ctx.db, person, _id(ctx))
    if kept is None and target.response:
        kept = await storage.responses.change(ctx.db, person, target.response.id, text, ctx.now)
        if kept is None:
            raise UserError("answer-not-found")
        lines = [say("answer-saved-again", version=kept.version)]
        if await sharing.is_shared(ctx, kept):
            lines.append(say("answer-shared-before"))
    elif kept is None:
        kept = _new(ctx, target, text)
        if not await storage.responses.add(ctx.db, person, kept):
            # Another process saved one after this looked: it gets this text, as the later one.
            return await save(ctx, await find(ctx, target.line), text)
    if target.question:
        scorer = await agreements.scorer(ctx)
        ctx.outbox.after(*_judged(scorer, target.question, kept))
    may_share = sharing.may(ctx, target.asked) and not await sharing.is_shared(ctx, kept)
    return [_saved(ctx, target, kept, lines, may_share=may_share)]


async def keep_first(ctx: Context, answers: FirstAnswers, words: str, text: str) -> Kept | None:
    """Saves a first answer of somebody who agreed before; `words`: see `find`.

    None where it is not such a one, and then nothing is saved.
    """
    target = await _first(ctx, answers, words)
    if target is None or target.question is None or ctx.scorers.outside:
        return None
    kept = _new(ctx, target, text)
    if not await answers.keep(ctx.request.person, ctx.request.event, kept):
        return None
    lines = [ctx.texts("answer-saved")]
    said = _saved(ctx, target, kept, lines, may_share=sharing.may(ctx, target.asked))
    return Kept([said], *_judged(ctx.scorers.own, target.question, kept))


async def _first(ctx: Context, answers: FirstAnswers, words: str) -> Target | None:
    """What `find` finds, but what can't be found without a transaction."""
    name, _, question = words.strip().partition(" ")
    if question:
        with suppress(UserError):  # the long way knows whether it was saved before
            return _practice(ctx, name, question.strip())
        return None
    asked = await answers.asked(name) if _ASKED.fullmatch(name) else None
    if asked is None or not asked.is_known_to(ctx.request):
        return None
    role, found = _question(ctx, asked.slug, asked.question, asked.lang)
    place = (asked.slug, asked.question, asked.lang)
    return Target(asked.id, *place, found.text, role, found, asked) if found else None


def _saved(
    ctx: Context, target: Target, kept: Response, lines: Sequence[str], *, may_share: bool
) -> Reply:
    say = ctx.texts
    buttons = [
        Button(say("answer-own"), f"/answers show {kept.id}"),
        Button(say("answer-again"), f"/answer {kept.id}"),
    ]
    gave_up = plain_kind(target.words, (), kept.text) is Kind.GIVE_UP
    if may_share and not gave_up:
        buttons.append(Button(say("answer-share"), f"/answers share {kept.id}"))
    card = None
    if not target.question:
        body = f"{bold(target.words)}\n\n{points(ctx, target)}"
        card = sourced(ctx, target, Card(ctx.name(target.slug), body))
    return Reply("\n".join(lines), card, tuple(buttons))


async def counted(ctx: Context, asked: Asked) -> str:
    """After a first answer: the post will show how many there are. The person's asked days
    answered in a row, where they are worth a word."""
    await storage.asked.answered(ctx.db, asked, ctx.now)
    place = (asked.platform, asked.workspace, asked.channel)
    days, answered = await storage.responses.days(ctx.db, ctx.request.person, *place)
    found = streak(days, answered, max(days, default=asked.date))
    return ctx.texts("answer-streak", days=found) if found >= _STREAK_FROM else ""


def turn(target: Target, feedback: Feedback) -> Turn:
    """An answer on its own, as a turn of an interview would be."""
    response, question = target.response, target.question
    assert response  # noqa: S101 - it was answered
    points = question.points if question else ()
    return Turn(
        target.slug,
        target.id,
        target.words,
        response.created_at,
        tuple(Aspect(point.id, point.text, point.cues) for point in points),
        (Part("", response.text),),
        outcome=Outcome.ANSWERED,
        feedback=feedback,
    )


def _judged(
    scorer: Scorer, question: Question, response: Response
) -> tuple[Callable[[], str], str]:
    """What judges an answer, and the line that says what was found: see Out.after."""
    work = partial(_judge, scorer, question, response.text)
    return work, f"/answer-scored {response.id} {response.version}"


def _judge(scorer: Scorer, question: Question, text: str) -> str:
    points = [Point(point.text, point.cues) for point in question.points]
    return msgspec.json.encode(scorer.judge(question.text, points, text)).decode()


def points(ctx: Context, target: Target) -> str:
    """What an interviewer may listen for, as markup; introduced as examples."""
    say = ctx.texts
    if target.question is None:
        return escape(say("answer-question-gone"))
    if not target.question.points:
        return escape(say("answer-no-points"))
    listed = bullets(escape(point.text) for point in target.question.points)
    return f"{escape(say('answer-points'))}\n{listed}"


def sourced(ctx: Context, target: Target, card: Card) -> Card:
    if target.role is None:
        return card
    section = target.role.section(Topic.QUESTIONS)
    return replace(card, footer=footer(ctx.texts, target.role, section))


def _practice(ctx: Context, name: str, wanted: str) -> Target:
    slug = ctx.library.slug(name)
    role, found = _question(ctx, slug, wanted, ctx.lang)
    if role is None or found is None:
        raise UserError("answer-not-found")
    # Where names are very long, the number serves, so that a button can hold the line.
    line = f"{slug} {found.id}"
    line = line if len(line) <= _LONGEST_LINE else f"{slug} {found.number}"
    return Target(line, slug, found.id, ctx.lang, found.text, role, found)


def _question(ctx: Context, slug: str, id: str, lang: str) -> tuple[Role | None, Question | None]:
    """A question by its id, else by its number."""
    role = ctx.library.role(slug, lang) if slug else None
    if role is None:
        return None, None
    by_id = (each for each in role.questions if each.id == id)
    by_number = (each for each in role.questions if str(each.number) == id)
    return role, next(by_id, None) or next(by_number, None)


def _id(ctx: Context) -> str:
    """Of the response that the request makes: the same at a second delivery of it."""
    person = ctx.request.person
    said = "\0".join((ctx.request.event, person.tenant, person.id))
    return f"r{hashlib.blake2b(said.encode(), digest_size=8).hexdigest()[:15]}"


def _new(ctx: Context, target: Target, text: str) -> Response:
    return storage.responses.Response(
        id=_id(ctx),
        workspace=ctx.request.workspace,
        asked=target.asked.id if target.asked else None,
        slug=target.slug,
        question=target.id,
        lang=target.lang,
        asked_as=target.words,
        text=text,
        version=1,
        shared="",
        created_at=ctx.now,
        changed_at=ctx.now,
    )
