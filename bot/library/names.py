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
