"""The database. Query functions take the session first and never commit.

Modules are imported when they are first used: a terminal that only looks things up starts in
half the time without them. So `from bot import storage` and `storage.later.put(...)`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.storage import asked as asked
    from bot.storage import cards as cards
    from bot.storage import channels as channels
    from bot.storage import conversations as conversations
    from bot.storage import disputes as disputes
    from bot.storage import documents as documents
    from bot.storage import drafts as drafts
    from bot.storage import events as events
    from bot.storage import first_answers as first_answers
    from bot.storage import interviews as interviews
    from bot.storage import later as later
    from bot.storage import managers as managers
    from bot.storage import mydata as mydata
    from bot.storage import outbox as outbox
    from bot.storage import persons as persons
    from bot.storage import progress as progress
    from bot.storage import purge as purge
    from bot.storage import responses as responses


def __getattr__(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(name)
    return importlib.import_module(f"{__name__}.{name}")
