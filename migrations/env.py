"""Alembic's entry: runs migrations on the connection that it is given, or on one of its own."""

from __future__ import annotations

import os
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, create_engine

from bot.storage.tables import Base, UtcTime


def _plain_time(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A migration says what the database holds, not which class of ours reads it."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcTime) else False


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        # SQLite can't alter a column; Alembic copies the table instead.
        render_as_batch=connection.dialect.name == "sqlite",
        transactional_ddl=True,
        render_item=_plain_time,
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
