"""What was served of role documents, so that ids of questions and points outlive edits."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec
from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.library.carry import Known, Memory
from bot.library.renames import Renames
from bot.storage.tables import DocumentRow

Key = tuple[str, str]
"""Slug and language of a document."""

_RENAMES = msgspec.json.Decoder(dict[str, Renames])
_KNOWN = msgspec.json.Decoder(tuple[Known, ...])


async def renames(session: AsyncSession, slugs: Collection[str]) -> dict[Key, dict[str, Renames]]:
    """By document, in all languages, the renames of its versions by their fingerprints."""
    row = DocumentRow
    query = select(row.slug, row.lang, row.renames).where(row.slug.in_(slugs))
    found = await session.execute(query)
    return {(slug, lang): _RENAMES.decode(text) for slug, lang, text in found}


async def recall(session: AsyncSession, slugs: Collection[str]) -> dict[Key, Memory]:
    """All that is remembered of these documents, in all languages."""
    row = DocumentRow
    query = select(row.slug, row.lang, row.questions, row.renames).where(row.slug.in_(slugs))
    found = await session.execute(query)
    return {
        (slug, lang): Memory(_KNOWN.decode(known), _RENAMES.decode(text))
        for slug, lang, known, text in found
    }


async def remember(
    session: AsyncSession, memories: Mapping[Key, Memory], former: Collection[Key]
) -> None:
    """Keeps memories of documents. `former`: those of which there is a row."""
    rows = {key: _row(key, memory) for key, memory in memories.items()}
    if new := [row for key, row in rows.items() if key not in former]:
        await session.execute(insert(DocumentRow), new)
    if old := [row for key, row in rows.items() if key in former]:
        await session.execute(update(DocumentRow), old)


def _row(key: Key, memory: Memory) -> dict[str, str]:
    return {
        "slug": key[0],
        "lang": key[1],
        "questions": msgspec.json.encode(memory.known).decode(),
        "renames": msgspec.json.encode(memory.renames).decode(),
    }
