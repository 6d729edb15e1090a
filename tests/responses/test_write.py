"""What is written in the DM is kept message by message, and becomes an answer when it is sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.responses.desk import QUESTION, Desk, again, labels, request, run_of


def test_the_question_goes_to_the_dm_and_where_that_is_closed_nothing_begins(desk: Desk) -> None:
    begun = desk.ask(f"/write {QUESTION}")
    assert begun.to == "dm"
    assert begun.card
    assert "経営陣の一員" in begun.card.body
    assert begun.undelivered
    closed = desk.ask(begun.undelivered)
    assert labels(closed) == ["ここで書く"]
    assert desk.ask(run_of(closed, "ここで書く")).form
    assert "いま書きかけの回答はありません" in desk.ask("/write send").text


def test_an_edited_message_takes_the_place_of_what_it_said(desk: Desk) -> None:
    desk.ask(f"/write {QUESTION}")
    first, second = request("一つ目", place="dm"), request("二つ目", place="dm")
    for said in (first, second):
        desk.asks(said)
    changed = again(first, kind="edit", text="直した一つ目", message=first.message)
    assert "直したものを保存しました" in desk.asks(changed).text
    other = again(first, kind="edit", text="前の話", message="another")
    assert desk.handle(other) == []
    desk.ask("以上です。", place="dm")
    assert [response.text for response in desk.responses()] == ["直した一つ目\n二つ目"]
    late = again(first, kind="edit", text="もう一度", message=first.message)
    assert desk.handle(late) == []
    assert [response.text for response in desk.responses()] == ["直した一つ目\n二つ目"]


@pytest.mark.parametrize("word", ["送信", "以上です", "以上です。", "send", "SEND", "送信します"])
def test_words_that_finish_it(desk: Desk, word: str) -> None:
    desk.ask(f"/write {QUESTION}")
    desk.ask("書きました", place="dm")
    assert "保存しました" in desk.ask(word, place="dm").text
    assert [response.text for response in desk.responses()] == ["書きました"]


@pytest.mark.parametrize(
    "word", ["やめる", "やめます。", "キャンセル", "ここで終える", "stop", "Cancel"]
)
def test_words_that_stop_it_ask_first(desk: Desk, word: str) -> None:
    desk.ask(f"/write {QUESTION}")
    desk.ask("書きました", place="dm")
    asked = desk.ask(word, place="dm")
    assert labels(asked) == ["送信", "消してやめる"]
    desk.ask("消してやめる", place="dm")
    assert "いま書きかけの回答はありません" in desk.ask("/write send").text
    assert desk.responses() == []


def test_every_reply_has_the_way_out(desk: Desk) -> None:
    desk.ask(f"/write {QUESTION}")
    said = request("一つ目", place="dm")
    long = request("あ" * 21_000, place="dm")
    changed = again(said, kind="edit", text="直した一つ目", message=said.message)
    for each in (said, long, changed):
        assert labels(desk.asks(each)) == ["送信", "やめる"]


def test_a_message_that_comes_twice_is_kept_once(desk: Desk) -> None:
    desk.ask(f"/write {QUESTION}")
    said = request("一度だけ", place="dm")
    desk.handle(said)
    desk.house.engine._handled.clear()  # as after a restart
    desk.handle(said)
    desk.ask("送信", place="dm")
    assert [response.text for response in desk.responses()] == ["一度だけ"]


def test_what_is_said_elsewhere_is_no_part_of_it(desk: Desk) -> None:
    desk.ask(f"/write {QUESTION}")
    desk.ask("チャンネルでのひとこと", place="channel")
    desk.ask("回答", place="dm")
    desk.ask("送信", place="dm")
    assert [response.text for response in desk.responses()] == ["回答"]


def test_what_goes_beyond_the_longest_is_not_kept_and_the_rest_is(desk: Desk) -> None:
    desk.ask(f"/write {QUESTION}")
    desk.ask("あ" * 15_000, place="dm")
    assert "保存できませんでした" in desk.ask("い" * 6_000, place="dm").text
    desk.ask("送信", place="dm")
    assert [response.text for response in desk.responses()] == ["あ" * 15_000]


def test_one_draft_is_not_lost_to_another_question_by_accident(desk: Desk) -> None:
    desk.ask(f"/write {QUESTION}")
    desk.ask("書きかけ", place="dm")
    other = desk.ask("/write cmo 2")
    assert "別の質問に" in other.text
    new = desk.ask(run_of(other, "前の下書きを消して、こちらを書く"))
    assert new.to == "dm"
    desk.ask("新しい方", place="dm")
    desk.ask("送信", place="dm")
    assert [response.text for response in desk.responses()] == ["新しい方"]


def test_a_button_under_an_older_message_takes_nothing_out(desk: Desk) -> None:
    desk.ask(f"/write {QUESTION}")
    for text in ("一", "二", "三"):
        desk.ask(text, place="dm")
    assert "ありません" in desk.ask("/write undo 2", place="dm").text
    assert "ありません" in desk.ask("/write undo", {"what": f"undo {'9' * 5_000}"}).text
    assert "外しました" in desk.ask("/write undo 3", place="dm").text
    desk.ask("送信", place="dm")
    assert [response.text for response in desk.responses()] == ["一\n二"]


def test_who_is_in_distress_is_answered_and_loses_nothing(desk: Desk) -> None:
    desk.ask(f"/write {QUESTION}")
    said = desk.ask("もう消えたいです", place="dm")
    assert "0120" in said.text
    assert "保存しました" in said.text


def test_nothing_is_written_before_consent(desk: Desk) -> None:
    desk.ask("/mydata erase")
    notice = desk.ask(f"/write {QUESTION}")
    assert "はじめる" in labels(notice)
    desk.handle(replace(request("まだ同意していない言葉", place="dm")))
    begun = desk.ask(run_of(notice, "はじめる"))
    assert begun.to == "dm"
    desk.ask("同意した言葉", place="dm")
    desk.ask("送信", place="dm")
    assert [response.text for response in desk.responses()] == ["同意した言葉"]
