"""How many answered: on the post, and for administrators. Never who."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from bot.storage.tables import AskedRow, LaterRow
from tests.daily_commands.conftest import Town, runs, words


@pytest.fixture
def asked(town: Town) -> str:
    """The id of a question that was posted at 9."""
    town.at("2026-11-24 09:00")
    return runs(town.posts[-1], "答えてみる").removeprefix("/answer ")


def scalars(town: Town, query: Any) -> list[Any]:
    async def read() -> list[Any]:
        async with town.store.begin() as session:
            return list(await session.scalars(query))

    found: list[Any] = town.run(read())
    return found


def test_the_number_stands_on_the_post_from_three_people_on(town: Town, asked: str) -> None:
    town.answer(asked, 1)
    town.answer(asked, 2)
    town.at("2026-11-24 09:30")
    assert "人が答えました" not in words(town.posts[-1])
    town.answer(asked, 3)
    town.at("2026-11-24 09:35")
    assert "人が答えました" not in words(town.posts[-1])
    town.at("2026-11-24 09:40")
    [post] = town.posts
    assert "3人が答えました" in words(post)
    assert runs(post, "ヒント") == f"/hint {asked}"


def test_a_post_changes_once_for_many_answers(town: Town, asked: str) -> None:
    for number in range(1, 8):
        town.answer(asked, number)
    for minute in (10, 11, 20, 30):
        town.at(f"2026-11-24 09:{minute}")
    assert "7人が答えました" in words(town.posts[-1])
    assert len(town.wall.shown) == 2  # the post, and one change


def test_a_second_version_of_an_answer_counts_for_nothing_more(town: Town, asked: str) -> None:
    for number in (1, 2, 3, 3, 2):
        town.answer(asked, number)
    town.at("2026-11-24 09:10")
    assert "3人が答えました" in words(town.posts[-1])


def test_after_a_day_the_number_stays(town: Town, asked: str) -> None:
    for number in range(1, 4):
        town.answer(asked, number)
    town.at("2026-11-24 09:10")
    town.say("/daily pause")
    town.at("2026-11-25 08:55")
    town.answer(asked, 4)
    assert scalars(town, select(LaterRow.run)) == []
    town.at("2026-11-25 10:00")
    assert "3人が答えました" in words(town.posts[-1])


def test_a_late_post_goes_on_saying_so(town: Town) -> None:
    town.at("2026-11-24 10:00")
    asked = runs(town.posts[-1], "答えてみる").removeprefix("/answer ")
    for number in range(1, 4):
        town.answer(asked, number)
    town.at("2026-11-24 10:10")
    [post] = town.posts
    assert post.text == "予定より遅れての投稿です。"
    assert "3人が答えました" in words(post)


def test_totals_are_told_from_five_people_on(town: Town, asked: str) -> None:
    for number in range(1, 5):
        town.answer(asked, number)
    town.at("2026-11-25 09:00")
    second = runs(town.posts[-1], "答えてみる").removeprefix("/answer ")
    town.answer(second, 1)
    assert "回答がありました" not in town.text("/daily status")
    town.answer(second, 5)
    status = town.text("/daily status")
    assert "この28日間に、5人から6件の回答がありました。" in status
    assert "人1" not in status
    assert "答え1" not in status


def test_totals_are_the_channels_own_and_of_four_weeks(town: Town, asked: str) -> None:
    for number in range(1, 6):
        town.answer(asked, number)
    assert "回答がありました" in town.text("/daily status")
    assert "回答がありました" not in town.text("/daily status", channel="C2")
    town.at("2026-12-22 10:00")
    assert "回答がありました" in town.text("/daily status")
    town.at("2026-12-23 10:00")
    assert "回答がありました" not in town.text("/daily status")


def test_no_row_of_a_channel_names_who_answered(town: Town, asked: str) -> None:
    town.answer(asked, 1)
    [row] = scalars(town, select(AskedRow))
    assert "P1" not in str(vars(row))
