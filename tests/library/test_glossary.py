"""The glossary: spellings, rungs, and skills that are the same whatever they are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.library.glossary import Glossary
from bot.library.library import Library
from bot.library.shelf import Shelf
from tests.documents import document, write

TEXT = """
- {term: "広告運用", en: "Ad operations", synonyms: ["Web広告運用"], kind: skill}
- {term: "GA4", synonyms: ["Googleアナリティクス4"], kind: tool}
- {term: "損益管理", en: "P&L management", abbr: "PL管理", kind: skill}
- {term: "人事部長", en: "Head of HR", kind: rung}
"""


def glossary(text: str = TEXT) -> Glossary:
    return Glossary(("content/glossary.yaml", text.encode()))


@pytest.mark.parametrize("name", ["広告運用", "Ad operations", "ad-operations", "Web広告 運用"])
def test_a_term_is_known_by_all_its_spellings(name: str) -> None:
    term = glossary().term(name)
    assert term
    assert (term.spelt("ja"), term.spelt("en")) == ("広告運用", "Ad operations")
    assert glossary().same(name) == glossary().same("広告運用")


def test_a_term_without_an_english_spelling_keeps_its_own() -> None:
    term = glossary().term("googleアナリティクス4")
    assert term
    assert term.spelt("en") == "GA4"


def test_what_is_no_term_is_the_same_as_itself_only() -> None:
    assert glossary().same("交 渉") == glossary().same("交渉") == Glossary().same("交渉")
    assert glossary().term("交渉") is None
    assert not Glossary()


def test_a_rung_is_no_skill_and_a_skill_no_rung() -> None:
    assert glossary().is_rung("人事部長")
    assert glossary().is_rung("head of HR")
    assert not glossary().is_rung("広告運用")
    assert glossary().term("人事部長") is None


def test_a_spelling_of_two_terms_is_reported_where_the_second_stands() -> None:
    two = TEXT + '- {term: "収支管理", synonyms: ["PL管理"], kind: skill}\n'
    (problem,) = glossary(two).problems
    assert (problem.code, problem.line) == ("check-glossary-shared", 6)
    assert problem.args == {"text": "PL管理", "first": "損益管理", "second": "収支管理"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("term: x\n", 1),
        ("- x\n", 1),
        ("- {term: x, kind: skill}\n- {term: y}\n", 2),
        ("- {term: x, kind: feeling}\n", 1),
        ("- {term: [x], kind: skill}\n", 1),
        ("- {term: x}}\n", 1),
    ],
)
def test_a_glossary_that_cannot_be_read_is_reported_and_harms_nothing(text: str, line: int) -> None:
    broken = glossary(text)
    assert [(p.code, p.line) for p in broken.problems] == [("check-glossary-unreadable", line)]
    assert broken.term("x") is None


@pytest.mark.parametrize("text", ["", "\n# nothing yet\n"])
def test_an_empty_glossary_has_no_terms(text: str) -> None:
    assert glossary(text).problems == ()
    assert glossary(text).term("x") is None


def test_the_shelf_reads_the_glossary_beside_the_documents_and_reads_it_again(
    tmp_path: Path,
) -> None:
    file = write(tmp_path, "a.md", document("a"))
    shelf, alone = Shelf([tmp_path]), Shelf([file])
    assert not shelf.library.glossary
    written = write(tmp_path, "glossary.yaml", TEXT)
    assert shelf.refresh()
    assert alone.refresh()
    for library in (shelf.library, alone.library):
        assert library.glossary.term("Web広告運用")
        assert len(library) == 1
    assert not shelf.refresh()
    written.write_text("[]", encoding="utf-8")
    os.utime(written, ns=(1, 1))
    assert shelf.refresh()
    assert not shelf.library.glossary.term("Web広告運用")


def test_the_glossary_of_the_library_can_be_read_and_says_each_thing_once(library: Library) -> None:
    assert library.glossary.problems == ()
    assert library.glossary.same("GA4") == library.glossary.same("Google Analytics 4")
    assert library.glossary.is_rung("New Graduate")
