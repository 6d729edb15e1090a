"""A folder of documents is loaded, watched, and served whatever state its files are in."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.library.files import scan
from bot.library.library import Library
from bot.library.problems import Level
from bot.library.shelf import Shelf
from tests.documents import document, write
from tests.logs import messages


def slugs(library: Library, lang: str = "ja") -> list[str]:
    return [entry.slug for entry in library.entries(lang)]


def errors(library: Library) -> list[tuple[str, int, str]]:
    return [(Path(p.path).name, p.line, p.code) for p in library.problems if p.level is Level.ERROR]


def test_documents_of_a_folder_and_the_folders_below_are_served(tmp_path: Path) -> None:
    write(tmp_path, "cmo.md", document("cmo"))
    write(tmp_path, "tech/sre.md", document("sre"))
    write(tmp_path, "深い/フォルダ/営業.md", document("sales"))
    shelf = Shelf([tmp_path])
    assert slugs(shelf.library) == ["cmo", "sales", "sre"]
    assert shelf.library.problems == ()


@pytest.mark.parametrize(
    "name", ["README.md", "readme.md", "_draft.md", ".md", ".x.md", "cmo.txt", "cmo.md.bak"]
)
def test_files_that_are_no_documents_are_left_out(tmp_path: Path, name: str) -> None:
    write(tmp_path, "cmo.md", document("cmo"))
    write(tmp_path, name, document("other"))
    assert slugs(Shelf([tmp_path]).library) == ["cmo"]


@pytest.mark.parametrize("folder", [".git", ".obsidian", "_drafts"])
def test_hidden_folders_and_folders_of_drafts_are_left_out(tmp_path: Path, folder: str) -> None:
    write(tmp_path, f"{folder}/x.md", "broken")
    shelf = Shelf([tmp_path])
    assert (slugs(shelf.library), shelf.library.problems) == ([], ())


def test_a_hidden_folder_that_is_named_itself_is_read(tmp_path: Path) -> None:
    write(tmp_path, ".roles/cmo.md", document("cmo"))
    assert slugs(Shelf([tmp_path / ".roles"]).library) == ["cmo"]


def test_a_single_file_may_have_any_name(tmp_path: Path) -> None:
    file = write(tmp_path, "_draft.txt", document("cmo"))
    assert slugs(Shelf([file]).library) == ["cmo"]


def test_files_and_folders_are_served_together_and_each_file_once(tmp_path: Path) -> None:
    first = write(tmp_path, "a/cmo.md", document("cmo"))
    write(tmp_path, "b/sre.md", document("sre"))
    shelf = Shelf([tmp_path / "a", tmp_path / "b", first])
    assert slugs(shelf.library) == ["cmo", "sre"]
    assert shelf.library.problems == ()


@pytest.mark.parametrize("missing", ["none", "none.md", "none/below"])
def test_a_place_that_does_not_exist_is_named(tmp_path: Path, missing: str) -> None:
    with pytest.raises(FileNotFoundError, match="none"):
        Shelf([tmp_path, tmp_path / missing])


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    assert len(Shelf([tmp_path]).library) == 0


BROKEN = {
    "empty": (b"", 1),
    "binary": (b"\x89PNG\r\n\x1a\n\0\0\0\xff", 1),
    "shift-jis": (document("sjis").encode("cp932"), 6),
    "unclosed": (b"---\nslug: x\ntitle: X\n", 1),
    "bad-slug": (document("NO SLUG").encode(), 2),
}


@pytest.mark.parametrize(("data", "line"), BROKEN.values(), ids=BROKEN)
def test_a_broken_document_is_logged_with_file_and_line_and_the_others_are_served(
    tmp_path: Path, data: bytes, line: int, caplog: pytest.LogCaptureFixture
) -> None:
    write(tmp_path, "a.md", document("a"))
    (tmp_path / "broken.md").write_bytes(data)
    write(tmp_path, "z.md", document("z"))
    with caplog.at_level(logging.ERROR):
        shelf = Shelf([tmp_path])
    assert slugs(shelf.library) == ["a", "z"]
    assert [message for message in caplog.messages if f"broken.md:{line}: error" in message]
    assert [(file, at) for file, at, _ in errors(shelf.library)] == [("broken.md", line)]


def test_warnings_do_not_fill_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(tmp_path, "cmo.md", document("cmo", front="related_jobs: [nobody]"))
    shelf = Shelf([tmp_path])
    assert [p.code for p in shelf.library.problems] == ["check-unknown-related"]
    assert messages(caplog) == []


def test_a_folder_with_the_name_of_a_document_hides_nothing(tmp_path: Path) -> None:
    write(tmp_path, "role.md/cmo.md", document("cmo"))
    assert slugs(Shelf([tmp_path]).library) == ["cmo"]


def test_a_dangling_link_costs_only_itself(tmp_path: Path) -> None:
    write(tmp_path, "cmo.md", document("cmo"))
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    assert slugs(Shelf([tmp_path]).library) == ["cmo"]


def test_links_that_lead_back_are_not_followed_for_ever(tmp_path: Path) -> None:
    write(tmp_path, "a/cmo.md", document("cmo"))
    write(tmp_path, "b/sre.md", document("sre"))
    (tmp_path / "a" / "up").symlink_to("..")
    (tmp_path / "a" / "across").symlink_to("../b")
    (tmp_path / "b" / "here").symlink_to(".")
    (tmp_path / "b" / "itself").symlink_to("itself")
    library = Shelf([tmp_path / "a"]).library
    assert slugs(library) == ["cmo", "sre"]
    assert [path for path in scan([tmp_path / "b"]) if "here" in path] == []


def test_what_a_terminal_would_obey_is_not_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(tmp_path, "cmo.md", document("cmo").replace("slug: cmo", 'slug: "a\\e[31m\\u202e"'))
    Shelf([tmp_path])
    (line,) = messages(caplog)
    assert "check-bad-slug" in line
    assert line.isprintable()


def test_a_link_to_a_folder_of_documents_is_no_document(tmp_path: Path) -> None:
    write(tmp_path, "shelf/cmo.md", document("cmo"))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "shelf" / "linked.md").symlink_to(tmp_path / "elsewhere")
    assert slugs(Shelf([tmp_path / "shelf"]).library) == ["cmo"]


def test_the_first_of_two_with_one_slug_stays_and_the_second_is_told_of_it(tmp_path: Path) -> None:
    write(tmp_path, "a.md", document("cmo", "先の方"))
    write(tmp_path, "b.md", document("cmo", "後の方"))
    library = Shelf([tmp_path]).library
    role = library.role("cmo", "ja")
    assert role is not None
    assert role.title == "先の方"
    (problem,) = library.problems
    assert problem.path.endswith("b.md")
    assert problem.level is Level.ERROR
    assert problem.args["other"].endswith("a.md")


def test_one_slug_in_two_languages_is_one_role(tmp_path: Path) -> None:
    write(tmp_path, "cmo.md", document("cmo", "最高マーケティング責任者"))
    write(tmp_path, "cmo.en.md", document("cmo", "Chief Marketing Officer"))
    library = Shelf([tmp_path]).library
    assert (len(library), library.problems) == (1, ())
    titles = {lang: library.entry("cmo", lang) for lang in ("ja", "en", "fr")}
    assert {lang: entry.title for lang, entry in titles.items() if entry} == {
        "ja": "最高マーケティング責任者",
        "en": "Chief Marketing Officer",
        "fr": "最高マーケティング責任者",
    }


@pytest.mark.parametrize(("written", "asked"), [("ja", "en"), ("en", "ja"), ("fr", "en")])
def test_a_role_in_another_language_only_is_better_than_none(
    tmp_path: Path, written: str, asked: str
) -> None:
    write(tmp_path, "cmo.md", document("cmo", front=f"lang: {written}"))
    role = Shelf([tmp_path]).library.role("cmo", asked)
    assert role is not None
    assert role.lang == written


def test_a_warm_shelf_serves_what_a_cold_one_does(tmp_path: Path) -> None:
    write(tmp_path, "cmo.md", document("cmo"))
    warm, cold = Shelf([tmp_path], warm=("ja", "en")).library, Shelf([tmp_path]).library
    assert [hit.slug for hit in warm.find("cm")] == ["cmo"]
    assert warm.find("cm") == cold.find("cm")
    assert warm.node("cmo", "en") == cold.node("cmo", "en") is not None
