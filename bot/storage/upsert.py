"""INSERT … ON CONFLICT, which SQLite and PostgreSQL have and SQLAlchemy keeps apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage.tables import Base


def _insert(session: AsyncSession, table: type[Base]) -> Any:
    dialect = session.get_bind().dialect.name
    return (postgresql.insert if dialect == "postgresql" else sqlite.insert)(table)


def _keys(table: type[Base]) -> Sequence[ColumnElement[Any]]:
    return inspect(table).primary_key


async def insert_new(session: AsyncSession, table: type[Base], **values: Any) -> bool:
    """Inserts a row unless one with its key is there; says whether it did."""
    statement = _insert(session, table).values(**values).on_conflict_do_nothing()
    result = await session.execute(statement.returning(*_keys(table)))
    return result.first() is not None


async def insert_or_update(session: AsyncSession, table: type[Base], **values: Any) -> None:
    """Inserts a row, or gives the one with its key these values."""
    statement = _insert(session, table).values(**values)
    keys = [column.key for column in _keys(table)]
    changed = {name: value for name, value in values.items() if name not in keys}
    statement = statement.on_conflict_do_update(index_elements=_keys(table), set_=changed)
    await session.execute(statement)
