"""Signs of how an answer is written, with the pieces that show them."""

from __future__ import annotations

from bot.coaching.signs import signs
from bot.coaching.text import passage


def spans(answer: str) -> dict[str, tuple[str, ...]]:
    return {sign.name: sign.spans for sign in signs(passage(answer))}


def test_numbers_with_units_and_results_are_quoted() -> None:
    found = spans("月15件だった見込み客の登録が80件に増えています。")
    assert [span for span in found["numbers"] if "15件" in span]
    assert [span for span in found["results"] if "増え" in span]


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
