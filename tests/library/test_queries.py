"""Look-ups as people type them find the role that they mean.

queries.tsv: query, the slug that is meant, its kind, and slugs that would do as well. It was
written before the finder was asked; a query that means several roles names them all.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from bot.library.find import Hit
from bot.library.library import Library

_FILE = Path(__file__).with_name("queries.tsv")
_LEAST_FIRST = 0.98
_FEWEST, _FEWEST_OF_A_ROLE = 420, 6


def _queries() -> list[tuple[str, str, frozenset[str]]]:
    """Each query with the slug that is meant, and all that would do."""
    rows = [line.split("\t") for line in _FILE.read_text(encoding="utf-8").splitlines()]
    return [
        (query, slug, frozenset({slug, *",".join(also).split(",")} - {""}))
        for query, slug, _, *also in rows
    ]


def test_the_file_asks_for_every_role_and_for_each_query_once(library: Library) -> None:
    queries = _queries()
    asked = Counter(slug for _, slug, _ in queries)
    assert len(queries) >= _FEWEST
    assert len({query for query, _, _ in queries}) == len(queries)
    roles = {entry.slug for entry in library.entries("ja")}
    assert frozenset().union(*(meant for _, _, meant in queries)) <= roles
    assert [slug for slug in sorted(roles) if asked[slug] < _FEWEST_OF_A_ROLE] == []


def test_the_role_that_is_meant_comes_first(library: Library) -> None:
    queries = _queries()
    found = {query: library.find(query, 5) for query, _, _ in queries}
    missed = [
        (query, meant)
        for query, _, meant in queries
        if not meant.intersection(_slugs(found[query])[:1])
    ]
    lost = [query for query, _, meant in queries if not set(_slugs(found[query])) & meant]
    told = "\n".join(f"{q}: {sorted(m)}, not {_slugs(found[q])}" for q, m in missed)
    assert not lost, f"not among the first five: {lost}"
    assert 1 - len(missed) / len(queries) >= _LEAST_FIRST, told


def _slugs(hits: list[Hit]) -> list[str]:
    return [hit.slug for hit in hits]
