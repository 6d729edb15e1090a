"""What makes a row a person's own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement

from bot.messages import Person


def of(table: Any, person: Person) -> tuple[ColumnElement[bool], ...]:
    """For tables with the columns platform, tenant and person."""
    return (
        table.platform == person.platform,
        table.tenant == person.tenant,
        table.person == person.id,
    )
