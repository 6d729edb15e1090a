"""Questions as they were and as they became: the same one, or another in its place?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    before: str
    after: str
    points: str = ""
    points_after: str | None = None

    @property
    def pointed(self) -> str:
        """The points afterwards, where they are not as they were."""
        return self.points if self.points_after is None else self.points_after


SAME = (
    # slips, signs, politeness
    Edit(
        "なぜマーケテイングを選びましたか", "なぜマーケティングを選びましたか。", "原体験、将来像"
    ),
    Edit("CPAが悪化した時の対応は？", "CPAが悪化したときの対応は？"),
    Edit("チームをまとめた経験を教えて下さい", "チームをまとめた経験を教えてください。"),
    Edit("チームをまとめた経験を教えてください。", "チームをまとめたご経験をお聞かせください。"),
    Edit("失敗から学んだことはなんですか", "失敗から学んだことは何でしょうか"),
    Edit(
        "Tell us about a time you recieved hard feedback.",
        "Tell us about a time you received hard feedback.",
    ),
    Edit(
        "Why marketing?",
        "Why did you choose marketing?",
        "a turning point, what you want to do",
        "a turning point, what you want to do, five years from now",
    ),
    Edit("What is your biggest weakness?", "What's your biggest weakness?"),
    # more precise, or shorter
    Edit(
        "CACとLTVをどのように計算していますか。",
        "CACとLTVをどのように計算し、投資の判断に使ってこられましたか。",
        "CACに含めた費用、LTVの計算式、回収期間の基準",
        "CACに含めた費用、LTVの計算式、回収期間の基準、顧客層ごとの比較",
    ),
    Edit(
        "期の途中で予算の3割削減を求められたら、どのような順で手をつけますか。",
        "期の途中で予算を2割削られたら、何から手をつけますか。",
        "止める施策の順番、解約できる契約の確認、売上への影響試算",
    ),
    Edit(
        "これまで任された予算と組織の規模を、成果とあわせてご紹介ください。",
        "これまでに任された予算と人数、その成果を教えてください。",
        "年間予算の金額、部下の人数、任された裁量、売上や粗利の変化",
    ),
    Edit(
        "広告の管理画面では好調なのに、会社の売上が伸びていません。どのように原因を突き止めますか。",
        "広告の数字はよいのに売上が伸びないとき、原因をどう突き止めますか。",
        "成果の重複計上、地域を分けた検証、広告なしの売上推定、既存顧客の減少",
    ),
    Edit(
        "新しいサイトのGA4を任されたら、何から設定しますか。",
        "新しいサイトでGA4を入れることになりました。最初に設定するものは何ですか。",
        "計測する行動、キーイベント、内部アクセスの除外",
    ),
    Edit(
        "When you give a campaign to someone with little experience, how much do you leave?",
        "How much do you leave to someone new when you give them a campaign?",
        "what is decided beforehand, when you check, what you never do yourself",
    ),
    Edit(
        "How do you decide the split between awareness and acquisition spending?",
        "On what grounds do you decide the split between awareness and acquisition spending?",
        "stage of the business, branded search, diminishing returns",
    ),
    Edit(
        "A month after release, hardly anyone uses a new feature. What do you look into first?",
        "Hardly anybody uses a feature a month after its release. What do you check first?",
        "whether it is found, who was meant to use it, what they did before",
    ),
    # reworded points, or none any more
    Edit(
        "経営会議で提案が通らなかった経験をお聞かせください。",
        "経営会議で提案が通らなかったご経験をお聞かせください。",
        "提案の内容、反対された理由、補った根拠",
        "何を提案したか、役員の懸念、再提案とその結果",
    ),
    Edit(
        "後継者をどのように育てますか。",
        "後継者をどのように育てますか。（役員面接）",
        "任せる範囲、評価の時期",
        "",
    ),
    Edit(
        "What would you do in your first 90 days?",
        "What would you do in your first 100 days?",
        "whom you meet, what you measure",
        "people to meet; an early win; a plan to show",
    ),
    Edit(
        "炎上したとき、最初の1時間に何をしますか。",
        "SNSで炎上したとき、最初の1時間で何をしますか。",
        "",
        "事実の確認、投稿の停止、窓口の一本化",
    ),
    # points that came or went, beside other words
    Edit(
        "なぜこの仕事を選びましたか。",
        "この仕事を選ばれた理由は何ですか。",
        "原体験、将来像",
        "原体験、将来像、入社後の計画",
    ),
    Edit(
        "この仕事を選ばれた理由は何ですか。",
        "なぜこの仕事を選びましたか。",
        "原体験、将来像、入社後の計画",
        "原体験、将来像",
    ),
)

OTHER = (
    # one thing exchanged for another in the same mould
    Edit(
        "最も重視する指標は何ですか。",
        "最も尊敬する経営者は誰ですか。",
        "指標の定義、選んだ理由、見る頻度",
        "その人の判断、学んだこと、自分との違い",
    ),
    Edit(
        "CMOに必要な資質は何だと思いますか。",
        "CMOに必要な経験は何だと思いますか。",
        "決断、数字への強さ、人を見る目",
        "事業責任、失敗からの立て直し、海外での仕事",
    ),
    Edit(
        "これまでで最大の成功を教えてください。",
        "これまでで最大の失敗を教えてください。",
        "成果の数字、自分の役割、再現できる理由",
        "原因、気づいた時期、次に変えたこと",
    ),
    Edit(
        "入社後3か月で何をしますか。",
        "入社後3年で何を成し遂げたいですか。",
        "会う人、確かめる数字、早い成果",
        "到達点、必要な投資、やめること",
    ),
    Edit(
        "SEOをどのように改善しますか。",
        "LPをどのように改善しますか。",
        "検索意図、内部リンク、表示速度",
        "離脱箇所、訴求の順番、A/Bテスト",
    ),
    Edit(
        "What is your greatest strength?",
        "What is your greatest weakness?",
        "an example, its result, where it helps here",
        "how you noticed, what you changed",
    ),
    Edit(
        "How do you measure brand awareness?",
        "How do you measure customer retention?",
        "aided recall, branded search, surveys",
        "cohorts, churn, the moment of value",
    ),
    Edit(
        "Tell us about a launch that went well.",
        "Tell us about a launch that went badly.",
        "target, channel mix, result",
        "what you missed, when you knew, what you did next",
    ),
    # nothing in common but how one asks
    Edit(
        "購入者の声から、商品や伝え方を変えた経験を教えてください。",
        "担当商品の貢献利益を改善した経験について、手順と結果を教えてください。",
        "声の集め方、変えた点、結果",
        "原価の内訳、値上げ、販促費",
    ),
    Edit("当社を志望される理由を教えてください。", "5年後の姿を教えてください。"),
    Edit("何か質問はありますか。", "転職の理由は何ですか。"),
    Edit(
        "登録月別の継続率の表を渡されたら、何をどの順に読み取りますか。",
        "友人紹介の仕組みを一から任されたら、どのように設計しますか。",
    ),
    Edit(
        "A month after release, hardly anyone uses a new feature. What do you look into first?",
        "Just after a release, one customer's data is found showing on another's screen. "
        "What do you do in the first hour?",
        "whether it is found, who was meant to use it",
        "stopping it, whom you tell, the cause",
    ),
    Edit(
        "Tell us about a time you changed a product because of what buyers said.",
        "Tell us about a new product that fell far short of plan, and what you decided.",
        "how you listened, what you changed",
        "the plan, the signs, the decision",
    ),
    Edit("How do you work with sales?", "How do you hire?", "shared goals", "what you test"),
    Edit(
        "苦手な相手とどう働きますか。", "苦手な業務は何ですか。", "相手の事情、共通の目的", "補い方"
    ),
    # the same points, as where somebody fills a form
    Edit("強みは何ですか。", "予算はどう決めますか。", "結論、理由、具体例"),
    Edit("What motivates you?", "How do you handle conflict?", "situation, action, result"),
)
