"""Vectors learned from phrases: what comes along, and how it is made."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from math import sqrt
from pathlib import Path

import pytest

from benchmarks.feedback.phrases import Subject, accuracy, made, subjects
from bot.coaching.feedback import Point
from bot.coaching.scorer import OfflineScorer
from bot.coaching.sense import Learned, Sense, pieces, sense


def near(one: str, other: str, by: Sense | None = None) -> float:
    a, b = (by or sense()).embed([one, other], query=True)
    return sum(x * y for x, y in zip(a, b, strict=True))


def test_a_text_in_its_pieces() -> None:
    assert pieces("ＣＰＡを28%下げ") == {
        "w:cpa": 1,
        "#": 1,
        "下": 1,
        "下げ": 1,
    }


@pytest.mark.parametrize(
    ("phrase", "alike", "other"),
    [
        ("獲得単価を下げた", "広告費を抑えました", "後輩の悩みを聞きました"),
        ("障害の再発を防いだ", "同じ不具合が起きないようにした", "新しい商品の値段を決めた"),
        ("採用面接の質問をそろえた", "応募者を同じ基準で評価した", "倉庫の在庫を数えた"),
    ],
)
def test_phrases_that_share_no_word_are_known_by_their_company(
    phrase: str, alike: str, other: str
) -> None:
    assert near(phrase, alike) > near(phrase, other) + 0.1


@pytest.mark.parametrize("text", ["", "🙂", "。。。", "ﷺ"])
def test_what_is_not_known_is_near_to_nothing(text: str) -> None:
    assert near(text, "獲得単価を下げた") == 0


def test_vectors_have_length_one() -> None:
    for vector in sense().embed(["獲得単価", "We cut the cost, and cut it again"], query=False):
        assert sqrt(sum(x * x for x in vector)) == pytest.approx(1)


def test_answers_are_judged_in_threads() -> None:
    scorer = OfflineScorer()
    points = [Point("予算の配分", ("金額を見直した",)), Point("画像の検証", ("二案を比べた",))]
    answers = [f"効果の低い枠を{n}件止めて、予算を移しました。" for n in range(20)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda a: scorer.judge("改善は？", points, a), answers))
    alone = OfflineScorer()
    assert together == [alone.judge("改善は？", points, a) for a in answers]


def invented() -> list[Subject]:
    """Words of which some stand together in one subject's phrases, and seldom elsewhere."""
    chance = random.Random(3)
    found = []
    for n in range(60):
        own = [chr(0x4E00 + 16 * n + k) + chr(0x6E00 + 16 * n + k) for k in range(6)]
        phrases = tuple("を".join(chance.sample(own, 2)) + "した" for _ in range(6))
        found.append(Subject(f"question {n // 5}", phrases))
    return found


def test_learning_brings_together_what_stands_together() -> None:
    given = invented()
    learned = made(given)
    right, chance = accuracy(learned, given)
    assert chance == pytest.approx(0.2)
    assert right > 2 * chance
    assert len(learned.vectors) == learned.size * len(learned.pieces)


@pytest.mark.slow
def test_the_same_phrases_make_the_same_vectors() -> None:
    assert made(invented()) == made(invented())


def test_the_subjects_are_those_of_the_content(tmp_path: Path) -> None:
    (tmp_path / "cmo.cues.yaml").write_text(
        "why:\n  顧客理解:\n  - 会いに行った\n", encoding="utf-8"
    )
    (tmp_path / "glossary.yaml").write_text("- {term: 予算管理, en: Budgeting}\n", encoding="utf-8")
    first, second, *rest = subjects(tmp_path)
    assert first == Subject("cmo.cues.yaml why", ("顧客理解", "会いに行った"))
    assert second == Subject("glossary", ("予算管理", "Budgeting"))
    assert {subject.family for subject in rest} == {"terms"}


def test_what_is_learned_can_be_read() -> None:
    tiny = Sense(Learned(2, ("w:cpa", "単価"), bytes([100, 0, 80, 60])))
    assert near("CPA", "単価", tiny) == pytest.approx(0.8)
