"""What a sentence asks for, and about whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.intent import LONGEST, understand
from tests.entries import entry, library

LIBRARY = library(
    entry("cmo", name="CMO", aliases=("最高マーケティング責任者",)),
    entry("pm", name="PM", aliases=("プロダクトマネージャー", "Product Manager")),
    entry("manager", name="マネージャー"),
    entry("ai_engineer", name="AIエンジニア"),
    entry("sales", name="営業"),
    entry("sales_planning", name="営業企画"),
    entry("cpp", name="C++エンジニア"),
)


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("CMOになるには", ["cmo"]),
        ("ｃｍｏになるには", ["cmo"]),
        ("cmo", ["cmo"]),
        ("最高マーケティング責任者の面接", ["cmo"]),
        ("ﾌﾟﾛﾀﾞｸﾄﾏﾈｰｼﾞｬｰって何？", ["pm"]),
        ("ぷろだくと・まねーじゃーって何？", ["pm"]),
        ("プロダクト マネージャー の仕事", ["pm"]),
        ("the product-manager role", ["pm"]),
        ("営業から営業企画へ", ["sales", "sales_planning"]),
        ("営業企画から営業へ", ["sales_planning", "sales"]),
        ("CMOに営業からなるには", ["sales", "cmo"]),
        ("CMOにプロダクトマネージャーからなるには", ["pm", "cmo"]),
        ("to become a CMO from product manager", ["pm", "cmo"]),
        ("from PM to CMO", ["pm", "cmo"]),
        ("PMとPMの違い", ["pm"]),
        ("CMO、PM、営業", ["cmo", "pm", "sales"]),
        ("C++エンジニアの面接", ["cpp"]),
        ("「CMO」とは", ["cmo"]),
        ("天気は？", []),
        ("https://example.com/cmo", []),
        ("<cmo>", []),
        ("", []),
        ("？？？", []),
    ],
)
def test_the_roles_named_in_the_order_they_stand(text: str, slugs: list[str]) -> None:
    assert list(understand(text, LIBRARY).slugs) == slugs


@pytest.mark.parametrize(
    "text",
    ["development", "RPM", "PMO", "PM2", "tpms", "shipmate", "cmos", "ｄｅｖｅｌｏｐｍｅｎｔ"],
)
def test_letters_inside_another_word_are_no_name(text: str) -> None:
    assert understand(text, LIBRARY).slugs == ()


@pytest.mark.parametrize(
    "text", ["PMの仕事", "仕事はPM", "PMは", "(PM)", "PM?", "PM/CMO", "のPMが"]
)
def test_a_short_name_beside_japanese_or_punctuation_is_one(text: str) -> None:
    assert "pm" in understand(text, LIBRARY).slugs


def test_the_longest_name_wins() -> None:
    assert understand("プロダクトマネージャー", LIBRARY).slugs == ("pm",)
    assert understand("営業企画", LIBRARY).slugs == ("sales_planning",)
    assert understand("営業マネージャー", LIBRARY).slugs == ("sales", "manager")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("CMOになるには？", "way"),
        ("CMOを目指しています", "way"),
        ("CMOのキャリアパス", "way"),
        ("how do I become a CMO", "way"),
        ("I want to be a CMO", "way"),
        ("CMOの面接で聞かれることは", "questions"),
        ("CMOの面接を練習したい", "practice"),
        ("練習したい、CMOの面接", "practice"),
        ("CMOの模擬面接", "practice"),
        ("practise a CMO interview", "practice"),
        ("CMO interview practice", "practice"),
        ("CMOの面接の練習方法", "questions"),
        ("best practices of a CMO", ""),
        ("CMOの面接で聞かれるスキル", "questions"),
        ("what do they ask in a CMO interview", "questions"),
        ("CMOに必要なスキル", "skills"),
        ("CMOに向いている人", "skills"),
        ("what skills does a CMO need", "skills"),
        ("CMOに必要な資格は", "learn"),
        ("CMOの勉強方法", "learn"),
        ("CMOが使うツール", "tools"),
        ("CMOは何をする仕事ですか", "duties"),
        ("what does a CMO do", "duties"),
        ("CMOの1日の流れ", "duties"),
        ("CMOは誰と働くの", "team"),
        ("CMOの将来性", "outlook"),
        ("CMOに似た職種", "related"),
        ("CMOの年収", "pay"),
        ("CMOの給料が知りたい", "pay"),
        ("how much is a CMO paid", "pay"),
        ("how much does a CMO make", "pay"),
        ("CMOとPMの違いは？", "compare"),
        ("CMO vs PM", "compare"),
        ("which is better, CMO or PM", "compare"),
        ("CMOの仕事", "duties"),
        ("CMOとは", "overview"),
        ("CMOって何", "overview"),
        ("what is a CMO", "overview"),
        ("CMO", ""),
    ],
)
def test_what_is_asked(text: str, topic: str) -> None:
    assert understand(text, LIBRARY).topic == topic


@pytest.mark.parametrize("width", [str, lambda text: text.replace(" ", "　")])
def test_the_words_of_a_name_are_not_what_is_asked(width: type[str]) -> None:
    asked = understand(width("AIエンジニア の スキル"), LIBRARY)
    assert (asked.slugs, asked.topic) == (("ai_engineer",), "skills")
    assert understand("AIエンジニア", LIBRARY).topic == ""


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("CMOのスキルは？", ""),
        ("What skills does a CMO need?", ""),
        ("from engineer to CMO", "engineer"),
        ("how to become a nurse", "nurse"),
        ("who do growth leaders work with", "growth leaders"),
        ("マーケティングマネジメーに必要なスキルは？", "マーケティングマネジメー"),
        ("好きな食べ物は？", "好きな食べ物"),
        ("プロダクトマネージャーの面接", ""),
        ("ふわふわ", "ふわふわ"),
    ],
)
def test_what_is_left_may_be_a_name(text: str, rest: str) -> None:
    assert understand(text, LIBRARY).rest == rest


def test_of_a_long_text_only_the_beginning_is_looked_at() -> None:
    filler = "。" * LONGEST
    assert understand(f"CMO{filler}PM", LIBRARY).slugs == ("cmo",)
    assert understand(f"{filler}PM", LIBRARY).slugs == ()


def test_a_name_that_the_cut_halves_is_none() -> None:
    assert understand("。" * (LONGEST - 2) + "営業企画", LIBRARY).slugs == ("sales",)


@given(st.text(max_size=500))
def test_any_text_is_understood_somehow(text: str) -> None:
    intent = understand(text, LIBRARY)
    assert set(intent.slugs) <= {known.slug for known in LIBRARY.entries("ja")}


@given(st.lists(st.sampled_from([*"ァぁヴー・ ﾟ㍿ﬁİßÅΩ①🧑‍💻", "CMO", "の", "cm", "o"]), max_size=40))
def test_letters_of_other_widths_and_scripts_break_nothing(parts: list[str]) -> None:
    text = "".join(parts)
    assert len(understand(text, LIBRARY).rest) <= 4 * len(text) + 1


@pytest.mark.parametrize(
    ("text", "start", "goal"),
    [
        ("販売職から営業になるには", "販売職", ""),
        ("営業から先生になりたい", "", "先生"),
        ("先生に転職できますか", "", "先生"),
        ("from teaching to CMO", "teaching", ""),
        ("how do I become a teacher?", "", "teacher"),
        ("CMOの仕事", "", ""),
        ("営業から教職に転職するには", "", "教職"),
        ("営業だが、教育の仕事へ移りたい", "", "教育"),
        ("I want to move into teaching", "", "teaching"),
    ],
)
def test_where_from_and_where_to_in_words_that_name_no_role(
    text: str, start: str, goal: str
) -> None:
    intent = understand(text, LIBRARY)
    assert (intent.start, intent.goal) == (start, goal)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("営業を辞めたい", "way"),
        ("営業企画に異動したい", "way"),
        ("先生から営業に", "way"),
        ("営業と営業企画の年収の違い", "pay"),
        ("do I need a degree to be a CMO", "learn"),
    ],
)
def test_what_somebody_who_looks_for_a_job_asks(text: str, topic: str) -> None:
    assert understand(text, LIBRARY).topic == topic
