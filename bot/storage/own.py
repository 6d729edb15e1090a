"""What makes a row a person's own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, bindparam

from bot.messages import Person


def of(table: Any, person: Person) -> tuple[ColumnElement[bool], ...]:
    """For tables with the columns platform, tenant and person."""
    return (
        table.platform == person.platform,
        table.tenant == person.tenant,
        table.person == person.id,
    )


def bound(table: Any) -> tuple[ColumnElement[bool], ...]:
    """The same for a statement that is made once, as making one takes longer than running it.

    It is run with `whose` among its parameters.
    """
    return (
        table.platform == bindparam("own_platform"),
        table.tenant == bindparam("own_tenant"),
        table.person == bindparam("own_person"),
    )


def whose(person: Person) -> dict[str, Any]:
    return {
        "own_platform": person.platform,
        "own_tenant": person.tenant,
        "own_person": person.id,
    }
