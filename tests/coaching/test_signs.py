"""Signs of how an answer is written, with the pieces that show them."""

from __future__ import annotations

import pytest

from bot.coaching.signs import signs
from bot.coaching.text import passage


def spans(answer: str) -> dict[str, tuple[str, ...]]:
    return {sign.name: sign.spans for sign in signs(passage(answer))}


def test_numbers_with_units_and_results_are_quoted() -> None:
    found = spans("月15件だった見込み客の登録が80件に増えています。")
    assert [span for span in found["numbers"] if "15件" in span]
    assert [span for span in found["results"] if "増え" in span]


@pytest.mark.parametrize(
    ("answer", "numbers"),
    [
        ("POPの書き換えを30種類試しました。", ("30種類",)),
        ("新商品のテレビCMに2億円を使いました。", ("テレビCMに2億円",)),
        ("施策でCPAが9,800円になりました。", ("CPAが9,800円",)),
        ("前年比120%の売上を、約3年間続けました。", ("前年比120%", "約3年間")),
        ("We cut it from 9 to 5. We then had 30 supermarkets.", ("30 supermarkets",)),
        ("It grew to 2 million users, by 28%, for $1.2M.", ("2 million users", "28%", "$1.2M")),
        ("一人で抱え込む癖を、一つずつ直しました。二割減りました。", ("二割",)),
    ],
)
def test_a_number_is_quoted_in_whole_words(answer: str, numbers: tuple[str, ...]) -> None:
    assert spans(answer)["numbers"] == numbers


@pytest.mark.parametrize(
    ("answer", "results"),
    [
        ("枠を見直し、離職率が12%から5%に下がりました。", ("離職率が12%から5%に下がりました",)),
        (
            "お客様の声を毎週読んで順番を入れ替えたところ問い合わせの件数が月に40件ほどから半分くらいまで減りました。",
            ("入れ替えたところ問い合わせの件数が月に40件ほどから半分くらいまで減りました",),
        ),
    ],
)
def test_a_result_is_quoted_from_where_its_clause_begins(
    answer: str, results: tuple[str, ...]
) -> None:
    assert spans(answer)["results"] == results


@pytest.mark.parametrize(
    "answer",
    [
        "CFOに解約が増えると言われて、説明しました。",
        "それが成果につながると思います。",
        "離職を減らしたいと考え、面談をしました。",
        "資料を仕上がった順に配りました。",
    ],
)
def test_what_is_feared_or_supposed_is_no_result(answer: str) -> None:
    assert "results" not in spans(answer)


def test_vague_phrases_and_hedges_are_quoted() -> None:
    found = spans("しっかり取り組むことが大切だと思います。")
    assert found["vague"] == ("しっかり", "大切だ")
    assert found["hedges"] == ("と思います",)


def test_the_rarer_of_two_styles_is_quoted() -> None:
    found = spans("売上を見ています。毎週確かめます。これは大事である。")
    assert found["mixed_style"] == ("これは大事である。",)
    assert "mixed_style" not in spans("売上を見ています。毎週確かめます。")


def test_a_long_sentence_is_quoted() -> None:
    long = "と確かめて" * 30 + "います。"
    assert spans(long)["long_sentences"] == (long,)


def test_length_counts_characters_as_written() -> None:
    (length,) = [sign.value for sign in signs(passage("売上を見た。")) if sign.name == "length"]
    assert length == 6


def test_a_very_long_answer_has_its_whole_length_and_says_how_far_it_was_read() -> None:
    answer = "三人のチームで数字を見ました。" * 500
    values = {sign.name: sign.value for sign in signs(passage(answer))}
    assert values["length"] == len(answer)
    assert 0 < int(values["unread"] or 0) < 4_001
    assert "unread" not in spans("三人のチームで数字を見ました。" * 20)
