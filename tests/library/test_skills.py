"""What a role asks for beyond the one before it."""

from __future__ import annotations

import pytest

from bot.library.glossary import Glossary
from bot.library.model import Role
from bot.library.read import read
from bot.library.skills import gap


def role(skills: str = "", tools: str = "") -> Role:
    lists = [("スキル", skills), ("ツール", tools)]
    body = "\n\n".join(
        f"### {name}\n\n" + "\n".join(f"* {item}" for item in items.split())
        for name, items in lists
        if items
    )
    found, problems = read(
        "x.md", f"---\nslug: x\ntitle: X\n---\n\n## スキルとツール\n\n{body}\n".encode()
    )
    assert found is not None, problems
    return found


def test_only_what_is_new_is_named_as_the_role_writes_it_and_in_its_order() -> None:
    last = role(skills="交渉 分析", tools="Excel")
    assert gap(last, role("損益管理 分析 採用", "Tableau Excel")) == (
        ["損益管理", "採用"],
        ["Tableau"],
    )


@pytest.mark.parametrize(
    ("known", "same"),
    [
        ("SQL", "ｓｑｌ"),
        ("マネージメント", "マネジメント"),
        ("プロジェクト・マネジメント", "プロジェクトマネジメント"),
        ("Google-Analytics", "googleanalytics"),
        ("ﾃﾞｰﾀ分析", "データ分析"),
    ],
)
def test_differences_of_spelling_are_no_differences(known: str, same: str) -> None:
    assert gap(role(skills=known), role(skills=same)) == ([], [])


@pytest.mark.parametrize(("known", "other"), [("C", "C++"), ("C", "C#"), ("Java", "JavaScript")])
def test_names_that_merely_look_alike_are_different(known: str, other: str) -> None:
    assert gap(role(skills=known), role(skills=other)) == ([other], [])


def test_without_a_role_before_everything_is_new() -> None:
    assert gap(None, role("交渉", "Excel")) == (["交渉"], ["Excel"])


def test_a_role_asks_nothing_new_of_itself() -> None:
    assert gap(role("交渉", "Excel"), role("交渉", "Excel")) == ([], [])


def test_a_tool_is_not_named_among_the_skills_too() -> None:
    assert gap(role("交渉"), role("交渉", "Excel")) == ([], ["Excel"])


def test_a_tool_that_the_last_role_lists_as_a_skill_is_known() -> None:
    assert gap(role(skills="Excel"), role(tools="Excel")) == ([], [])


def test_a_skill_that_stands_in_two_groups_is_named_once() -> None:
    assert gap(role("交渉"), role("分析 ぶんせき 分析")) == (["分析", "ぶんせき"], [])


def test_a_role_without_skills_asks_for_nothing() -> None:
    assert gap(role("交渉"), role()) == ([], [])


def test_by_a_glossary_synonyms_and_languages_are_the_same_skill() -> None:
    text = "- {term: 損益管理, en: P&L-management, synonyms: [PL管理], kind: skill}"
    same = Glossary(("glossary.yaml", text.encode())).same
    assert gap(role("PL管理"), role("P&L-management 交渉"), same) == (["交渉"], [])
    assert gap(role("PL管理"), role("損益管理")) == (["損益管理"], [])
