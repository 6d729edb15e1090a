"""Alembic's entry: runs migrations on the connection that it is given, or on one of its own."""

from __future__ import annotations

import os
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, DefaultClause, True_, create_engine

from bot.storage.tables import Base, UtcTime


def _rendered(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A migration says what any database holds, not which class of ours reads it."""
    if kind == "type" and isinstance(item, UtcTime):
        return "sa.DateTime()"
    if kind == "server_default" and isinstance(item, DefaultClause) and isinstance(item.arg, True_):
        return "sa.true()"  # SQLite's own word for it, 1, is a number to PostgreSQL
    return False


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        # SQLite can't alter a column; Alembic copies the table instead.
        render_as_batch=connection.dialect.name == "sqlite",
        transactional_ddl=True,
        render_item=_rendered,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    with create_engine(os.environ.get("ALEMBIC_URL", "sqlite://")).connect() as own:
        migrate(own)
        own.commit()
