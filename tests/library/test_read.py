"""A document of our own form: every field, every line."""

from __future__ import annotations

import pytest

from bot.library.model import (
    CareerPath,
    Counterpart,
    Fact,
    Point,
    Role,
    SkillGroup,
    Step,
    Story,
    Topic,
)
from bot.library.problems import Level
from bot.library.questions import point_id, question_id
from bot.library.read import read

DOCUMENT = """---
slug: data_analyst
title: データアナリスト（Data Analyst, 分析担当）の仕事
category: data
aliases:
- アナリスト
tags: [SQL, 可視化]
keywords: データ分析、SQL, BI
related_jobs:
- data_engineer
- "product_manager"
updated: 2026-04-01
---

# データアナリスト（Data Analyst, 分析担当）の仕事

## 1. データアナリストとは？

数字から事業の問いに答える仕事です。
問いを立てるところから関わります。

## 2. 主な業務

* 指標の設計
* 集計と[可視化](https://example.com)

## 3. 必要なスキルとツール

### 分析のスキル

* 統計の基礎

### ツール

* BigQuery、Tableauなど

## 4. 協業スタイル

* **企画**：問いをそろえる

## 5. キャリアパス

* 経理 → データアナリスト（2年） → 分析責任者

### ストーリー：経理から

Bさんは表計算から始めた。

## 6. 将来展望

* 自動集計が広がる

## 7. 学習方法

### 基礎

* 統計検定の教材

## 8. 服装と働く場所

在宅が多い。

| 曜日 | 場所 |
|------|------|
| 月 | 会社 |

## 9. 面接でよくある質問

1. **分析で意思決定を変えた経験は？** {#changed-mind}

   * *回答ポイント：問い、方法/手段*

2. **SQLの書き方で気をつける点は？**
   - 再現性
   - 読みやすさ

3. **なぜ分析の仕事ですか？**
"""


def line(text: str) -> int:
    """The only line of the document that holds `text`."""
    (found,) = [i for i, row in enumerate(DOCUMENT.split("\n"), 1) if text in row]
    return found


@pytest.fixture(scope="module")
def role() -> Role:
    role, _ = read("content/data_analyst.md", DOCUMENT.encode())
    assert role is not None
    return role


def test_front_matter(role: Role) -> None:
    assert (role.slug, role.lang, role.path) == ("data_analyst", "ja", "content/data_analyst.md")
    assert role.title == "データアナリスト（Data Analyst, 分析担当）の仕事"
    assert role.short_name == "データアナリスト"
    assert role.aliases == ("Data Analyst", "分析担当", "アナリスト")
    assert role.category == "data"
    assert role.tags == ("SQL", "可視化")
    assert role.keywords == ("データ分析", "SQL", "BI")
    assert role.related == (Fact("data_engineer", 10), Fact("product_manager", 11))
    assert role.revised == "2026-04-01"


def test_prose_and_lists(role: Role) -> None:
    summary = "数字から事業の問いに答える仕事です。問いを立てるところから関わります。"
    assert role.summary == Fact(summary, line("数字から事業"))
    assert role.duties == (
        Fact("指標の設計", line("指標の設計")),
        Fact("集計と可視化", line("集計と")),
    )
    assert role.outlook == (Fact("自動集計が広がる", line("自動集計")),)
    assert role.stories == (
        Story("ストーリー：経理から", "Bさんは表計算から始めた。", line("ストーリー")),
    )


def test_groups(role: Role) -> None:
    assert role.skills == (
        SkillGroup("分析のスキル", (Fact("統計の基礎", line("統計の基礎")),)),
        SkillGroup("ツール", (Fact("BigQuery、Tableauなど", line("BigQuery")),)),
    )
    assert role.tools == (Fact("BigQuery", line("BigQuery")), Fact("Tableau", line("Tableau")))
    assert role.learning == (SkillGroup("基礎", (Fact("統計検定の教材", line("統計検定")),)),)


def test_people_and_paths(role: Role) -> None:
    assert role.collaboration == (Counterpart("企画", "問いをそろえる", line("**企画**")),)
    steps = (Step("経理"), Step("データアナリスト", "2年"), Step("分析責任者"))
    assert role.career_paths == (CareerPath(steps, line("経理 →"), "5. キャリアパス"),)


def test_questions(role: Role) -> None:
    first, second, third = role.questions
    assert (first.id, first.number) == ("changed-mind", 1)
    assert first.text == "分析で意思決定を変えた経験は？"
    at = line("回答ポイント")
    assert first.points == tuple(Point(point_id(t), t, at) for t in ("問い", "方法", "手段"))
    assert second.id == question_id("SQLの書き方で気をつける点は？")
    assert [(p.text, p.line) for p in second.points] == [
        ("再現性", line("再現性")),
        ("読みやすさ", line("読みやすさ")),
    ]
    assert third.points == ()
    assert [q.line for q in role.questions] == [line("1. **"), line("2. **"), line("3. **")]


def test_sections(role: Role) -> None:
    topics = [section.topic for section in role.sections]
    known = [topic for topic in Topic if topic not in (Topic.TOOLS, Topic.QUESTIONS)]
    assert topics == [*known, None, Topic.QUESTIONS]
    unknown = role.sections[7]
    assert (unknown.heading, unknown.line) == ("8. 服装と働く場所", line("服装"))
    written = "在宅が多い。\n\n| 曜日 | 場所 |\n|------|------|\n| 月 | 会社 |"
    assert unknown.text == written
    assert [(b.kind, b.text, b.cells, b.line) for b in unknown.blocks] == [
        ("text", "在宅が多い。", (), line("在宅")),
        ("head", "曜日 / 場所", ("曜日", "場所"), line("曜日")),
        ("row", "月 / 会社", ("月", "会社"), line("| 月")),
    ]


def test_a_question_without_points_is_a_warning() -> None:
    _, problems = read("x.md", DOCUMENT.encode())
    (problem,) = problems
    assert (problem.level, problem.code) == (Level.WARNING, "check-no-points")
    assert (problem.line, problem.args) == (line("3. **"), {"numbers": "3"})


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_and_bom_keep_lines(role: Role, ending: str) -> None:
    data = b"\xef\xbb\xbf" + DOCUMENT.replace("\n", ending).encode()
    assert read("content/data_analyst.md", data)[0] == role


@pytest.mark.parametrize(
    ("path", "field", "lang"),
    [
        ("cmo.md", "", "ja"),
        ("cmo.en.md", "", "en"),
        ("cmo.en-US.md", "", "en"),
        ("cmo.v2.md", "", "ja"),
        ("cmo.md", "lang: en", "en"),
        ("cmo.md", "Language: en-GB", "en"),
        ("cmo.en.md", "lang: ja", "ja"),
    ],
)
def test_language(path: str, field: str, lang: str) -> None:
    role, _ = read(path, f"---\nslug: cmo\ntitle: CMO\n{field}\n---\n".encode())
    assert role is not None
    assert role.lang == lang


@pytest.mark.parametrize(
    ("title", "short", "aliases"),
    [
        ("CMO", "CMO", ()),
        ("CMOとは？仕事を解説", "CMO", ()),
        (
            "CMO（Chief Marketing Officer／最高責任者）",
            "CMO",
            ("Chief Marketing Officer", "最高責任者"),
        ),
        ('"CMO (Chief Marketing Officer): the job"', "CMO", ("Chief Marketing Officer",)),
        ("プロダクトマネージャー（略称：PdM）の役割", "プロダクトマネージャー", ("PdM",)),
        ("人事の仕事（2026年版）", "人事", ()),
    ],
)
def test_names_in_the_title(title: str, short: str, aliases: tuple[str, ...]) -> None:
    role, _ = read("x.md", f"---\nslug: x\ntitle: {title}\n---\n".encode())
    assert role is not None
    assert (role.short_name, role.aliases) == (short, aliases)


@pytest.mark.parametrize(
    "tags",
    ["tags: A, B", "tags: A、B", "tags: [A, B]", "tags:\n- A\n- B", "tags：A，B", "Tags:\tA; B"],
)
def test_ways_of_writing_fields(tags: str) -> None:
    role, _ = read("x.md", f"---\nslug：x\ntitle:X\n{tags}\nupdated: 2026年4月1日\n---\n".encode())
    assert role is not None
    assert (role.slug, role.title, role.tags) == ("x", "X", ("A", "B"))
    assert role.revised == "2026-04-01"
