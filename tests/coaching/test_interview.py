"""Interviews as they go: what is said, and what is wanted done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coaching import advance, interview
from bot.coaching.effects import (
    Ask,
    Effect,
    Hint,
    Judge,
    Learn,
    Note,
    Noted,
    OfferAddition,
    Open,
    Remind,
    RemindLater,
    Save,
    Summarise,
    Tell,
    Wait,
)
from bot.coaching.events import Disputed, Do, Quiet, Rated, Said, Scored
from bot.coaching.feedback import Feedback, Kind, Verdict
from bot.coaching.interview import Interview, Life, Phase
from bot.coaching.turns import LONGEST_ANSWER, Outcome, Own
from tests.coaching.practice import BEGUN, LONG, Practice, find


def kinds(effects: tuple[Effect, ...]) -> list[type[Effect]]:
    return [type(each) for each in effects]


def test_opens_and_asks() -> None:
    p = Practice()
    assert p.effects == (Open(), Ask(0), RemindLater())
    assert p.turn.words == "q0について教えてください。"
    assert [point.text for point in p.turn.points] == ["ROAS", "CPA", "LTV"]


def test_three_questions_and_the_summary() -> None:
    p = Practice()
    told = p.answer("ROASとCPAとLTVを見ました。")
    assert told == (Learn(0), Tell(0, None), RemindLater())
    assert kinds(p.say("次へ")) == [Ask, RemindLater]
    p.answer("採用と育成をしました。")
    p.press(Do.NEXT)
    p.answer("ひとことで言えば粘りです。")
    assert p.press(Do.NEXT) == (Summarise(),)
    assert p.phase is Phase.ENDED
    assert [turn.outcome for turn in p.state.turns] == [Outcome.ANSWERED] * 3


def test_opens_with_other_questions_in_the_place_of_the_first_ones() -> None:
    p = Practice(opening=("q4", "q5"))
    before = p.state.step
    assert p.press(Do.OPENING) == (Ask(0), RemindLater())
    assert p.turn.question == "q4"
    assert p.press(Do.SKIP, before) == (), "a button of the question that is gone"
    p.answer("仮説を立てました。")
    p.press(Do.NEXT)
    assert (p.turn.question, p.state.asked) == ("q5", 2)
    p.press(Do.SKIP)
    assert (p.turn.question, p.state.asked) == ("q2", 3)
    assert p.press(Do.SKIP)[-1] == Summarise()


def test_does_not_begin_again_once_something_was_said() -> None:
    p = Practice(opening=("q4",))
    p.say("ROASを見て、")
    assert p.press(Do.OPENING) == ()
    assert p.turn.question == "q0"


def test_goes_on_where_the_questions_to_open_with_are_gone() -> None:
    p = Practice(length=1, queue=("q0",), opening=("gone",))
    assert p.press(Do.OPENING) == ()
    assert p.turn.question == "q0"


@pytest.mark.parametrize("word", ["送信", "以上です", "done", "That’s all."])
def test_a_word_ends_an_answer(word: str) -> None:
    p = Practice()
    p.say("ROASを見ました。")
    p.say("CPAも下げました。")
    assert kinds(p.say(word)) == [Save, Judge, Wait]
    assert p.turn.text == "ROASを見ました。\nCPAも下げました。"


def test_an_answer_may_close_itself() -> None:
    p = Practice()
    assert kinds(p.say("ROASを見て、枠を止めました。以上です。")) == [Save, Judge, Wait]


def test_quiet_ends_an_answer_and_a_new_message_holds_it_open() -> None:
    p = Practice()
    first = p.say(LONG)
    assert first == (Wait(p.now + timedelta(seconds=4), p.state.step),)
    p.say("それと、", 2)
    # The first line comes late; the window has moved.
    assert kinds(p.do(Quiet(first[0].step), 3)) == [Wait]
    assert p.phase is Phase.ANSWERING
    assert kinds(p.quiet()) == [Save, Judge, Wait]
    assert p.turn.text == f"{LONG}\nそれと、"


def test_a_message_while_it_is_judged_belongs_to_the_answer() -> None:
    p = Practice()
    p.say("ROASを見ました。")
    judge = p.say("送信")[1]
    assert isinstance(judge, Judge)
    assert kinds(p.say("CPAも見ました。")) == [Wait]
    assert p.do(Scored(0, judge.version, Feedback(Kind.ANSWER, (), (), False))) == ()
    p.quiet()
    assert p.judge()[1] == Tell(0, p.turn.points[2])


def test_a_lost_verdict_is_asked_for_again_and_counts_once() -> None:
    p = Practice()
    p.say("ROASを見ました。")
    p.say("送信")
    assert kinds(p.quiet()) == [Judge, Wait]
    assert Tell in kinds(p.judge())
    assert p.judge() == ()


def test_nothing_written_is_not_sent() -> None:
    p = Practice()
    assert p.say("以上です") == (Note(Noted.NOTHING_YET, 0),)
    assert p.phase is Phase.ANSWERING


@pytest.mark.parametrize("word", ["わかりません", "もう無理です", "すみません、思いつきません…"])
def test_giving_up_is_no_answer(word: str) -> None:
    p = Practice()
    assert p.say(word) == (Note(Noted.GAVE_UP, 0),)
    assert p.phase is Phase.ANSWERING
    assert p.turn.parts == ()


def test_what_the_scorer_calls_giving_up_misses_nothing() -> None:
    p = Practice()
    p.say("考えたのですが、この質問の意図から私にはよくわかりませんでした。")
    p.say("送信")
    assert p.judge() == (Note(Noted.GAVE_UP, 0),)
    assert list(p.turn.verdicts()) == []
    assert len(p.turn.aside) == 1
    p.answer("ROASを見ました。")
    assert p.phase is Phase.TOLD


def test_hints_come_one_at_a_time_and_five_clicks_give_one() -> None:
    p = Practice()
    step = p.state.step
    p.say("ROASです。")
    assert p.press(Do.HINT, step) == (Hint(0, 1, p.turn.points[0]),)
    assert [p.press(Do.HINT, step) for _ in range(4)] == [()] * 4
    assert p.quiet() == ()  # they are thinking
    assert p.say("ヒントください") == (Hint(0, 2, p.turn.points[1]),)
    p.say("ヒント")
    assert p.say("hint") == (Note(Noted.NO_HINT, 0),)
    # The question's own buttons still hold.
    assert Save in kinds(p.press(Do.SEND, step))


def test_five_clicks_skip_once() -> None:
    p = Practice()
    step = p.state.step
    assert kinds(p.press(Do.SKIP, step)) == [Ask, RemindLater]
    assert [p.press(Do.SKIP, step) for _ in range(4)] == [()] * 4
    assert [turn.outcome for turn in p.state.turns] == [Outcome.SKIPPED, Outcome.OPEN]


def test_what_was_written_is_kept_when_skipped_or_stopped() -> None:
    p = Practice()
    p.say("途中まで書いた答えですが")
    assert p.say("この質問はとばす")[0] == Save(0)
    p.say("これも途中で")
    assert p.say("ここで終える") == (Save(1), Summarise())
    assert [turn.text for turn in p.state.turns] == ["途中まで書いた答えですが", "これも途中で"]


def test_a_message_after_the_feedback_is_offered_as_an_addition() -> None:
    p = Practice()
    p.answer("ROASを見ました。")
    assert p.say("LTVも見ていました。") == (OfferAddition(0),)
    assert p.turn.text == "ROASを見ました。"
    assert kinds(p.say("前の回答に足す")) == [Save, Judge, Wait]
    p.judge()
    assert p.turn.text == "ROASを見ました。\nLTVも見ていました。"
    assert [point.text for point in p.turn.having(Verdict.MISSED)] == ["CPA"]


def test_an_addition_not_taken_up_is_kept_aside() -> None:
    p = Practice()
    p.answer("ROASを見ました。")
    p.say("よろしくお願いします。")
    p.press(Do.NEXT)
    assert [part.text for part in p.state.turns[0].aside] == ["よろしくお願いします。"]
    assert p.turn.parts == ()


def test_an_edit_counts_until_the_next_question() -> None:
    p = Practice()
    p.say("ROASを見ました。")
    p.say("送信")
    p.judge()
    assert kinds(p.edit("ROASとCPAを見ました。", "m1")) == [Save, Judge, Wait]
    assert p.judge()[1] == Tell(0, p.turn.points[2])
    assert p.edit("ROASとCPAを見ました。", "m1") == ()
    p.press(Do.NEXT)
    assert p.edit("やっぱり違います。", "m1") == (Note(Noted.EDITED_LATE, 0),)
    assert p.state.turns[0].text == "ROASとCPAを見ました。"


def test_a_word_edited_into_an_answer_is_one() -> None:
    p = Practice()
    p.say("わかりません")
    assert kinds(p.edit("ROASを見ました。", "m1")) == [Wait]
    assert p.turn.text == "ROASを見ました。"


def test_one_follow_up_on_the_first_missed_point() -> None:
    p = Practice()
    p.answer("CPAを見ました。")
    step = p.state.step
    assert p.press(Do.DEEPER, step) == (Ask(1), RemindLater())
    assert p.press(Do.DEEPER, step) == ()
    assert (p.turn.follows, [point.text for point in p.turn.points]) == (0, ["ROAS"])
    assert p.answer("まだ見ていないのが正直なところです。")[1] == Tell(1, None)
    assert p.press(Do.DEEPER) == ()
    p.press(Do.NEXT)
    assert p.turn.question == "q1"


def test_what_was_said_after_the_feedback_may_answer_the_follow_up() -> None:
    p = Practice()
    p.answer("CPAを見ました。")
    p.say("ROASは1.8を下回った枠を止めました。")
    assert kinds(p.press(Do.DEEPER)) == [Ask, Wait, RemindLater]
    p.quiet()
    p.judge()
    assert [turn.text for turn in p.state.turns] == [
        "CPAを見ました。",
        "ROASは1.8を下回った枠を止めました。",
    ]


def test_pause_and_go_on_a_week_later() -> None:
    p = Practice()
    p.say("ROASを見て、")
    assert p.say("あとで続ける") == (Note(Noted.PAUSED), RemindLater())
    assert p.say("ところで今日の天気は") == ()
    assert p.leave(20) == (Remind(),)
    assert p.leave(24) == ()
    p.do(Quiet(p.state.step), 6 * 24 * 3600)
    assert p.resume() == (Ask(0, again=True),)
    p.say("枠を止めました。", 40)
    p.say("送信", 5)
    assert p.turn.text == "ROASを見て、\n枠を止めました。"
    assert p.turn.seconds < 120


def test_resting_leaves_the_question_for_another_day() -> None:
    p = Practice()
    assert p.say("今日は休みます") == (Note(Noted.PAUSED), RemindLater())
    assert p.turn.outcome is Outcome.RESTED
    assert p.say("再開") == (Ask(1), RemindLater())


def test_who_is_active_is_not_reminded() -> None:
    p = Practice()
    assert p.leave(1) == (RemindLater(),)
    assert not p.state.reminded


@pytest.mark.parametrize(
    "word", ["もう消えたいです", "仕事はできます。でも死にたいと思っています。"]
)
def test_grave_words_pause_and_are_not_kept(word: str) -> None:
    p = Practice()
    p.say("ROASを見ました。")
    assert p.say(word) == (Note(Noted.DISTRESS),)
    assert p.phase is Phase.PAUSED
    assert p.turn.text == "ROASを見ました。"
    assert word not in interview.to_json(p.state)
    assert p.leave(30) == ()


def test_counsellors_may_speak_of_their_work() -> None:
    p = Practice()
    assert kinds(p.say("自殺予防の相談窓口で、月に40件の電話を受けました。")) == [Wait]


def test_a_dispute_settles_a_point_at_any_time() -> None:
    p = Practice()
    p.answer("CPAを見ました。")
    assert p.do(Disputed(0, "q0-0")) == (Learn(0), Note(Noted.DISPUTED, 0))
    assert p.do(Disputed(0, "q0-0")) == ()
    assert p.do(Disputed(0, "q0-1")) == ()  # covered
    assert p.state.deeper == p.turn.points[2]
    p.say("ここで終える")
    assert p.do(Disputed(0, "q0-2")) == (Learn(0), Note(Noted.DISPUTED, 0))
    assert p.turn.having(Verdict.MISSED) == []
    assert p.phase is Phase.ENDED


def test_own_rating_by_word_and_button() -> None:
    p = Practice()
    p.answer("CPAを見ました。")
    assert p.say("あやしい") == (Learn(0), Note(Noted.RATED, 0))
    assert p.do(Rated(0, Own.SHAKY)) == ()
    assert p.do(Rated(0, Own.DONE)) == (Learn(0), Note(Noted.RATED, 0))
    assert p.do(Rated(7, Own.DONE)) == ()
    assert p.do(Rated(-1, Own.AGAIN)) == ()


def test_stopping_waits_for_the_last_verdict() -> None:
    p = Practice()
    p.say("CPAを見ました。")
    p.say("送信")
    p.say("終了します")
    assert p.phase is Phase.JUDGING
    assert p.judge() == (Learn(0), Tell(0, None), Summarise())


def test_a_verdict_in_a_pause_is_told_on_return() -> None:
    p = Practice()
    p.say("CPAを見ました。")
    p.say("送信")
    p.press(Do.PAUSE)
    assert p.judge() == (Learn(0),)
    assert p.say("続ける")[0] == Tell(0, p.turn.points[0], again=True)


def test_a_question_that_is_gone_is_passed_over() -> None:
    p = Practice(queue=("gone", "q1", "gone", "q3"))
    assert p.turn.question == "q1"
    p.press(Do.SKIP)
    assert p.turn.question == "q3"
    assert p.press(Do.SKIP) == (Summarise(),)


def test_nothing_to_ask() -> None:
    new = Interview("8f3", "cmo", "ja", 3, BEGUN, BEGUN, queue=(("cmo", "gone"),))
    ended, effects = advance.begin(new, find)
    assert (ended.life, effects) == (Life.ENDED, (Note(Noted.NOTHING_TO_ASK),))


def test_a_second_delivery_changes_nothing() -> None:
    p = Practice()
    said, word = Said("CPAを見ました。", "x1"), Said("スキップ", "x2")
    p.do(said)
    assert p.do(said) == ()
    p.do(word)
    assert p.do(word) == ()
    assert p.state.asked == 2


def test_too_long_is_refused_whole() -> None:
    p = Practice()
    p.say("あ" * (LONGEST_ANSWER - 10))
    assert p.say("い" * 20) == (Note(Noted.TOO_LONG, 0),)
    assert len(p.turn.parts) == 1


def test_reads_what_an_earlier_version_wrote() -> None:
    text = (
        '{"id":"8f3","about":"cmo","lang":"ja","length":3,"begun_at":"2026-11-24T09:00:00Z",'
        '"changed_at":"2026-11-24T09:00:00Z","queue":[["cmo","q1"]],"mood":"fine","turns":'
        '[{"slug":"cmo","question":"q0","words":"?","asked_at":"2026-11-24T09:00:00Z"}]}'
    )
    read = interview.from_json(text)
    assert read.phase is Phase.ANSWERING
    assert interview.from_json(interview.to_json(read)) == read
    assert read.begun_at == BEGUN


def test_a_clock_set_back_does_no_harm() -> None:
    p = Practice()
    after, _ = advance.advance(p.state, Said("CPAです。", "x"), BEGUN - timedelta(hours=1), find)
    assert after.changed_at == BEGUN
    assert after == replace(after, turns=(replace(after.turns[0], seconds=0),))


def test_a_word_that_has_nothing_to_do_is_told_where_the_interview_stands() -> None:
    p = Practice()
    p.say("ROASを見て、")
    assert kinds(p.say("まとめを見る")) == [Save, Judge, Wait]
    p.judge()
    for word in ("送信", "以上です", "前の回答に足す"):
        assert p.say(word) == (Note(Noted.RECEIVED, 0),)
    assert p.turn.aside == ()
    p.press(Do.NEXT)
    p.say("採用を", 1)
    assert p.say("書き足す")[0] == Ask(1, again=True)
    assert p.turn.text == "採用を"
    assert p.quiet() == ()  # they are thinking
    p.say("あとで続ける")
    assert p.say("送信")[0] == Note(Noted.PAUSED)
    assert p.say("ここで終える")[-1] == Summarise()


def test_a_follow_up_has_a_hint_where_its_point_has_a_cue() -> None:
    p = Practice()
    p.answer("CPAを見ました。")
    p.press(Do.DEEPER)
    assert p.say("ヒント") == (Note(Noted.NO_HINT, 1),)
    cued = replace(p.turn.points[0], cues=("枠を止めました",))
    turns = (p.state.turns[0], replace(p.turn, points=(cued,)))
    p.state = replace(p.state, turns=turns)
    assert p.say("ヒント") == (Hint(1, 1, cued),)
    assert p.say("もう一つヒント") == (Note(Noted.NO_HINT, 1),)
