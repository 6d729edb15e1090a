"""How much of a phrase is met in a text: by pieces of two characters, and by words.

Kanji and katakana carry the meaning of Japanese, hiragana mostly its grammar, so a piece weighs
by the script it is in. Words are runs of one script: no dictionary is needed, and a word that
stands within another (資料 in 資料請求) or shares a kanji with it (増やす, 増員) is partly met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from bot.coaching.terms import group_of
from bot.coaching.text import normal

_KANJI = "一-鿿々〆"
_RUN = re.compile(r"[a-z]+|[0-9][0-9.,]*|[^\W_a-z0-9]+")
_WORD = re.compile(rf"[a-z][a-z0-9&+/-]*[a-z0-9]|[ァ-ヴー]{{2,}}|[{_KANJI}]+")
# Words that stand in any answer.
_COMMON_WORDS = """
    事 為 様 物 者 方 時 中 上 前 後 間 内 外 等 的 性 化 際 場合 私 自分 今 人 日 月 年
    回 件 社 名 行 言 思 見 何 全 毎 大 小 少 一 二 三 四 五 六 七 八 九 十 半 本 度 個
    次 先 出 入 使 考 取 作 the a an of to in for and or on with at by is was we it our
    i my that as be from per
"""
_COMMON = frozenset(_COMMON_WORDS.split())

Weigh = Callable[[str], float]


@lru_cache(maxsize=20_000)
def pieces(text: str) -> dict[str, float]:
    """The two-character pieces (and single kanji, and beginnings of Latin words) with weights."""
    found: dict[str, float] = {}
    for match in _RUN.finditer(normal(text)):
        run = match[0]
        if run[0].isascii():
            if run[0].isalpha():
                found[f"w:{run[:5]}"] = 1.6 if len(run) > 2 else 1.2
            continue
        for i in range(len(run) - 1):
            found[run[i : i + 2]] = _weight(run[i]) + _weight(run[i + 1])
        for character in run:
            if "一" <= character <= "鿿":
                found.setdefault(character, 0.35)
    return found


def _weight(character: str) -> float:
    if "ぁ" <= character <= "ゟ":
        return 0.08
    return 0.4 if "ァ" <= character <= "ー" else 0.5


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning, in their order."""
    return tuple(w for w in _WORD.findall(normal(text)) if w not in _COMMON)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A phrase's parts with what each is worth, so that many texts can be held against them."""

    parts: tuple[tuple[str, float], ...]
    total: float


def weighed_pieces(phrase: str, weigh: Weigh) -> Weighed:
    return _weighed((piece, weight * weigh(piece)) for piece, weight in pieces(phrase).items())


def weighed_words(phrase: str, weigh: Weigh) -> Weighed:
    return _weighed((word, weigh(word) * (1 if len(word) > 1 else 0.6)) for word in words(phrase))


def _weighed(found: Iterable[tuple[str, float]]) -> Weighed:
    parts = tuple(found)
    return Weighed(parts, sum(worth for _, worth in parts) or 1.0)


def pieces_met(phrases: Sequence[Weighed], texts: Sequence[str]) -> list[list[float]]:
    """By phrase and text, the part, 0 to 1, of the phrase's pieces that the text has."""
    there = [pieces(text) for text in texts]
    anywhere = set().union(*there)
    found = []
    for phrase in phrases:
        parts = [part for part in phrase.parts if part[0] in anywhere]
        met = [sum([worth for piece, worth in parts if piece in own]) for own in there]
        found.append([each / phrase.total for each in met])
    return found


def words_met(phrases: Sequence[Weighed], texts: Sequence[str]) -> list[list[float]]:
    """By phrase and text, the part, 0 to 1, of the phrase's words that the text's words meet."""
    there = [words(text) for text in texts]
    kin = _Kin(dict.fromkeys(chain.from_iterable(there)))
    found = []
    for phrase in phrases:
        parts = [(worth, near) for word, worth in phrase.parts if (near := kin.of(word))]
        met = [
            sum(
                [worth * max([near.get(o, 0.0) for o in own], default=0.0) for worth, near in parts]
            )
            for own in there
        ]
        found.append([each / phrase.total for each in met])
    return found


class _Kin:
    """Some words, by their characters and their groups: who has neither in common is no kin."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_part: dict[str | int, list[str]] = {}
        for word in words:
            group = group_of(word)
            for part in {*word, *(() if group is None else (group,))}:
                self._by_part.setdefault(part, []).append(word)

    def of(self, word: str) -> dict[str, float]:
        """Those that mean something of the word, and how far."""
        group = group_of(word)
        parts = {*word, *(() if group is None else (group,))}
        maybe = {other for part in parts for other in self._by_part.get(part, ())}
        return {other: how for other in maybe if (how := alike(word, other))}


@lru_cache(maxsize=100_000)
def alike(a: str, b: str) -> float:
    """How far two words mean the same, 0 to 1, judged by how they are written."""
    if a == b:
        return 1.0
    group = group_of(a)
    if group is not None and group == group_of(b):
        return 1.0
    short, long = sorted((a, b), key=len)
    if short[0].isascii() or long[0].isascii():
        return 0.8 if len(short) >= 4 and short[:5] == long[:5] else 0.0
    if len(short) >= 2 and short in long:
        return 0.8
    if any(character in long for character in short if "一" <= character <= "鿿"):
        return 0.4
    return 0.0
