"""What a person has practised, and when it is due again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.coaching import memory
from bot.coaching.memory import Card, Lesson, Rating
from bot.coaching.turns import Turn
from bot.messages import Person
from bot.storage import own
from bot.storage.tables import CardRow
from bot.storage.upsert import insert_or_update, insert_or_update_all

Key = tuple[str, str, str]
"""A slug, the id of a question, and that of a point, or nothing for the question itself."""


_OF_QUESTION = select(CardRow.point, CardRow.card).where(
    *own.bound(CardRow),
    CardRow.slug == bindparam("slug_"),
    CardRow.question == bindparam("question_"),
)


async def get(session: AsyncSession, person: Person, key: Key) -> Card | None:
    row = await session.scalar(select(CardRow.card).where(*own.of(CardRow, person), *_at(key)))
    return memory.from_json(row) if row else None


async def of_question(
    session: AsyncSession, person: Person, slug: str, question: str
) -> dict[str, Card]:
    """The cards of a question and of its points, by what the last part of their keys is."""
    given = {**own.whose(person), "slug_": slug, "question_": question}
    found = await session.execute(_OF_QUESTION, given)
    return {point: memory.from_json(card) for point, card in found}


async def put(session: AsyncSession, person: Person, key: Key, card: Card | None) -> None:
    """Keeps a card in place of the one before; None takes it away."""
    if card is None:
        await session.execute(delete(CardRow).where(*own.of(CardRow, person), *_at(key)))
        return
    await insert_or_update(session, CardRow, **_row(person, key, card))


async def learn(
    session: AsyncSession, person: Person, turn: Turn, source: str, now: datetime
) -> None:
    """Brings the cards up to an answer; the same again after its verdicts were corrected."""
    cards = await of_question(session, person, turn.slug, turn.question)
    new = []
    for lesson in memory.lessons(turn):
        card = cards.get(lesson.point)
        learned = memory.learn(card, lesson, now, source)
        key = (turn.slug, turn.question, lesson.point)
        if learned is None and card:
            await put(session, person, key, None)
        elif learned and learned != card:
            new.append(_row(person, key, learned))
    await insert_or_update_all(session, CardRow, new)


async def correct(
    session: AsyncSession, person: Person, key: Key, source: str, now: datetime
) -> None:
    """A point was covered after all in the answer that `source` names."""
    lesson = Lesson(key[2], Rating.Good, opens=False)
    await put(
        session, person, key, memory.learn(await get(session, person, key), lesson, now, source)
    )


async def due(session: AsyncSession, person: Person, now: datetime) -> list[tuple[str, str]]:
    """The slug and id of each question that is due, or of which a point is, the longest first."""
    at = func.min(CardRow.due_at)
    query = select(CardRow.slug, CardRow.question).where(
        *own.of(CardRow, person), CardRow.due_at <= now
    )
    query = query.group_by(CardRow.slug, CardRow.question).order_by(at)
    return [(slug, question) for slug, question in await session.execute(query)]


async def next_at(session: AsyncSession, person: Person) -> datetime | None:
    """When the next card is due."""
    query = select(CardRow.due_at).where(*own.of(CardRow, person)).order_by(CardRow.due_at).limit(1)
    found: datetime | None = await session.scalar(query)
    return found


def _row(person: Person, key: Key, card: Card) -> dict[str, object]:
    slug, question, point = key
    return {
        "platform": person.platform,
        "tenant": person.tenant,
        "person": person.id,
        "slug": slug,
        "question": question,
        "point": point,
        "card": memory.to_json(card),
        "due_at": card.due,
    }


def _at(key: Key) -> tuple[ColumnElement[bool], ...]:
    slug, question, point = key
    return CardRow.slug == slug, CardRow.question == question, CardRow.point == point
