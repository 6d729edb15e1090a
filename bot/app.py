"""Puts everything together, once; nothing is global."""

from __future__ import annotations

from bot.commands import ALL
from bot.config import Settings
from bot.engine import Engine
from bot.library.shelf import Shelf


class App:
    """A shelf of documents and an engine over it: all that a terminal needs."""

    def __init__(self, settings: Settings) -> None:
        """Loads the documents. Raises FileNotFoundError for a folder that doesn't exist."""
        self.settings = settings
        self.shelf = Shelf(settings.content, settings.cache)
        self.engine = Engine(ALL, lambda: self.shelf.library)
