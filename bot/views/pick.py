"""Which role somebody means, and asking where it isn't clear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.command import Context
from bot.library.find import Hit
from bot.messages import Button, Reply
from bot.views.browse import fields
from bot.views.wanted import choosing, wanted_for

MOST_SHOWN = 5

# Scores of `Hit`: 100 is a role's very name.
_SURE = 99.5
_FITS = 55.0
# A guess is taken for meant when it is good and this much better than the next.
_GOOD = 72.0
_MARGIN = 7.0


@dataclass(frozen=True, slots=True)
class Picked:
    """A role that is meant. guess: what was typed, where it was not the role's name."""

    slug: str
    guess: str = ""


def pick(ctx: Context, query: str, run: Callable[[str], str]) -> Picked | Reply:
    """The role that `query` means, or a reply that lets the person choose.

    `run` gives the command line behind a choice, from a slug. Without a query, there are all
    fields of work to choose from.
    """
    if not query.strip():
        return fields(ctx, wanted_for(run))
    slug = ctx.library.exact(query)
    if slug:
        return Picked(slug)
    hits = ctx.library.find(query, MOST_SHOWN + 1)
    shown = _shortened(query)
    if not hits:
        browse = Button(ctx.texts("hello-browse"), choosing(run))
        return Reply(ctx.texts("role-unknown", query=shown), buttons=(browse,))
    if _is_clear(hits):
        return Picked(hits[0].slug, guess=shown)
    fitting = [hit for hit in hits if hit.score >= _SURE]  # several of that very name
    fitting = fitting or [hit for hit in hits if hit.score >= _FITS]
    if not fitting:
        text = "role-nearest"
    elif fitting[0].named:
        text = "role-choose" if len(fitting) > 1 else "role-perhaps"
    else:
        text = "role-about"
    chosen = (fitting or hits)[:MOST_SHOWN]
    buttons = tuple(Button(ctx.name(hit.slug), run(hit.slug)) for hit in chosen)
    return Reply(ctx.texts(text, query=shown), buttons=buttons)


def likely(ctx: Context, query: str) -> bool:
    """Whether the name of any role fits `query` well enough to be what is meant."""
    return any(hit.named and hit.score >= _FITS for hit in ctx.library.find(query, 1))


def _is_clear(hits: Sequence[Hit]) -> bool:
    """Whether the first is meant: by its name, and far ahead of the next."""
    if not hits[0].named:
        return False
    first = hits[0].score
    second = hits[1].score if len(hits) > 1 else 0.0
    if first >= _SURE:
        return second < _SURE
    return first >= _GOOD and first - second >= _MARGIN


def _shortened(query: str) -> str:
    query = " ".join(query.split())
    return query if len(query) <= 40 else query[:39] + "…"
