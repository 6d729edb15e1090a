"""What counts as the same name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.names import initials, key, keys, letters, one_width

_KANA = "".join(map(chr, range(0x30A1, 0x30F5)))
_NAME = st.text(alphabet="マネージャー営業部長ヴァイスCMOcmo +#・ 1" + _KANA, max_size=20)
# Parts of Korean syllables grow together when what stands between them is left out.
_ANY = st.text(
    st.characters(codec="utf-8").filter(lambda c: "HANGUL" not in unicodedata.name(c, ""))
)


@pytest.mark.parametrize(
    "written",
    [
        "マーケティング・マネージャー",
        "ﾏｰｹﾃｨﾝｸﾞ ﾏﾈｰｼﾞｬｰ",
        "まーけてぃんぐまねーじゃー",
        "マーケティング マネジャー",
        "マアケティング・マネージャー".replace("マア", "マ"),
        "マ－ケティング=マネ〜ジャー",
        "マーケティンク\u3099・マネーシ\u3099ャー",
        "「マーケティング／マネージャー」",
        "マーケティング\nマネージャー",
    ],
)
def test_one_name_in_many_spellings(written: str) -> None:
    assert key(written) == "マケテイングマネジヤ"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C", "C++"),
        ("C", "C#"),
        ("営業1課", "営業2課"),
        ("ハス", "バス"),
        ("CMO", "CFO"),
        ("法務", "財務"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ＣＭＯ", "cmo"),
        ("Chief Marketing-Officer", "chiefmarketingofficer"),
        ("growth_leader", "growthleader"),
        ("Straße", "strasse"),
        ("ヴァイオリン", "バイオリン"),
        ("ゔぁいおりん", "バイオリン"),
        ("ヴィラ・ラヴ", "ビララブ"),
        ("㈱商事", "株商事"),
        ("🎉", ""),
        ("ー・_－", ""),
        ("", ""),
    ],
)
def test_keys_of_names(name: str, expected: str) -> None:
    assert key(name) == expected


@given(_ANY)
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)


@given(_NAME)
def test_width_case_kana_and_long_vowels_make_no_difference(name: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)
    hiragana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヴ" else c for c in name)
    for written in (
        wide,
        name.upper(),
        name.lower(),
        hiragana,
        name.replace("ー", ""),
        name.replace("・", ""),
        unicodedata.normalize("NFD", name),
        "ー".join((name, "")),
    ):
        assert key(written) == key(name)


@given(st.lists(_ANY))
def test_many_keys_at_once_are_those_made_one_by_one(names: list[str]) -> None:
    assert keys(names) == {name: key(name) for name in names}


@given(_NAME)
def test_letters_of_one_width_are_the_key_piece_by_piece(name: str) -> None:
    assert "".join(letters(char) for char in one_width(name)) == key(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Chief Marketing Officer", "cmo"),
        ("Head of Growth", "hg"),
        ("Import and Export Lead", "iel"),
        ("manager", ""),
        ("Webマーケター 担当", ""),
        ("", ""),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected
