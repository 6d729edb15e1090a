"""Answers that were given before: what is public depends on the line and the library alone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Sequence

from bot.library.library import Library
from bot.messages import Reply

_KEPT = 2_000


class Answers:
    """The latest answers over one library; a new library starts with none."""

    def __init__(self) -> None:
        self._library: Library | None = None
        self._answers: OrderedDict[Hashable, tuple[Reply, ...]] = OrderedDict()

    def get(self, library: Library, key: Hashable) -> tuple[Reply, ...] | None:
        if library is not self._library or key not in self._answers:
            return None
        self._answers.move_to_end(key)
        return self._answers[key]

    def keep(self, library: Library, key: Hashable, replies: Sequence[Reply]) -> None:
        if library is not self._library:
            self._library = library
            self._answers.clear()
        self._answers[key] = tuple(replies)
        if len(self._answers) > _KEPT:
            self._answers.popitem(last=False)
