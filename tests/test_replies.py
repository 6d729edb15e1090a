"""Every button leads somewhere: a walk over all that can be reached by pressing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from bot.adapters.console.render import Style, as_text, choices
from bot.app import App
from bot.engine import Engine
from bot.locale import LOCALES, texts
from bot.markup import parse
from bot.messages import LONGEST_RUN, Reply
from tests.walking import Visit, walk

MOST_VISITED = 10_000
LONGEST_LABEL = 75  # of a Slack button; Discord's take 80
LONGEST_OPTION = 75
LONGEST_PAGE = 2_500
MOST_BUTTONS = 25


@cache
def walked(engine: Engine, locale: str) -> tuple[Visit, ...]:
    return tuple(walk(engine, locale, most=MOST_VISITED))


@pytest.fixture(params=LOCALES)
def visits(request: pytest.FixtureRequest, any_app: App) -> tuple[Visit, ...]:
    return walked(any_app.engine, request.param)


def replies(visits: tuple[Visit, ...]) -> Iterator[tuple[str, Reply]]:
    for visit in visits:
        for reply in visit.replies:
            yield f"{visit.run} (from {visit.seen_on})", reply


ERRORS = {
    "error-unexpected": {"number": "\0"},
    "error-no-such-command": {"name": "\0"},
    "error-role-gone": {"slug": "\0"},
    "error-not-understood": {},
    "browse-no-category": {},
    "browse-empty": {},
    "role-unknown": {"query": "\0"},
    "role-nearest": {"query": "\0"},
}


def words(locale: str) -> list[list[str]]:
    """What is only said when something is wrong: the pieces of each text."""
    said = (texts(locale)(name, **values) for name, values in ERRORS.items())
    return [text.split("\0") for text in said]


def test_all_roles_and_sections_are_within_reach(visits: tuple[Visit, ...], any_app: App) -> None:
    seen = {visit.run for visit in visits}
    slugs = {entry.slug for entry in any_app.shelf.library.entries("ja")}
    assert {f"/role {slug}" for slug in slugs} <= seen
    assert {f"/career {slug}" for slug in slugs} <= seen
    assert {f"/role {slug} questions page=2" for slug in slugs} <= seen
    assert len(visits) < MOST_VISITED, "the walk was cut short"


def test_every_step_is_answered_with_something_to_read(visits: tuple[Visit, ...]) -> None:
    for visit in visits:
        assert visit.replies, visit
        for reply in visit.replies:
            shown = as_text(reply, 1, Style(colour=False)).strip()
            assert shown, visit
            assert reply.text or reply.card or reply.form, f"only choices: {visit}"


def test_no_button_leads_to_an_error_or_to_nothing(visits: tuple[Visit, ...]) -> None:
    wrong = [word for locale in LOCALES for word in words(locale)]
    for where, reply in replies(visits):
        shown = as_text(reply, 1, Style(colour=False))
        found = [said for said in wrong if all(piece in shown for piece in said)]
        assert not found, f"{where}: {shown}"


def test_every_reply_shows_a_way_on(visits: tuple[Visit, ...]) -> None:
    ends = [where for where, reply in replies(visits) if not choices(reply) and not reply.form]
    # What is asked for in words alone has no button.
    assert [end for end in ends if not end.startswith("/compare (")] == []


def test_every_run_is_short_and_ascii(visits: tuple[Visit, ...]) -> None:
    for where, reply in replies(visits):
        for label, run in choices(reply):
            assert run.startswith("/"), where
            assert run.isascii(), (where, label)
            assert run.isprintable(), (where, label)
            assert len(run) <= LONGEST_RUN, (where, run)
        assert reply.run.isascii(), where
        assert len(reply.run) <= LONGEST_RUN, where


def test_labels_fit_a_button_and_are_told_apart(visits: tuple[Visit, ...]) -> None:
    for where, reply in replies(visits):
        labels = [label for label, _ in choices(reply)]
        assert all(label.strip() == label and label for label in labels), where
        assert [label for label in labels if len(label) > LONGEST_LABEL] == [], where
        assert len(set(labels)) == len(labels), f"{where}: {labels}"


def test_no_two_buttons_of_a_reply_do_the_same(visits: tuple[Visit, ...]) -> None:
    for where, reply in replies(visits):
        runs = [button.run for button in reply.buttons]
        assert len(set(runs)) == len(runs), f"{where}: {runs}"


def test_no_button_leads_to_where_one_is(visits: tuple[Visit, ...]) -> None:
    for visit in visits:
        for reply in visit.replies:
            assert visit.run not in [button.run for button in reply.buttons], visit.run


def test_menus_and_buttons_fit_every_platform(visits: tuple[Visit, ...]) -> None:
    for where, reply in replies(visits):
        assert len(reply.buttons) <= MOST_BUTTONS, where
        if reply.menu:
            assert reply.menu.options or reply.menu.suggest, where
            assert len(reply.menu.options) <= 25, where
            assert reply.menu.placeholder, where
            assert len({run for _, run in reply.menu.options}) == len(reply.menu.options), where


def test_no_page_is_longer_than_a_person_reads_at_once(visits: tuple[Visit, ...]) -> None:
    for where, reply in replies(visits):
        shown = as_text(reply, 1, Style(colour=False))
        assert len(shown) <= LONGEST_PAGE, f"{where}: {len(shown)}"


def test_no_page_ends_in_a_heading_or_is_empty(visits: tuple[Visit, ...]) -> None:
    for where, reply in replies(visits):
        if reply.card and reply.card.body:
            last = list(parse(reply.card.body))[-1]
            assert last.text.strip(), where
            assert last.bullet is not None or not all(run.bold for run in last.runs), where


def test_no_markup_of_a_document_is_left_in_what_is_shown(visits: tuple[Visit, ...]) -> None:
    for where, reply in replies(visits):
        shown = as_text(reply, 1, Style(colour=False))
        for mark in ("**", "](", "##", "<br", "&nbsp;", "{#", "\\"):
            assert mark not in shown, f"{where}: {mark} in {shown}"


def test_every_card_about_a_role_names_its_document(visits: tuple[Visit, ...]) -> None:
    for where, reply in replies(visits):
        about_a_role = re.match(r"/(?:role|career|compare) [a-z]\w+ (?!\()", where)
        if about_a_role and reply.card:
            assert ".md" in reply.card.footer, f"{where}: {reply.card.footer}"
