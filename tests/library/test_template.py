"""`senpai roles new`: whatever the role is called, what is written can be served as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library.read import is_slug
from bot.library.shelf import Shelf
from bot.library.template import new_document, slug_for

NAMES = [
    "SRE",
    "SRE（サイト信頼性エンジニア）",
    "サイト信頼性エンジニア",
    'She said "hi"',
    "It's 'quoted'",
    "title: with: colons",
    "# heading",
    "- bullet",
    "**bold** and `code`",
    "[link](http://example.com)",
    "100% $slug ${name} $",
    "C++ / C# 開発者",
    "back\\slash",
    "🚀ロケット係🧑‍🚀",
    "A → B",
    "{braces} & *stars* !tag",
    "yes",
    "null",
    "2026-01-01",
    "0x10",
    "長い" * 150,
    "x" * 300,
    "two\nlines",
    "　全角　空白　",
    "<script>alert(1)</script>",
    "Ａｌｌ　ｗｉｄｅ",
    "---",
    "面接の質問",
]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:20])
def test_a_new_document_passes_the_check(name: str, lang: str, tmp_path: Path) -> None:
    new_document(tmp_path, name, lang)
    library = Shelf([tmp_path]).library
    assert library.problems == ()
    (entry,) = library.entries(lang)
    assert (entry.title, entry.lang) == (" ".join(name.split()), lang)
    role = library.role(entry.slug, lang)
    assert role is not None
    assert role.summary.text
    assert role.duties
    assert role.skills
    assert role.tools
    assert role.collaboration
    assert role.career_paths or len(name) > 60  # no step on a path is that long
    assert role.questions


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:20])
def test_every_name_gives_a_slug(name: str) -> None:
    assert is_slug(slug_for(name))


def test_the_slug_comes_from_the_letters_of_the_name() -> None:
    assert slug_for("SRE（サイト信頼性エンジニア）") == "sre"
    assert slug_for("Site Reliability Engineer") == "site_reliability_engineer"


def test_names_without_letters_get_slugs_of_their_own() -> None:
    assert slug_for("営業") != slug_for("経理")
    assert slug_for("営業") == slug_for("営業")


def test_a_document_is_never_written_over(tmp_path: Path) -> None:
    path = new_document(tmp_path, "SRE", "ja")
    path.write_text("my work", encoding="utf-8")
    with pytest.raises(FileExistsError):
        new_document(tmp_path, "SRE", "ja")
    assert path.read_text(encoding="utf-8") == "my work"


def test_both_languages_stand_side_by_side_as_one_role(tmp_path: Path) -> None:
    files = {new_document(tmp_path, "SRE", lang).name for lang in ("ja", "en")}
    library = Shelf([tmp_path]).library
    assert files == {"sre.md", "sre.en.md"}
    assert (len(library), library.problems) == (1, ())


@pytest.mark.parametrize("slug", ["Big", "a b", "x" * 41, "../up", "a/b", "日本", "_a"])
def test_a_slug_that_is_none_writes_nothing(slug: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"."):
        new_document(tmp_path / "docs", "SRE", "ja", slug)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_a_role_without_a_name_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r".*"):
        new_document(tmp_path / "docs", name, "ja")
    assert not list(tmp_path.iterdir())
