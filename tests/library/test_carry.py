"""Ids of questions and points stay theirs through edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.carry import Memory, carry, meet, remember
from bot.library.model import Question
from bot.library.read import read
from bot.library.renames import NATURAL, Renames
from tests.library.edits import OTHER, SAME, Edit

WHY, MONEY, TEAM = "なぜCMOを志望しますか。", "予算はいくらでしたか。", "部下は何人でしたか。"


def asked(*written: str) -> tuple[Question, ...]:
    """Questions as a document has them, each written as `text` or `text → points`."""
    lines = []
    for text in written:
        question, _, points = text.partition(" → ")
        lines.append(f"1. {question}\n   - 回答ポイント：{points}" if points else f"1. {question}")
    role, _ = read("x.md", ("---\nslug: x\ntitle: X\n---\n## 質問\n" + "\n".join(lines)).encode())
    assert role is not None
    return role.questions


class Document:
    """A document that is edited, and what is remembered of it."""

    def __init__(self, *written: str) -> None:
        self.memory = Memory()
        self.edits = 0
        self.becomes(*written)

    def becomes(self, *written: str, version: str = "") -> list[str]:
        """The ids that its questions are served under from now on."""
        self.edits += 1
        version = version or f"version {self.edits}"
        self.natural = asked(*written)
        self.memory = meet(self.memory, version, self.natural)
        self.renames = self.memory.renames[version]
        return self.ids

    @property
    def ids(self) -> list[str]:
        return list(self.renames.ids(q.id for q in self.natural))

    @property
    def points(self) -> list[list[str]]:
        ids = {(q, natural): id for q, natural, id in self.renames.points}
        return [[ids.get((q.id, p.id), p.id) for p in q.points] for q in self.natural]


def edited(edit: Edit) -> Renames:
    (before,) = asked(f"{edit.before} → {edit.points}" if edit.points else edit.before)
    (after,) = asked(f"{edit.after} → {edit.pointed}" if edit.pointed else edit.after)
    return carry(remember((), [before], NATURAL), [replace(after, id="natural")])


@pytest.mark.parametrize("edit", SAME, ids=lambda edit: edit.after)
def test_an_edited_question_is_the_same(edit: Edit) -> None:
    (before,) = asked(edit.before)
    assert edited(edit).questions == (("natural", before.id),)


@pytest.mark.parametrize("edit", OTHER, ids=lambda edit: edit.after)
def test_another_question_in_its_place_is_new(edit: Edit) -> None:
    assert edited(edit).questions == ()


def test_a_first_version_has_its_natural_ids() -> None:
    document = Document(WHY, f"{MONEY} {{#money}}")
    assert document.ids == [q.id for q in document.natural]
    assert not document.renames


def test_questions_that_change_places_keep_their_ids() -> None:
    document = Document(WHY, MONEY, TEAM)
    why, money, team = document.ids
    assert document.becomes(TEAM, WHY, MONEY) == [team, why, money]


def test_a_question_that_is_given_an_id_keeps_the_one_it_had() -> None:
    document = Document(WHY, MONEY)
    why, money = document.ids
    assert document.becomes(WHY, f"{MONEY} {{#money}}") == [why, money]
    assert document.becomes(WHY, "まったく別の文面ですか。 {#money}") == [why, money]


def test_the_very_text_goes_before_an_id_that_was_taken_over() -> None:
    document = Document(f"{WHY} {{#one}}", MONEY)
    _, money = document.becomes(WHY, MONEY)
    assert document.becomes(f"{MONEY} {{#one}}") == [money]


def test_the_words_that_an_id_was_made_of_bring_it_back() -> None:
    document = Document(WHY)
    (why,) = document.ids
    document.becomes(f"{WHY} {{#why}}")
    assert document.becomes("まったく別の文面ですか。 {#why}") == [why]
    assert document.becomes(WHY) == [why]


def test_of_two_that_are_as_alike_the_one_in_its_place_is_the_same() -> None:
    march, may, july = (f"{month}月の予算はいくらでしたか。" for month in (3, 5, 7))
    document = Document(march, may)
    first, second = document.ids
    assert document.becomes("趣味は何ですか。", july)[1] == second
    document = Document(march, may)
    assert document.becomes(july, "趣味は何ですか。")[0] == first


def test_an_id_that_is_taken_away_or_changed_stays() -> None:
    document = Document(f"{WHY} {{#why}}", f"{MONEY} {{#money}}")
    assert document.becomes(WHY, f"{MONEY} {{#budget}}") == ["why", "money"]


def test_of_two_questions_that_become_one_the_nearer_lends_its_id() -> None:
    document = Document("前年の予算の規模はいくらでしたか。", "前年の部下の人数は何人でしたか。")
    money, team = document.ids
    assert document.becomes("前年の予算の規模と人数はいくらでしたか。") == [money]
    assert team not in document.becomes(
        "前年の予算の規模と人数はいくらでしたか。", "趣味は何ですか。"
    )


def test_a_question_that_is_gone_keeps_its_id_and_gets_it_back() -> None:
    document = Document(WHY, MONEY)
    why, money = document.ids
    assert document.becomes(WHY) == [why]
    assert document.becomes(MONEY, WHY) == [money, why]


def test_the_former_words_of_a_question_beside_the_new_are_another_question() -> None:
    document = Document(WHY)
    (why,) = document.ids
    changed = "なぜCMOを志望されましたか。"
    assert document.becomes(changed) == [why]
    first, second = document.becomes(changed, WHY)
    assert (first, second) == (why, f"{why}-2")


def test_an_authors_id_that_was_somebody_elses_is_not_given_again() -> None:
    document = Document(f"{WHY} {{#one}}", MONEY)
    document.becomes(WHY, MONEY)
    first, _, third = document.becomes(WHY, MONEY, f"{TEAM} {{#one}}")
    assert first == "one"
    assert third == "one-2"


def test_an_id_that_is_made_is_no_longer_than_others() -> None:
    long = "a" * 40
    document = Document(f"{WHY} {{#{long}}}")
    document.becomes(WHY)
    assert document.becomes(WHY, f"{TEAM} {{#{long}}}") == [long, f"{'a' * 38}-2"]


def test_points_keep_their_ids_through_changes_of_their_words() -> None:
    document = Document(f"{WHY} → 年間予算の金額、部下の人数、売上や粗利の変化")
    (before,) = document.points
    document.becomes(f"{WHY} → 売上と粗利の変化、年間の予算金額、任された裁量、部下の人数")
    (after,) = document.points
    assert after[:2] == [before[2], before[0]]
    assert after[3] == before[1]
    assert after[2] not in before
    document.becomes(f"{WHY} → 部下の人数")
    assert document.points == [[before[1]]]
    document.becomes("志望の理由を、なぜCMOかとあわせて教えてください。 {#why} → 部下の人数")
    document.becomes(f"{WHY} → 部下の人数、年間予算の金額、売上や粗利の変化")
    assert document.points == [[before[1], before[0], before[2]]]


def test_versions_served_at_the_same_time_keep_their_ids() -> None:
    document = Document()
    one = [WHY, MONEY, TEAM]
    two = ["どんな経緯でCMOになろうと？", f"{WHY} {{#why}}", MONEY]
    first, second = document.becomes(*one, version="1"), document.becomes(*two, version="2")
    known = document.memory
    for _ in range(3):
        assert document.becomes(*one, version="1") == first
        assert document.becomes(*two, version="2") == second
    assert document.memory is known


def test_only_the_last_versions_are_remembered() -> None:
    document = Document()
    for number in range(30):
        document.becomes(f"{number}年の経験を教えてください。")
    assert len(document.memory.renames) < 10
    assert document.renames in document.memory.renames.values()


_WORDS = ("予算", "部下", "売上", "価格", "広告", "採用", "分析", "顧客", "競合", "商品", "会議")
_texts = (
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map("と".join).map("{}は？".format)
)
_points = st.lists(st.sampled_from(_WORDS), max_size=4, unique=True).map("、".join)
_written = st.builds(lambda text, points: f"{text} → {points}" if points else text, _texts, _points)
_versions = st.lists(
    st.lists(_written, max_size=6, unique_by=lambda written: written.partition(" → ")[0]),
    min_size=2,
    max_size=6,
)


@given(_versions)
def test_no_edits_give_an_id_twice_or_swap_questions(versions: Sequence[Sequence[str]]) -> None:
    document = Document()
    names: dict[str, set[str]] = {}
    before: dict[str, str] = {}
    for version in versions:
        ids = document.becomes(*version)
        assert len(set(ids)) == len(ids)
        assert all(len(set(points)) == len(points) for points in document.points)
        now = {q.text: id for q, id in zip(document.natural, ids, strict=True)}
        for text in before.keys() & now.keys():
            assert now[text] == before[text]
        for text, id in now.items():
            names.setdefault(id, set()).add(text)
        known = [item.id for item in document.memory.known]
        assert len(set(known)) == len(known)
        assert names.keys() == set(known)
        before = now


@given(_versions)
def test_ids_are_the_same_whoever_works_them_out(versions: Sequence[Sequence[str]]) -> None:
    one, other = Document(), Document()
    assert [one.becomes(*v) for v in versions] == [other.becomes(*v) for v in versions]
