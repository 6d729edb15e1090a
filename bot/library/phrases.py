"""What people say that is about no role in particular, or not about looking roles up."""

from __future__ import annotations

import enum
import re

from bot.library.names import one_width


class Phrase(enum.StrEnum):
    """What a sentence comes to.

    APPLICATION: what one writes when applying. UNDECIDED: not knowing what to become.
    BEGINNERS: which roles need no experience. TIRED: of the work, or of the people there.
    """

    DISTRESS = "distress"
    HELLO = "hello"
    HELP = "help"
    THANKS = "thanks"
    BYE = "bye"
    SETTINGS = "settings"
    ENGLISH = "english"
    JAPANESE = "japanese"
    DELETE = "delete"
    APPLICATION = "application"
    UNDECIDED = "undecided"
    SUITING = "suiting"
    BEGINNERS = "beginners"
    LIST = "list"
    TIRED = "tired"


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
        r"ヘルプ|(?:使い方|つかいかた)(?:は|を?教えて|[がも](?:わか|分か)[らり].{0,6})?[?？]?"
        r"|(?:get )?help|[?？]"
        r"|(?:何|なに)が?でき(?:る|ます)(?:の|か|のか|んですか|のですか)?[?？]?"
        r"|what (?:can|do) you do|how do(?:es)? (?:i use )?(?:this|it|senpai)(?: work)?",
    ),
    (Phrase.THANKS, r".{0,12}ありがとう.*|thank(?:s| you).*"),
    (
        Phrase.BYE,
        r"さよ(?:う)?なら|(?:では|じゃあ?)?[、,]?\s*また(?:ね|明日|今度|来ます)?|おやすみ(?:なさい)?"
        r"|(?:お先に)?失礼(?:します|しました)|バイバイ|(?:good ?)?bye(?:[ -]?bye)?|good night"
        r"|see you(?: (?:later|soon|tomorrow))?",
    ),
    (
        Phrase.SETTINGS,
        r"設定(?:画面)?(?:を?(?:変|開|見|し).*)?|(?:(?:open|change) )?(?:my |the )?settings?",
    ),
    (
        Phrase.ENGLISH,
        r"英語[でに](?:(?:お願い|話し|答え|返し|返事|して|したい|変え|切り替え).{0,8})?"
        r"|(?:(?:in|speak|use|switch to) )?english(?:,? please)?",
    ),
    (
        Phrase.JAPANESE,
        r"日本語[でに](?:(?:お願い|話し|答え|返し|返事|して|したい|変え|切り替え).{0,8})?"
        r"|(?:(?:in|speak|use|switch to) )?japanese(?:,? please)?",
    ),
    (
        Phrase.DELETE,
        r"(?:(?:私|わたし|自分)の)?(?:データ|記録|回答|履歴|個人情報)(?:を|は)?"
        r"(?:全部|ぜんぶ|すべて|全て)?(?:消|けし|削除|忘れて).{0,8}"
        r"|(?:please )?(?:delete|erase|remove|forget) (?:all )?(?:of )?"
        r"(?:me|my (?:data|answers|account|history))(?: please)?",
    ),
    (
        Phrase.APPLICATION,
        r".*(?:自己pr|自己紹介|志望(?:動機|理由)|[退転]職理由|ガクチカ|履歴書|職務経歴書|エントリーシート"
        r"|\br[eé]sum[eé]s?\b|\bmy cv\b|cover letter|introduc\w+ (?:my|your)self).*",
    ),
    (
        Phrase.UNDECIDED,
        r".*(?:(?:何|なに)[がを](?:したい|やりたい|したら|すれば).*(?:わか|分か|判|決ま|見え|見つ)"
        r"|(?:何|なに)に(?:なりた|なろう).*(?:わか|分か|決ま|見え|見つ)"
        r"|(?:やりたい|したい)(?:こと|仕事)[がもは]?(?:な[いく]|無[いく]|あ[りん]|見つから|わから|分から)"
        r"|(?:don't know|not sure|no idea) (?:what|which) (?:i|to|job|role|career)\b).*",
    ),
    (
        Phrase.SUITING,
        r".*(?:適職|天職|(?:向い|合っ|合う|おすすめ|お勧め|オススメ).*(?:職種|仕事|職業)"
        r"|\bsuits?\b|right for me|recommend.*\b(?:jobs?|roles?)\b).*",
    ),
    (
        Phrase.BEGINNERS,
        r".*(?:未経験|\b(?:jobs?|roles?)\b.*\b(?:no|without|any) (?:work )?experience"
        r"|(?:no[- ]experience|entry[- ]level) (?:jobs?|roles?)).*",
    ),
    (
        Phrase.LIST,
        r".*(?:一覧|(?:どんな|ほか|他)(?:の職種|の仕事|職種|仕事|には)"
        r"|職種を?(?:教え|見せ|見たい|リスト)|何(?:個|種類)"
        r"|\b(?:list|which|what|all)\b.*\b(?:roles|jobs)\b).*|リスト",
    ),
    (
        Phrase.TIRED,
        r".*(?:(?<!お)疲れ(?:た|まし|て|切)|つかれ(?:た|まし)|しんどい|つらい|辛い|うんざり|限界"
        r"|(?:仕事|会社)を?(?:辞め|やめ)たい(?:です)?$|(?:仕事|会社|職場)に?行きたくない"
        r"|(?:上司|同僚|仕事|会社|職場)が(?:大?嫌|いや|合わな|怖)"
        r"|\bhate (?:my|this) (?:boss|job|work|company)|burn(?:ed|t) out|exhausted"
        r"|\b(?:i'm|i am|so) tired|sick of (?:my|this|work)|want to quit).*",
    ),
)
_PATTERNS = tuple((phrase, re.compile(words, re.DOTALL)) for phrase, words in _MEANT)
_LONGEST = 400


def meant(text: str) -> Phrase | None:
    """The first of these that the sentence comes to."""
    plain = one_width(text[:_LONGEST]).replace("\u2019", "'").lower().strip().rstrip("!。.〜~")
    return next((phrase for phrase, words in _PATTERNS if words.fullmatch(plain)), None)
