"""The parts of a role, each written in the ways one meets: every way gives the same facts."""

from __future__ import annotations

import pytest

from bot.library.model import Role
from bot.library.read import read

FRONT = "---\nslug: presales\ntitle: プリセールス（技術営業）\n---\n"
ASKED = [
    ("曖昧な要件をどう聞き出しますか？", ["目的の確認", "図", "A/Bの比較"]),
    ("自己紹介をお願いします。", ["経歴", "強み"]),
    ("当社の弱点は何ですか？", []),
]
P1, P2 = "目的の確認、図、A/Bの比較", "経歴、強み"
Q1, Q2, Q3 = (question for question, _ in ASKED)


def role_of(heading: str, body: str, front: str = FRONT) -> Role:
    role, problems = read("presales.md", f"{front}\n## {heading}\n\n{body}\n".encode())
    assert role is not None, problems
    return role


def numbered_with(points: str, *, between: str = "\n\n") -> str:
    """The three questions as `1. …`, with `points` behind those that have some."""
    first, second = points.replace("P", P1), points.replace("P", P2)
    return f"1. **{Q1}**{between}{first}\n\n2. **{Q2}**{between}{second}\n\n3. **{Q3}**"


def with_mark(one: str, two: str, three: str, points: str = "- 回答ポイント：P") -> str:
    first, second = points.replace("P", P1), points.replace("P", P2)
    return f"{one}{Q1}\n\n{first}\n\n{two}{Q2}\n\n{second}\n\n{three}{Q3}"


@pytest.mark.parametrize(
    "body",
    [
        numbered_with("   * *回答ポイント：P*"),
        numbered_with("  - 回答ポイント: P"),
        numbered_with("    - 回答ポイント： P"),
        numbered_with("\t- 回答のポイント：P"),
        numbered_with("* 回答ポイント：P"),
        numbered_with("回答ポイント：P"),
        numbered_with("   回答ポイント：P"),
        numbered_with("   **回答ポイント：** P"),
        numbered_with("   **回答ポイント**：P"),
        numbered_with("   【回答ポイント】P"),
        numbered_with("   【回答ポイント】\n   P"),
        numbered_with("   【回答ポイント】\n\n   P"),
        numbered_with("   > 回答ポイント：P"),
        numbered_with("   → ポイント：P"),
        numbered_with("   - P"),
        numbered_with("   - 観点：P"),
        numbered_with("   - Answer points: P"),
        numbered_with("   <details>\n   <summary>回答ポイント</summary>\n   P\n   </details>"),
        numbered_with("<details><summary>回答ポイント</summary>\n\nP\n\n</details>"),
        numbered_with("（回答ポイント：P）", between=""),
        numbered_with("（回答ポイント：P）", between=" "),
        numbered_with("   回答ポイント：P", between="\n"),
        numbered_with("回答ポイント：P", between="<br>"),
        numbered_with("   - 回答例：長い答え\n   - 回答ポイント：P"),
        numbered_with("   - P").replace("、", "／"),
        numbered_with("   - P").replace("、", "\n   - "),
        numbered_with("   - 回答ポイント\n     - P").replace("、", "\n     - "),
        numbered_with("   回答ポイント：\n\n   - P").replace("、", "\n   - "),
        numbered_with("   - 回答ポイント：P").replace("、", "、\n     "),
        numbered_with("   - 回答ポイント：P").replace("、", ", "),
        with_mark("Q1. ", "Q2. ", "Q3. "),
        with_mark("Ｑ１．", "Ｑ２．", "Ｑ３．"),
        with_mark("Q1：", "Q2：", "Q3："),
        with_mark("Q.", "Q.", "Q."),
        with_mark("1）", "2）", "3）"),
        with_mark("1．", "2．", "3．"),
        with_mark("１．", "２．", "３．"),
        with_mark("(1) ", "(2) ", "(3) "),
        with_mark("① ", "② ", "③ "),
        with_mark("問1 ", "問2 ", "問3 "),
        with_mark("質問１：", "質問２：", "質問３："),
        with_mark("### Q1. ", "### Q2. ", "### Q3. "),
        with_mark("### 1. ", "### 2. ", "### 3. "),
        with_mark("### ", "### ", "### "),
        with_mark("### ", "### ", "### ", "1. P").replace("、", "\n2. "),
        with_mark("- ", "- ", "- ", "  - 回答ポイント：P"),
        with_mark("・", "・", "・", "　・回答ポイント：P"),
        with_mark("- Q1. ", "- Q2. ", "- Q3. ", "  - A1. 長い答え\n  - ポイント：P"),
        with_mark("Q1. ", "Q2. ", "Q3. ", "A. 長い答え\n\n回答ポイント：P"),
        with_mark("1. ", "1. ", "1. ", "   1. P").replace("、", "\n   1. "),
        f"### 1. 基本\n\n- {Q1}\n  - {P1}\n- {Q2}\n  - {P2}\n\n### 2. 応用\n\n- {Q3}",
        f"| No. | 質問 | 回答ポイント |\n|--|--|--|\n|1|{Q1}|{P1}|\n|2|{Q2}|{P2}|\n|3|{Q3}||",
        f"|質問|ポイント|\n|-|-|\n|Q1. {Q1}|{P1.replace('、', '<br>')}|\n|{Q2}|{P2}|\n|{Q3}| |",
        f"|回答ポイント|質問|\n|-|-|\n|{P1}|**{Q1}**|\n|{P2}|**{Q2}**|\n||{Q3}|",
        numbered_with("   * *回答ポイント：P*") + "\n\n---\n\nこれらは例です。準備しましょう。",
    ],
)
def test_questions(body: str) -> None:
    role = role_of("面接でよくある質問", body)
    assert [(q.text, [p.text for p in q.points]) for q in role.questions] == ASKED
    assert [q.number for q in role.questions] == [1, 2, 3]


@pytest.mark.parametrize(
    ("written", "points"),
    [
        ("A、B，C, D", ["A", "B", "C", "D"]),
        ("研究（A、B）、開発", ["研究（A、B）", "開発"]),
        ("UI/UXの理解、24/7の運用", ["UI/UXの理解", "24/7の運用"]),
        ("1,000件の分析、継続", ["1,000件の分析", "継続"]),
        ("Figures, Trade-offs, and Next steps", ["Figures", "Trade-offs", "Next steps"]),
        ("数字・期間・役割", ["数字", "期間", "役割"]),
        ("カスタマー・サクセスの理解", ["カスタマー・サクセスの理解"]),
        ("数字を示す。期間を示す。", ["数字を示す", "期間を示す"]),
        ("A、B、A", ["A", "B"]),
    ],
)
def test_points_are_split(written: str, points: list[str]) -> None:
    (question,) = role_of("質問", f"1. なぜですか？\n   - 回答ポイント：{written}").questions
    assert [point.text for point in question.points] == points


ARROWS = (
    "→",
    "⇒",
    "➡",
    "➡️",
    "➔",
    "➜",
    "⟶",
    "->",
    "-->",
    "=>",
    "－＞",
    "―>",
    "▶",
    "→→",
    "＞",
    ">",
    "»",
    "&gt;",
    "&rarr;",
)
PATHS = [[("担当", ""), ("主任", "3年"), ("部長", "")]]


@pytest.mark.parametrize(
    ("body", "label"),
    [
        *((f"* 担当 {arrow} 主任（3年） {arrow} 部長", "") for arrow in ARROWS),
        ("* 担当→主任(3年)→部長", ""),
        ("担当 → 主任（3年） → 部長", ""),
        ("担当 →\n主任（3年） →\n部長", ""),
        ("* 担当\n  → 主任（3年）\n  → 部長", ""),
        ("担当\n↓\n主任（3年）\n↓\n部長", ""),
        ("担当\n\n↓\n\n主任（3年）\n\n↓\n\n部長", ""),
        ("- 担当\n- ↓\n- 主任（3年）\n- ↓\n- 部長", ""),
        ("- 担当 → 主任 →（3年）→ 部長", ""),
        ("- **王道**：担当 → 主任（3年） → 部長", "王道"),
        ("- **王道** 担当 → 主任（3年） → 部長", "王道"),
        ("- 【王道】担当 → 主任（3年） → 部長", "王道"),
        ("- 王道: 担当 → 主任（3年） → 部長", "王道"),
        ("| 道 | 流れ |\n|--|--|\n| 王道 | 担当 → 主任（3年） → 部長 |", "王道"),
        ("1. **担当** → **主任**（3年） → **部長**", ""),
        ("たとえば「担当 → 主任（3年） → 部長」のように進みます。", ""),
    ],
)
def test_career_paths(body: str, label: str) -> None:
    paths = role_of("キャリアパス", body).career_paths
    assert [[(step.step, step.note) for step in path.steps] for path in paths] == PATHS
    assert [path.label for path in paths] == [label]


TEAM = [("営業", "商談の進め方を決める"), ("開発チーム", "要望を伝え、順番を話し合う")]


@pytest.mark.parametrize(
    "line",
    [
        "* **{}**：{}\n",
        "* **{}：**{}\n",
        "* **{}:** {}\n",
        "* {}：{}\n",
        "* {}: {}\n",
        "* {} - {}\n",
        "* {} — {}\n",
        "* **{}** {}\n",
        "* [{}](https://example.com/a)：{}\n",
        "・{}：{}\n",
        "{}：{}\n",
        "{} - {}\n",
        "**{}：** {}\n",
        "**{}**：{}\n\n",
        "### {}\n\n{}\n\n",
        "### {}\n\n- {}\n\n",
        "### {}との連携\n\n- {}\n\n",
        "- {}\n  - {}\n",
        "- **{}**\n\n  {}\n",
        "| {} | {} |\n",
    ],
)
def test_collaboration(line: str) -> None:
    head = "| 相手 | 内容 |\n|--|--|\n" if line.startswith("|") else ""
    role = role_of("協業スタイル", head + "".join(line.format(*one) for one in TEAM))
    assert [(c.counterpart, c.text) for c in role.collaboration] == TEAM


SKILLS = [("技術", ["クラウド", "API"]), ("ツール", ["Postman", "Docker"])]


@pytest.mark.parametrize(
    "body",
    [
        "### 技術\n\n- クラウド\n- API\n\n### ツール\n\n- Postman\n- Docker",
        "**技術**\n\n- クラウド\n- API\n\n**ツール**\n\n- Postman\n- Docker",
        "**技術**\n- クラウド\n- API\n\n**ツール**\n- Postman\n- Docker",
        "技術：\n\n- クラウド\n- API\n\nツール：\n\n- Postman\n- Docker",
        "- 技術\n  - クラウド\n  - API\n- ツール\n  - Postman\n  - Docker",
        "- 技術：クラウド、API\n- ツール：Postman、Docker",
        "- **技術**：クラウド、API\n- **ツール**：Postman、Docker",
        "技術：クラウド、API\nツール：Postman、Docker",
        "**技術：** クラウド、API\n**ツール：** Postman、Docker",
        "| 分類 | 内容 |\n|--|--|\n| 技術 | クラウド、API |\n| ツール | Postman、Docker |",
        "| 分類 | 内容 |\n|--|--|\n|技術|クラウド|\n||API|\n|ツール|Postman<br>Docker|",
    ],
)
def test_skills(body: str) -> None:
    role = role_of("必要なスキルとツール", body)
    assert [(g.group, [f.text for f in g.items]) for g in role.skills] == SKILLS
    assert [tool.text for tool in role.tools] == ["Postman", "Docker"]
