"""How names are compared: what a reader takes for the same name has the same key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SMALL = dict(zip("ァィゥェォッャュョヮヵヶ", "アイウエオツヤユヨワカケ", strict=True))
_KATAKANA = [chr(code) for code in range(0x30A1, 0x30F7)]
# Katakana and hiragana, small and large, to large katakana.
_KANA = {
    code: _SMALL.get(kana, kana) for kana in _KATAKANA for code in (ord(kana), ord(kana) - 0x60)
}
_V_SOUNDS = re.compile("ヴ([ァィェォぁぃぇぉ])")
_V_ROW = dict(zip("ァィェォぁぃぇぉ", "バビベボバビベボ", strict=True))
# Everything that is neither a letter nor a digit; a + and a # tell C, C++ and C# apart.
_IGNORED = re.compile(r"[^\w+#]+")
_IGNORED_IN_LINES = re.compile(r"[^\w+#\n]+")


def one_width(text: str) -> str:
    """Text in one width, 「ヴァ」 as 「バ」: what `letters` and a reader of the text agree on."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text).replace("ゔ", "ヴ")
    return _V_SOUNDS.sub(lambda m: _V_ROW[m[1]], text).replace("ヴ", "ブ") if "ヴ" in text else text


_NO_NAME = re.compile(
    r"(?:https?://|www\.)[!-~]+"  # an address on the web
    r"|[!-~]{1,64}@[!-~]+\.[!-~]+"  # or of mail
    r"|</?[A-Za-z!][^<>]{0,200}>"  # markup
)

_EMPTY = (
    "a about all also am an and any are as ask at be become but by can could do does exit for from"
    " get give go going had has have help how i if in into is it jobs like maybe me my no none not"
    " of off ok okay on or our please prepare roles show so some start stop tell thanks that the"
    " their them then there these they this those to up us use used uses using want was we were"
    " what when where which who why will with without work would yes you your"
)
EMPTY_WORDS = frozenset(_EMPTY.split())
"""English words, as keys, by which nobody asks for a role unless they are all of its name."""


def without_addresses(text: str) -> str:
    """Text without addresses and markup, of which no word is anybody's name for a role."""
    # Most text holds none of these and is not searched.
    return (
        _NO_NAME.sub(" ", text) if any(sign in text for sign in ("//", "www.", "@", "<")) else text
    )


def letters(text: str) -> str:
    """What counts of a text in one width when names are compared."""
    return _IGNORED.sub("", _fold(text))


def _fold(text: str) -> str:
    # The underscore and the long-vowel mark are letters to a pattern.
    text = text.casefold().replace("_", "").replace("ー", "")
    return text if text.isascii() else text.translate(_KANA)


def key(name: str) -> str:
    """A name without what people write differently.

    Width, case, hiragana for katakana, small kana, long-vowel marks, middle dots, spaces,
    hyphens and punctuation make no difference: 「まーけてぃんぐ・マネジャー」 and
    「ﾏｰｹﾃｨﾝｸﾞ マネージャー」 have one key.
    """
    return letters(one_width(name))


def keys(names: Iterable[str]) -> dict[str, str]:
    """The keys of many names, by name; all in one go, which is much quicker than one by one."""
    folded: dict[str, str] = {}
    distinct = dict.fromkeys(names)
    for group in (
        [name for name in distinct if name.isascii()],
        [name for name in distinct if not name.isascii()],
    ):
        lines = _fold("\n".join(one_width(name).replace("\n", " ") for name in group))
        folded.update(zip(group, _IGNORED_IN_LINES.sub("", lines).split("\n"), strict=False))
    return folded


_WORD = re.compile(r"[A-Za-z]+")
_MINOR = frozenset({"of", "and", "the", "for", "in"})


def initials(name: str) -> str:
    """`cmo` for `Chief Marketing Officer`; empty unless the name is two or more English words."""
    if " " not in name or not name.isascii():
        return ""
    words = [word for word in _WORD.findall(name) if word.lower() not in _MINOR]
    return "".join(word[0] for word in words).lower() if len(words) >= 2 else ""
