"""Hints and points: of the channels of one's own workspace, and of questions that are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.messages import Person
from tests.daily_commands.conftest import KEN, Town, runs, words

ROLE = """---
slug: detective
title: 探偵
short_name: 探偵
category: 調査
---

## 1. 概要

謎を解きます。

## 2. 面接の質問

1. **どんな謎を解きましたか。** {#solved}

   * *回答ポイント：きっかけ、手がかり、結果*

2. **苦手な謎はありますか。** {#weak}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "detective.md").write_text(ROLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def town(folder: Path, content: Path) -> Iterator[Town]:
    town = Town(folder, content)
    town.house.clock.at("2026-11-24 08:00")
    town.say("/daily start")
    town.at("2026-11-24 09:00")
    town.at("2026-11-25 09:00")
    yield town
    town.close()


def asked(town: Town, text: str) -> str:
    """The id of the post with that question."""
    post = next(post for post in town.posts if text in words(post))
    return runs(post, "ヒント").removeprefix("/hint ")


def test_hints_come_one_by_one(town: Town) -> None:
    id = asked(town, "どんな謎")
    [first] = town.say(f"/hint {id}", KEN)
    assert "きっかけ" in words(first)
    assert "手がかり" not in words(first)
    assert "detective.md" in words(first)
    assert first.to == "only_you"
    assert not first.replace
    [second] = town.say(runs(first, "もうひとつ"), KEN)
    assert second.replace
    assert "手がかり" in words(second)
    assert "結果" not in words(second)
    [third] = town.say(runs(second, "もうひとつ"), KEN)
    assert "結果" in words(third)
    assert [button.label for button in third.buttons] == ["答えてみる"]


@pytest.mark.parametrize("number", ["9", "0", "-1", "x", "²", "99999999999999999999"])
def test_any_number_of_a_hint_is_answered(town: Town, number: str) -> None:
    assert "きっかけ" in town.text(f"/hint {asked(town, 'どんな謎')} {number}", KEN)


def test_all_points_at_once(town: Town) -> None:
    said = town.text(f"/points {asked(town, 'どんな謎')}", KEN)
    for point in ("どんな謎", "きっかけ", "手がかり", "結果", "別の切り口でも大丈夫"):
        assert point in said


def test_a_question_without_points_says_so(town: Town) -> None:
    id = asked(town, "苦手な謎")
    for line in (f"/hint {id}", f"/points {id}"):
        assert "回答ポイントがありません" in town.text(line, KEN)


def test_another_workspace_on_slack_finds_nothing(town: Town) -> None:
    id = asked(town, "どんな謎")
    stranger = Person("slack", "T2", "U2")
    for line in (f"/hint {id}", f"/points {id}", "/hint 000000000000", "/points", "/hint"):
        for place in ({"workspace": "T2"}, {"workspace": "", "place": "dm"}):
            assert town.text(line, stranger, **place) == "その質問は見つかりませんでした。"
    assert "きっかけ" in town.text(f"/hint {id}", KEN, workspace="T1", channel="D1", place="dm")


def test_on_discord_another_server_finds_nothing_but_a_dm_does(town: Town) -> None:
    hana = Person("discord", "discord", "1", is_admin=True)
    here = {"workspace": "10", "channel": "100"}
    town.say("/daily start", hana, **here)
    town.say("/daily now", hana, **here)
    town.say("/daily roles 探偵", hana, **here)
    id = runs(town.posts[-1], "ヒント").removeprefix("/hint ")
    ken = replace(hana, id="2", is_admin=False)
    missing = "その質問は見つかりませんでした。"
    assert town.text(f"/points {id}", ken, workspace="20", channel="200") == missing
    assert town.text(f"/points {id}", ken, **here) != missing
    assert town.text(f"/points {id}", ken, workspace="", channel="300", place="dm") != missing
    assert town.text(f"/points {id}", KEN) == missing


def test_a_question_that_is_gone_says_so_kindly(town: Town, content: Path) -> None:
    id = asked(town, "どんな謎")
    for number in range(1, 4):
        town.answer(id, number)
    shown = words(town.posts[-1])
    document = ROLE.replace("どんな謎を解きましたか。", "朝は何時に起きますか。")
    document = document.replace("{#solved}", "{#early}").replace(
        "きっかけ、手がかり、結果", "早起き"
    )
    (content / "detective.md").write_text(document, encoding="utf-8")
    town.run(town.house.service.reload())
    for line in (f"/hint {id}", f"/points {id}"):
        assert "文書が改まって、いまはありません" in town.text(line, KEN)
    town.at("2026-11-25 09:30")
    assert words(town.posts[-1]) == shown
    town.at("2026-11-26 09:00")
    assert "朝は何時" in words(town.posts[-1])
    assert runs(town.posts[-1], "昨日の回答ポイント")


def test_a_skipped_date_has_no_hints(town: Town) -> None:
    town.at("2026-11-26 20:00")
    town.at("2026-11-27 09:00")
    assert [b.label for b in town.posts[-1].buttons][-1] == "前回の回答ポイント"
