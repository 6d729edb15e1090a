"""What a sentence in plain words asks for: which roles, and what about them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.library.library import Library
from bot.library.names import EMPTY_WORDS, letters, one_width, without_addresses

LONGEST = 400
"""Of a longer text only this many characters are looked at."""

_LONGEST_NAME = 40
_PRACTISING = "練習(?!方法|の?仕方|法|問題)"  # and not how one would
# What people ask about, likeliest wording first: 「面接で聞かれるスキル」 is about interviews,
# 「必要な資格」 about learning. The values are those of Topic, and `way` for what leads to a
# role, `compare` for two of them, `pay` for what no document tells, `practice` for what is done
# rather than read.
_ASKED: tuple[tuple[str, str], ...] = (
    (
        "practice",
        rf"模擬面接|面接(?=.*{_PRACTISING})|{_PRACTISING}(?:[がをに]|(?:し|始め|はじめ)たい|する)?"
        r"|\bmock interviews?|\bpracti[cs](?:e|ing)\b(?=.*interview)|\binterview(?= practi[cs])"
        r"|(?<=interview )practi[cs](?:e|ing)",
    ),
    ("pay", r"年収|給料|給与|収入|報酬|手取り|稼げ|salar|\bpay\b|paid|wage|earn|how much"),
    ("compare", r"違い|ちがい|違う|比べ|比較|どっち|どちら|differ|compar|versus|\bvs\b|\bbetter\b"),
    ("questions", r"面接|聞かれ|質問され|想定問答|interview|questions?\b|asked"),
    (
        "learn",
        r"学び|学ぶ|学習|勉強|資格|独学|本を|learn|study|certif|course|train|degree|qualif|licen[cs]",
    ),
    ("tools", r"ツール|ソフト|\btools?\b|software"),
    (
        "skills",
        r"スキル|能力|向いて|必要な(?!の)|求められ|できる必要"
        r"|skills?\b|requirement|need to know|good at",
    ),
    (
        "way",
        r"なるには|なりたい|なるために|なれ|目指|めざ|転職|キャリア|次は|その後|昇進|道のり|ステップ"
        r"|(?:移り|うつり|行き|いき|就き|つき|辞め|やめ|離れ|抜け出し|挑戦し|異動し)たい|辞めて|から.+に$"
        r"|becom(?:e|ing)|(?:want|wanna|going) to be|get into|career|path|next|promot|switch"
        r"|move into|how (?:do|can) i|way to|from (?=.+ to )",
    ),
    (
        "outlook",
        r"将来|今後|需要|なくな|展望|トレンド|奪われ|future|outlook|demand|trend|replace|\bai\b",
    ),
    ("team", r"誰と|だれと|連携|関わ|協業|一緒に|部署|who (?=.*with)|work with|works with|team"),
    ("related", r"似た|似て|近い職|関連|ほかの職|similar|related|alternative"),
    (
        "duties",
        r"仕事内容|業務|何をする|なにをする|やること|役割|[一1]日|仕事は|仕事って|の仕事|dut|responsib|do(?:es)?\b",
    ),
    (
        "overview",
        r"とは|って何|ってなに|なに\?|何\?|教えて|what is|what's|what are|tell me about|about",
    ),
)
_PATTERNS = tuple((topic, re.compile(words, re.IGNORECASE)) for topic, words in _ASKED)
_SURROUNDING = re.compile(
    r"[?？!！。、,.「」『』]|(?:について|に必要な|になるに|になりたい|とは|って|の|は|が|を|に|で|と)(?=[\s?？!！。、,.]|$)"
    r"|未経験者?(?:から|でも|[のでが])?"
    rf"|\b(?:{'|'.join(sorted(EMPTY_WORDS))}|experience|help|need)\b",
    re.IGNORECASE,
)

# There is no role in these, although one is called PR.
_NO_ROLE = re.compile(r"自己\s?PR", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:an? |the |being an? )?$", re.IGNORECASE)
# What somebody starts from or would become, in words that name no role for certain.
_START = re.compile(
    r"([^\W_ぁ-ん]+)から|\bfrom (?:an? |the |being an? )?([\w&/-][\w &/-]*?) to\b", re.IGNORECASE
)
_GOAL = re.compile(
    r"([^\W_ぁ-ん]{2,})(?:の(?:お?仕事|職種?|世界|分野))?\s?[にへ](?:な[るれり]|転職|移|行き|就)"
    r"|\b(?:be(?:come)?|(?:move|switch|change|get) (?:in)?to) (?:an? )?([a-z]{2,})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Intent:
    """slugs: the roles named, in the order they stand. topic: one of those above, or empty.

    rest: what is left of the text without what it asks and the words around it; it may hold
    a name that was not recognised. start, goal: of these words, where somebody would go from,
    and where to.
    """

    slugs: tuple[str, ...]
    topic: str
    rest: str
    start: str = ""
    goal: str = ""


def understand(text: str, library: Library) -> Intent:
    """Reads `text` for names of roles that stand in it and for what is asked about them."""
    text = without_addresses(one_width(text[:LONGEST]))
    text = " ".join(_NO_ROLE.sub(" ", text).split())
    slugs, around = _mentions(text, library)
    topic = next((topic for topic, words in _PATTERNS if words.search(around)), "")
    rest = around
    for _, words in _PATTERNS:
        rest = words.sub(" ", rest)
    rest = " ".join(_SURROUNDING.sub(" ", rest).split())
    start, goal = _START.search(around), _GOAL.search(around)
    return Intent(
        tuple(dict.fromkeys(slugs)),
        topic,
        rest,
        (start[1] or start[2]) if start else "",
        (goal[1] or goal[2]) if goal else "",
    )


def _mentions(text: str, library: Library) -> tuple[list[str], str]:
    """The roles whose names stand in the text, longest names first, and the text without them.

    What somebody starts from goes first: "to become a CMO from product manager" is that way.
    """
    pieces = [(i, letter) for i, char in enumerate(text) for letter in letters(char)]
    joined = "".join(letter for _, letter in pieces)
    slugs: list[str] = []
    starts: list[str] = []
    left: list[str] = []
    copied = start = 0
    while start < len(joined):
        for end in range(min(len(joined), start + _LONGEST_NAME), start + 1, -1):
            bearers = library.index.bearing(joined[start:end])
            first, last = pieces[start][0], pieces[end - 1][0]
            if joined[start:end] in library.rungs and _is_start(text[:first], text[last + 1 :]):
                start = end - 1  # 「社内SE」 is no SE: a title of its own, which stays in the text
                break
            if len(bearers) == 1 and _stands_alone(text, first, last):
                # The long-vowel mark is no letter, but belongs to the name that it ends.
                last += len(text[last + 1 :]) - len(text[last + 1 :].lstrip("ー"))
                named = starts if _is_start(text[:first], text[last + 1 :]) else slugs
                named += bearers
                left.append(text[copied:first])
                copied = last + 1
                start = end - 1
                break
        start += 1
    left.append(text[copied:])
    return starts + slugs, " ".join(left)


def _is_start(before: str, after: str) -> bool:
    return after.startswith("から") or _FROM.search(before) is not None


def _stands_alone(text: str, first: int, last: int) -> bool:
    """Whether no Latin word goes on at either end: there is no PM in "development"."""
    before, after = text[max(0, first - 1) : first], text[last + 1 : last + 2]
    return not ((_latin(text[first]) and _latin(before)) or (_latin(text[last]) and _latin(after)))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
