"""English answers to English questions: what is there is found, and nothing else is praised."""

from __future__ import annotations

import pytest

from bot.coaching.feedback import Feedback, Point, Verdict
from bot.coaching.scorer import OfflineScorer
from bot.coaching.text import passage
from bot.library.library import Library
from bot.library.model import Question

SCORER = OfflineScorer()
EVERYDAY = (
    "I had curry for breakfast. It was really tasty. Yesterday I watched a football game with "
    "my brother, and it rained a lot.",
    "I like dogs. My dog is called Pochi. We go for walks every day.",
    "We moved house last spring, and the new kitchen is much bigger. My mother visits us twice "
    "a month.",
)


def questions(library: Library) -> list[Question]:
    roles = (library.role(entry.slug, "en") for entry in library.entries("en"))
    return [each for role in roles if role and role.lang == "en" for each in role.questions]


def judge(question: Question, answer: str) -> Feedback:
    points = [Point(point.text, point.cues) for point in question.points]
    return SCORER.judge(question.text, points, answer)


@pytest.mark.parametrize("answer", EVERYDAY)
@pytest.mark.slow
def test_everyday_life_covers_no_point(library: Library, answer: str) -> None:
    judged = [
        point for question in questions(library)[::4] for point in judge(question, answer).points
    ]
    assert len(judged) > 150
    # "We moved house last spring" may pass for a transition.
    assert sum(point.verdict is Verdict.COVERED for point in judged) <= 1
    unclear = sum(point.verdict is Verdict.UNCLEAR for point in judged)
    assert unclear <= len(judged) / 10


GOOD = {
    ("cmo", 2): """
        In my last job I was responsible for an annual budget of 800 million yen, including media
        and salaries. I led a team of 14 people across three offices. I could decide campaigns of
        up to 30 million yen without asking the board. Sales grew from 4 to 6 billion yen over two
        years.""",
    ("common", 3): """
        My project was closed after a reorganisation in spring. I asked my manager for a transfer
        twice, but there was no opening. In the next job I want to work directly with customers. I
        choose a place where people share what they learn.""",
}


@pytest.mark.parametrize("which", GOOD)
def test_a_good_answer_is_found_point_by_point(library: Library, which: tuple[str, int]) -> None:
    role = library.role(which[0], "en")
    assert role
    answer = " ".join(GOOD[which].split())
    found = judge(role.questions[which[1] - 1], answer)
    assert [point.verdict for point in found.points] == [Verdict.COVERED] * 4
    assert tuple(point.evidence for point in found.points) == passage(answer).sentences


def test_big_words_without_content_cover_nothing(library: Library) -> None:
    answer = "I think analysis is very important and I always try my best to look at it carefully."
    for question in questions(library)[::10]:
        found = judge(question, answer)
        assert all(point.verdict is not Verdict.COVERED for point in found.points)
        assert not found.other_angle


def test_a_full_stop_ends_a_sentence_where_a_space_follows() -> None:
    said = passage("We grew by 1.5 million, e.g. in Osaka. Then I left!\nMr. Ito stayed")
    assert said.sentences == (
        "We grew by 1.5 million, e.g. in Osaka.",
        "Then I left!",
        "Mr. Ito stayed",
    )
