"""What a scenario can do on a platform, and who does it there.

A driver goes through the adapter's real parse and render. A new platform is a new module and
a line in DRIVERS; no scenario changes for it.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Literal, Protocol

from bot.messages import Person
from tests.house import House

Place = Literal["dm", "channel", "thread"]


class Driver(Protocol):
    """A person in front of one platform. Each action replaces what `screen` shows.

    They begin in the DM with Senpai; `be` and `go` change who acts, and where.
    """

    def open(self) -> None:
        """Meets Senpai for the first time."""

    def be(self, name: str, *, admin: bool = False) -> None:
        """From now on somebody else of the same workspace and channel acts."""

    def go(self, place: Place) -> None:
        """Where what follows is said; the thread is that of the channel's newest post."""

    def say(self, text: str) -> None: ...

    def click(self, label: str) -> None:
        """Presses the newest button with that label that the person can see."""

    def choose(self, label: str) -> None:
        """Takes that option of a menu."""

    def fill(self, values: Mapping[str, str]) -> None:
        """Fills in the form on the screen, by the labels of its fields, and submits it."""

    def dm(self, *, closed: bool) -> None:
        """Closes the person's DM for Senpai, or opens it again."""

    def look(self) -> None:
        """Waits until all that is due by the house's clock is done; shows what came of it."""

    def screen(self) -> str:
        """All text that is new to the person since before the last action."""

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Runs something in the house's event loop."""


MakeDriver = Callable[[House, Person], Driver]
