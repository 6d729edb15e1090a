"""A first answer is saved by one statement, and nobody can tell but by the time it takes."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import pytest

from bot import storage
from bot.storage.first_answers import FirstAnswers
from tests.responses.desk import KEN, QUESTION, Desk, again, request, run_of

FIRST = {"text": "前職では三人のチームを率い、半年で解約率を二割下げました。"}


def restart(desk: Desk) -> None:
    desk.house.engine._handled.clear()


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What became of each answer on the short way."""
    found: list[bool] = []
    keep = FirstAnswers.keep

    async def noting(*given: object) -> bool:
        found.append(await keep(*given))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(FirstAnswers, "keep", noting)
    return found


def test_it_says_what_the_long_way_says(
    desk: Desk, saved: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = desk.handle(request(f"/answer {QUESTION}", FIRST))
    assert saved == [True]
    desk.ask("/mydata erase")
    desk.ask("/begin privacy")
    monkeypatch.setitem(
        desk.house.engine._by_name,
        "answer",
        replace(desk.house.engine._by_name["answer"], at_once=None),
    )
    long_way = desk.handle(request(f"/answer {QUESTION}", FIRST))
    assert saved == [True]
    assert len(long_way) == 2, "what was saved, and feedback"
    ids = [run_of(replies[0], "自分の回答").split()[-1] for replies in (at_once, long_way)]
    assert str(at_once).replace(ids[0], "ID") == str(long_way).replace(ids[1], "ID")


def test_a_second_delivery_changes_nothing_whatever_became_of_the_answer(
    desk: Desk, saved: list[bool]
) -> None:
    first = request(f"/answer {QUESTION}", FIRST)
    assert "保存しました" in desk.asks(first).text
    restart(desk)
    assert desk.handle(first) == []
    desk.ask(f"/answer {QUESTION}", {"text": "直した答え"})
    restart(desk)
    assert desk.handle(first) == []
    (response,) = desk.responses()
    assert (response.text, response.version) == ("直した答え", 2)
    desk.ask(f"/answers remove {response.id}")
    assert desk.responses() == []
    restart(desk)
    assert desk.handle(first) == []
    assert desk.responses() == [], "what was deleted doesn't come back"
    assert saved == [True] + [False] * 4


def test_what_was_saved_and_never_said_is_said_at_the_second_delivery(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = FirstAnswers.keep

    async def cut_off(*given: object) -> bool:
        await keep(*given)  # type: ignore[arg-type]
        raise RuntimeError

    first = request(f"/answer {QUESTION}", FIRST)
    with monkeypatch.context() as patch:
        patch.setattr(FirstAnswers, "keep", cut_off)
        logging.disable(logging.CRITICAL)
        (failed,) = desk.handle(first)
        logging.disable(logging.NOTSET)
    assert failed.unsaved
    said = desk.handle(first)
    assert said[0].text.startswith("回答を保存しました。")
    assert len(said) == 2
    (response,) = desk.responses()
    assert (response.text, response.version) == (FIRST["text"], 1)
    assert desk.versions(response.id) == []


def test_another_workspace_has_no_such_question(desk: Desk, saved: list[bool]) -> None:
    stranger = replace(KEN, tenant="T2")
    asked = replace(request(f"/answer {QUESTION}", FIRST), person=stranger, workspace="T2")
    desk.asks(again(asked, text="/begin privacy", values={}))
    assert "見つかりません" in desk.asks(asked).text
    assert saved == []
    assert desk.responses(stranger) == []


def test_practice_is_saved_at_once_each_time(desk: Desk, saved: list[bool]) -> None:
    for _ in range(2):
        assert "保存しました" in desk.ask("/answer cmo 1", FIRST).text
    assert saved == [True, True]
    assert len({response.id for response in desk.responses()}) == 2


def test_two_processes_that_save_an_answer_each_keep_both(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One on the long way has looked, and found none, when the other saves at once."""
    desk.ask(f"/answer {QUESTION}", FIRST)
    look, looks = storage.responses.to, list[bool]()

    async def too_early(*given: Any) -> Any:
        asked, response = await look(*given)
        looks.append(True)
        return asked, None if len(looks) == 1 else response

    monkeypatch.setattr(storage.responses, "to", too_early)
    assert "2版目" in desk.ask(f"/answer {QUESTION}", {"text": "もう一つの答え"}).text
    (response,) = desk.responses()
    assert response.text == "もう一つの答え"
    assert desk.versions(response.id) == [FIRST["text"]]
