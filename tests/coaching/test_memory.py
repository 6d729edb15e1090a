"""What answers teach the memory, and how a correction undoes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching import memory
from bot.coaching.events import Disputed, Do, Rated
from bot.coaching.feedback import Feedback, Kind
from bot.coaching.memory import Card, Lesson, Rating, learn, lessons, rate
from bot.coaching.turns import Own, Turn
from tests.coaching.practice import BEGUN, Practice

DAY = timedelta(days=1)


def told(text: str) -> Turn:
    p = Practice()
    p.answer(text)
    return p.turn


@pytest.mark.parametrize(
    ("text", "own", "rating"),
    [
        ("ROASとCPAとLTV", None, Rating.Good),
        ("ROASとCPAとLTV", Own.DONE, Rating.Easy),
        ("ROASとCPAとLTV", Own.AGAIN, Rating.Again),
        ("ROASとCPA", None, Rating.Hard),
        ("ROASとCPA", Own.DONE, Rating.Good),
        ("なにか", None, Rating.Again),
        ("なにか", Own.SHAKY, Rating.Hard),
    ],
)
def test_rating(text: str, own: Own | None, rating: Rating) -> None:
    assert rate(replace(told(text), own=own)) is rating


def test_what_is_no_answer_rates_nothing() -> None:
    turn = told("なにか")
    assert turn.feedback is not None
    for kind in (Kind.EMPTY, Kind.GIVE_UP):
        nothing = replace(turn, feedback=replace(turn.feedback, kind=kind), own=Own.DONE)
        assert [lesson.rating for lesson in lessons(nothing)] == [None] * 4
    listed = replace(turn, feedback=replace(turn.feedback, kind=Kind.STUFFED))
    assert [lesson.rating for lesson in lessons(listed)] == [None] * 4
    skipped = replace(turn, feedback=None)
    assert [lesson.rating for lesson in lessons(skipped)] == [None] * 4


def test_without_points_only_the_person_rates() -> None:
    turn = replace(told("なにか"), points=(), feedback=Feedback(Kind.ANSWER, (), (), False))
    assert rate(turn) is None
    assert rate(replace(turn, own=Own.DONE)) is Rating.Good


def test_only_a_miss_makes_a_card_for_a_point() -> None:
    found = {lesson.point: lesson for lesson in lessons(told("ROASとC"))}
    assert found["q0-0"] == Lesson("q0-0", Rating.Good, opens=False)
    assert found["q0-1"] == Lesson("q0-1", Rating.Hard, opens=False)
    assert found["q0-2"] == Lesson("q0-2", Rating.Again, opens=True)
    assert learn(None, found["q0-0"], BEGUN, "a") is None
    assert learn(None, found["q0-2"], BEGUN, "a") is not None


def test_a_follow_up_teaches_of_its_point_alone() -> None:
    p = Practice()
    p.answer("CPA")
    p.press(Do.DEEPER)
    p.answer("ROASを見て止めました。")
    assert list(lessons(p.turn)) == [Lesson("q0-0", Rating.Good, opens=False)]


def review(card: Card | None, rating: Rating | None, day: float, source: str) -> Card | None:
    return learn(card, Lesson("", rating, opens=True), BEGUN + day * DAY, source)


def test_what_goes_well_comes_back_later_each_time() -> None:
    card, days = None, []
    for number in range(4):
        at = card.due if card else BEGUN
        card = learn(card, Lesson("", Rating.Good, opens=True), at, str(number))
        assert card
        days.append((card.due - at).days)
    assert days == sorted(set(days))
    assert days[0] >= 1
    assert days[-1] <= 90


def test_a_dispute_makes_the_miss_undone() -> None:
    p = Practice()
    p.answer("ROASとCPA")
    source = "8f3-0"
    cards: dict[str, Card | None] = {}

    def take_in(after: timedelta) -> None:
        for each in lessons(p.turn):
            cards[each.point] = learn(cards.get(each.point), each, p.now + after, source)

    take_in(timedelta())
    missed = cards[""]
    assert cards.get("q0-2")
    p.do(Disputed(0, "q0-2"))
    p.do(Rated(0, Own.DONE))
    take_in(9 * DAY)
    assert cards["q0-2"] is None
    assert missed
    easy = Lesson("", Rating.Easy, opens=True)
    assert cards[""] == learn(None, easy, missed.reviews[0].at, source)


def test_a_correction_of_an_earlier_review_keeps_the_later() -> None:
    card = review(review(None, Rating.Again, 0, "a"), Rating.Good, 3, "b")
    corrected = review(card, Rating.Good, 9, "a")
    straight = review(review(None, Rating.Good, 0, "a"), Rating.Good, 3, "b")
    assert corrected == straight
    assert review(corrected, None, 9, "a") == review(None, Rating.Good, 3, "b")


def test_of_somebody_who_never_tires_the_latest_reviews_count() -> None:
    card: Card | None = None
    for day in range(100):
        card = review(card, Rating.Good, day, f"turn {day}")
    assert card
    assert card.due > BEGUN + 99 * DAY
    corrected = review(card, Rating.Again, 100, "turn 0")
    assert corrected
    assert (corrected.due, len(corrected.reviews)) == (card.due, 100)
    assert review(card, Rating.Again, 100, "turn 99") != card


def test_due_longest_first() -> None:
    cards = {}
    for name, day in (("new", 5.0), ("old", 0.0), ("middle", 1.0)):
        card = review(None, Rating.Again, day, "a")
        assert card
        cards[name] = card
    assert memory.due(cards, BEGUN + 4 * DAY) == ["old", "middle"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*Rating, None]), st.integers(-5, 400), st.sampled_from("abcdefgh")
        )
    )
)
def test_any_reviews_in_any_order(
    reviews: list[tuple[Rating | None, int, str]],
) -> None:
    card = None
    for rating, day, source in reviews:
        card = review(card, rating, day, source)
        again = review(card, rating, day + 1, source)
        assert again == card
        if card:
            assert memory.from_json(memory.to_json(card)) == card
            assert card.due > max(each.at for each in card.reviews)
            assert len({each.source for each in card.reviews}) == len(card.reviews)
