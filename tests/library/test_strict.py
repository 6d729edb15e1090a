"""What `senpai roles check --strict` asks of a library, over small ones made for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.library.problems import Level, Problem
from bot.library.shelf import Shelf
from bot.library.strict import alike, shortcomings, spellings
from bot.library.strict.questions import is_vague
from tests.documents import write

GLOSSARY = """
- {term: 広告運用, en: Ad operations, synonyms: [Web広告運用], kind: skill}
- {term: GA4, synonyms: [Googleアナリティクス], kind: tool}
- {term: 人事部長, en: Head of HR, kind: rung}
"""


class Folder:
    """Documents in a folder; what is wrong with them, as (file, code) and in full."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def role(
        self,
        slug: str,
        *paths: str,
        front: str = "",
        body: str = "",
        questions: Sequence[str] = (),
    ) -> None:
        lines = "\n".join(f"* {path}" for path in paths)
        asked = "\n".join(
            f"{i}. **{text}**\n\n    * *回答ポイント：結果の数字、相手の反応、次の一手*\n"
            for i, text in enumerate(questions, 1)
        )
        text = (
            f"---\nslug: {slug}\ntitle: {slug.upper()}の仕事\n{front}\n---\n\n"
            f"## 概要\n\n仕事です。\n\n{body}\n\n"
            f"## キャリアパス\n\n{lines}\n\n## 面接の質問\n\n{asked}"
        )
        write(self.path, f"{slug}.md", text)

    def found(self, *codes: str, slug: str = "") -> list[Problem]:
        library = Shelf([self.path], report=False).library
        paths = [entry.path for entry in library.all_entries() if slug in ("", entry.slug)]
        problems = [*spellings(library), *shortcomings(library, frozenset(paths))]
        assert all(problem.level is Level.WARNING for problem in problems)
        return [problem for problem in problems if problem.code in codes]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    write(tmp_path, "glossary.yaml", GLOSSARY)
    return Folder(tmp_path)


SKILLS = """## 必要なスキルとツール

### スキル

* Web広告運用
* 広告運用
* 交渉

### 使うツール

* GA4、Tableau
"""


def test_skills_and_tools_are_held_to_the_glossary(folder: Folder) -> None:
    folder.role("a", body=SKILLS)
    (synonym,) = folder.found("check-synonym")
    assert synonym.args == {"text": "Web広告運用", "term": "広告運用"}
    unknown = folder.found("check-unknown-term")
    assert [problem.args["text"] for problem in unknown] == ["交渉", "Tableau"]
    lines = (folder.path / "a.md").read_text(encoding="utf-8").splitlines()
    assert [lines[p.line - 1] for p in (synonym, *unknown)] == [
        "* Web広告運用",
        "* 交渉",
        "* GA4、Tableau",
    ]


def test_english_documents_are_held_to_the_english_spelling(folder: Folder) -> None:
    folder.role("a", body=SKILLS, front="lang: en")
    found = folder.found("check-synonym")
    assert {p.args["text"]: p.args["term"] for p in found} == {
        "Web広告運用": "Ad operations",
        "広告運用": "Ad operations",
    }


def test_without_a_glossary_nothing_is_unknown(folder: Folder) -> None:
    (folder.path / "glossary.yaml").unlink()
    folder.role("a", body=SKILLS)
    assert folder.found("check-synonym", "check-unknown-term") == []


QUESTIONS = (
    "厳しい指摘を受けて、案を直されたご経験を教えてください。",
    "応援している選手について教えてください。",
    "週末に読まれた本を教えてください。",
    "通勤の道で気づいたことを教えてください。",
)


def test_a_question_that_another_role_asks_nearly_alike_is_named_with_it(folder: Folder) -> None:
    folder.role("a", questions=QUESTIONS)
    folder.role("b", questions=["厳しい指摘を受けながら、案を直されたご経験を教えてください。"])
    (problem,) = folder.found("check-alike")
    assert problem.path.endswith("b.md")
    assert problem.args["other"] == QUESTIONS[0]
    assert problem.args["where"].endswith("a.md:19")
    # Whoever checks one of the two is told of it there.
    assert [p.path[-4:] for p in folder.found("check-alike", slug="a")] == ["a.md"]


def test_the_turns_of_interviewers_make_no_two_questions_alike() -> None:
    stock = [
        f"{about}について、お聞きになりたいことはありますか。" for about in "朝昼夜春夏秋冬雨雪風"
    ]
    assert list(alike.likenesses(stock)) == []
    assert [(i, j) for i, j, _ in alike.likenesses([*QUESTIONS, QUESTIONS[0]])] == [(4, 0)]


VAGUE = (
    *("意識", "重要性", "顧客の重要性", "仕事への姿勢", "理解", "コミュニケーション能力"),
    *("熱意がある", "Passion", "The importance of teamwork", "Positive attitude"),
)
HEARD = (
    *("解約率の分解", "例外を認めない姿勢", "相手の事情の理解", "重要度ごとの対応", "棚の確保"),
    *("Brand awareness", "Breaking the churn rate down", "Who is responsible for renewals"),
)


def test_a_point_that_nobody_can_hear_in_an_answer_is_vague() -> None:
    assert [point for point in (*VAGUE, *HEARD) if is_vague(point)] == list(VAGUE)


def test_few_questions_points_and_cues_are_counted(folder: Folder) -> None:
    folder.role("a", questions=QUESTIONS)
    text = (folder.path / "a.md").read_text(encoding="utf-8")
    text = text.replace("結果の数字、相手の反応、次の一手", "結果の数字、熱意", 1)
    write(folder.path, "a.md", text)
    found = folder.found(
        "check-few-questions", "check-points", "check-vague-point", "check-few-cues"
    )
    assert {problem.code: problem.args for problem in found} == {
        "check-few-questions": {"count": "4", "least": "20"},
        "check-points": {"number": "1", "count": "2"},
        "check-vague-point": {"point": "熱意"},
        "check-few-cues": {"count": "11", "least": "6"},
    }


@pytest.mark.parametrize(
    ("lang", "text", "codes"),
    [
        ("ja", "仕事です。" * 400, []),
        ("ja", "仕事です。" * 1400, ["check-length"]),
        ("en", "work is work " * 450, []),
        ("en", "work", ["check-length"]),
    ],
)
def test_a_document_is_neither_short_nor_long(
    folder: Folder, lang: str, text: str, codes: list[str]
) -> None:
    folder.role("a", body=f"\n{text}\n\n{text}\n", front=f"lang: {lang}")
    assert [problem.code for problem in folder.found("check-length")] == codes


def test_relations_go_both_ways(folder: Folder) -> None:
    folder.role("a", front="related_jobs: [b, c]")
    folder.role("b", front="related_jobs: [a]")
    folder.role("c")
    (problem,) = folder.found("check-one-way-related")
    assert problem.path.endswith("a.md")
    assert problem.args == {"slug": "c", "own": "a"}


def test_a_step_is_a_role_or_a_rung(folder: Folder) -> None:
    folder.role("a", "A（2年） → 人事部長 → B／A → 夢")
    folder.role("b", "Head of HR → B")
    assert [p.args["title"] for p in folder.found("check-unknown-step")] == ["夢"]


def test_roles_hang_together(folder: Folder) -> None:
    folder.role("a", "A → B → C → D → A")
    folder.role("b")
    folder.role("c")
    folder.role("d")
    codes = ("check-unreached", "check-few-onward", "check-few-starts")
    assert folder.found(*codes) == []
    folder.role("boss", "D → BOSS", front="category: executive")
    assert [(p.path[-7:], p.code) for p in folder.found(*codes)] == [
        ("boss.md", "check-few-onward")
    ]
    folder.role("chair", "BOSS → CHAIR → A", front="category: executive")
    folder.role("lone", "LONE → A")
    folder.role("a", "B → C")
    found = {(Path(p.path).stem, p.code, p.args.get("count", "")) for p in folder.found(*codes)}
    assert found >= {
        ("lone", "check-unreached", ""),
        ("d", "check-unreached", ""),
        ("c", "check-few-onward", "0"),
        ("boss", "check-few-starts", "1"),
        ("chair", "check-few-starts", "2"),
    }
