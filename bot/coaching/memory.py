"""What somebody has practised, and when it is due again, by FSRS.

A question has a card, and each of its points that was ever missed. A card keeps its reviews and is
worked out from the latest of them: so a verdict that is corrected later, or an answer that is
judged anew, changes the one review that came of it and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

import fsrs
import msgspec

from bot.coaching.feedback import Kind, Verdict
from bot.coaching.turns import Own, Turn

Rating = fsrs.Rating

# Nobody answers a question again within minutes: a step is a day at least, a quarter at most.
_SCHEDULER = fsrs.Scheduler(
    learning_steps=(), relearning_steps=(), maximum_interval=90, enable_fuzzing=False
)
_LATEST = 60  # reviews: working through more would hold others up, and change hardly anything
_WELL, _HALF = 0.75, 0.4  # of the points; an unclear one counts half

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Review:
    """source: the turn, or the daily question, that it came of."""

    source: str
    rating: Rating
    at: datetime


@dataclass(frozen=True, slots=True)
class Card:
    """reviews: the earliest first, at least one. due: when it is to be practised again."""

    reviews: tuple[Review, ...]
    due: datetime


@dataclass(frozen=True, slots=True)
class Lesson:
    """What an answer shows of a question (point: empty) or of one of its points.

    rating: None where it shows nothing. opens: makes a card where there is none.
    """

    point: str
    rating: Rating | None
    opens: bool


def lessons(turn: Turn) -> Iterator[Lesson]:
    """What is to be learned from a turn; the same again after a correction."""
    if turn.follows is None:
        yield Lesson("", rate(turn), opens=True)
    known = {point.id: judged.verdict for point, judged in turn.verdicts()}
    for point in turn.points:
        verdict = known.get(point.id)
        rating = _BY_VERDICT[verdict] if verdict else None
        yield Lesson(point.id, rating, opens=verdict is Verdict.MISSED)


_BY_VERDICT = {
    Verdict.COVERED: Rating.Good,
    Verdict.UNCLEAR: Rating.Hard,
    Verdict.MISSED: Rating.Again,
}


def rate(turn: Turn) -> Rating | None:
    """How well an answer went: by its points, and by what the person thinks of it.

    「もう一度」 and 「あやしい」 count as they are, 「できた」 is one better than the points say.
    None for what was given up, empty, or, unless they say, not judged by any points.
    """
    if turn.feedback is None or turn.feedback.kind in (Kind.GIVE_UP, Kind.EMPTY):
        return None
    verdicts = [judged.verdict for _, judged in turn.verdicts()]
    if turn.own is Own.AGAIN:
        return Rating.Again
    if turn.own is Own.SHAKY:
        return Rating.Hard
    if not verdicts:
        return Rating.Good if turn.own is Own.DONE else None
    points = verdicts.count(Verdict.COVERED) + verdicts.count(Verdict.UNCLEAR) / 2
    share = points / len(verdicts)
    rating = Rating.Good if share >= _WELL else Rating.Hard if share >= _HALF else Rating.Again
    return Rating(rating + 1) if turn.own is Own.DONE else rating


def learn(card: Card | None, lesson: Lesson, now: datetime, source: str) -> Card | None:
    """The card after a lesson; None where there is none, or no longer one.

    A lesson of the same source as before takes the place of the former, at its time.
    """
    reviews = card.reviews if card else ()
    former = next((review for review in reviews if review.source == source), None)
    others = tuple(review for review in reviews if review is not former)
    if lesson.rating is None or not (others or lesson.opens):
        return _card(others)
    at = former.at if former else now.astimezone(UTC)
    review = Review(source, lesson.rating, at)
    if former:
        return _card(tuple(review if each is former else each for each in reviews))
    return _card((*others, review))


def due(cards: Mapping[_Key, Card], now: datetime) -> list[_Key]:
    """The keys of the cards that are due, those that have been for longest first."""
    keys = [key for key, card in cards.items() if card.due <= now]
    return sorted(keys, key=lambda key: cards[key].due)


def to_json(card: Card) -> str:
    return msgspec.json.encode(card).decode()


def from_json(text: str | bytes) -> Card:
    """Raises msgspec.DecodeError for what is no card."""
    return msgspec.json.decode(text, type=Card)


def _card(reviews: tuple[Review, ...]) -> Card | None:
    if not reviews:
        return None
    latest = reviews[-_LATEST:]
    at = latest[0].at
    state = fsrs.Card(card_id=0, due=at)
    for review in latest:
        # A clock may have been set back in between.
        at = max(at, review.at)
        state, _ = _SCHEDULER.review_card(state, review.rating, at)
    return Card(reviews, state.due)
