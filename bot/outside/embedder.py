"""An embedder behind an endpoint."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, sqrt
from typing import TYPE_CHECKING

from bot.coaching.embedding import Vector
from bot.outside.client import Client, Trouble

if TYPE_CHECKING:
    from openai import AsyncOpenAI


class RemoteEmbedder:
    """See bot.coaching.embedding.Embedder; phrases and clauses are embedded alike."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def embed(self, texts: Sequence[str], *, query: bool) -> Sequence[Vector]:
        """Raises Trouble."""

        async def work(client: AsyncOpenAI) -> list[tuple[int, Vector]]:
            model = self._client.endpoint.model
            found = await client.embeddings.create(
                model=model, input=list(texts), encoding_format="float"
            )
            return [(each.index, each.embedding) for each in found.data]

        found = self._client.call(work)
        if sorted(index for index, _ in found) != list(range(len(texts))):
            raise Trouble("not a vector a text")
        return [_unit(vector) for _, vector in sorted(found, key=lambda each: each[0])]


def _unit(vector: Vector) -> Vector:
    try:
        size = sqrt(sum(x * x for x in vector))
    except TypeError:
        raise Trouble("a vector of something else") from None
    if not isfinite(size) or not size:
        raise Trouble("a vector without a direction")
    return [x / size for x in vector]
