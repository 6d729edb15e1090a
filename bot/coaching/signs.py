"""How an answer is written, each sign with the pieces of it that show it."""

from __future__ import annotations

import re

from bot.coaching.feedback import Sign
from bot.coaching.text import Passage

# Those that tell good answers from poor ones on the labelled rows (docs/feedback.md).
SHOWN = frozenset({"length", "numbers", "vague", "hedges"})
_LONG = 90  # characters

# A number is quoted with its whole unit, and with the noun right before it: 「登録が80件」.
_NOUN = "[一-鿿々ァ-ヴーA-Za-z]"
_DIGITS = "[0-9０-９]+(?:[,.，．][0-9０-９]+)*"
_COUNTED = "割|倍|件|社(?!員)|人|名|年間?|[かヵカヶケ]月間?|回(?!り)|週間?|日間?|台|点"
_COUNTERS = (
    f"{_COUNTED}|円|ドル|月|時間|分|秒|本|枚|個|種類?|店舗?|拠点|品目|項目|[か箇カヶ]所|通|冊|校|部署"
    "|歳|位|度|字|行|[ァ-ヴー]+|[一-鿿々]{1,2}(?![一-鿿々])"
)
_KANJI = "一二三四五六七八九十百千"
_NO_UNIT = (
    "(?:to|and|or|but|in|of|for|at|by|on|the|an?|we|i|it|they|with|from|is|was|were|as|then|so"
    "|when)"
)
_NUMBERS = re.compile(
    rf"(?:(?<!{_NOUN}){_NOUN}{{1,12}}(?:[がはをにでもと]|から|まで)?約?)?"
    rf"(?<![0-9０-９.,])(?!1人){_DIGITS}(?:\s?[%％]|[兆億万千]*(?:{_COUNTERS})|[兆億万千]+)"
    rf"|(?<![A-Za-z0-9.,])[$¥€£]?{_DIGITS}[ -]?(?:(?:thousand|million|billion) )?"
    rf"(?!{_NO_UNIT}\b)[A-Za-z]+"
    rf"|[$¥€£]{_DIGITS}"
    rf"|(?<![{_KANJI}])(?!一[人点])数?[{_KANJI}][{_KANJI}万億]*(?:{_COUNTED})",
    re.IGNORECASE,
)
# A result is quoted from where its clause begins, or a noun's part of a long one; what somebody
# feared, wants or supposes is none.
_RESULTS = re.compile(
    rf"(?:^|(?<=[、。，「」])|(?<={_NOUN}[はがをで]))[^、。，「」]{{0,40}}?"
    r"(?:増え|減り|減っ|減らし|下がり|下がっ|下げ|(?<!仕)上が[りっ]|伸び|改善し|短縮し|達成し|半減|倍に"
    r"|倍です|取れ|につなが|に成功|を実現|縮ん|縮み|守っ)"
    r"(?![^、。，]{0,30}(?:と思|と言われ|と考え|と見込|かもしれ|はず|でしょう|たい|れば|なら|ように))"
    r"[^、。，「」]*"
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
    found = [Sign("length", (), len(text) + answer.unread)]
    if answer.unread:
        found.append(Sign("unread", (), len(text)))
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
