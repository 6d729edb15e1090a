"""Serves the library under ids that outlive edits of its documents."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from bot import storage
from bot.library.carry import Memory, meet
from bot.library.library import Library
from bot.library.model import Entry
from bot.library.renames import Renames
from bot.library.shelf import Shelf
from bot.storage.documents import Key
from bot.storage.store import Store

_READ = 1000
_WRITTEN = 50
"""Documents in a transaction, so that others don't wait for long."""


class Carrying:
    """The library of a shelf, with ids of questions and points from the database.

    `library` is what may be served. A library that was loaded is served once the database knows
    its ids, and not before: under other ids, answers would be kept that nobody finds again, and
    a question would be asked twice. So where the database is in trouble the former library stays,
    with the ids that are known; at a start there is none, and the start fails as it does without
    a database.
    """

    def __init__(self, store: Store, shelf: Shelf) -> None:
        """Until the first `refresh`, the ids are those that the documents give by themselves."""
        self.library = shelf.library
        self._store = store
        self._shelf = shelf
        self._source: Library | None = None
        self._given: dict[Key, tuple[str, Renames]] = {}
        self._turn = asyncio.Lock()

    @property
    def is_current(self) -> bool:
        """Whether `library` is what the shelf has now."""
        return self._source is self._shelf.library

    async def refresh(self) -> None:
        """Serves what the shelf has now; quick where that is served already.

        Raises DatabaseTrouble, and then serves what it did before.
        """
        async with self._turn:
            if self.is_current:
                return
            source = self._shelf.library
            entries = [e for e in source.all_entries() if not self._knows(e)]
            for batch in _batches(entries, _READ):
                await self._give(source, batch)
            given = {key: self._given[key][1] for key in map(_key, source.all_entries())}
            renames = {key: ids for key, ids in given.items() if ids}
            self.library = source.with_ids(renames) if renames else source
            self._source = source

    def _knows(self, entry: Entry) -> bool:
        given = self._given.get(_key(entry))
        return given is not None and given[0] == entry.fingerprint

    async def _give(self, source: Library, entries: Sequence[Entry]) -> None:
        async with self._store.begin() as session:
            found = await storage.documents.renames(session, _slugs(entries))
        new = [e for e in entries if e.fingerprint not in found.get(_key(e), {})]
        met: dict[Key, Memory] = {}
        for batch in _batches(new, _WRITTEN):
            met |= await self._meet(source, batch)
        for entry in entries:
            key, version = _key(entry), entry.fingerprint
            renames = met[key].renames if key in met else found[key]
            self._given[key] = (version, renames[version])

    async def _meet(self, source: Library, entries: Sequence[Entry]) -> Mapping[Key, Memory]:
        async with self._store.begin() as session:
            # Another process may be about to give ids to the same questions.
            await self._store.turn(session, "documents")
            former = await storage.documents.recall(session, _slugs(entries))
            met = await asyncio.to_thread(_met, source, entries, former)
            changed = {key: memory for key, memory in met.items() if memory is not former.get(key)}
            await storage.documents.remember(session, changed, former.keys())
        return met


def _met(
    source: Library, entries: Sequence[Entry], former: Mapping[Key, Memory]
) -> dict[Key, Memory]:
    result = {}
    for entry in entries:
        memory = former.get(_key(entry), Memory())
        questions = source.asked(entry.slug, entry.lang)
        result[_key(entry)] = meet(memory, entry.fingerprint, questions)
    return result


def _batches(entries: Sequence[Entry], size: int) -> list[Sequence[Entry]]:
    return [entries[first : first + size] for first in range(0, len(entries), size)]


def _key(entry: Entry) -> Key:
    return entry.slug, entry.lang


def _slugs(entries: Sequence[Entry]) -> list[str]:
    return sorted({entry.slug for entry in entries})
