"""What somebody says about a thing: did it, denies it, plans it, names it, leaves it to others.

Read from the clause in which the thing stands up to the predicate that governs it; Japanese says
yes or no at the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# Negative in form only: 「欠かせません」 affirms.
_NOT_DENIED = re.compile(
    r"少な[いく]|危な[いく]|つまらな|もったいな|だけで(?:は|も)?な[いく]|のみならず"
    r"|ばかりで(?:は)?な"
    r"|だけじゃな[いく]|欠かせ(?:ません|ない|な[くい])|欠かさ(?:ず|ない|なく)"
    r"|[漏も]れな[くい]|隠さ(?:ず|ない)"
    r"|隠しごとはし(?:ません|ない)|しかな|なければ|ないと(?!思|考|言|い)|ない(?:よう|うち"
    r"|限り|こと|で済|か[、どを])"
    r"|かもしれ(?:ません|ない)|すぎな|過ぎな|遮らず|きりにせ(?:ず|ない)|間違いな|違いな"
    r"|問題な|ほかな"
    r"|ざるを得な|限らず|問わず|とらわれず|急がず|慌てず|[か関]かわらず|関わらず|思わず|必ず"
    r"|まず|わずか"
    r"|絶やさ|怠らず|抱えず|頼らず|待たず|残さず|見逃さ|やまな|はいかな|わけではな"
    r"|[うくつむるぐすぬぶ]ことな[くし]"
    r"|なくす|なくな|無くす|ないものか|[^。、]せず[にと]?[^。、]{0,12}[てたし]|例外なく|ばらつき"
)
_DENIED = re.compile(
    r"ません|な(?:い|かった)(?=[。、，!?！？\s]|$|です|んです|んだ|の(?:です|だ|が|で)|ので"
    r"|から|けど|が|ため"
    r"|と(?:思|考|いう|言|い)|まま|状態(?:です|だ|で)|主義|方針|し(?:、|$))|な(?:く"
    r"|くて)(?=[、。]|$|て、)"
    r"|[らかさわまたなえけせてねべめれいきしちりみぬおこ]ず(?=[、。]|$|に(?:い|お|終|済|す))"
    r"|未(?:実施|着手|定|対応|整備|導入|経験)|[手て][つ付]かず|白紙|皆無|見送[りっる]|中止"
    r"|断念|止まって[いまお]"
    r"|やめ(?:て[いまおし]|た(?:。|$)|まし)|省い[てた]|止められて|昔のまま|放置し|ばらばら"
    r"|バラバラ|苦手"
    r"|遅い(?:。|$|です)|ゼロ(?:です|だ|の)|まだ(?:で(?:、|す|。)|です)|後回し(?:です|だ"
    r"|に[してな])"
    r"|\bdon'?t\b|\bdo not\b|\bdid ?n[o']t|\bhave ?n[o']t|\bnever\b|\bnot\b|\bno\b|n't"
    r"|\bwithout\b"
)
# 「以前は一本もありませんでしたが、今は…」: what was so no longer is.
_ONCE = re.compile(
    r"(?:以前|昔|当初|最初|かつて|従来|それまで|初め)[はのに]?[^、。]{0,80}(?:が|けど|けれど)、"
)
_LEFT = re.compile(
    r"任せ(?:て[いおあ]|ており|きり(?!にせ)|で[、。]|です)|一任|担当で[すごあ]|仕事(?:な|で"
    r"|だ)|管轄|仕切って|持ち物|縄張り|聖域|丸投げ|上が決め|判断に従"
    r"|が決めること|渡して終わ|口を出し|権限が|他部署|にお願いしてい|にお送り"
    r""
)
_PLANNED = re.compile(
    r"予定|計画(?:が|中|はあ|で(?:す|あ))|検討(?:中|課題|段階|して)|これから|今後|したい"
    r"|[きしみりいちびえけげせてねべめれ]たい(?:です|と|ね|な|。|$)"
    r"|べき|理想|所存|まいります|考えて(?:いき|いる(?:段階|ところ)|おります)|いずれ|来年度"
    r"|最中|つもり|たら[い良]い"
    r"|ていきた|話[がはも](?:出|あ|止)|ほしい|ようになりたい|興味|準備中|勉強中"
    r"|\bplan(?:ning)? to\b|\bwill\b|\bwould like"
)
_NAMED = re.compile(
    r"という(?:言葉|単語|用語|考え方|名前|略語|概念|もの)|と[言い]えば|聞いた|聞きまし"
    r"|習[いっ]|本で|読んだ|読みました"
    r"|知りました|暗記|名刺|標語|勉強(?:し|中)|セミナー|言われ[てたま]|段階[でだ]|配られ"
    r"|貼っ[たて]|耳に|用語|とか"
    r"|だけ[でだ](?![はなも])|程度[でだ]|くらい(?:です|で、|しか)|憧れ|言っていた"
    r"|言って[おい]|紹介記事|シラバス|研修[では]"
    r"|らしい|はず[でだ]|よく知ら|単語|受講票|\bheard\b|\bread about\b"
)
_VAGUE = re.compile(
    r"しっかり|きちんと|努め|心[がか掛]け(?:て|る|たい)|鋭意|大切|大事|重要|なんとなく"
    r"|不可欠|肝要|肝心|に尽き|適切"
    r"|様々|さまざま|いろいろ|色々|総合的|バランス|意識し|頑張|精一杯|誠意|姿勢|取り組んでい"
    r"|積極的|うまくやり"
    r"|それなり|ある程度|一生懸命|着実|全力|しかるべき|心を込め|信じて|欠かせません"
    r"|\bimportant\b|\bcrucial\b"
)
_CONCRETE = re.compile(
    r"\d|[一二三四五六七八九十百千][つ人名社件回年か本枚日時分個割週台点種]|「|『|結果"
    r"|ところ、|増え|減り|減っ|減ら|下がっ"
    r"|下げ|上がっ|伸び|毎[週月朝日年晩]|[ぁ-ん](?:まし)?た(?:。|$|、|とこ)|て[いお](?:る"
    r"|ます|ります)|にし[てま]|[しりきみ]、"
)
# Life outside work, and questions asked back. No trade's own words: a film or a journey is
# somebody's work, and many an answer begins with a former employer.
_ELSEWHERE = re.compile(
    r"学生時代|趣味|実家|自宅|飲み会|子[ど供]もの頃|幼い頃|特技"
    r"|ですか[?？]|でしょうか[?？]|\bmy hobby\b"
)
_AGAINST = re.compile(r"(?:が|けど|けれど|けれども|ものの|のに|一方で?)[、，]$")
_NO_PREDICATE = re.compile(
    r"(?:[はもをにとのへやさ]|が|で|より|から|まで|ほう|場合|とき|として|について|に関して"
    r"|とか|など|ば|含めて?)[、，]?$"
    r"|[一-鿿ァ-ヴーa-z0-9][、，]$|…[^、]{0,5}[、，]$"
)


@dataclass(frozen=True, slots=True)
class Stance:
    denied: bool  # by the predicate that governs the clauses
    denied_after: bool  # by a later one of the sentence, before any 「が、」
    left: bool
    planned: bool
    named: bool
    vague: bool
    concrete: bool
    elsewhere: bool

    @property
    def affirmed(self) -> bool:
        return not (
            self.denied
            or self.denied_after
            or self.left
            or self.planned
            or self.named
            or self.elsewhere
        )


@lru_cache(maxsize=4_000)
def denies(text: str) -> bool:
    return _DENIED.search(_NOT_DENIED.sub("", _ONCE.sub("", text))) is not None


@lru_cache(maxsize=4_000)
def stance(clauses: tuple[str, ...], first: int, end: int) -> Stance:
    """The stance of a sentence to what stands in its clauses `first` up to `end`."""
    governed = "".join(clauses[first : _until(clauses, end, governing=True)])
    after = "".join(clauses[first : _until(clauses, end, governing=False)])
    return Stance(
        denied=denies(governed),
        denied_after=denies(after),
        left=_LEFT.search(after) is not None,
        planned=_PLANNED.search(after) is not None,
        named=_NAMED.search(governed) is not None,
        vague=_VAGUE.search(after) is not None,
        concrete=_CONCRETE.search(after) is not None,
        elsewhere=_ELSEWHERE.search("".join(clauses)) is not None,
    )


def vague(text: str) -> bool:
    return _VAGUE.search(text) is not None


def concrete(text: str) -> bool:
    return _CONCRETE.search(text) is not None


def _until(clauses: tuple[str, ...], end: int, *, governing: bool) -> int:
    while end < len(clauses):
        last = clauses[end - 1].strip()
        if (not _NO_PREDICATE.search(last)) if governing else _AGAINST.search(last):
            break
        end += 1
    return end
