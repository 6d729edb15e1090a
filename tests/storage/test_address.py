"""A database's address, as people and hosts write it."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import ArgumentError

from bot.storage.address import address


@pytest.mark.parametrize(
    ("given", "driver", "query"),
    [
        ("sqlite:///senpai.db", "sqlite+aiosqlite", {}),
        ("sqlite+aiosqlite:///senpai.db", "sqlite+aiosqlite", {}),
        ("postgresql://u:p@host/db", "postgresql+asyncpg", {}),
        ("postgresql+asyncpg://u:p@host/db?ssl=require", "postgresql+asyncpg", {"ssl": "require"}),
        ("postgresql://u:p@host/db?sslmode=require", "postgresql+asyncpg", {"ssl": "require"}),
    ],
)
def test_an_address_needs_no_driver(given: str, driver: str, query: dict[str, str]) -> None:
    found = address(given)
    assert (found.drivername, dict(found.query)) == (driver, query)
    assert found.database in ("senpai.db", "db")


@pytest.mark.parametrize(
    "given", ["senpai", "foo bar", "mysql://u:pass@h/d", "foo://h/d", "postgresql://u:p@h:pass/d"]
)
def test_what_is_no_address_is_refused_and_shows_no_password(given: str) -> None:
    with pytest.raises(ArgumentError) as raised:
        address(given)
    assert "pass" not in str(raised.value)
