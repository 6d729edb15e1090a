"""The library that comes with Senpai."""

from __future__ import annotations

import re

import pytest

from bot.library.library import Library
from tests.conftest import CONTENT

SLUGS = sorted(path.name.removesuffix(".en.md") for path in CONTENT.glob("*.en.md"))
ROLES = [slug for slug in SLUGS if slug != "common"]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_languages_of_a_role_ask_the_same(slug: str, library: Library) -> None:
    japanese, english = library.role(slug, "ja"), library.role(slug, "en")
    assert japanese
    assert english
    assert (japanese.lang, english.lang) == ("ja", "en")
    ids = [question.id for question in japanese.questions]
    assert len(ids) == (20 if slug in ROLES else 5)
    assert ids == [question.id for question in english.questions]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) for id in ids)
    written = (CONTENT / f"{slug}.md").read_text(encoding="utf-8")
    assert re.findall(r"\{#(.+?)\}", written) == ids


def test_every_role_is_there_in_both_languages(library: Library) -> None:
    assert [entry.slug for entry in library.entries("ja")] == ROLES
    assert all(library.entry(slug, "en") != library.entry(slug, "ja") for slug in SLUGS)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_common_questions_can_be_judged_and_hinted_at(lang: str, library: Library) -> None:
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
