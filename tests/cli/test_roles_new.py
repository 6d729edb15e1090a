"""`senpai roles new`: from a name to a document that is served."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.process import Senpai


@pytest.mark.slow
def test_a_new_document_is_written_checked_and_talked_about(senpai: Senpai, tmp_path: Path) -> None:
    out, _ = senpai("roles", "new", "SRE（サイト信頼性エンジニア）", "--to", "mine")
    assert "mine/sre.md" in out
    assert (tmp_path / "mine/sre.md").is_file()
    checked, _ = senpai("roles", "check", "mine")
    assert "mine/sre.md:16: warning: ひな形の文が" in checked
    assert "エラー0件、警告1件" in checked
    said, _ = senpai(
        "chat", "--content", "mine", typed="/role サイト信頼性エンジニア\n/role sre 面接\n"
    )
    assert "■ SRE（サイト信頼性エンジニア）" in said
    assert "この仕事を志したきっかけ" in said


@pytest.mark.slow
def test_both_languages_make_one_role(senpai: Senpai) -> None:
    senpai("roles", "new", "SRE", "--to", "mine")
    senpai("roles", "new", "SRE", "--to", "mine", "--locale", "en")
    out, _ = senpai("roles", "check", "mine", "--locale", "en")
    assert out.endswith("Checked 1 role: 0 errors, 2 warnings.\n")
    assert out.count("words of the template are still here") == 2


@pytest.mark.slow
def test_without_a_folder_it_goes_to_the_first_library_named(
    senpai: Senpai, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    senpai("roles", "new", "SRE", "--content", "mine")
    assert (tmp_path / "mine/sre.md").is_file()


@pytest.mark.slow
def test_an_existing_document_is_left_alone(senpai: Senpai, tmp_path: Path) -> None:
    senpai("roles", "new", "SRE", "--to", "mine")
    (tmp_path / "mine/sre.md").write_text("my work")
    out, err = senpai("roles", "new", "SRE", "--to", "mine", code=1)
    assert out == ""
    assert "mine/sre.md" in err
    assert "--slug" in err
    assert (tmp_path / "mine/sre.md").read_text() == "my work"


@pytest.mark.slow
def test_a_slug_of_ones_own(senpai: Senpai, tmp_path: Path) -> None:
    senpai("roles", "new", "営業", "--slug", "sales", "--to", "mine")
    assert "slug: sales" in (tmp_path / "mine/sales.md").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["Sales", "../sales", "s" * 41, "営業", "a b"])
def test_a_slug_that_is_none_is_explained(senpai: Senpai, tmp_path: Path, slug: str) -> None:
    _, err = senpai("roles", "new", "営業", "--slug", slug, "--to", "mine", code=1)
    assert slug in err
    assert not (tmp_path / "mine").exists()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["", "   "])
def test_a_name_of_nothing_is_explained(senpai: Senpai, tmp_path: Path, name: str) -> None:
    _, err = senpai("roles", "new", name, "--to", "mine", "--locale", "en", code=1)
    assert "name" in err
    assert "None" not in err
    assert not (tmp_path / "mine").exists()


@pytest.mark.slow
def test_a_folder_that_is_a_file_is_said(senpai: Senpai, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    _, err = senpai("roles", "new", "SRE", "--to", "file", code=1)
    assert "file" in err
    assert (tmp_path / "file").read_text() == ""


@pytest.mark.slow
def test_a_folder_that_cannot_be_made_is_said(senpai: Senpai, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    out, err = senpai("roles", "new", "SRE", "--to", "file/below", code=1)
    assert out == ""
    assert "file/below に書き出せません" in err


@pytest.mark.slow
def test_a_name_in_bytes_that_are_no_text_is_written_all_the_same(
    senpai: Senpai, tmp_path: Path
) -> None:
    senpai("roles", "new", os.fsdecode(b"SRE \xff"), "--to", "mine")
    assert "エラー0件、警告1件" in senpai("roles", "check", "mine")[0]
    assert (tmp_path / "mine/sre.md").stat().st_size > 500
