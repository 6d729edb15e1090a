"""The point in its own words: said with content, or only named, listed, denied."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.coaching.likeness import words
from bot.coaching.stance import concrete, stance, vague
from bot.coaching.text import Passage, normal

# Words of which an answer without content is made.
_EMPTY_WORDS = """
十分 確保 目 配 慎重 肝要 重要 大切 大事 実施 意識 徹底 必要 今後 理解 姿勢 誠意 所存 努
心 鋭意 最中 検討 課題 勉強 予定 計画 観点 要点 鍵 基本 感 信 全力 一 常 高 水準 取 組
取組 様々 総合的 指標 判断 確認 着実 結果 成果 実行 言葉 単語 用語 本 話 聞 読 自分 私
弊社 当社 挙 点 特 成功 進 気 進行 実践 第一 合言葉 経験
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_LIST = re.compile(r"[、，・,/／;；\n]|\s-\s")
# A point or a keyword has の, と or a noun's ending in hiragana, but no predicate's.
_NOUN_ONLY = re.compile(
    r"^[\s・*#-]*(?=.{2,24}$)[^をはがもにでてた。「」『』]*[一-鿿々ァ-ヴーa-z0-9みりきけさせえ）]$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """How an answer names a point; `whole` when in its own words as they are.

    `content` grows with what the sentences say beside the points and empty words.
    """

    whole: bool = False
    affirmed: bool = False
    denied: bool = False
    listed: bool = False
    content: float = 0.0


def listed(sentence: str) -> bool:
    """Whether a normalised sentence is a row of nouns, three or more, with little else."""
    parts = [part.strip() for part in _LIST.split(sentence.rstrip("。.!！\n "))]
    nouns = [_NOUN_ONLY.match(part) is not None for part in parts]
    run = longest = 0
    for noun in nouns:
        run = run + 1 if noun else 0
        longest = max(longest, run)
    if longest < 3:
        return False
    rest = [part for part, noun in zip(parts, nouns, strict=True) if not noun]
    # The last noun of the row stands before its predicate: 「…、リスク評価を見ています」
    return sum(word not in _EMPTY for part in rest for word in words(part)) < 4


def rows(points: Sequence[str], question: str, answer: Passage) -> list[bool]:
    """By sentence, whether it only names points or other nouns in a row."""
    known = {*words(question), *(word for point in points for word in words(point))}
    sentences = ["".join(clauses) for clauses in answer.clauses]
    nouns = [_NOUN_ONLY.match(s.strip("。.!！ ")) is not None for s in sentences]
    found = []
    for i, sentence in enumerate(sentences):
        # A line a noun; one alone is a heading for what follows.
        under = nouns[i] and any(nouns[max(i - 1, 0) : i] + nouns[i + 1 : i + 2])
        named = sum(_named(sentence, normal(point), words(point)) for point in points)
        own = [word for word in words(sentence) if word not in known and word not in _EMPTY]
        found.append(under or listed(sentence) or (named >= 2 and len(own) < named))
    return found


def mention(point: str, others: Sequence[str], question: str, answer: Passage) -> Mention:
    """The best mention of a point, the affirmed before the others."""
    name, core = normal(point), words(point)
    names = [normal(other) for other in others]
    known = {*words(question), *core, *(word for other in others for word in words(other))}
    found = [
        _judge(i, name, core, names, known, answer)
        for i, clauses in enumerate(answer.clauses)
        if _named("".join(clauses), name, core)
    ]
    if not found:
        return Mention()
    best = max(found, key=lambda m: (m.affirmed, m.content))
    return Mention(
        any(m.whole for m in found),
        best.affirmed,
        any(m.denied for m in found) and not best.affirmed,
        best.listed,
        best.content,
    )


def _named(sentence: str, name: str, core: Sequence[str]) -> bool:
    return name in sentence or (bool(core) and all(word in sentence for word in core))


def _judge(
    i: int, name: str, core: Sequence[str], others: list[str], known: set[str], answer: Passage
) -> Mention:
    clauses = answer.clauses[i]
    sentence = "".join(clauses)
    keys = (name,) if any(name in clause for clause in clauses) else core
    first = next((n for n, c in enumerate(clauses) if any(key in c for key in keys)), 0)
    rest = "".join(clauses[first:])
    neighbours = sum(_named(sentence, other, words(other)) for other in others)
    text = sentence
    # A heading sentence: what it names is told in the next. 「うまくやりました」 is no heading.
    if i + 1 < len(answer.clauses) and not vague(sentence):
        following = "".join(answer.clauses[i + 1])
        if len(sentence) < len(name) + 22 and not any(o in following for o in others):
            text += following
    own = [word for word in words(text) if word not in known and word not in _EMPTY]
    content = len(own) / (1 + neighbours)
    row = listed(sentence) or (neighbours >= 1 and content < 2)
    how = stance(clauses, first, first + 1)
    empty = content < 2 or (vague(rest) and not concrete(text))
    return Mention(
        whole=name in sentence,
        affirmed=not (how.denied or how.left or how.planned or how.named or how.elsewhere)
        and not row
        and not empty,
        denied=how.denied or how.left or how.planned or how.named,
        listed=row,
        content=math.log1p(content),
    )
