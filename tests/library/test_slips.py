"""Slips of authors that every check tells of, though the document can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library.problems import Problem
from bot.library.read import CATEGORIES, read
from bot.library.shelf import Shelf
from bot.library.strict import slips
from bot.library.strict.sections import missing
from bot.library.template import new_document
from bot.locale import LOCALES, texts
from tests.documents import document, write

SECTIONS = "## 主な業務\n\n* 仕入れ\n\n## 必要なスキル\n\n* 交渉\n\n## その他\n\n休みは水曜です。\n"


def found(folder: Path) -> list[tuple[str, int, str]]:
    return [(Path(p.path).name, p.line, p.code) for p in problems(folder)]


def problems(folder: Path) -> list[Problem]:
    library = Shelf([folder], report=False).library
    paths = frozenset(entry.path for entry in library.all_entries())
    return [*library.problems, *slips(library, paths)]


@pytest.mark.parametrize(
    ("field", "code", "args"),
    [
        ("alises: [X]", "check-unknown-field", {"name": "alises", "near": "aliases"}),
        ("relatd: [x]", "check-unknown-field", {"name": "relatd", "near": "related"}),
        ("Catgory: hr", "check-unknown-field", {"name": "catgory", "near": "category"}),
        ("category: markting", "check-unknown-category", {"name": "markting", "near": "marketing"}),
        ("category: Market", "check-unknown-category", {"name": "Market", "near": "marketing"}),
        ("lang: jp", "check-unknown-lang", {"lang": "jp"}),
    ],
)  # fmt: skip
def test_what_is_nearly_a_word_that_senpai_knows_is_told_with_it(
    field: str, code: str, args: dict[str, str]
) -> None:
    role, wrong = read("cmo.md", document("cmo", front=field).encode())
    assert role
    assert [(p.line, p.code, p.args) for p in wrong] == [(4, code, args)]


@pytest.mark.parametrize(
    "field",
    [
        *("author: Aoi", "thumbnail: x.png", "category: fishing", "category: Customer Success"),
        *("category: 漁業", "lang: en-GB", "Related-Jobs: []"),
    ],
)
def test_fields_and_categories_of_ones_own_are_nobodys_slip(field: str) -> None:
    assert read("cmo.md", document("cmo", front=field).encode())[1] == []


def test_every_category_has_a_name_in_every_language() -> None:
    assert all(texts(lang).has(f"category-{each}") for lang in LOCALES for each in CATEGORIES)


def test_a_name_of_another_role_is_told_where_it_stands(tmp_path: Path) -> None:
    write(tmp_path, "cmo.md", document("cmo", "CMO（最高マーケティング責任者）"))
    write(tmp_path, "cmo.en.md", document("cmo", "CMO (Chief Marketing Officer)"))
    assert found(tmp_path) == []
    write(tmp_path, "head.md", document("head", "部長", front="aliases:\n- 課長\n- ＣＭＯ"))
    assert found(tmp_path) == [("head.md", 6, "check-name-taken")]
    (problem,) = problems(tmp_path)
    assert problem.args["other"].endswith("/cmo.md")
    write(tmp_path, "head.md", document("head", "部長（cmo）"))
    assert found(tmp_path) == [("head.md", 3, "check-name-taken")]


def test_an_alias_that_two_roles_share_is_no_ones_name(tmp_path: Path) -> None:
    write(tmp_path, "a.md", document("a", "プロダクトマネージャー（PM）"))
    write(tmp_path, "b.md", document("b", "プロジェクトマネージャー（PM）"))
    assert found(tmp_path) == []


def test_a_heading_that_announces_nothing_is_told_while_a_section_is_missing(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a.md", document("a") + SECTIONS)
    assert found(tmp_path) == []
    write(tmp_path, "a.md", document("a") + SECTIONS.replace("主な業務", "主な行務"))
    ((_, line, code),) = found(tmp_path)
    assert code == "check-odd-heading"
    assert (tmp_path / "a.md").read_text().splitlines()[line - 1] == "## 主な行務"


def test_every_section_that_is_missing_is_told_when_it_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, "a.md", document("a") + SECTIONS)
    role = Shelf([tmp_path]).library.role("a", "ja")
    assert role
    assert [p.args["topic"] for p in missing(role)] == ["team", "outlook", "learn"]


@pytest.mark.parametrize("lang", LOCALES)
def test_a_template_is_called_unfilled_until_nothing_of_it_is_left(
    tmp_path: Path, lang: str
) -> None:
    path = new_document(tmp_path, "SRE", lang)
    (problem,) = problems(tmp_path)
    assert (problem.code, problem.line > 1) == ("check-unfilled", True)
    assert problem.args["text"] in path.read_text(encoding="utf-8")
    text = path.read_text(encoding="utf-8").replace(problem.args["text"], "障害に備える仕事です。")
    path.write_text(text, encoding="utf-8")
    (fewer,) = problems(tmp_path)
    assert int(fewer.args["count"]) == int(problem.args["count"]) - 1
