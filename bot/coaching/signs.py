"""How an answer is written, each sign with the pieces of it that show it."""

from __future__ import annotations

import re

from bot.coaching.feedback import Sign
from bot.coaching.text import Passage

# Those that tell good answers from poor ones on the labelled rows (docs/feedback.md).
SHOWN = frozenset({"length", "numbers", "vague", "hedges"})
_LONG = 90  # characters

_NUMBERS = re.compile(
    r"[^、。\s「」]{0,8}?[0-9０-９][0-9０-９,.，．]*\s*(?:%|％|[一-鿿ァ-ヴーA-Za-z]{1,6})"
    r"|[一二三四五六七八九十百千万]+[割倍件社名人年か月回週日台点]"
)
_RESULTS = re.compile(
    r"[^、。]{0,24}(?:増え|減り|減っ|減らし|下がり|下がっ|下げ|上がり|上がっ|伸び|改善し"
    r"|短縮し|達成し|半減|倍に|倍です|倍になり|取れ|につなが|に成功|を実現|縮ん|縮み"
    r"|守っ)[^、。]{0,6}"
)
_VAGUE = re.compile(
    r"しっかり|きちんと|鋭意|なんとなく|様々な|さまざまな|いろいろ|色々|総合的に"
    r"|バランスよく|適切に|積極的に|精一杯|全力で|着実に|誠意を"
    r"|頑張[ってりろ]|努め[てま]|心[がか掛]け|大切[でにだな]|重要[でにだな]|意識して"
)
_HEDGES = re.compile(
    r"と思います|と思って|かもしれ|ではないでしょうか|たぶん|多分|おそらく|なんとか|一応"
    r"|くらいは?です|気がします|はずです|かなと|といったところ|かと存じ"
)
_POLITE = re.compile(
    r"(?:です|ます|ました|ません|でした|ください|ございます)(?:ね|よ|が|けど|から|ので)?[。！!]?$"
)
_PLAIN = re.compile(
    r"(?:である|だった|[うくぐすつぬぶむる]|[いっん][ただ]|した|[えけせてねべめれき]た|ない"
    r"|だ)[。！!]?$"
)
_CONCLUSION = re.compile(
    r"結論|一番|最も|まず|ポイントは|理由は|要は|[0-9０-９]|ました|しています|です"
)


def signs(answer: Passage) -> tuple[Sign, ...]:
    """All signs that an answer has; those in SHOWN tell good answers from poor ones."""
    text = "".join(answer.sentences)
    found = [Sign("length", (), len(text))]
    for name, pattern in (
        ("numbers", _NUMBERS),
        ("results", _RESULTS),
        ("vague", _VAGUE),
        ("hedges", _HEDGES),
    ):
        spans = tuple(m[0].strip() for s in answer.sentences for m in pattern.finditer(s))
        if spans:
            found.append(Sign(name, spans, len(spans)))
    polite = [s for s in answer.sentences if _POLITE.search(s)]
    plain = [s for s in answer.sentences if not _POLITE.search(s) and _PLAIN.search(s)]
    if polite and plain:
        fewer = min(polite, plain, key=len)
        found.append(Sign("mixed_style", tuple(fewer), len(fewer)))
    long = tuple(s for s in answer.sentences if len(s) > _LONG)
    if long:
        found.append(Sign("long_sentences", long, len(long)))
    if len(answer.sentences) > 1 and _CONCLUSION.search(answer.sentences[0]):
        found.append(Sign("conclusion_first", (answer.sentences[0],), None))
    return tuple(found)
