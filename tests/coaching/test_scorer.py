"""What the scorer makes of an answer."""

from __future__ import annotations

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.feedback import rows
from bot.coaching.evaluate import Row
from bot.coaching.feedback import Feedback, Kind, Point, Verdict
from bot.coaching.scorer import OfflineScorer
from bot.coaching.text import LONGEST, passage

SCORER = OfflineScorer()
QUESTION = "広告の効果をどう改善しましたか？"
POINTS = (
    Point(
        "CPAの管理", ("獲得単価を下げた", "一件あたりの費用を毎週確かめた", "cost per acquisition")
    ),
    Point(
        "予算の配分", ("効果の低い枠を止めて移した", "媒体ごとの金額を見直した", "出稿量を調整した")
    ),
    Point(
        "クリエイティブの検証",
        ("画像や文言を変えて比べた", "二つの案を出して試した", "A/Bテストをした"),
    ),
)
GOOD = (
    "獲得単価を媒体ごとに毎週確かめ、半年で28%下げました。"
    "効果の低い枠を止めて、120万円を検索広告へ移しています。"
)
UNRELATED = (
    "今日は天気がいいですね。",
    "駅前に新しいパン屋ができました。",
    "猫が窓辺で寝ています。",
)


def judge(answer: str, points: tuple[Point, ...] = POINTS) -> Feedback:
    return SCORER.judge(QUESTION, points, answer)


def verdicts(answer: str) -> dict[str, Verdict]:
    return {judged.point: judged.verdict for judged in judge(answer).points}


def tuned() -> list[Row]:
    return rows.own(held=False)


def test_a_covered_point_comes_with_the_sentence_that_shows_it() -> None:
    cpa, budget, creative = judge(GOOD).points
    assert (cpa.verdict, budget.verdict) == (Verdict.COVERED, Verdict.COVERED)
    assert creative.verdict is Verdict.MISSED
    assert cpa.evidence == "獲得単価を媒体ごとに毎週確かめ、半年で28%下げました。"
    assert budget.evidence == "効果の低い枠を止めて、120万円を検索広告へ移しています。"
    assert creative.evidence == ""


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("", Kind.EMPTY),
        ("。。。 \n", Kind.EMPTY),
        ("🙂🙂🙂", Kind.EMPTY),
        ("わかりません", Kind.GIVE_UP),
        ("うーん、もう無理です。", Kind.GIVE_UP),
        ("すみません、思いつかないです", Kind.GIVE_UP),
        ("すみません、質問の意味がわかりません", Kind.GIVE_UP),
        ("意味がよくわからないです。", Kind.GIVE_UP),
        ("I don't know", Kind.GIVE_UP),
        ("Sorry, I don’t understand the question.", Kind.GIVE_UP),
        (QUESTION, Kind.COPIED),
        ("CPAの管理、予算の配分、クリエイティブの検証", Kind.COPIED),
        ("CPAの管理、予算の配分、クリエイティブの検証、LTV、ROASなどが重要です。", Kind.STUFFED),
        (GOOD, Kind.ANSWER),
    ],
)
def test_what_an_answer_is_as_a_whole(answer: str, kind: Kind) -> None:
    feedback = judge(answer)
    assert feedback.kind is kind
    if kind is not Kind.ANSWER:
        assert {judged.verdict for judged in feedback.points} == {Verdict.MISSED}


@pytest.mark.parametrize(
    "answer",
    [
        "CPAの管理はしていません。",
        "獲得単価は見ていません。",
        "CPAの管理は代理店に一任しています。",
        "CPAの管理という言葉は研修で聞きました。",
        "CPAの管理は今後の課題として検討したいです。",
        "CPAの管理にもしっかり取り組んでいます。",
        "CPAの管理が大切だと思います。",
        "CPAの管理は、まあ、うまくやりました。年に百回は会食を入れております。",
        "CPAの管理を含めて、振り返りは行っていません。",
        "獲得単価は、いつか決めたいねと話しています。",
    ],
)
def test_a_point_denied_planned_or_only_named_is_not_covered(answer: str) -> None:
    assert verdicts(answer)["CPAの管理"] is not Verdict.COVERED


def test_what_no_longer_is_so_denies_nothing() -> None:
    answer = "以前は獲得単価を確かめていませんでしたが、今は一件あたりの費用を毎週確かめています。"
    assert verdicts(answer)["CPAの管理"] is Verdict.COVERED


def test_a_concrete_answer_that_meets_no_point_is_another_angle() -> None:
    other = judge(
        "ご紹介をくださった方に手書きの礼状を送り、紹介の件数が月3件から12件に増えました。"
    )
    assert other.other_angle
    assert not judge("がんばりました。").other_angle
    assert not judge(GOOD).other_angle
    big_words = "どの指標もとても大切なので、しっかり見て、チームで常に意識しています。"
    assert not judge(big_words).other_angle


def test_characters_that_become_many_are_read_no_further_than_others() -> None:
    said = passage("数字は1つです、" + "ﷺ" * 3_900)
    assert sum(len("".join(clauses)) for clauses in said.clauses) <= 2 * LONGEST


@pytest.mark.parametrize("answer", ["A0B", "A/Bテスト", "CPA 28%", "画像の比較"])
def test_a_scrap_of_a_phrase_is_not_covered(answer: str) -> None:
    assert Verdict.COVERED not in verdicts(answer).values()


def test_a_question_without_points_still_has_signs() -> None:
    feedback = judge(GOOD, ())
    assert feedback.points == ()
    assert {sign.name for sign in feedback.signs} >= {"length", "numbers"}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_points_does_not_matter(seed: int) -> None:
    shuffled = list(POINTS)
    random.Random(seed).shuffle(shuffled)
    by_point = {judged.point: judged for judged in judge(GOOD, tuple(shuffled)).points}
    assert by_point == {judged.point: judged for judged in judge(GOOD).points}


@pytest.mark.slow
def test_an_unrelated_sentence_never_loses_a_covered_point() -> None:
    covered = [
        row for row in tuned() if row.covered and _verdict(row, row.answer) is Verdict.COVERED
    ]
    assert len(covered) > 20
    for row in covered:
        for sentence in UNRELATED:
            for answer in (row.answer + sentence, sentence + row.answer):
                assert _verdict(row, answer) is Verdict.COVERED, (row.point, answer)


def test_without_its_evidence_a_point_is_not_covered() -> None:
    """Answers of which a single sentence shows the point; few say it twice."""
    kept = lost = 0
    for row in tuned():
        judged = SCORER.judge(row.question, (Point(row.point, row.cues),), row.answer).points[0]
        if row.covered and judged.verdict is Verdict.COVERED:
            rest = row.answer.replace(judged.evidence, "")
            after = _verdict(row, rest) is Verdict.COVERED
            kept, lost = kept + after, lost + (not after)
    assert lost > 20
    assert kept <= lost / 10


def test_a_list_of_the_points_alone_is_never_covered() -> None:
    points: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in tuned():
        points.setdefault(row.question, {})[row.point] = row.cues
    for question, those in points.items():
        given = tuple(Point(text, cues) for text, cues in those.items())
        for joined in (
            "、".join(those),
            "・".join(those),
            "\n".join(those),
            "、".join(those) + "です。",
        ):
            for known in (given, given[:1]):
                found = SCORER.judge(question, known, joined).points
                assert all(judged.verdict is not Verdict.COVERED for judged in found), joined


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_judged(answer: str) -> None:
    for judged in judge(answer).points:
        assert 0 <= judged.score <= 1
        assert judged.verdict is not Verdict.COVERED
        assert judged.evidence in answer


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_ten_thousand_random_strings_are_judged(seed: int) -> None:
    letters = (
        "あいうえおかきくけこ。、のはをが広告費用確認管理検証ABCabc0123🙂👩‍👩‍👧 \n\t「」（）%-"
    )
    chance = random.Random(seed)
    for number in range(5_000):
        answer = "".join(chance.choices(letters, k=chance.randrange(60)))
        (judged,) = judge(answer, (POINTS[number % len(POINTS)],)).points
        assert 0 <= judged.score <= 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "あ",
        "、",
        "。",
        "a ",
        "1",
        "🙂",
        "ない",
        "獲得単価を見て、",
        "CPAの管理、",
        "わかり",
        " ",
        "\n",
    ],
)
def test_a_hundred_kilobytes_are_judged_too(piece: str) -> None:
    answer = piece * (100_000 // len(piece.encode()))
    before = time.process_time()
    judged = judge(answer).points
    # Some twenty times what it takes: this is to notice a pattern that never ends.
    assert time.process_time() - before < 20
    assert len(judged) == len(POINTS)


def test_points_and_questions_may_be_anything() -> None:
    odd = (Point(""), Point("🙂", ("", "…")), Point("a" * 5_000), Point("（）", ("ない",)))
    assert len(SCORER.judge("", odd, GOOD).points) == len(odd)


def test_evidence_is_the_persons_own_words() -> None:
    answer = "ＣＰＡは毎週確かめ、獲得単価を２８％下げました！\n  ほかは特にありません。"
    evidence = judge(answer).points[0].evidence
    assert evidence
    assert evidence in answer


def _verdict(row: Row, answer: str) -> Verdict:
    together = [r for r in tuned() if (r.question, r.answer) == (row.question, row.answer)]
    points = [Point(r.point, r.cues) for r in together]
    judged = SCORER.judge(row.question, points, re.sub(r"^\s+", "", answer)).points
    return next(j.verdict for j in judged if j.point == row.point)
