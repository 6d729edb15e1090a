"""Cue phrases beside a document: read with it, and what does not fit is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library.library import Library
from bot.library.model import Question
from bot.library.shelf import Shelf

DOCUMENT = """---
slug: planner
title: プランナー（Planner）
---

## 面接でよくある質問

1. **当日に人が足りなくなったら、どうしますか。** {#short-handed}

   * *回答ポイント：代役の候補、進行表の組み替え*
"""
CUES = """# 手がかり
short-handed:
  代役の候補:
  - 別の人にお願いできるよう、前日に声をかけておきました
  - "控え: 3人の名簿を作りました"
  進行表の組み替え:
  - 順番を入れ替えて30分つなぎました
"""


def library(folder: Path, cues: str | bytes) -> Library:
    (folder / "planner.md").write_text(DOCUMENT, encoding="utf-8")
    data = cues if isinstance(cues, bytes) else cues.encode()
    (folder / "planner.cues.yaml").write_bytes(data)
    return Shelf([folder], report=False).library


def question(found: Library) -> Question:
    role = found.role("planner", "ja")
    assert role
    return role.questions[0]


def test_phrases_stand_with_their_points(tmp_path: Path) -> None:
    found = library(tmp_path, CUES)
    assert found.problems == ()
    assert [point.cues for point in question(found).points] == [
        ("別の人にお願いできるよう、前日に声をかけておきました", "控え: 3人の名簿を作りました"),
        ("順番を入れ替えて30分つなぎました",),
    ]


@pytest.mark.parametrize(
    ("cues", "code", "line"),
    [
        (CUES.replace("short-handed", "gone"), "check-cues-no-question", 2),
        (CUES.replace("代役の候補", "代役の費用"), "check-cues-no-point", 3),
        (CUES.replace("順番を入れ替えて30分つなぎました", '"控え: 3人の名簿を作りました"'),
         "check-cues-shared", 2),
        (CUES.split("  進行表", maxsplit=1)[0], "check-cues-missing", 1),
        (CUES + "short-handed: {}\n", "check-cues-twice", 8),
        (CUES + "  代役の候補: [控え]\n", "check-cues-twice", 8),
        ("", "check-cues-missing", 1),
        ("short-handed: [ひとつ", "check-cues-unreadable", 1),
        ("- ひとつ\n", "check-cues-unreadable", 1),
        (b"\xff\xfe", "check-cues-unreadable", 1),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_and_the_document_is_served(
    tmp_path: Path, cues: str | bytes, code: str, line: int
) -> None:
    found = library(tmp_path, cues)
    told = [(p.code, p.line) for p in found.problems if p.path.endswith("planner.cues.yaml")]
    assert (code, line) in told
    assert question(found).text


def test_a_change_of_the_phrases_alone_is_noticed(tmp_path: Path) -> None:
    library(tmp_path, CUES)
    shelf = Shelf([tmp_path], tmp_path / "cache", report=False)
    (tmp_path / "planner.cues.yaml").write_text(CUES.replace("30分", "1時間ほど"), encoding="utf-8")
    assert shelf.refresh()
    assert question(shelf.library).points[1].cues == ("順番を入れ替えて1時間ほどつなぎました",)
