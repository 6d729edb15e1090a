"""Whole documents for made-up roles: the form and about the length of content/cmo.md."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.generate import Made
from benchmarks.words import ACTIONS, INDUSTRIES, SUBJECTS, THINGS

_SKILLS = [
    "要件定義",
    "KPI設計",
    "予算管理",
    "仮説検証",
    "関係者との合意形成",
    "プロジェクト管理",
    "SQLの基礎",
    "市場調査",
    "採用と育成",
    "優先順位づけ",
    "ライティング",
    "実験設計",
    "顧客インタビュー",
    "損益管理",
    "チームマネジメント",
]
_TOOLS = [
    "Excel",
    "Tableau",
    "BigQuery",
    "Looker Studio",
    "Salesforce",
    "HubSpot",
    "Notion",
    "Miro",
    "Jira",
    "Figma",
    "Slack",
    "PowerPoint",
    "Googleスプレッドシート",
    "GA4",
]
_TEAMS = ("営業責任者", "経理担当", "人事責任者", "法務担当", "情報システム担当", "現場の主任")
_POINTS = [
    "{s}の件数の推移",
    "{s}{a}の前提",
    "{t}の使い道",
    "判断した根拠の数字",
    "関わった部署と人数",
    "期限と予算の配分",
    "うまくいかない条件",
    "{s}の内訳",
    "次に確かめる点",
    "現場の反応と対応",
    "{a}の前後の変化",
    "{a}の担当者の選定",
    "説明した相手と順番",
    "見直した{t}の項目",
]

_ABOUT = """\
{n}は、{i}の会社で{f}を受け持ち、{s}{a}の{t}を整えて、部門の成果に責任を持つ仕事です。現場の声と数字の両方を見て、どこから手をつけるかを決め、関わる人に同じ目標を示します。結果は毎月の会議で、次の一手とあわせて説明します。

例：{i}の会社で、{s}の件数は減っているのに費用が下がりませんでした。{n}が記録を拠点別に分けると、二つの拠点だけで手戻りが起きていました。そこで{t}を一つにまとめ、「{s}は二日以内に確かめる」という決まりを現場と作りました。"""

_DUTIES = (
    "{s}{a}の計画づくりと、四半期ごとの見直し",
    "{t}の整備と、使う人への説明（初めての人向けの手引きを含む）",
    "{i}に特有の決まりと、社内の手順との突き合わせ",
    "{f}の予算の見積もりと、月ごとの使い方の確認",
    "{s}に関する相談の受け付けと、答えるまでの時間の短縮",
    "取引先との打ち合わせと、{a}の条件のすり合わせ",
    "若手への引き継ぎと、{t}を使った練習の場づくり",
    "月末の振り返り（よい月の例：{s}が計画の範囲に収まり、やめる作業と続ける作業が決まっている）",
)
_WITH = (
    "{s}の数字を一緒に確かめ、{a}の順番を決める",
    "{t}に載せる項目をそろえ、月に一度の見直しで入れ替える",
    "{i}の繁忙期の前に、必要な人数と期間を話し合い、{s}の見込みを伝える",
    "{a}で変わる作業を先に伝え、戸惑いやすい点を聞いておく",
)
_OUTLOOK = (
    "{s}の記録が機械で取れるようになり、集める作業より確かめる作業が増える",
    "{i}の働き手が減り、{a}を少ない人数で回す工夫が要る",
    "生成AIで{t}の下書きは速くなり、誰が内容に責任を持つかを決める仕事が重くなる",
    "{f}の範囲が広がり、取引先まで含めた{s}の見直しが求められる",
)
_LEARNING = (
    "{s}の記録を一か月分読み、理由ごとに分けて数える",
    "{t}の見本を三つ集め、項目の違いを表にまとめる",
    "{a}の前後で作業時間を測り、差の理由を書き出す",
    "{i}の公開資料を読み、知らない言葉を自分の文で言い換える",
    "先輩の打ち合わせに同席し、{f}で決まったことを一枚にまとめる",
    "{s}と費用の関係を表計算の見本で確かめ、増える場合と減る場合を比べる",
)
_QUESTIONS = (
    "{i}の{f}に関わりたいと思われたきっかけと、そのために準備されたことを教えてください。",
    "これまでに{s}{a}に取り組まれた経験を、任された範囲と成果とあわせてご紹介ください。",
    "{t}を新しく作るとしたら、最初の一週間で誰に何を確かめますか。",
    "{s}の数字が先月から急に悪くなりました。どの順で原因を調べ、何を報告しますか。",
    "{a}に反対する人が部門の中にいるとき、どのように話を進めますか。",
    "{n}として、着任後の三か月で何を変え、何を残したいとお考えですか。",
    "{t}を作ったのに使われなかったときの経緯と、その後の立て直しをお聞かせください。",
    "{i}の繁忙期と{s}の対応が重なったら、何を後回しにしますか。",
    "{f}の成果を、数字に詳しくない役員にどのような順で説明しますか。",
    "取引先から{a}の期限を半分にしてほしいと頼まれたら、どう答えますか。",
    "{s}と費用のどちらかしか改善できないとしたら、どちらを選び、その理由をどう伝えますか。",
    "部下の一人が{t}の更新を何度も忘れています。どのように向き合いますか。",
    "{a}を外部に任せるか社内で行うかを、どのような基準で判断しますか。",
    "{i}に特有の決まりを、現場の速さを落とさずに守る仕組みをどうつくりますか。",
    "{s}について、担当者ごとに言うことが食い違っています。どう確かめますか。",
    "生成AIを{f}で使う範囲と、確かめる責任の持ち方を、どのように決めますか。",
    "期の途中で予算の二割削減を求められたら、{f}ではどこから手をつけますか。",
    "{t}を全社に広げることになりました。順番と期限をどのように決めますか。",
    "三年後の{i}で、{f}の仕事はどのように変わると見ていらっしゃいますか。",
    "最後に、{n}の権限や期待される成果について、確認しておきたいことはありますか。",
)


def write_all(roles: Iterable[Made], folder: Path) -> None:
    """One document a role, in a folder for each field of work."""
    for role in roles:
        place = folder / role.category
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{role.slug}.md").write_text(document(role), encoding="utf-8", newline="\n")


def document(role: Made) -> str:
    """The Markdown of a role; the same at every call."""
    return "\n".join([*_front(role), *_body(role, random.Random(role.slug))])


def _front(role: Made) -> Iterator[str]:
    yield from ("---", f"slug: {role.slug}", f"title: {role.title}", f"category: {role.category}")
    yield from ("aliases:", *(f"- {alias}" for alias in role.aliases))
    yield from ("tags:", *(f"- {tag}" for tag in role.tags))
    yield f"keywords: {', '.join(role.keywords)}"
    if role.related:
        yield from ("related_jobs:", *(f"- {slug}" for slug in role.related))
    yield f"meta_description: {role.japanese}の仕事、スキル、キャリアパスと面接の質問20問です。"
    yield from ("updated: 2026-11-22", "---", "")


def _body(role: Made, rng: random.Random) -> Iterator[str]:
    industry, function, rank = role.words[0], role.words[-2], role.words[-1]

    def say(template: str) -> str:
        s, a, t = rng.choice(SUBJECTS)[0], rng.choice(ACTIONS)[0], rng.choice(THINGS)[0]
        return template.format(n=role.japanese, i=industry[0], f=function[0], s=s, a=a, t=t)

    def bullets(templates: Sequence[str]) -> Iterator[str]:
        yield from (f"* {say(template)}" for template in templates)
        yield ""

    def section(heading: str) -> Iterator[str]:
        yield from ("---", "", f"## {heading}", "")

    yield from (f"# {role.title}", "", f"## 1. {role.japanese}とは？", "", say(_ABOUT), "")
    yield from section("2. 主な業務")
    yield from bullets(_DUTIES)
    yield from section("3. 必要なスキルとツール")
    skills = rng.sample(_SKILLS, 12)
    yield from (f"### {function[0]}のスキル", "", *bullets(skills[:6]))
    yield from ("### 人と進めるスキル", "", *bullets([*skills[6:], "{s}{a}の進め方", "{t}の設計"]))
    tools = rng.sample(_TOOLS, 9)
    rows = ["、".join(tools[i : i + 3]) for i in (0, 3, 6)]
    yield from ("### 使うツール", "", *bullets(rows))
    yield from section("4. 協業スタイル")
    yield from (f"* **{team}**：{say(rng.choice(_WITH))}" for team in _TEAMS)
    yield ""
    yield from section("5. キャリアパスと成長の方向性")
    yield from (say("入り口はさまざまですが、{s}の現場を知り、{a}まで任される経験が要ります。"), "")
    yield from ("### 主なキャリアパス", "")
    other = rng.choice(INDUSTRIES)[0]
    yield f"* {function[0]}担当（3年） → {role.japanese} → {industry[0]}事業責任者"
    yield f"* {other}{function[0]}{rank[0]} → {role.japanese}（3〜5年） → 事業責任者"
    yield f"* 営業担当 → {function[0]}担当 → {role.japanese}"
    yield f"* {role.japanese} → 事業責任者 → COO"
    story = (
        "Kさんは{i}の現場の出身です。{s}の記録を読み返し、待ち時間で断られていると気づきました。"
    )
    yield from ("", say("### ストーリー：{s}の記録から（例）"), "", say(story * 3), "")
    yield from section("6. 将来展望と市場の変化")
    yield from (say("{f}が受け持つ範囲は、{s}から{a}、{t}へと広がっています。" * 2), "")
    yield from bullets(_OUTLOOK)
    yield from section("7. 学習方法")
    for heading in ("最初の1か月：記録を読む", "2〜3か月目：手を動かす", "半年〜1年：人と進める"):
        yield from (f"### {heading}", "", *bullets(_LEARNING))
    yield from section("8. 面接でよくある質問とその対策")
    yield from ("### 質問例と回答のポイント（20問）", "")
    for number, question in enumerate(_QUESTIONS, 1):
        indent = " " * (len(str(number)) + 2)
        points = "、".join(say(point) for point in rng.sample(_POINTS, 5))
        yield from (f"{number}. **{say(question)}**", "")
        yield from (f"{indent}* *回答ポイント：{points}*", "")
    yield from ("---", "", f"{role.japanese}の面接では、一つの経験を数字で話せると安心です。", "")
