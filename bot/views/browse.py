"""The fields of work, and the roles of one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from bot.command import Context
from bot.library.model import Entry
from bot.locale import Texts
from bot.markup import escape
from bot.messages import Button, Card, Menu, Reply
from bot.views import pages
from bot.views.wanted import Wanted

_MENU_SIZE = 20
BEGINNERS = "beginners"
"""The id of what is browsed like a field: the roles that one can enter without experience."""

_ID = re.compile("[a-z0-9_-]{1,30}")


def category_id(category: str) -> str:
    """A field as a command line can name it: itself if that is short ASCII, else a hash of it."""
    plain = category.strip().lower().replace(" ", "_")
    if _ID.fullmatch(plain):
        return plain
    return "c-" + hashlib.blake2b(category.encode(), digest_size=4).hexdigest()


def category_name(ctx: Context, category: str) -> str:
    return field_name(ctx.texts, category)


def field_name(say: Texts, category: str) -> str:
    """What people call the field; as the author wrote it where Senpai has no word for it."""
    if not category:
        return say("category-none")
    known = f"category-{category_id(category)}"
    return say(known) if say.has(known) else category


def fields(ctx: Context, wanted: Wanted) -> Reply:
    """All fields to choose from."""
    categories = ctx.library.categories(ctx.lang)
    if not categories:
        return Reply(ctx.texts("browse-empty"))
    options: list[tuple[str, str]] = []
    shelves = list(categories.items())
    pages_needed = -(-len(shelves) // _MENU_SIZE)
    number = pages.number(ctx.values.get("page", ""), pages_needed)
    for category, entries in shelves[(number - 1) * _MENU_SIZE : number * _MENU_SIZE]:
        name = category_name(ctx, category)
        label = ctx.texts("browse-category", category=name, count=len(entries))
        options.append((label, _run(category, wanted)))
    if number == 1 and (beginners := _beginners(ctx)):
        label = ctx.texts("browse-beginners", count=len(beginners))
        options.insert(0, (label, wanted.again(f"category={BEGINNERS}")))
    here = wanted.again()
    turning = tuple(pages.turning(ctx.texts, here, number, pages_needed))
    # By its name alone, a role is shown.
    body = "" if wanted.aim else escape(_counted(ctx))
    card = Card(ctx.texts("browse-title"), body)
    return _choices(ctx, card, options, turning, run=here, suggest=wanted.suggest)


def field(ctx: Context, id: str, wanted: Wanted) -> Reply:
    """The roles of the field with that id, some to a page."""
    for category, entries in ctx.library.categories(ctx.lang).items():
        if category_id(category) == id:
            title = ctx.texts("browse-category-title", category=category_name(ctx, category))
            return _roles(ctx, title, entries, _run(category, wanted), wanted)
    if id == BEGINNERS and (beginners := _beginners(ctx)):
        here = wanted.again(f"category={BEGINNERS}")
        return _roles(ctx, ctx.texts("browse-beginners-title"), beginners, here, wanted)
    buttons = (Button(ctx.texts("browse-all"), wanted.again()),)
    return Reply(ctx.texts("browse-no-category"), buttons=buttons)


def _counted(ctx: Context) -> str:
    """How many roles there are, and how many of them in this language where not all are."""
    say, roles = ctx.texts, ctx.library.entries(ctx.lang)
    count = sum(entry.lang == ctx.lang for entry in roles)
    if count == len(roles):
        return say("browse-body", roles=len(roles))
    return say("browse-body-some", roles=len(roles), count=count)


def _listed(ctx: Context, entry: Entry) -> str:
    """The role's name, with the language of its document where that is another one."""
    say, name, language = ctx.texts, entry.called(ctx.lang), f"language-{entry.lang}"
    if entry.lang == ctx.lang or not say.has(language):
        return name
    return say("browse-in-language", name=name, language=say(language))


def _beginners(ctx: Context) -> list[Entry]:
    return [entry for entry in ctx.library.entries(ctx.lang) if entry.for_beginners]


def _roles(ctx: Context, title: str, entries: Sequence[Entry], here: str, wanted: Wanted) -> Reply:
    say = ctx.texts
    starts = range(0, len(entries), _MENU_SIZE)
    screens = [entries[i : i + _MENU_SIZE] for i in starts]
    number = pages.number(ctx.values.get("page", ""), len(screens))
    if len(screens) > 1:
        title = say("role-page-title", title=title, page=number, pages=len(screens))
    options = [(_listed(ctx, e), wanted.role(e.slug)) for e in screens[number - 1]]
    extra = (
        *pages.turning(say, here, number, len(screens)),
        Button(say("browse-all"), wanted.again()),
    )
    return _choices(ctx, Card(title), options, extra, run=here)


def _run(category: str, wanted: Wanted) -> str:
    return wanted.again(f"category={category_id(category)}")


def _choices(
    ctx: Context,
    card: Card,
    options: Sequence[tuple[str, str]],
    extra: Sequence[Button] = (),
    *,
    run: str,
    suggest: str = "",
) -> Reply:
    """A few as buttons, many as a menu."""
    placeholder = ctx.texts("browse-placeholder")
    if len(options) <= 6:
        buttons = (*(Button(*option) for option in options), *extra)
        menu = Menu(placeholder, suggest=suggest) if suggest else None
        return Reply(card=card, buttons=buttons, menu=menu, run=run)
    fields = ctx.texts("browse-placeholder-field")
    menu = Menu(fields if suggest else placeholder, tuple(options), suggest)
    return Reply(card=card, menu=menu, buttons=tuple(extra), run=run)
