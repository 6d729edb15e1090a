"""Interview questions and the points that an answer may touch on (回答ポイント)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.library.extract import split_list
from bot.library.lines import flow, numbered, question_mark
from bot.library.model import Block, Fact, Point, Question
from bot.library.names import key

_POINTS = (
    r"(?:(?:回答|解答|答え方?|評価|見る)の?(?:ポイント|観点|要点|ヒント|コツ)|(?:押さえる)?ポイント|観点"
    r"|(?:answer|key|talking)\s+points?|points?(?:\s+to\s+cover)?|(?:what|things)\s+to\s+cover)"
)
_END_OF_LABEL = r"[】\]）)*_\s]*(?:[:：→⇒＝=｜|—–-]+\s*|\n|$)"
_LABEL = re.compile(
    rf"^(?:[→⇒]\s*)?(?:[【［\[]\s*{_POINTS}\s*[】］\]]\s*[:：]?\s*"
    rf"|[*_（(\s]*{_POINTS}{_END_OF_LABEL}|[*_]*{_POINTS}\u3000)",
    re.IGNORECASE,
)
_LABEL_WITHIN = re.compile(
    r"(?:[→⇒]\s*)?(?:([（(【\[])\s*)?\*?(?:回答の?ポイント|answer\s+points?)\s*"
    r"(?:】\s*[:：]?|[:：])\s*",
    re.IGNORECASE,
)
_NOT_POINTS = re.compile(
    r"^[*_【\[（(\s]*(?:(?:回答|解答)例|模範|NG|(?:A(?:nswer)?|Ａ)\s*[0-9０-９]*\s*[.．:：)）])",
    re.IGNORECASE,
)
_ID = re.compile(r"\{#([A-Za-z0-9][A-Za-z0-9_-]{0,39})\}")
# What its author meant for an id: of other letters or braces, or never closed.
_MEANT_AS_ID = re.compile(r"[{｛]\s*[#＃](?:[^{}｛｝\n]*[}｝]|\S*)")
_ASKS = re.compile(
    r"(?:[？?]|(?:ください|下さい|(?:お願い|お聞かせ)(?:いた)?します|でしょうか|ますか|ですか|でしたか)[。.]?)"
    r"[」』\"*]*(?:\s*[（(][^（）()]*[）)])?\s*$"
)
_SENTENCE = re.compile(r"[。.！!]$")
# 「A・B」 is a list, but 「カスタマー・サクセス」 is one word.
_MIDDLE_DOT = re.compile(r"(?<![ァ-ヴー])・|・(?![ァ-ヴー])")


def question_id(text: str) -> str:
    """The id of a question whose author gave none: 10 hexadecimal digits of its text's key."""
    return hashlib.blake2b(key(text).encode(), digest_size=5).hexdigest()


def point_id(text: str) -> str:
    """The id of a point: 8 hexadecimal digits of its text's key."""
    return hashlib.blake2b(key(text).encode(), digest_size=4).hexdigest()


@dataclass(slots=True)
class _Draft:
    text: str
    line: int
    listed: list[Fact] = field(default_factory=list)
    inline: list[Fact] = field(default_factory=list)


def questions(blocks: Sequence[Block]) -> tuple[Question, ...]:
    """The questions of a section, numbered from 1 in reading order.

    Reads the blocks in a row, as a person would, whatever is nested in what: a question is
    what is numbered like one (or, where nothing is, what ends like one), and what follows it
    under a label such as 「回答ポイント」 or as bullets are its points.
    """
    found = [_finish(i, draft) for i, draft in enumerate(_drafts(blocks), 1)]
    ids = _unique([question.id for question in found])
    return tuple(replace(question, id=id) for question, id in zip(found, ids, strict=True))


def id_marks(blocks: Iterable[Block]) -> Iterator[tuple[str, Fact]]:
    """What is written as an id among the blocks: the id, empty for what is none, and the mark."""
    for block in blocks:
        for offset, line in enumerate(block.text.split("\n")):
            at = block.line if block.cells else block.line + offset
            for mark in _MEANT_AS_ID.findall(line):
                given = _ID.fullmatch(mark)
                yield given[1] if given else "", Fact(mark, at)


def _drafts(blocks: Sequence[Block]) -> list[_Draft]:
    opens = _opener(blocks)
    drafts: list[_Draft] = []
    columns: tuple[str, ...] = ()
    label_alone = in_answer = False
    for block in blocks:
        if block.kind == "head":
            columns = block.cells
        elif block.kind == "row":
            drafts.extend(_from_row(block, columns))
        elif label := _LABEL.match(block.text):
            rest = block.text[label.end() :]
            label_alone, in_answer = not rest.strip(), False
            if drafts:
                _add_points(drafts[-1], rest, block.line)
        elif text := opens(block):
            drafts.append(_from_text(text, block.line))
            label_alone = in_answer = False
        elif _NOT_POINTS.match(block.text) or block.kind == "heading":
            label_alone, in_answer = False, block.kind != "heading"
        elif drafts and block.kind == "item" and not in_answer:
            drafts[-1].listed.append(Fact(flow(block.text), block.line))
            label_alone = False
        elif drafts and block.kind == "text" and label_alone:
            _add_points(drafts[-1], block.text, block.line)
            label_alone = False
    return drafts


def _opener(blocks: Sequence[Block]) -> Callable[[Block], str]:
    """What tells the text of the question that a block opens, or gives nothing for others.

    A section has one way of writing questions: the first of these ways that any block follows
    and that asks something; else the first numbered one.
    """
    plain = [b for b in blocks if not b.cells and b.kind != "code" and not _LABEL.match(b.text)]
    items = [b for b in plain if b.kind == "item"]
    depth = min((b.depth for b in items if b.number is not None), default=0)
    levels = {b.depth for b in plain if b.kind == "heading" and _asks(b.text)}

    def marked(block: Block) -> str:
        mark = question_mark(block.text)
        return mark[1] if mark else ""

    def counted(block: Block) -> str:
        counts = block.kind == "item" and block.number is not None and block.depth == depth
        return marked(block) or block.text if counts else ""

    def headed(block: Block) -> str:
        if block.kind != "heading" or block.depth not in levels:
            return ""
        mark = numbered(block.text)
        return mark[1] if mark else block.text if _asks(block.text) else ""

    def listed(block: Block) -> str:
        asks = _asks(block.text) or _SENTENCE.search(block.text) or block.bold
        return block.text if block.kind == "item" and block.depth == 0 and asks else ""

    def said(block: Block) -> str:
        return block.text if block.kind == "text" and block.depth == 0 and _asks(block.text) else ""

    for way in (marked, counted, headed, listed, said):
        if any(_asks(way(block)) for block in plain):
            return way
    return marked if any(map(marked, plain)) else counted


def _asks(text: str) -> bool:
    """Whether one of the lines ends like a question; an id behind it doesn't matter."""
    lines = _without_label(text).split("\n")[:3]
    return any(_ASKS.search(_MEANT_AS_ID.sub("", line)) for line in lines)


def _without_label(text: str) -> str:
    within = _LABEL_WITHIN.search(text)
    return text[: within.start()] if within else text


def _from_text(text: str, line: int) -> _Draft:
    """A question whose block may hold its points too, on a line of their own or behind it."""
    asked: list[str] = []
    draft = _Draft("", line)
    in_points = False
    for offset, part in enumerate(text.split("\n")):
        label = _LABEL.match(part) if asked else None
        within = _LABEL_WITHIN.search(part)
        if label:
            in_points = True
            _add_points(draft, part[label.end() :], line + offset)
        elif within:
            in_points = True
            if before := part[: within.start()]:
                asked.append(before)
            points = part[within.end() :]
            _add_points(draft, points[:-1] if _closes(within[1], points) else points, line + offset)
        elif in_points:
            _add_points(draft, part, line + offset)
        else:
            asked.append(part)
    draft.text = flow("\n".join(asked)).strip()
    return draft


def _closes(opening: str | None, text: str) -> bool:
    return opening in ("（", "(") and text.endswith(("）", ")"))


def _from_row(block: Block, columns: Sequence[str]) -> list[_Draft]:
    cells = list(block.cells)
    points = next((i for i, name in enumerate(columns) if _LABEL.match(name)), None)
    texts = [
        i for i, cell in enumerate(cells) if i != points and cell.strip("QqＱ問.． 0123456789０-９")
    ]
    if not texts:
        return []
    asked = max(texts, key=lambda i: (_asks(cells[i]), -i))
    mark = question_mark(cells[asked]) or numbered(cells[asked])
    draft = _from_text(mark[1] if mark else cells[asked], block.line)
    if points is None:
        points = next((i for i in texts if i > asked), None)
    if points is not None and points < len(cells):
        label = _LABEL.match(cells[points])
        _add_points(draft, cells[points][label.end() if label else 0 :], block.line)
    return [draft]


def _add_points(draft: _Draft, text: str, line: int) -> None:
    for offset, part in enumerate(text.split("\n")):
        draft.inline.extend(Fact(point, line + offset) for point in _split(part))


def _split(text: str) -> list[str]:
    """The points on a line: by commas and slashes, else by sentences, else by middle dots."""
    parts = split_list(text)
    if len(parts) == 1:
        parts = [part for part in parts[0].split("。") if part.strip()]
    if len(parts) == 1:
        parts = _MIDDLE_DOT.split(parts[0])
    return [part.strip().removeprefix("and ").removeprefix("or ").strip() for part in parts]


def _finish(number: int, draft: _Draft) -> Question:
    text = draft.text.strip().strip("*").strip()
    given = _ID.search(text)
    text = _without_ids(text)
    listed = draft.listed
    if len(listed) == 1 and not draft.inline:
        listed = [Fact(part, listed[0].line) for part in _split(listed[0].text)]
    return Question(
        given[1] if given else question_id(text),
        number,
        text,
        _points(dict.fromkeys(fact for fact in (*draft.inline, *listed) if fact.text)),
        draft.line,
    )


def _without_ids(text: str) -> str:
    before, *after = _MEANT_AS_ID.split(text)
    return "".join((before.rstrip(), *after)).strip() if after else text


def _points(facts: Iterable[Fact]) -> tuple[Point, ...]:
    found = list(facts)
    ids = _unique([point_id(fact.text) for fact in found])
    return tuple(Point(id, fact.text, fact.line) for id, fact in zip(ids, found, strict=True))


def _unique(ids: Sequence[str]) -> list[str]:
    """What says the same twice gets ids of its own: the second `…-2`."""
    taken = set(ids)
    counts: dict[str, int] = {}
    result = []
    for id in ids:
        new = id
        if new in counts:
            while new in taken:
                counts[id] += 1
                new = f"{id}-{counts[id]}"
            taken.add(new)
        counts.setdefault(new, 1)
        result.append(new)
    return result
