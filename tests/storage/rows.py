"""Rows for every table there is, whatever tables and columns there will be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, Column, Integer, String, Table, Text, select

from bot.storage.store import Store
from bot.storage.tables import Base, UtcTime

NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
WORDS = '私の強みは「傾聴」です。\n\t"R&D" \\ ← 👩🏽‍💻 𠮷野家 ' + "長い文。" * 200

Rows = dict[str, list[tuple[Any, ...]]]


def _value(column: Column[Any], number: int) -> object:
    kind = column.type
    if isinstance(kind, UtcTime):
        # On PostgreSQL and SQLite alike the microseconds stay.
        return None if column.nullable and number % 2 else NOON + timedelta(days=number)
    if isinstance(kind, Boolean):
        return bool(number % 2)
    if isinstance(kind, Integer):
        return number + 2**40 if kind.__class__.__name__ == "BigInteger" else number
    if isinstance(kind, Text):
        return WORDS
    assert isinstance(kind, String)
    if column.nullable and number % 2:
        return None
    named = f"{column.name[:3]}{number}葵"
    return named[: kind.length] if kind.length else named


def _row(table: Table, number: int) -> dict[str, object]:
    row = {column.name: _value(column, number) for column in table.columns}
    for key in table.foreign_keys:
        row[key.parent.name] = _value(key.column, number)
    return row


async def fill(store: Store, count: int = 3) -> None:
    """`count` rows for every table."""
    async with store.begin() as session:
        for table in Base.metadata.sorted_tables:
            await session.execute(table.insert(), [_row(table, i) for i in range(count)])


async def everything(store: Store) -> Rows:
    """All rows of all tables, in the order of their keys."""
    found: Rows = {}
    async with store.begin() as session:
        for table in Base.metadata.sorted_tables:
            rows = await session.execute(select(table).order_by(*table.primary_key))
            found[table.name] = [tuple(row) for row in rows]
    return found
