"""What a heading announces, however its author words and numbers it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.library.lines import BOLD_HEADING, numbered, question_mark
from bot.library.model import Block, Topic

# In order of precedence: 「スキルを学ぶ方法」 is about learning,
# 「面接で見られるスキル」 about interviews.
_WORDS = {
    Topic.QUESTIONS: "面接|質問|問答|聞かれること|Q\\s*&\\s*A|interview|questions?\\b",
    Topic.LEARNING: (
        "学習|学び|学ぶ|勉強|独学|目指す|なるには|資格|身につけ方"
        "|learn|study|training|becom|education|how to prepare"
    ),
    Topic.SKILLS: (
        "スキル|能力|求められる(?:力|知識|経験)|必要な(?:力|知識|経験)|skill|competenc|abilities"
    ),
    Topic.TOOLS: (
        "ツール|使用ソフト|使う(?:道具|ソフト)|技術スタック|\\btools?\\b|tech(?:nology)? stack"
    ),
    Topic.COLLABORATION: (
        "協業|連携|協働|コラボレーション|関わる(?:人|部|相手)|関わり|一緒に働く|関係(?:者|部)"
        "|他部[署門]|ステークホルダー|誰と"
        "|collaborat|works? with|working with|work together|stakeholder|cross-functional"
    ),
    Topic.CAREER: (
        "キャリア|ステップアップ|昇進|進路|なるには|career|becom|paths?\\b|progression|next steps"
    ),
    Topic.OUTLOOK: (
        "将来|展望|今後|これから|トレンド|動向|需要|市場(?:価値|ニーズ|の変化)"
        "|outlook|future|trend|demand|prospects"
    ),
    Topic.DUTIES: (
        "業務|仕事(?:の)?内容|(?:主な|具体的な)仕事|どんな仕事を|職務|役割|責任|担当領域|ミッション"
        "|やること|[一1]日の(?:流れ|スケジュール)"
        "|dut(?:y|ies)|responsibilit|what .*\\bdo(?:es)?\\b|tasks?\\b"
        "|key activities|day[- ]to[- ]day|a day in"
    ),
    Topic.OVERVIEW: (
        "とは|どんな仕事|概要|はじめに|紹介"
        "|overview|about|what (?:it )?is|what's|introduction|summary"
    ),
}
_PATTERNS = tuple((topic, re.compile(words, re.IGNORECASE)) for topic, words in _WORDS.items())
_STORY = re.compile(r"ストーリー|事例|体験談|エピソード|story|stories|case stud", re.IGNORECASE)
_TOOL_GROUP = re.compile(_WORDS[Topic.TOOLS], re.IGNORECASE)
# A question asked in an interview, and not a short heading like 「どんな仕事？」.
_ASKS = re.compile(r".{16,}(?:？|ください。?)|.{40,}\?", re.DOTALL)

# What people put before a heading that isn't marked as one: kinds of marks, and no mark at all.
_UNMARKED = (
    re.compile(r"^[ \u3000]{0,3}(?P<mark>[■◆◇□●▼★☆])(?!(?P=mark))[ \u3000]*(.{1,40})$"),
    re.compile(r"^[ \u3000]{0,3}(?P<mark>[【《＜〈\[])(.{1,40})[】》＞〉\]]$"),
    re.compile(r"^[ \u3000]{0,3}(?P<mark>第[0-9０-９一二三四五六七八九十]+[章節部])(.{1,40})$"),
    re.compile(
        r"^(?P<mark>[0-9０-９]{1,2}[.．、)）]|[①-⑳]|[IVXⅠ-Ⅹ]+[.．])\s*(.{1,40}?)"
        r"(?<![。.*])(?<!(?<!とは)[？?])\**$"  # not a numbered sentence or question
    ),
    re.compile(r"^(?P<mark>)([^\s#・\-*+>|0-9０-９①-⑳QＱ].{0,23}[^。．.！!、,])[:：]?$"),
)
_FEW = 3
# What sub-headings of other sections speak of too.
_OFTEN_WITHIN = (Topic.TOOLS, Topic.OVERVIEW, Topic.DUTIES)


def is_story(heading: str) -> bool:
    return _STORY.search(heading) is not None


def is_tool_group(heading: str) -> bool:
    return _TOOL_GROUP.search(heading) is not None


def topics(heading: str, names: Sequence[str] = ()) -> list[Topic]:
    """All that the heading could announce, likeliest first.

    The role's own `names` are taken out before, or 「キャリアアドバイザーとは」 would be a career.
    """
    for name in names:
        heading = heading.replace(name, " ")
    if _ASKS.fullmatch(heading) or question_mark(heading):
        return []
    return [topic for topic, words in _PATTERNS if words.search(heading)]


def mark_headings(text: str, names: Sequence[str]) -> str:
    """The Markdown with its unmarked headings (`■業務`, 「【業務】」, a line of its own) marked.

    They are marked where one way of writing them announces several topics, which no ordinary
    list does. Every line stays where it is.
    """
    lines = text.split("\n")
    best: dict[int, str] = {}
    most = _FEW - 1
    for form in _UNMARKED:
        found: dict[int, str] = {}
        for i, line in enumerate(lines):
            match = form.match(line)
            # A heading without any mark shows by the blank line or the rule above it.
            if match and (match["mark"] or not i or not lines[i - 1].strip(" \u3000-*_")):
                found[i] = match[2].strip("* \u3000")
        announced = {i: topics(heading, names) for i, heading in found.items()}
        distinct = len({topic for all_topics in announced.values() for topic in all_topics[:1]})
        if distinct > most:
            best, most = found, distinct
    first = min(best, default=len(lines))
    for i, line in enumerate(lines):
        if i in best:
            lines[i] = f"# {best[i]}"
        elif i > first and line.startswith("#"):
            lines[i] = f"#{line}"  # what is marked already stands below
    return "\n".join(lines)


def outline(
    blocks: Sequence[Block], names: Sequence[str], title: str = ""
) -> dict[int, Topic | None]:
    """Which headings open a section, and on what: index in `blocks` to topic.

    Sections stand on the heading level that announces the most topics. A higher heading opens
    one too (but for the document's title); a deeper one only when its topic is missing on
    that level, so that an author who slipped a level loses nothing.
    """
    headings = [(i, b) for i, b in enumerate(blocks) if b.kind == "heading"]
    found = {i: topics(b.text, names) for i, b in headings}
    if headings and _is_title(headings, found, title):
        headings = headings[1:]
    level = _section_level([(b.depth, found[i]) for i, b in headings])
    # Under sections headed by bold lines, `###` is deeper, whatever its number of marks.
    first = next((i for i, b in headings if b.depth == level), 0)
    result: dict[int, Topic | None] = {
        i: None
        for i, b in headings
        if b.depth == level or (b.depth < level and (level < BOLD_HEADING or i < first))
    }
    result.update((i, None) for i in _slipped(headings, level))
    _assign(result, found)
    taken: set[Topic | None] = set(result.values())
    for i, block in headings:
        topic = found[i][0] if found[i] else None
        # Under a heading about skills, 「ツール」 is a group of it.
        if i in result or topic in taken or topic in (None, *_OFTEN_WITHIN) or is_story(block.text):
            continue
        result[i] = topic
        taken.add(topic)
    return dict(sorted(result.items()))


def few_topics(openings: dict[int, Topic | None]) -> bool:
    """Whether so little was recognised that the headings may not be marked as such."""
    return len({topic for topic in openings.values() if topic}) < _FEW


def _is_title(
    headings: Sequence[tuple[int, Block]], found: dict[int, list[Topic]], title: str
) -> bool:
    """Whether the first heading is the document's: it says the same, or the sections are below.

    Where it announces the only section there is, what stands below it are no sections.
    """
    i, first = headings[0]
    others = [(b.depth, found[n]) for n, b in headings[1:]]
    announced = {topic for _, of_one in others for topic in of_one[:1]}
    above = first.depth < _section_level(others) and (len(announced) > 1 or not found[i])
    return above or first.text == title


def _section_level(headings: Iterable[tuple[int, list[Topic]]]) -> int:
    at_level: dict[int, set[Topic]] = {}
    for depth, found in headings:
        at_level.setdefault(depth, set()).update(found[:1])
    if not at_level:
        return 0
    return max(at_level, key=lambda depth: (len(at_level[depth]), -depth))


def _slipped(headings: Sequence[tuple[int, Block]], level: int) -> Iterator[int]:
    """Deeper headings whose number goes on from the section before, and is missing there."""
    numbers = [(i, b.depth, numbered(b.text)) for i, b in headings]
    on_level = {number[0] for _, depth, number in numbers if number and depth <= level}
    last = 0
    for i, depth, number in numbers:
        if depth <= level:
            last = number[0] if number else 0
        elif number and last and number[0] == last + 1 and number[0] not in on_level:
            last = number[0]
            yield i


def _assign(result: dict[int, Topic | None], found: dict[int, list[Topic]]) -> None:
    """Gives the unambiguous headings their topic first, the others one that is still free."""
    taken: set[Topic | None] = set()
    for i in sorted(result, key=lambda i: (len(found[i]) != 1, i)):
        free = [topic for topic in found[i] if topic not in taken]
        result[i] = next(iter(free or found[i]), None)
        taken.add(result[i])
