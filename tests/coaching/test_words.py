"""Words to the interviewer, and what only looks like one."""

from __future__ import annotations

import re

import pytest

from bot.coaching.events import Do
from bot.coaching.turns import Own
from bot.coaching.words import (
    Meaning,
    Word,
    asks_back,
    asks_for_a_question,
    is_closed,
    meaning,
)
from bot.locale import LOCALES, texts
from tests.conftest import ROOT

SAID: list[tuple[str, Meaning]] = [
    ("送信", Do.SEND),
    ("以上です。", Do.SEND),
    ("  Done! ", Do.SEND),
    ("That’s all", Do.SEND),
    ("ヒントをください", Do.HINT),
    ("ﾋﾝﾄ", Do.HINT),
    ("もう一つヒント", Do.HINT),
    ("one more hint", Do.HINT),
    ("すみません、意味がわかりません", Do.HINT),
    ("質問の意味がよく分からないです", Do.HINT),
    ("I don’t understand the question.", Do.HINT),
    ("Hint please", Do.HINT),
    ("この質問はとばす", Do.SKIP),
    ("スキップします", Do.SKIP),
    ("pass", Do.SKIP),
    ("もう一度お願いします", Do.REPEAT),
    ("repeat the question", Do.REPEAT),
    ("あとで続ける", Do.PAUSE),
    ("中断します", Do.PAUSE),
    ("Later", Do.PAUSE),
    ("ここで終える", Do.STOP),
    ("やめたいです", Do.STOP),
    ("stop", Do.STOP),
    ("今日は休みます", Do.REST),
    ("今日はここまで", Do.REST),
    ("I need a rest", Do.REST),
    ("再開", Do.RESUME),
    ("continue", Do.RESUME),
    ("わかりません", Word.GIVE_UP),
    ("分からないです…", Word.GIVE_UP),
    ("もう無理です", Word.GIVE_UP),
    ("すみません、この質問は全然思いつきません", Word.GIVE_UP),
    ("I don’t know.", Word.GIVE_UP),
    ("sorry, no idea", Word.GIVE_UP),
    ("消えたい", Word.DISTRESS),
    ("正直、もう死にたいです。すみません。", Word.DISTRESS),
    ("I want to die", Word.DISTRESS),
]

ANSWERS = [
    "ヒントは顧客の声にありました",
    "数字は30名以上です",
    "やめたいと言う部下と三度話しました",
    "最初はわかりませんでしたが、調べて直しました",
    "I don't know Kubernetes well, but I learned it",
    "The next question was who pays",
    "終了した案件は12件",
    "自殺対策の窓口で、月に40件の相談を受けました",
    "I led suicide prevention training",
    "",
    "。",
]


@pytest.mark.parametrize(("text", "meant"), SAID)
def test_a_word(text: str, meant: Meaning) -> None:
    assert meaning(text) is meant


@pytest.mark.parametrize("text", ANSWERS)
@pytest.mark.parametrize("told", [False, True])
def test_an_answer(text: str, told: bool) -> None:
    assert meaning(text, told=told) is None


@pytest.mark.parametrize(
    ("text", "answering", "told"),
    [
        ("もう一度", Do.REPEAT, Own.AGAIN),
        ("done", Do.SEND, Own.DONE),
        ("スキップ", Do.SKIP, Do.NEXT),
        ("前の回答に足す", Do.ADD, Do.ADD),
        ("足します", None, Do.ADD),
        ("深掘りにも答える", Do.DEEPER, Do.DEEPER),
        ("まとめを見る", Do.NEXT, Do.NEXT),
        ("書き足す", Do.ADD, Do.ADD),
        ("復習：もう一度", None, Own.AGAIN),
        ("あやしい", None, Own.SHAKY),
    ],
)
def test_after_the_feedback_words_mean_other_things(
    text: str, answering: Meaning | None, told: Meaning
) -> None:
    assert meaning(text) is answering
    assert meaning(text, told=True) is told


@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize("locale", LOCALES)
def test_what_a_button_says_may_be_typed(locale: str, told: bool) -> None:
    written = (ROOT / "bot" / "locale" / locale / "interview.ftl").read_text(encoding="utf-8")
    labels = re.findall(r"^interview-do-\S+ = (.+)$", written, re.MULTILINE)
    assert len(labels) > 10
    assert [label for label in labels if meaning(label, told=told) is None] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_what_a_button_says_of_reviewing_may_be_typed(locale: str) -> None:
    said = {own: texts(locale)(f"interview-rate-{own}") for own in Own}
    assert {own: meaning(label, told=True) for own, label in said.items()} == {o: o for o in Own}


@pytest.mark.parametrize(
    ("question", "back"),
    [
        ("最後に、こちらに聞いておきたいことはありますか。", True),
        ("採用計画の根拠など、逆にご質問があればどうぞ。", True),
        ("Finally, what would you like to ask about how we review code?", True),
        ("投資家からの厳しい質問に答え、評価が変わったご経験をお聞かせください。", False),
        ("お客様にまず確かめたことは何ですか。", False),
        ("You are asked to cut your budget by 30%. What do you check first?", False),
    ],
)
def test_a_question_that_asks_for_questions(question: str, back: bool) -> None:
    assert asks_back(question) is back


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("枠を止めました。以上です。", True),
        ("枠を止めました\n以上です", True),
        ("We cut the slots. That's all.", True),
        ("応募は30名以上です。", False),
        ("以上です、と言いかけて続けました。", False),
    ],
)
def test_an_answer_that_closes_itself(text: str, closed: bool) -> None:
    assert is_closed(text) is closed


@pytest.mark.parametrize(
    "text",
    [
        "質問して",
        "質問を出してください。",
        "私に質問してほしいです",
        "面接の質問を一つお願いします",
        "一問ください",
        "Ask me a question",
        "a question for me, please".replace(",", ""),
        "Quiz me!",
    ],
)
def test_a_question_is_asked_for(text: str) -> None:
    assert asks_for_a_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "CMOの面接の質問を教えて",
        "質問してもいいですか",
        "面接で何を聞かれる？",
        "質問",
        "お客様に質問して、答えを表にしました。",
        "質問して" * 3000,
    ],
)
def test_other_talk_of_questions_asks_for_none(text: str) -> None:
    assert not asks_for_a_question(text)
