"""What needs no judging: nothing said, given up, said back, keywords in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.coaching.feedback import Kind, Point
from bot.coaching.mention import rows
from bot.coaching.text import Passage, Window, normal

_GIVE_UP = re.compile(
    r"(?:全然|全く|まったく|よく|ちょっと|正直|すみません|すいません|ごめんなさい"
    r"|申し訳(?:ありません|ないです)|もう|私には|今は"
    r"|これは|この質問は|特に|うーん|えーと|まだ|(?:質問の)?(?:意味|意図|趣旨)[がはも]?"
    r"|、|。|\s|…|\.)*"
    r"(?:わか(?:らない|りません|らん|んない)|分か(?:らない|りません|らん|んない)|知(?:らない"
    r"|りません)|無理(?:です|だ)?"
    r"|思い(?:つきません|つかない|浮かびません|浮かばない)|答えられ(?:ません|ない)|(?:経験"
    r"|特に)?(?:は|が)?(?:ありません|ないです|ない|無し|なし)"
    r"|ギブ(?:アップ)?|パス(?:で|します)?|お手上げ(?:です)?|降参|つらい|疲れ(?:た|ました)"
    r"|(?:sorry,? )?(?:i )?don['’]?t (?:know|understand)(?: (?:it|this|that|the question))?"
    r"|no idea|not sure|give up|i can'?t)"
    r"(?:です|だ|よ|ね|、|。|\s|…|\.|!|！|すみません|ごめんなさい|けど|が|ので|次"
    r"|お願いします|を)*"
)
_LETTER = re.compile(r"[^\W\d_]")
_SPACE = re.compile(r"[\W_]+")


def plain_kind(question: str, points: Sequence[Point], answer: str) -> Kind:
    """EMPTY, GIVE_UP or COPIED, else ANSWER."""
    text = normal(answer[:400]).strip()
    if len(set(_LETTER.findall(text))) < 2:
        return Kind.EMPTY
    if len(text) < 60 and _GIVE_UP.fullmatch(text):
        return Kind.GIVE_UP
    bare = _SPACE.sub("", normal(answer[:4_000]))
    if bare in _SPACE.sub("", normal(question)):
        return Kind.COPIED
    rest = bare.replace(_SPACE.sub("", normal(question)), "")
    for name in sorted((_SPACE.sub("", normal(p.text)) for p in points), key=len, reverse=True):
        rest = rest.replace(name, "") if name else rest
    return Kind.COPIED if len(rest) <= len(bare) / 8 else Kind.ANSWER


def without_rows(
    points: Sequence[str], question: str, answer: Passage
) -> tuple[Passage, list[int]]:
    """An answer without the sentences that only list points or other nouns.

    With it, the number that each of its sentences had before.
    """
    keep = [i for i, row in enumerate(rows(points, question, answer)) if not row]
    number = {old: new for new, old in enumerate(keep)}
    kept = Passage(
        tuple(answer.sentences[i] for i in keep),
        tuple(answer.clauses[i] for i in keep),
        tuple(
            Window(w.text, number[w.sentence], w.first, w.end)
            for w in answer.windows
            if w.sentence in number
        ),
    )
    return kept, keep
