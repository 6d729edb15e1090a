"""The library that comes with Senpai."""

from __future__ import annotations

import re

from bot.library.library import Library
from tests.conftest import CONTENT

ENGLISH = sorted(path.name.removesuffix(".en.md") for path in CONTENT.glob("*.en.md"))


def test_the_languages_of_a_role_ask_the_same(library: Library) -> None:
    for slug in ENGLISH:
        japanese, english = library.role(slug, "ja"), library.role(slug, "en")
        assert japanese
        assert english
        assert (japanese.lang, english.lang) == ("ja", "en"), slug
        ids = [question.id for question in japanese.questions]
        assert ids == [question.id for question in english.questions], slug


def test_every_question_has_an_id_that_its_author_gave_it(library: Library) -> None:
    for entry in library.all_entries():
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) for id in entry.question_ids)
        name = entry.slug if entry.lang == "ja" else f"{entry.slug}.{entry.lang}"
        written = (CONTENT / f"{name}.md").read_text(encoding="utf-8")
        assert re.findall(r"\{#(.+?)\}", written) == list(entry.question_ids), name


def test_every_document_is_a_role(library: Library) -> None:
    names = {path.name for path in CONTENT.glob("*.md")} - {"README.md"}
    assert {entry.path.rpartition("/")[2] for entry in library.all_entries()} == names


def test_the_common_questions_can_be_judged_and_hinted_at(library: Library) -> None:
    for lang in ("ja", "en"):
        common = library.role("common", lang)
        assert common
        for question in common.questions:
            assert 3 <= len(question.points) <= 5
            assert all(len(point.cues) == 6 for point in question.points)


def test_no_id_shows_in_a_question(library: Library) -> None:
    for entry in library.all_entries():
        role = library.role(entry.slug, entry.lang)
        assert role
        assert not any("{" in question.text for question in role.questions)
