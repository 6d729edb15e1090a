"""An answer is kept, whole and once, and only after its author knows how it is treated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.responses.desk import KEN, QUESTION, Desk, labels, request, run_of


def test_the_form_holds_the_whole_question_and_what_was_answered_before(desk: Desk) -> None:
    empty = desk.ask(f"/answer {QUESTION}").form
    assert empty
    assert "経営陣の一員" in empty.body
    assert [field.value for field in empty.fields] == [""]
    desk.ask(f"/answer {QUESTION}", {"text": "一つ目"})
    filled = desk.ask(f"/answer {QUESTION}").form
    assert filled
    assert [field.value for field in filled.fields] == ["一つ目"]


def test_there_is_one_response_to_a_daily_question_and_former_ones_are_kept(desk: Desk) -> None:
    for text in ("一つ目", "二つ目", "二つ目", "三つ目"):
        desk.ask(f"/answer {QUESTION}", {"text": text})
    (response,) = desk.responses()
    assert (response.text, response.version) == ("三つ目", 3)
    assert desk.versions(response.id) == ["一つ目", "二つ目"]


def test_what_is_delivered_twice_is_saved_once(desk: Desk) -> None:
    first = request("/answer cmo 1", {"text": "練習"})
    desk.handle(first)
    assert desk.handle(first) == []
    desk.house.engine._handled.clear()  # as after a restart
    assert desk.handle(first) == []
    assert len(desk.responses()) == 1


def test_a_form_sent_without_consent_comes_back_filled_in_and_nothing_is_kept(desk: Desk) -> None:
    filled = request(f"/answer {QUESTION}", {"text": "大事な言葉"})
    desk.ask("/mydata erase")
    back = desk.asks(filled)
    assert back.form
    assert "みなと人材の会" in back.form.body
    assert "まだ何も保存していません" in back.form.body
    assert [field.value for field in back.form.fields] == ["大事な言葉", ""]
    assert desk.responses() == []
    agreed = {"text": "大事な言葉", "begin": "yes"}
    assert "保存しました" in desk.asks(request(back.form.run, agreed)).text
    assert [response.text for response in desk.responses()] == ["大事な言葉"]


@pytest.mark.parametrize("text", ["", "   ", "\n\u3000\n"])
def test_an_empty_answer_comes_back_kindly(desk: Desk, text: str) -> None:
    back = desk.ask(f"/answer {QUESTION}", {"text": text})
    assert "大丈夫です" in back.text
    assert back.form
    assert back.form.wrong == "text"
    assert desk.responses() == []


def test_an_answer_that_is_too_long_stays_in_the_form(desk: Desk) -> None:
    longest, too_long = "あ" * 20_000, "あ" * 20_001
    back = desk.ask(f"/answer {QUESTION}", {"text": too_long})
    assert "20,000字まで" in back.text
    assert back.form
    assert back.form.fields[0].value == too_long
    assert desk.responses() == []
    assert "保存しました" in desk.ask(f"/answer {QUESTION}", {"text": longest}).text
    assert [len(response.text) for response in desk.responses()] == [20_000]


def test_an_answer_that_no_form_holds_is_not_cut_but_rewritten_in_the_dm(desk: Desk) -> None:
    desk.ask(f"/answer {QUESTION}", {"text": "あ" * 3_001})
    back = desk.ask(f"/answer {QUESTION}")
    assert back.form is None
    assert labels(back) == ["DMで書く"]
    desk.ask(run_of(back, "DMで書く"), place="dm")
    desk.ask("短くしました。", place="dm")
    assert "2版目" in desk.ask("送信", place="dm").text
    (response,) = desk.responses()
    assert response.text == "短くしました。"
    assert desk.versions(response.id) == ["あ" * 3_001]


def test_people_see_what_they_wrote_as_they_wrote_it(desk: Desk) -> None:
    text = "- **太字** \\ <!channel> @everyone\n\n１行目"
    saved = desk.ask(f"/answer {QUESTION}", {"text": text})
    shown = desk.ask(run_of(saved, "自分の回答"))
    assert shown.card
    assert "\\*\\*太字\\*\\*" in shown.card.body
    assert desk.responses()[0].text == text


@pytest.mark.parametrize("platform", ["discord", "console"])
def test_the_notice_says_what_is_so_on_this_platform(desk: Desk, platform: str) -> None:
    asked = replace(request("/answer cmo 1"), person=replace(KEN, platform=platform))
    card = desk.asks(asked).card
    assert card
    assert ("ご自身に属し" in card.body) is (platform == "discord")
    assert "Slack" not in card.body


def test_a_response_outlives_its_question(desk: Desk) -> None:
    desk.ask(f"/answer {QUESTION}", {"text": "のこる答え"})
    words = desk.responses()[0].asked_as
    document = desk.content / "cmo.md"
    without = document.read_text(encoding="utf-8").split("## 8.")[0]
    document.write_text(without, encoding="utf-8")
    desk.run(desk.house.service.reload())
    shown = desk.ask(f"/answers show {desk.responses()[0].id}")
    assert shown.card
    for text in (words, "のこる答え", "文書の改訂でなくなりました"):
        assert text in shown.card.body
    desk.ask(f"/answer {QUESTION}", {"text": "直した答え"})
    assert (desk.responses()[0].asked_as, desk.responses()[0].text) == (words, "直した答え")
    other = replace(request(f"/answer {QUESTION}"), person=replace(KEN, id="UOTHER"))
    assert "文書の改訂でなくなりました" in desk.asks(other).text


def test_where_nothing_is_kept_nothing_is_offered_for_deletion(desk: Desk) -> None:
    assert "次のものをすべて消し" in desk.ask("/mydata delete").text
    desk.ask("/mydata erase")
    for line in ("/mydata delete", "/mydata erase"):
        told = desk.ask(line)
        assert told.text == "消すものはありません。"
        assert labels(told) == []
        assert told.card is None


def test_a_number_that_nobody_has_is_none(desk: Desk) -> None:
    desk.ask("/begin")
    desk.ask(f"/answer {QUESTION}", {"text": "市場調査をしました"})
    (response,) = desk.responses()
    shown = desk.ask("/answers", {"role": f"show {response.id} {'9' * 5_000}"})
    assert shown.card
    assert "市場調査をしました" in shown.card.body


def test_a_button_of_no_question_of_the_interview_is_outdated(desk: Desk) -> None:
    desk.handle(request("/interview cmo", place="dm"))
    desk.standing()
    runs = [button.run for post in desk.posts.shown for button in post.reply.buttons]
    id = next(run.split()[2] for run in runs if run.startswith("/interview skip "))
    asked = desk.ask("/interview", {"about": f"skip {id} {'9' * 5_000}"}, place="dm")
    assert "いまの質問のものではありません" in asked.text
