"""The form of the tables, and how an older one becomes the newest."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.storage.trouble import TooNew

_PACKAGE = Path(__file__).parents[1]


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's settings, for `upgrade` and for the checks of developers."""
    beside = _PACKAGE.parent / "migrations"
    config = Config()
    folder = beside if beside.is_dir() else _PACKAGE / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Brings the tables to the form of a revision that is newer than theirs. Raises TooNew."""
    config = alembic_config(connection)
    known = {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}
    if not current_revisions(connection) <= known:
        raise TooNew
    command.upgrade(config, revision)


def current_revisions(connection: Connection) -> set[str]:
    """The form of the tables, as Alembic calls it; none where there are none."""
    return set(MigrationContext.configure(connection).get_current_heads())
