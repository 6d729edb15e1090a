"""What goes wrong with a database itself."""

from __future__ import annotations


class DatabaseTrouble(Exception):
    """The database can't be reached or can't write: nothing of the transaction was kept."""
