"""What a scenario can do on a platform, and who does it there.

A driver goes through the adapter's real parse and render. A new platform is a new module and
a line in DRIVERS; no scenario changes for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from bot.engine import Engine
from bot.messages import Person


class Driver(Protocol):
    """A person in front of one platform. Each action replaces what `screen` shows."""

    def open(self) -> None:
        """Meets Senpai for the first time."""

    def say(self, text: str) -> None: ...

    def click(self, label: str) -> None:
        """Presses the button with that label, which must be on the screen."""

    def choose(self, label: str) -> None:
        """Takes that option of a menu."""

    def fill(self, values: Mapping[str, str]) -> None:
        """Fills in the form on the screen, by the labels of its fields, and submits it."""

    def screen(self) -> str:
        """All text that the person has got in answer to the last action."""


MakeDriver = Callable[[Engine, Person], Driver]
