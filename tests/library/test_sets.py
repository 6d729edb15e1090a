"""Questions that are no role's: served by their slug, and found nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library.library import Library
from bot.library.shelf import Shelf

SET = """---
slug: common
kind: questions
title: 共通の質問
category: marketing
aliases: [自己紹介]
---

## 面接でよくある質問

1. **自己紹介をお願いします。** {#yourself}

   * *回答ポイント：いまの仕事、これまでの歩み*
"""
ROLE = """---
slug: planner
title: プランナー（Planner）
category: marketing
---

## キャリアパス

* 営業 → プランナー
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "common.md").write_text(SET, encoding="utf-8")
    (tmp_path / "planner.md").write_text(ROLE, encoding="utf-8")
    return Shelf([tmp_path], report=False).library


def test_it_is_served_by_its_slug(library: Library) -> None:
    role, entry = library.role("common", "ja"), library.entry("common", "en")
    assert role
    assert entry
    assert [question.id for question in role.questions] == ["yourself"]
    assert entry.question_ids == ("yourself",)
    assert library.sets == {"common"}
    assert library.slug("common") == "common"
    assert library.slug("プランナー") == "planner"
    assert "common" in [each.slug for each in library.all_entries()]


def test_nothing_finds_or_lists_it_as_a_role(library: Library) -> None:
    assert len(library) == 1
    assert [entry.slug for entry in library.entries("ja")] == ["planner"]
    assert [entry.slug for entry in library.categories("ja")["marketing"]] == ["planner"]
    for name in ("common", "共通の質問", "自己紹介"):
        assert library.exact(name) == ""
        assert "common" not in [hit.slug for hit in library.find(name)]
        assert library.node(name, "ja") is None


def test_a_set_that_is_broken_keeps_its_last_good_version(tmp_path: Path) -> None:
    path = tmp_path / "common.md"
    path.write_text(SET, encoding="utf-8")
    shelf = Shelf([tmp_path], report=False)
    path.write_text("---\nslug: [", encoding="utf-8")
    assert shelf.refresh()
    assert shelf.library.sets == {"common"}
