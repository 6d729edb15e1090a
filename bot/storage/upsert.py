"""INSERT … ON CONFLICT, which SQLite and PostgreSQL have and SQLAlchemy keeps apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.tables import Base


async def insert_new(session: AsyncSession, table: type[Base], **values: Any) -> bool:
    """Inserts a row unless one with its key is there; says whether it did."""
    statement = _statement(table, session.get_bind().dialect.name, tuple(values), update=False)
    connection = await session.connection()
    return (await connection.execute(statement, values)).first() is not None


async def insert_or_update(session: AsyncSession, table: type[Base], **values: Any) -> None:
    """Inserts a row, or gives the one with its key these values."""
    await insert_or_update_all(session, table, [values])


async def insert_or_update_all(
    session: AsyncSession, table: type[Base], rows: Sequence[Mapping[str, Any]]
) -> None:
    """The same for several rows, which name the same columns."""
    if rows:
        names, dialect = tuple(rows[0]), session.get_bind().dialect.name
        statement = _statement(table, dialect, names, update=True)
        await (await session.connection()).execute(statement, rows)


def insert_into(table: type[Base], dialect: str) -> Any:
    """An INSERT that has the dialect's ON CONFLICT."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


@cache
def _statement(table: type[Base], dialect: str, names: tuple[str, ...], *, update: bool) -> Any:
    """Built once: it takes longer to build than to run."""
    statement = insert_into(table, dialect)
    keys = inspect(table).primary_key
    if not update:
        return statement.on_conflict_do_nothing().returning(*keys)
    own = {key.key for key in keys}
    changed = {name: statement.excluded[name] for name in names if name not in own}
    return statement.on_conflict_do_update(index_elements=keys, set_=changed)
