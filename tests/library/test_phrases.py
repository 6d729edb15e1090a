"""What people say that asks about no role in particular."""

from __future__ import annotations

import pytest

from bot.library.phrases import Phrase, meant


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("こんにちは！", Phrase.HELLO),
        ("お疲れさまです", Phrase.HELLO),
        ("使い方がわかりません", Phrase.HELP),
        ("ありがとう、助かりました", Phrase.THANKS),
        ("設定を変えたい", Phrase.SETTINGS),
        ("Settings", Phrase.SETTINGS),
        ("英語で", Phrase.ENGLISH),
        ("English, please", Phrase.ENGLISH),
        ("日本語に切り替えて", Phrase.JAPANESE),
        ("データを消して", Phrase.DELETE),
        ("私の回答をすべて削除してください", Phrase.DELETE),
        ("please delete all my data", Phrase.DELETE),
        ("自己ＰＲを添削して", Phrase.APPLICATION),
        ("can you check my résumé?", Phrase.APPLICATION),
        ("何がしたいかわからない", Phrase.UNDECIDED),
        ("やりたいことがない", Phrase.UNDECIDED),
        ("何になりたいのか、まだ決まっていません", Phrase.UNDECIDED),
        ("I don\u2019t know what I want to do", Phrase.UNDECIDED),
        ("未経験でもできる仕事はありますか", Phrase.BEGINNERS),
        ("jobs with no experience", Phrase.BEGINNERS),
        ("もう仕事に疲れた", Phrase.TIRED),
        ("上司が嫌い", Phrase.TIRED),
        ("I hate my boss", Phrase.TIRED),
        ("仕事がつらくて死にたい", Phrase.DISTRESS),
    ],
)
def test_what_a_sentence_comes_to(text: str, phrase: Phrase) -> None:
    assert meant(text) is phrase


@pytest.mark.parametrize(
    "text",
    [
        "CMO",
        "目標設定",
        "英語に強い職種",
        "英語を使う仕事",
        "日本語教師になりたい",
        "データの消し込み",
        "データを扱う仕事",
        "疲れない働き方",
        "CMOの面接で何を聞かれる？",
        "how do I get into data",
        "English teacher",
    ],
)
def test_what_is_about_roles_is_left_to_be_read(text: str) -> None:
    assert meant(text) is None
