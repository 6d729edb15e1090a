"""Where a database is, and the file that it is where it is one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


def address(url: str) -> URL:
    """Where a database is, as SQLAlchemy writes it; the driver may be left out.

    `sqlite:///senpai.db`, `postgresql://name:password@host/database?sslmode=require`. Raises
    SQLAlchemy's ArgumentError.
    """
    try:
        found = make_url(url)
    except ValueError:  # its words may hold a part of the password
        raise ArgumentError("the port is no number") from None
    found = found.set(drivername=_DRIVERS.get(found.drivername, found.drivername))
    if found.drivername not in _DRIVERS.values():
        raise ArgumentError(f"{found.drivername} is neither sqlite nor postgresql")
    if found.drivername == _DRIVERS["postgresql"] and "sslmode" in found.query:
        # The name that everybody else gives it.
        ssl = {"ssl": found.query["sslmode"]}
        found = found.difference_update_query(["sslmode"]).update_query_dict(ssl)
    return found


def shown(url: URL) -> str:
    """An address as it may stand in the log and on a screen."""
    return url.difference_update_query(["password"]).render_as_string(hide_password=True)


def make_folder(url: URL) -> None:
    """Only whom Senpai runs as may look into what it makes."""
    if _is_file(url):
        Path(url.database or "").parent.mkdir(0o700, parents=True, exist_ok=True)


def make_file(url: URL) -> None:
    """The same for the file, and with it for what SQLite puts beside it."""
    if _is_file(url):
        with suppress(OSError):  # whoever connects says what is wrong
            Path(url.database or "").touch(0o600, exist_ok=False)


def _is_file(url: URL) -> bool:
    path = url.database or ""
    return url.get_backend_name() == "sqlite" and not path.startswith((":", "file:")) and path != ""
