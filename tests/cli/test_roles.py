"""`senpai roles check` and `show`, for the authors of role documents."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.process import ROOT, Senpai
from tests.documents import document, write

CONTENT = ROOT / "content"
FIELDS = {
    *("slug", "title", "short_name", "aliases", "category", "tags", "keywords", "summary"),
    *("related", "duties", "skills", "tools", "collaboration", "career_paths", "questions"),
    "sections",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "mine/good.md", document("good"))
    write(tmp_path, "mine/broken.md", "---\nslug: x\n---\n")
    write(tmp_path, "mine/warned.md", document("warned", front="related_jobs:\n- nobody"))
    return tmp_path / "mine"


def value(senpai: Senpai, *arguments: str | Path, code: int = 0) -> Any:
    return json.loads(senpai("roles", *arguments, "--json", code=code)[0])


@pytest.mark.slow
def test_the_library_that_comes_with_senpai_is_without_fault(senpai: Senpai) -> None:
    out, err = senpai("roles", "check", "--strict", CONTENT)
    first, sets = out.splitlines()
    assert re.fullmatch("[0-9]+件の職種を確かめました。エラー0件、警告0件。", first)
    assert sets == "職種のほかに、共通の質問の文書1件も確かめています。"
    assert err == ""


@pytest.mark.slow
def test_strict_shows_what_else_a_good_library_has(senpai: Senpai, folder: Path) -> None:
    assert value(senpai, "check", folder / "good.md") == []
    found = value(senpai, "check", "--strict", folder / "good.md", code=1)
    codes = {problem["code"] for problem in found}
    assert codes >= {"check-few-questions", "check-vague-point", "check-length"}
    assert {Path(problem["file"]).name for problem in found} == {"good.md"}


@pytest.mark.slow
def test_a_synonym_is_shown_at_every_check_with_the_term_to_write(
    senpai: Senpai, folder: Path
) -> None:
    write(folder, "glossary.yaml", "- {term: 広告運用, synonyms: [Web広告運用], kind: skill}")
    file = write(folder, "new.md", document("new") + "\n## 必要なスキル\n\n* Web広告運用\n")
    out, _ = senpai("roles", "check", file)
    assert "warning: 「Web広告運用」は、用語集の綴り「広告運用」に書きそろえてください" in out


@pytest.mark.slow
def test_a_document_of_the_library_is_held_to_the_whole_library(senpai: Senpai) -> None:
    assert value(senpai, "check", "--strict", CONTENT / "cto.md") == []


def test_every_problem_is_a_line_with_file_line_level_and_what_to_do(
    senpai: Senpai, folder: Path
) -> None:
    *lines, summary = senpai("roles", "check", "mine", "--locale", "en", code=1)[0].splitlines()
    assert [re.match(r"(.+):(\d+): (error|warning): .+", line) is not None for line in lines] == [
        True
    ] * len(lines)
    assert [line.split(": ")[:2] for line in lines] == [
        ["mine/broken.md:1", "error"],
        ["mine/warned.md:5", "warning"],
    ]
    assert summary == "Checked 2 roles: 1 error, 1 warning."
    assert (folder / "good.md").exists()


@pytest.mark.slow
def test_problems_are_explained_in_the_language_of_the_author(senpai: Senpai, folder: Path) -> None:
    out, _ = senpai("roles", "check", folder, code=1)
    assert "title がありません" in out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("files", "options", "code"),
    [
        (("good.md",), (), 0),
        (("warned.md",), (), 0),
        (("warned.md",), ("--strict",), 1),
        (("broken.md",), (), 1),
        (("good.md", "broken.md"), (), 1),
        (("good.md", "warned.md"), (), 0),
    ],
)
def test_the_exit_code_says_whether_all_is_well(
    senpai: Senpai, folder: Path, files: tuple[str, ...], options: tuple[str, ...], code: int
) -> None:
    senpai("roles", "check", *options, *(folder / file for file in files), code=code)


def test_problems_as_json(senpai: Senpai, folder: Path) -> None:
    first, second = value(senpai, "check", folder, code=1)
    assert (Path(first["file"]).name, first["line"], first["level"]) == ("broken.md", 1, "error")
    assert (first["code"], second["code"]) == ("check-missing-title", "check-unknown-related")
    assert "nobody" in second["message"]


@pytest.mark.slow
def test_no_problems_as_json_are_an_empty_list(senpai: Senpai, folder: Path) -> None:
    assert value(senpai, "check", folder / "good.md") == []


def test_a_single_file_may_name_roles_of_the_library_and_of_its_own_folder(
    senpai: Senpai, folder: Path
) -> None:
    file = write(folder, "new.md", document("new", front="related_jobs: [cmo, good, nobody]"))
    problems = value(senpai, "check", file)
    assert [problem["code"] for problem in problems] == ["check-unknown-related"]
    assert "nobody" in problems[0]["message"]


@pytest.mark.slow
def test_files_that_nobody_reads_are_told(senpai: Senpai, folder: Path) -> None:
    (folder / "broken.md").unlink()
    for name in ("good.cues.yml", "gone.cues.yaml", "glossary.yml", "_gone.cues.yaml", "x.yaml"):
        write(folder, name, "")
    found = [p for p in value(senpai, "check", folder) if p["code"] == "check-stray"]
    names = [Path(problem["file"]).name for problem in found]
    assert names == ["glossary.yml", "gone.cues.yaml", "good.cues.yml"]


@pytest.mark.slow
def test_a_single_file_is_told_of_a_name_that_the_library_has_already(
    senpai: Senpai, folder: Path
) -> None:
    file = write(folder, "new.md", document("new", front="aliases:\n- CMO"))
    (problem,) = value(senpai, "check", file)
    assert (problem["code"], problem["line"]) == ("check-name-taken", 5)
    assert "content/cmo" in problem["message"]


@pytest.mark.slow
def test_a_slug_that_stands_twice_among_the_checked_is_an_error(
    senpai: Senpai, folder: Path
) -> None:
    write(folder, "twin.md", document("good"))
    problems = value(senpai, "check", folder / "good.md", folder / "twin.md", code=1)
    assert [(Path(p["file"]).name, p["code"]) for p in problems] == [
        ("twin.md", "check-duplicate-slug")
    ]


@pytest.mark.slow
@pytest.mark.parametrize("paths", [("nowhere",), (str(CONTENT), "nowhere.md")])
def test_a_path_that_does_not_exist_is_named(senpai: Senpai, paths: tuple[str, ...]) -> None:
    out, err = senpai("roles", "check", *paths, code=2)
    assert "nowhere" in err
    assert out == ""


@pytest.mark.slow
def test_an_empty_folder_has_no_faults(senpai: Senpai, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "0件の職種" in senpai("roles", "check", "empty")[0]


def test_a_role_is_shown_as_people_will_see_it(senpai: Senpai) -> None:
    out, _ = senpai("roles", "show", "cmo")
    assert "■ CMO（最高マーケティング責任者）" in out
    assert "出典：" in out
    assert "[1]" not in out


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cmo", "CMO", "最高マーケティング責任者", "ｃｍｏ"])
def test_a_role_is_shown_by_any_of_its_names(senpai: Senpai, name: str) -> None:
    assert value(senpai, "show", name)["slug"] == "cmo"


def test_a_role_as_json_has_every_field(senpai: Senpai) -> None:
    role = value(senpai, "show", "cmo")
    assert role.keys() >= FIELDS
    assert role["title"].startswith("CMO（最高マーケティング責任者")
    assert role["short_name"] == "CMO"
    assert "最高マーケティング責任者" in role["aliases"]
    assert role["related"] == [
        *("marketing_manager", "brand_manager", "growth_leader", "head_of_marketing", "ceo")
    ]
    assert role["summary"].startswith("CMOは、")
    assert "Tableau" in role["tools"]
    assert role["skills"][0].keys() == {"group", "items"}
    assert all(isinstance(item, str) for group in role["skills"] for item in group["items"])
    assert role["collaboration"][0].keys() >= {"counterpart", "text"}
    assert role["collaboration"][0]["counterpart"] == "CEO"
    assert role["career_paths"][0][0] == {"step": "マーケティング担当", "note": "3年"}
    assert role["career_paths"][0][-1] == {"step": "CMO", "note": ""}
    assert [question["number"] for question in role["questions"]] == list(range(1, 21))
    assert all(question.keys() >= {"id", "text", "points"} for question in role["questions"])
    assert len({question["id"] for question in role["questions"]}) == 20
    assert all(
        point.keys() == {"id", "text", "line"}
        for question in role["questions"]
        for point in question["points"]
    )
    assert role["sections"][0]["heading"] == "1. CMOとは？"
    assert "月額制の業務ソフト" in role["sections"][0]["text"]


@pytest.mark.slow
def test_the_language_decides_which_document_is_shown(senpai: Senpai) -> None:
    assert value(senpai, "show", "cmo", "--locale", "en")["lang"] == "en"
    assert value(senpai, "show", "cmo")["lang"] == "ja"


@pytest.mark.slow
def test_a_file_is_shown_wherever_it_lies(senpai: Senpai, folder: Path) -> None:
    assert value(senpai, "show", folder / "good.md")["slug"] == "good"
    assert "■ GOOD" in senpai("roles", "show", "mine/good.md")[0]


@pytest.mark.slow
def test_an_english_file_is_shown_to_a_japanese_author(senpai: Senpai) -> None:
    assert value(senpai, "show", CONTENT / "cmo.en.md")["lang"] == "en"


def test_a_broken_file_is_explained(senpai: Senpai, folder: Path) -> None:
    out, err = senpai("roles", "show", folder / "broken.md", code=1)
    assert out == ""
    assert re.search(r"broken\.md:1: .*title がありません", err)


@pytest.mark.slow
@pytest.mark.parametrize("role", ["nobody", "マネージャー", "", "../content/cmo.md"])
def test_a_role_that_is_none_is_said(senpai: Senpai, role: str) -> None:
    out, err = senpai("roles", "show", role, code=1)
    assert out == ""
    assert "という職種の文書はありません" in err


@pytest.mark.slow
def test_without_an_action_the_actions_are_listed(senpai: Senpai) -> None:
    err = senpai("roles", code=2)[1]
    assert "ACTION" in err
