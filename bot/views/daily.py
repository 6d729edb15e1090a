"""The daily question as a channel sees it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.command import UserError
from bot.library.library import Library
from bot.library.model import Question, Role, Topic
from bot.locale import Texts
from bot.markup import bold, bullets, escape
from bot.messages import Button, Card, Reply
from bot.views.sources import footer


@dataclass(frozen=True, slots=True)
class Former:
    """The question before this one. id: of what was asked."""

    id: str
    yesterday: bool


def find(library: Library, slug: str, id: str, lang: str) -> tuple[Role, Question]:
    """A question by its id. Raises UserError where it is gone from the documents."""
    role = library.role(slug, lang)
    questions = role.questions if role else ()
    found = next((question for question in questions if question.id == id), None)
    if role is None or found is None:
        raise UserError("daily-question-gone")
    return role, found


def post(
    say: Texts,
    id: str,
    role: Role,
    question: Question,
    former: Former | None = None,
    people: int = 0,
) -> Reply:
    """The post. id: of what is asked. people: who answered; 0 where it isn't told."""
    buttons = [
        Button(say("daily-answer"), f"/answer {id}", style="primary"),
        Button(say("daily-write"), f"/write {id}"),
        Button(say("daily-hint"), f"/hint {id}"),
    ]
    if former:
        label = say("daily-points-yesterday" if former.yesterday else "daily-points-former")
        buttons.append(Button(label, f"/points {former.id}"))
    card = _card(say, say("daily-post-title"), role, question)
    if people:
        card = Card(card.title, f"{card.body}\n{escape(say('daily-people', count=people))}")
    return Reply(card=_sourced(say, card, role), buttons=tuple(buttons), to="here")


def sample(say: Texts, role: Role, question: Question) -> Card:
    """What a post will look like."""
    return _sourced(say, _card(say, say("daily-post-title"), role, question), role)


def hint(say: Texts, id: str, role: Role, question: Question, number: int) -> Reply:
    """The first `number` of a question's points, each an example of what one may listen for."""
    if not question.points:
        return _without_points(say, id)
    shown = question.points[: max(1, number)]
    title = say("daily-hint-title", number=len(shown), count=len(question.points))
    body = "\n".join((escape(say("daily-hint-body")), bullets(escape(p.text) for p in shown)))
    more = Button(say("daily-hint-next"), f"/hint {id} {len(shown) + 1}")
    answer = Button(say("daily-answer"), f"/answer {id}", style="primary")
    buttons = (more, answer) if len(shown) < len(question.points) else (answer,)
    card = _sourced(say, Card(title, body), role)
    # The first stands under the post, for whoever pressed there; the next ones take its place.
    return Reply(card=card, buttons=buttons, replace=number > 1)


def points(say: Texts, id: str, role: Role, question: Question) -> Reply:
    """A question with all of its points."""
    if not question.points:
        return _without_points(say, id)
    asked = _card(say, say("daily-points-title"), role, question).body
    listed = bullets(escape(point.text) for point in question.points)
    card = Card(say("daily-points-title"), "\n".join((asked, say("daily-points-body"), listed)))
    answer = Button(say("daily-answer"), f"/answer {id}")
    return Reply(card=_sourced(say, card, role), buttons=(answer,))


def _card(say: Texts, title: str, role: Role, question: Question) -> Card:
    of_role = escape(say("daily-of-role", name=role.short_name))
    return Card(title, f"{bold(question.text)}\n{of_role}")


def _sourced(say: Texts, card: Card, role: Role) -> Card:
    return Card(card.title, card.body, footer=footer(say, role, role.section(Topic.QUESTIONS)))


def _without_points(say: Texts, id: str) -> Reply:
    answer = Button(say("daily-answer"), f"/answer {id}", style="primary")
    return Reply(say("daily-no-points"), buttons=(answer,))


_REFUSED = {
    "error-post-not-in-channel": "daily-why-not-in-channel",
    "error-post-forbidden": "daily-why-forbidden",
    "error-post-gone": "daily-why-gone",
    "error-post-scope": "daily-why-scope",
}


_NAMED = {
    "error-post-forbidden": "daily-why-forbidden-named",
    "error-post-scope": "daily-why-scope-named",
}
"""Those that name what is missing, but for posts of long ago."""


def why_refused(say: Texts, error: str) -> str:
    """Why a platform refused a post, and how to mend it. error: see OutboxRow."""
    name, _, what = error.partition(" ")
    if what and name in _NAMED:
        return say(_NAMED[name], what=what)
    return say(_REFUSED.get(name, "daily-why-other"))
