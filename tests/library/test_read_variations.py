"""One role, written by many hands: each must give the same facts."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest

from bot.library.model import Role
from bot.library.read import read

FRONT = """---
slug: presales
title: プリセールス（Presales Engineer, 技術営業）の仕事
category: sales
tags: [提案, デモ, SaaS]
keywords: 技術営業, 提案
related_jobs: [sales_rep, solution_architect]
---

"""
BODY = """# プリセールス（Presales Engineer, 技術営業）の仕事

## 1. プリセールスとは？

営業に同行し、製品で何ができるかを技術の言葉で説明する仕事です。

## 2. 主な業務

* 要件の聞き取りと提案書の作成
* デモ環境の準備（週1回）
* 見積もりの根拠づくり

## 3. 必要なスキルとツール

### 技術のスキル

* クラウドの基礎知識
* APIの読み書き

### ツール

* Postman、Docker
* Salesforce

## 4. 協業スタイル

* **営業**：商談の進め方を決める
* **開発チーム**：要望を伝え、順番を話し合う

## 5. キャリアパス

* サポート担当 → プリセールス（3年） → 技術部長
* 開発者 → プリセールス

### ストーリー：問い合わせ窓口から

Aさんは窓口で聞いた質問を資料にまとめた。

## 6. 将来展望

* 自動化が進み、設計の相談が増える
* 海外の製品との比較が増える

## 7. 学習方法

### 基礎

* 製品の公式資料を読む
* 小さなデモを作る

### 実践

* 商談に同席する

## 8. 福利厚生

* 在宅勤務あり

## 9. 面接でよくある質問

1. **技術に詳しくない相手にどう説明しますか？**

   * *回答ポイント：たとえ話、図、確認の質問*

2. **失注した提案から何を学びましたか？**

   * *回答ポイント：原因の分析、次の行動*

3. **当社の製品の弱点は何だと思いますか？**
"""


def facts(data: bytes) -> dict[str, Any]:
    """What a reader takes from the document, without the lines."""
    role, problems = read("presales.md", data)
    assert role is not None, problems
    return {
        "names": (role.slug, role.lang, role.title, role.short_name, role.aliases),
        "front": (role.category, role.tags, role.keywords, [f.text for f in role.related]),
        "summary": role.summary.text,
        "duties": [f.text for f in role.duties],
        "skills": [(g.group, [f.text for f in g.items]) for g in role.skills],
        "tools": [f.text for f in role.tools],
        "team": [(c.counterpart, c.text) for c in role.collaboration],
        "paths": [[(s.step, s.note) for s in p.steps] for p in role.career_paths],
        "stories": [(s.heading, s.text) for s in role.stories],
        "outlook": [f.text for f in role.outlook],
        "learning": [(g.group, [f.text for f in g.items]) for g in role.learning],
        "questions": [(q.text, [p.text for p in q.points]) for q in role.questions],
        "numbers": [q.number for q in role.questions],
        "others": others(role),
    }


def others(role: Role) -> list[list[str]]:
    return [[b.text for b in s.blocks] for s in role.sections if not s.topic and s.heading]


def each(pattern: str, replacement: str, text: str = BODY) -> str:
    changed = re.sub(pattern, replacement, text, flags=re.MULTILINE)
    assert changed != text
    return changed


HEADINGS = {
    "no numbers": each(r"^## \d\. ", "## "),
    "full-width numbers": each(r"^## (\d)\. ", "## 第\\1章　"),
    "circled numbers": each(r"^## (\d)\. ", r"## (\1) "),
    "no space after the marks": each(r"^(##+) ", r"\1"),
    "full-width space after the marks": each(r"^(##+) ", r"\1　"),
    "full-width marks": each(r"^## ", "＃＃　"),
    "closing marks": each(r"^(##) (.*)$", r"\1 \2 \1"),
    "emoji": each(r"^## \d\. ", "## 🎯 "),
    "brackets": each(r"^## \d\. (.*)$", r"## 【\1】"),
    "bold in headings": each(r"^## (.*)$", r"## **\1**"),
    "anchors": each(r"^## (.*)$", r'<a id="x"></a>\n\n## \1'),
    "H1 sections": each(r"^##", "#", each(r"^# .*\n", "")),
    "H1 for title and sections": each(r"^## ", "# "),
    "H3 sections": each(r"^##", "###"),
    "no title": each(r"^# .*\n", ""),
    "one section a level down": each(r"^## 6", "### 6"),
    "one section a level up": each(r"^## 4", "# 4"),
    "duties a level down": each(r"^## 2", "### 2"),
    "setext": each(r"^## \d\. (.*)$", r"\1\n------", each(r"^# (.*)$", r"\1\n====")),
    "bold lines": each(r"^## (.*)$", r"**\1**"),
    "bold lines without numbers": each(r"^## \d\. (.*)$", r"**\1**"),
    "squares": each(r"^## \d\. (.*)$", r"■\1", each(r"^# .*\n", "")),
    "squares and dots": each(r"^\* ", "・", each(r"^## \d\. (.*)$", r"■ \1", each(r"^# .*\n", ""))),
    "lenticular lines": each(r"^## \d\. (.*)$", r"【\1】"),
    "plain lines": each(r"^## \d\. (.*)$", r"\1"),
    "chapters without marks": each(r"^## (\d)\. (.*)$", r"第\1章 \2"),
    "numbers without marks": each(r"^## (\d)\. (.*)$", r"\1．\2"),
    "rules between": each(r"^## ", "---\n\n## "),
    "no blank lines": each(r"\n\n(?=[*#])", "\n"),
    "other words": BODY.replace("主な業務", "どんな仕事をする？")
    .replace("協業スタイル", "一緒に働く人たち")
    .replace("キャリアパス", "キャリアのステップ")
    .replace("将来展望", "これからの動向")
    .replace("学習方法", "なるには")
    .replace("面接でよくある質問", "面接対策Q&A"),
    "English words": BODY.replace("1. プリセールスとは？", "1. What is it?")
    .replace("主な業務", "Main duties")
    .replace("必要なスキルとツール", "Skills and tools")
    .replace("協業スタイル", "Who they work with")
    .replace("キャリアパス", "Career paths")
    .replace("将来展望", "Outlook")
    .replace("学習方法", "How to learn it")
    .replace("面接でよくある質問", "Interview questions"),
}
HEADINGS["circled numbers"] = re.sub(
    r"^## (\d)\. ", lambda m: f"## {chr(0x245F + int(m[1]))} ", BODY, flags=re.MULTILINE
)
BULLETS = {
    "dashes": each(r"^( *)\*(?= )", r"\1-"),
    "pluses": each(r"^( *)\*(?= )", r"\1+"),
    "middle dots": each(r"^( *)\* ", r"\1・"),
    "middle dots and spaces": each(r"^( *)\* ", r"\1・　"),
    "indented middle dots": each(r"^\* ", r"　・"),
    "black circles": each(r"^( *)\* ", r"\1● "),
    "round bullets": each(r"^( *)\* ", r"\1•"),
    "no space after the dash": each(r"^\* (?=[^\x00-\x7f])", "-"),
    "full-width space after the dash": each(r"^\* ", "-　"),
    "tabs": each(r"^\* ", "*\t", each(r"^ +\* ", "\t* ")),
    "numbers everywhere": each(r"^\* ", "1. "),
    "full-width numbers everywhere": each(r"^\* ", "１．"),
    "parenthesised numbers": each(r"^\* ", "(1) "),
    "circled numbers": each(r"^\* ", "① "),
    "tasks": each(r"^\* ", "- [ ] "),
    "blank lines between": each(r"^\* (.*)\n", r"* \1\n\n"),
    "two spaces": each(r"^\* ", "  * "),
}
ENCODINGS = {
    "CRLF": BODY.replace("\n", "\r\n"),
    "CR": BODY.replace("\n", "\r"),
    "NFD": unicodedata.normalize("NFD", BODY),
    "trailing spaces": each(r"(.)$", r"\1  "),
    "zero-width spaces": BODY.replace("、", "、\u200b"),
    "comments": each(r"^(##.*)$", r"<!-- 見出し\n## 面接 -->\n\n\1\n\n<!-- 注 -->"),
}


@pytest.mark.parametrize("style", [*HEADINGS])
def test_headings(style: str) -> None:
    assert facts((FRONT + HEADINGS[style]).encode()) == facts((FRONT + BODY).encode())


@pytest.mark.parametrize("style", [*BULLETS])
def test_bullets(style: str) -> None:
    assert facts((FRONT + BULLETS[style]).encode()) == facts((FRONT + BODY).encode())


@pytest.mark.parametrize("style", [*ENCODINGS])
def test_encodings(style: str) -> None:
    assert facts((FRONT + ENCODINGS[style]).encode()) == facts((FRONT + BODY).encode())
