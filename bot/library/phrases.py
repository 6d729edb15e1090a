"""What people say that is about no role in particular."""

from __future__ import annotations

import enum
import re


class Phrase(enum.StrEnum):
    """What a sentence comes to. hello and help are names of commands."""

    HELLO = "hello"
    HELP = "help"
    THANKS = "thanks"
    LIST = "list"
    SUITING = "suiting"
    DISTRESS = "distress"


_MEANT = (
    (
        Phrase.DISTRESS,
        r".*(?:死にたい|しにたい|消えたい|自殺|生きていたくない|kill myself|want to die|suicid).*",
    ),
    (
        Phrase.HELLO,
        r"こんにちは|こんばんは|おはよう(?:ございます)?|(?:お疲れ|おつかれ)(?:さま|様)(?:です)?"
        r"|hello|hi|hey",
    ),
    (
        Phrase.HELP,
        r"ヘルプ|(?:使い方|つかいかた)(?:は|を?教えて)?[?？]?|(?:get )?help|[?？]"
        r"|(?:何|なに)が?でき(?:る|ます)(?:の|か|のか|んですか|のですか)?[?？]?"
        r"|what (?:can|do) you do|how do(?:es)? (?:i use )?(?:this|it|senpai)(?: work)?",
    ),
    (Phrase.THANKS, r"(?:どうも)?ありがとう.*|thank(?:s| you).*"),
    (
        Phrase.SUITING,
        r".*(?:適職|天職|(?:向い|合っ|合う|おすすめ|お勧め|オススメ).*(?:職種|仕事|職業)"
        r"|\bsuits?\b|right for me|recommend.*\b(?:jobs?|roles?)\b).*",
    ),
    (
        Phrase.LIST,
        r".*(?:一覧|(?:どんな|ほか|他)(?:の職種|の仕事|職種|仕事|には)"
        r"|職種を?(?:教え|見せ|見たい|リスト)|何(?:個|種類)"
        r"|\b(?:list|which|what|all)\b.*\b(?:roles|jobs)\b).*|リスト",
    ),
)
_PATTERNS = tuple((phrase, re.compile(words, re.DOTALL)) for phrase, words in _MEANT)
_LONGEST = 400


def meant(text: str) -> Phrase | None:
    """The first of these that the sentence comes to."""
    plain = text[:_LONGEST].lower().strip().rstrip("!！。.〜~")
    return next((phrase for phrase, words in _PATTERNS if words.fullmatch(plain)), None)
