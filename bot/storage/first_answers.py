"""First answers to questions, each saved by one statement, or several by the same one.

Nearly all that is saved is a first answer of somebody who agreed long ago. Whoever answers while
the database is busy with others is saved together with who else does.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Executable, and_, bindparam, exists, literal, or_, select, union_all

from bot.messages import Person
from bot.storage import asked
from bot.storage.asked import Asked
from bot.storage.responses import Response
from bot.storage.store import Store
from bot.storage.tables import AskedRow, EventRow, PersonRow, ResponseRow
from bot.storage.trouble import DatabaseTrouble
from bot.storage.upsert import insert_into

log = logging.getLogger("senpai.answers")

_SIZES = (16, 8, 4, 2, 1)
"""Answers in one statement. Few sizes, as a database makes a plan for each, once a connection."""

_REMEMBERED = 10_000

_GIVEN = (
    "id",
    "platform",
    "tenant",
    "person",
    "workspace",
    "asked",
    "slug",
    "question",
    "lang",
    "asked_as",
    "text",
    "created_at",
)
"""Columns of ResponseRow whose values come with an answer."""

Row = Mapping[str, Any]


class FirstAnswers:
    """The short way for what is saved most. What it can't take goes the way of all commands."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._asked: dict[str, asyncio.Task[Asked | None]] = {}
        self._waiting: deque[tuple[Row, asyncio.Future[bool]]] = deque()
        self._saving: asyncio.Task[None] | None = None

    async def asked(self, id: str) -> Asked | None:
        """The daily question with that id; remembered, as what was asked is never changed.

        Looked up once for all who answer it at the same moment. Raises DatabaseTrouble.
        """
        if id not in self._asked:
            self._asked[id] = asyncio.create_task(self._look_up(id))
            if len(self._asked) > _REMEMBERED:
                del self._asked[next(iter(self._asked))]
        found = None
        try:
            found = await asyncio.shield(self._asked[id])
        finally:
            if found is None:
                self._asked.pop(id, None)
        return found

    async def _look_up(self, id: str) -> Asked | None:
        async with self._store.read() as session:
            return await asked.get(session, id)

    async def keep(self, person: Person, event: str, response: Response) -> bool:
        """Saves an answer to a question; committed when this ends. `event`: Request.event.

        False, and nothing is saved, where the person has not agreed, the event was noted, the id
        is taken, or the daily question that it answers is gone or was answered before. It
        doesn't note the event: the transaction that follows does, and up to then the id of the
        response, made from the event, tells a second delivery. Raises DatabaseTrouble.
        """
        row = {
            "id": response.id,
            "platform": person.platform,
            "tenant": person.tenant,
            "person": person.id,
            "workspace": response.workspace,
            "asked": response.asked,
            "slug": response.slug,
            "question": response.question,
            "lang": response.lang,
            "asked_as": response.asked_as,
            "text": response.text,
            "created_at": response.created_at,
            "event": event,
        }
        saved: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((row, saved))
        if self._saving is None or self._saving.done():
            self._saving = asyncio.create_task(self._save_all())
        return await saved

    async def settled(self) -> None:
        """Ends when nothing is being saved any more."""
        while self._saving and not self._saving.done():
            await asyncio.wait([self._saving])

    async def _save_all(self) -> None:
        while self._waiting:
            count = next(size for size in _SIZES if size <= len(self._waiting))
            together = [self._waiting.popleft() for _ in range(count)]
            try:
                ids = await self._save([row for row, _ in together])
            except DatabaseTrouble as trouble:
                for _, saved in _unheard(together):
                    saved.set_exception(DatabaseTrouble(str(trouble)))
            except Exception as error:  # noqa: BLE001 - by itself, each tells whose it was
                log.warning("%d answers are saved one by one (%s)", count, type(error).__name__)
                for _, saved in _unheard(together):
                    saved.set_result(False)
            else:
                for row, saved in _unheard(together):
                    saved.set_result(row["id"] in ids)

    async def _save(self, rows: list[Row]) -> set[str]:
        """The ids of those that are saved now."""
        statement = _statement(self._store.url.get_backend_name(), len(rows))
        values = {f"{name}_{n}": row[name] for n, row in enumerate(rows) for name in row}
        return {row.id for row in await self._store.one(statement, values)}


def _unheard(
    together: list[tuple[Row, asyncio.Future[bool]]],
) -> list[tuple[Row, asyncio.Future[bool]]]:
    """Without those who were cancelled meanwhile."""
    return [(row, saved) for row, saved in together if not saved.done()]


@cache
def _statement(dialect: str, count: int) -> Executable:
    """Inserts as many answers, but for those that may not be, and returns the ids of the others.

    The row of the person is locked against deletion, so that who has all of theirs deleted at
    the same moment has it deleted before this answer is looked at, or together with it. In order,
    so that two processes with the same answers don't wait for each other's.
    """
    columns = ResponseRow.__table__.c
    types = {name: columns[name].type for name in _GIVEN} | {"event": EventRow.key.type}
    rows = [
        select(*(bindparam(f"{name}_{n}", type_=of).label(name) for name, of in types.items()))
        for n in range(count)
    ]
    given = (union_all(*rows) if count > 1 else rows[0]).subquery("given")
    whose = and_(
        PersonRow.platform == given.c.platform,
        PersonRow.tenant == given.c.tenant,
        PersonRow.id == given.c.person,
    )
    may_be = (
        select(*(given.c[name] for name in _GIVEN), given.c.created_at, literal(1))
        .join(PersonRow, whose)
        .outerjoin(AskedRow, AskedRow.id == given.c.asked)
        .where(
            PersonRow.consented_at.is_not(None),
            or_(given.c.asked.is_(None), AskedRow.id.is_not(None)),
            ~exists().where(EventRow.key == given.c.event),
        )
        .order_by(given.c.id)
        .with_for_update(read=True, key_share=True, of=PersonRow)
    )
    into = insert_into(ResponseRow, dialect)
    into = into.from_select([*_GIVEN, "changed_at", "version"], may_be, include_defaults=False)
    return into.on_conflict_do_nothing().returning(ResponseRow.id)  # type: ignore[no-any-return]
