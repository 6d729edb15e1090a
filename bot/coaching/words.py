"""What a message in an interview is: part of an answer, or a word to the interviewer."""

from __future__ import annotations

import enum
import re
import unicodedata

from bot.coaching.events import Do
from bot.coaching.turns import Own
from bot.library.phrases import Phrase, meant


class Word(enum.StrEnum):
    GIVE_UP = "give-up"
    DISTRESS = "distress"


Meaning = Do | Own | Word

_LONGEST_ASKING = 40

# What may stand behind a noun that asks for something, and behind one that does something.
_PLEASE = r"(?:を?(?:ください|下さい|お願い(?:します)?|頂戴|ちょうだい|見せて(?:ください)?))?"
_DOING = r"(?:する|します|して(?:ください)?|しました|です|で|でお願いします)?"
_THIS = r"(?:この質問は|これは)?"
_SIGH = (
    r"(?:全然|全く|まったく|よく|ちょっと|正直|すみません|ごめんなさい|もう|私には|今は|今日は"
    r"|これは|この質問は|特に|うーん|えーと|まだ|、|\s)*"
)
_NOT_KNOWN = r"(?:わか|分か|解|知)(?:らない|りません|らん|んない)"
_REVIEW = r"(?:(?:復習|review): ?)?"
_TRAIL = r"(?:です|だ|よ|ね|な|、|\s|すみません|ごめんなさい|けど|が)*"

_Table = dict[Meaning, tuple[str, ...]]

_ALWAYS: _Table = {
    Do.HINT: (
        rf"(?:次の|(?:もう|あと)(?:一つ|ひとつ|[1一]個|少し)の?|他の|ほかの)?ヒント{_PLEASE}",
        r"(?:(?:give me )?a |another |one more |next )?hints?(?: please)?",
        # Who doesn't see what is meant is told what may be listened for.
        rf"{_SIGH}(?:質問の)?(?:意味|意図|趣旨)(?:が|は|も)?"
        rf"(?:よく|全然|いまいち|ちょっと)?{_NOT_KNOWN}{_TRAIL}",
        r"(?:sorry,? )?i don'?t (?:understand|get)(?: (?:it|this|that|the question))?",
        r"(?:sorry,? )?what do you mean(?: by that)?",
    ),
    Do.PAUSE: (
        r"(?:あと|後)(?:で|にします|で続ける|で続けます)",
        rf"(?:一時停止|中断|ポーズ|休憩){_DOING}",
        r"pause|(?:continue )?later",
    ),
    Do.STOP: (
        r"(?:ここで)?(?:終える|終えます|やめる|やめます|止める|止めます|やめたい(?:です)?)",
        rf"(?:終了|ストップ){_DOING}",
        r"stop(?: here)?|quit|exit|end",
    ),
    Do.REST: (
        r"(?:今日は)?(?:休む|休みます|休みたい(?:です)?|お休みします)",
        r"今日はここまで(?:にします)?",
        r"(?:i need a |take a )?rest|that'?s it for today",
    ),
    Do.RESUME: (
        r"再開(?:する|します)?|続(?:き|ける|けます|けて)",
        r"resume|continue|go on",
    ),
    Word.GIVE_UP: (
        rf"{_SIGH}{_NOT_KNOWN}{_TRAIL}",
        rf"{_SIGH}(?:思い(?:つき|浮かび)ません|思い(?:つか|浮かば)ない|答えられ(?:ません|ない)){_TRAIL}",
        rf"{_SIGH}(?:無理|お手上げ|降参|ギブ(?:アップ)?|つらい|辛い|疲れ(?:た|ました)|限界){_TRAIL}",
        r"(?:sorry,? )?(?:i )?(?:really )?(?:don'?t know|have no idea|can'?t(?: answer| do this)?)",
        r"(?:sorry,? )?(?:(?:i'm )?not sure|no idea|i give up|too hard|i'm tired)",
    ),
}
_ANSWERING: _Table = {
    Do.SEND: (
        rf"(?:回答を)?送信{_DOING}",
        r"以上(?:です|になります|となります)?|終わり(?:です|ました)?",
        r"(?:これで)?(?:できました|完了(?:です)?)",
        r"send(?: it)?|(?:i'm )?done|that'?s (?:all|it)",
    ),
    Do.NEXT: (
        r"次|次へ|次の質問(?:へ|お願いします)?",
        r"next(?: question)?(?: please)?",
    ),
    Do.SKIP: (
        rf"{_THIS}(?:スキップ|パス){_DOING}",
        rf"{_THIS}(?:と|飛)ば(?:す|します|して(?:ください)?)",
        r"skip(?: it| this(?: one)?)?(?: please)?|pass",
    ),
    Do.REPEAT: (
        rf"(?:質問を)?(?:もう[一1]度|もう[一1]回){_PLEASE}",
        r"(?:質問を)?繰り返して(?:ください)?",
        r"repeat(?: (?:it|that|the question))?(?: please)?|(?:once |say (?:it|that) )?again",
    ),
}
_TOLD: _Table = {
    Do.NEXT: (
        r"次|次へ(?:進む)?|次の質問(?:へ|お願いします)?|進む|進みます",
        rf"{_THIS}(?:(?:スキップ|パス){_DOING}|(?:と|飛)ば(?:す|します))",
        r"next(?: question)?(?: please)?|skip(?: it| this(?: one)?)?|pass",
    ),
    Do.ADD: (
        r"(?:前の回答に)?足(?:す|します|して(?:ください)?)",
        r"add(?: (?:it|that))?(?: to my answer)?",
    ),
    Do.SEND: (
        rf"送信{_DOING}|以上(?:です)?|終わり(?:です)?",
        r"send(?: it)?|that'?s (?:all|it)",
    ),
    Do.DEEPER: (
        r"深掘り(?:にも答える|お願いします)?|答えます",
        r"deeper|follow[- ]?up",
    ),
    Do.REPEAT: (r"繰り返して(?:ください)?", r"repeat"),
    Own.DONE: (rf"{_REVIEW}(?:でき|出来)(?:た|ました)", rf"{_REVIEW}(?:done|got it)"),
    Own.SHAKY: (rf"{_REVIEW}(?:あや|怪)しい(?:です)?", rf"{_REVIEW}shaky"),
    Own.AGAIN: (rf"{_REVIEW}もう[一1]度", rf"{_REVIEW}again"),
}
_LABELS: _Table = {
    Do.NEXT: (r"次の質問へ|まとめを見る", r"next question|(?:see )?the summary"),
    Do.ADD: (r"前の回答に足す|書き足す", r"add to (?:the answer|it)"),
    Do.REPEAT: (r"答えてみる", r"answer"),
    Do.DEEPER: (r"深掘りにも答える", r"answer the follow-up"),
    Do.OPENING: (r"自己紹介から始める", r"begin with introducing yourself"),
}
"""What buttons say, typed: never an answer, whatever stands on the screen."""


def _compiled(table: _Table) -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    return tuple((word, re.compile("|".join(patterns))) for word, patterns in table.items())


_WHILE_ANSWERING = *_compiled(_ANSWERING), *_compiled(_ALWAYS), *_compiled(_LABELS)
_AFTER_FEEDBACK = *_compiled(_TOLD), *_compiled(_ALWAYS), *_compiled(_LABELS)

_LONGEST_WORD = 40
# What counsellors and nurses may well speak of in an answer.
_OF_WORK = re.compile(
    r"自殺(?:予防|防止|対策|率|者|企図|念慮|リスク|の(?:予防|防止))"
    r"|suicid\w* (?:prevention|risk|rate)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[。！？!?.\n]+")
_CLOSED = re.compile(
    r"(?:^|[\n。．.!?！？])\s*"
    r"(?:以上(?:です|になります|となります)?|that'?s (?:all|it))[。．.!！]?\s*$",
    re.IGNORECASE,
)


_ASKS_FOR_ONE = re.compile(
    r"(?:(?:私|わたし|僕|ぼく|自分)(?:に|への|用の)?)?(?:何か|なにか|面接の|練習の)*(?:質問|一問|1問)を?"
    r"(?:一つ|ひとつ|1つ)?(?:して|出して|お願い|ください|下さい|ちょうだい|頂戴)"
    r"(?:みて)?(?:します|ください|下さい|ほしい|欲しい|もらえますか|くれますか|です)*[。！!？?]*"
    r"|(?:please )?(?:(?:ask|give) me (?:a|an|one)(?: interview)? question"
    r"|(?:a|one) question for me|quiz me)(?: please)?[.!?]*",
    re.IGNORECASE,
)


def asks_for_a_question(text: str) -> bool:
    """「質問を出して」: of which role is left open."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return len(plain) < _LONGEST_ASKING and _ASKS_FOR_ONE.fullmatch(plain) is not None


_ASKS_BACK = re.compile(
    r"(?:ご質問|逆質問|気にな(?:る|っている)点"
    r"|(?:聞|尋|伺|確|知)[^、。]{0,5}(?:(?:おき|され|み|し|め)?たい|なりたい)(?:こと|点))"
    r"(?:(?:は|が)?(?:あり|ござい|あれば)|を(?:どうぞ|お聞かせ))"
    r"|お(?:聞き|尋ね|確かめ)になりたいことは何"
    r"|anything (?:else )?you(?: would|'d) like to (?:ask|check|know)"
    r"|^(?:finally|lastly),.*\bwhat would you (?:like|want) to (?:ask|check|know)"
    r"|\bany questions for (?:us|me)\b",
    re.IGNORECASE,
)


def asks_back(question: str) -> bool:
    """Whether an interviewer's question is what the person would like to ask."""
    return _ASKS_BACK.search(unicodedata.normalize("NFKC", question)) is not None


def meaning(text: str, *, told: bool = False) -> Meaning | None:
    """What a message says to the interviewer; None where it is part of an answer.

    Only a message that is nothing but such a word counts, save for grave words, which are never
    an answer. told: after the feedback some words mean other things.
    """
    if is_grave(text):
        return Word.DISTRESS
    plain = unicodedata.normalize("NFKC", text[: 2 * _LONGEST_WORD]).casefold()
    plain = " ".join(plain.replace("\u2019", "'").split()).strip(" 。、.,!?~…「」")
    if len(text) > 2 * _LONGEST_WORD or len(plain) > _LONGEST_WORD:
        return None
    table = _AFTER_FEEDBACK if told else _WHILE_ANSWERING
    return next((word for word, pattern in table if pattern.fullmatch(plain)), None)


def is_grave(text: str) -> bool:
    """Whether somebody says that they don't want to live."""
    sentences = _SENTENCE.split(_OF_WORK.sub("", text))
    return any(meant(sentence) is Phrase.DISTRESS for sentence in sentences)


def is_closed(text: str) -> bool:
    """Whether an answer ends with 「以上です」 as a sentence of its own."""
    return _CLOSED.search(text[-_LONGEST_WORD:]) is not None
