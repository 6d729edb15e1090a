"""What changes on disk while Senpai runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.library.shelf import Shelf
from tests.documents import document, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "cmo.md", document("cmo", "初めの名前"))
    return tmp_path


def title(shelf: Shelf, slug: str = "cmo") -> str:
    role = shelf.library.role(slug, "ja")
    return role.title if role else ""


def codes(shelf: Shelf) -> list[str]:
    return [problem.code for problem in shelf.library.problems]


def test_nothing_changed_is_nothing_new(folder: Path) -> None:
    shelf = Shelf([folder])
    before = shelf.library
    assert not shelf.refresh()
    assert shelf.library is before


def test_a_change_an_addition_and_a_removal_are_picked_up(folder: Path) -> None:
    shelf = Shelf([folder])
    write(folder, "cmo.md", document("cmo", "新しい名前"))
    assert shelf.refresh()
    assert title(shelf) == "新しい名前"
    added = write(folder, "sre.md", document("sre"))
    assert shelf.refresh()
    assert title(shelf, "sre") == "SRE"
    added.unlink()
    assert shelf.refresh()
    assert title(shelf, "sre") == ""


def test_whoever_holds_a_library_keeps_what_it_said(folder: Path) -> None:
    shelf = Shelf([folder])
    held = shelf.library
    (folder / "cmo.md").unlink()
    shelf.refresh()
    assert held.role("cmo", "ja") is not None
    assert shelf.library.role("cmo", "ja") is None


def test_a_change_of_the_same_length_in_the_same_second_is_seen(folder: Path) -> None:
    file = write(folder, "cmo.md", document("cmo", "甲の名"))
    shelf = Shelf([folder])
    before = file.stat().st_mtime_ns
    write(folder, "cmo.md", document("cmo", "乙の名"))
    os.utime(file, ns=(before + 1, before + 1))
    assert shelf.refresh()
    assert title(shelf) == "乙の名"


def test_a_file_that_was_only_touched_changes_nothing(folder: Path) -> None:
    shelf = Shelf([folder])
    (folder / "cmo.md").touch()
    assert not shelf.refresh()


def test_what_is_added_to_an_empty_folder_is_found(tmp_path: Path) -> None:
    shelf = Shelf([tmp_path])
    write(tmp_path, "cmo.md", document("cmo"))
    assert shelf.refresh()
    assert title(shelf) == "CMO"


def test_the_last_document_can_go(folder: Path) -> None:
    shelf = Shelf([folder])
    (folder / "cmo.md").unlink()
    assert shelf.refresh()
    assert len(shelf.library) == 0
    assert not shelf.refresh()


@pytest.mark.parametrize(
    "broken", ["", "---\nslug: [\n---\n", "---\ntitle: 名前だけ\n---\n"], ids=repr
)
def test_a_document_that_breaks_keeps_its_last_good_version_until_it_is_mended(
    folder: Path, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    shelf = Shelf([folder])
    write(folder, "cmo.md", broken)
    assert shelf.refresh()
    assert title(shelf) == "初めの名前"
    assert len(codes(shelf)) == 1
    assert "cmo.md:" in caplog.text
    write(folder, "cmo.md", document("cmo", "直した名前"))
    assert shelf.refresh()
    assert (title(shelf), codes(shelf)) == ("直した名前", [])


def test_a_document_that_stays_broken_is_logged_once(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shelf = Shelf([folder])
    write(folder, "cmo.md", "broken")
    shelf.refresh()
    write(folder, "sre.md", document("sre"))
    shelf.refresh()
    assert caplog.text.count("cmo.md:1: error") == 1
    assert title(shelf) == "初めの名前"


def test_a_document_replaced_by_a_folder_is_gone(folder: Path) -> None:
    shelf = Shelf([folder])
    (folder / "cmo.md").unlink()
    write(folder, "cmo.md/sre.md", document("sre"))
    shelf.refresh()
    assert (title(shelf), title(shelf, "sre")) == ("", "SRE")


def test_a_folder_that_is_away_for_a_moment_keeps_what_it_held(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place, elsewhere = folder / "roles", folder / "moved"
    write(place, "cmo.md", document("cmo"))
    write(place, "tech/sre.md", document("sre"))
    write(place, "glossary.yaml", "- {term: x, kind: skill}")
    shelf = Shelf([place])
    place.rename(elsewhere)
    assert shelf.refresh()
    assert [title(shelf, slug) for slug in ("cmo", "sre")] == ["CMO", "SRE"]
    assert shelf.library.glossary.term("x")
    assert codes(shelf) == ["check-unreadable"]
    assert caplog.text.count("roles:1: error") == 1
    assert not shelf.refresh()
    write(elsewhere, "cmo.md", document("cmo", "改めた名前"))
    elsewhere.rename(place)
    assert shelf.refresh()
    assert (title(shelf), codes(shelf)) == ("改めた名前", [])


def test_a_file_that_was_named_and_is_away_keeps_what_it_held(folder: Path) -> None:
    file = folder / "cmo.md"
    shelf = Shelf([file])
    file.rename(folder / "x")
    assert shelf.refresh()
    assert (title(shelf), codes(shelf)) == ("初めの名前", ["check-unreadable"])
    (folder / "x").rename(file)
    assert shelf.refresh()
    assert codes(shelf) == []


def test_a_folder_that_cannot_be_listed_is_told_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write(folder, "tech/sre.md", document("sre"))
    shelf = Shelf([folder])
    scandir = os.scandir

    def refusing(path: str) -> Iterator[os.DirEntry[str]]:
        if path.endswith("tech"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    write(folder, "cmo.md", document("cmo", "新しい名前"))
    assert shelf.refresh()
    assert (title(shelf), title(shelf, "sre")) == ("新しい名前", "SRE")
    assert caplog.text.count("tech:1: error: check-unreadable") == 1
    assert codes(Shelf([folder], report=False)) == ["check-unreadable"]
    monkeypatch.undo()
    assert shelf.refresh()
    assert codes(shelf) == []


def test_a_place_that_cannot_be_listed_is_told_of_at_the_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(path: str) -> Iterator[os.DirEntry[str]]:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refusing)
    shelf = Shelf([folder], report=False)
    assert (len(shelf.library), codes(shelf)) == (0, ["check-unreadable"])


@pytest.mark.parametrize("name", ["glossary.yaml", "cmo.cues.yaml"])
def test_what_stands_beside_and_cannot_be_opened_is_told(folder: Path, name: str) -> None:
    (folder / name).mkdir()  # which is no file to open
    shelf = Shelf([folder], folder / ".cache", report=False)
    assert title(shelf) == "初めの名前"
    (problem,) = shelf.library.problems
    assert (Path(problem.path).name, problem.code) == (name, "check-unreadable")
    (folder / name).rmdir()
    write(folder, "sre.md", document("sre"))
    assert shelf.refresh()
    assert codes(shelf) == []


def test_a_slug_that_moves_to_another_file_stays_served(folder: Path) -> None:
    shelf = Shelf([folder])
    (folder / "cmo.md").rename(folder / "marketing.md")
    assert shelf.refresh()
    assert (title(shelf), codes(shelf)) == ("初めの名前", [])
