"""What goes wrong with a database itself."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable

log = logging.getLogger("senpai.storage")

_AGAIN = 60.0
"""Seconds from one line on the same trouble to the next."""

_LONGEST = 200

_CLASSES = ("08", "28", "3D", "40", "53", "55", "57", "58")
"""PostgreSQL's classes of errors that say nothing against a statement: gone, full, deadlocked."""

_OF_THE_FILE = re.compile(
    "SQLITE_(PERM|BUSY|LOCKED|READONLY|IOERR|CORRUPT|FULL|CANTOPEN|NOTADB)(_|$)"
)


class DatabaseTrouble(Exception):
    """The database can't be reached or can't write: nothing of the transaction was kept.

    Its text is the cause, see `cause_of`.
    """


class TooNew(Exception):
    """A newer Senpai made the database, or the file that one is to be made from."""


def is_at_fault(error: BaseException) -> bool:
    """Whether the driver says so of the database, and nothing against the statement."""
    error = getattr(error, "orig", None) or error
    state = str(getattr(error, "sqlstate", "") or "")
    return state[:2] in _CLASSES or bool(_OF_THE_FILE.match(_sqlite_name(error)))


def cause_of(error: BaseException) -> str:
    """A line on what is wrong, that may stand in the log.

    The driver's own words where they are about a connection, a disk or the server. Of any other
    error only its kind: its words may quote what somebody wrote.
    """
    driver = _driver(error)
    kind = type(driver).__name__
    words = " ".join(_words(driver).split())[:_LONGEST]
    return f"{kind}: {words}" if words else kind


def _driver(error: BaseException) -> BaseException:
    """What the driver raised, under what SQLAlchemy makes of it."""
    error = getattr(error, "orig", None) or error
    beneath = error.__cause__
    return beneath if beneath is not None and hasattr(error, "sqlstate") else error


def _words(driver: BaseException) -> str:
    if isinstance(driver, OSError):
        return ": ".join(str(each) for each in (driver.strerror, driver.filename) if each)
    if is_at_fault(driver):
        return str(driver.args[0]) if driver.args else ""  # PostgreSQL's without its detail
    return _sqlite_name(driver) or str(getattr(driver, "sqlstate", "") or "")


def _sqlite_name(error: BaseException) -> str:
    """What SQLite calls it; "" also for what Python itself makes of a value."""
    return str(getattr(error, "sqlite_errorname", ""))


class Log:
    """Says of a database in trouble that it began, now and then that it goes on, and its end.

    Several pieces of work meet it, many times a second. It is over when each of these has done
    well: on a full disk, what only reads does all the while.
    """

    def __init__(self, database: str, now: Callable[[], float] = time.monotonic) -> None:
        """`database`: its address as it may be shown."""
        self._database = database
        self._now = now
        self._met_by: set[str] = set()
        self._since = self._said = 0.0

    def met(self, work: str, trouble: DatabaseTrouble) -> None:
        now = self._now()
        if not self._met_by:
            self._since = self._said = now
            said = "the database %s (SENPAI_DATABASE) is in trouble (%s); it is tried again"
            log.error(said, self._database, trouble)
        elif now - self._said >= _AGAIN:
            self._said = now
            said = "the database %s is still in trouble after %.0f s (%s)"
            log.error(said, self._database, now - self._since, trouble)
        self._met_by.add(work)

    def well(self, work: str) -> None:
        if work not in self._met_by:
            return
        self._met_by.discard(work)
        if not self._met_by:
            lasted = self._now() - self._since
            log.warning("the database %s is well again after %.0f s", self._database, lasted)
