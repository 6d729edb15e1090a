"""What the benchmarks measure with is what Senpai reads, and the queries belong to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.document import document
from benchmarks.generate import roles
from benchmarks.queries import load
from bot.library.model import Entry
from bot.library.problems import Level
from bot.library.read import read


@pytest.mark.slow
def test_a_document_is_read_as_the_entry_that_look_up_is_measured_with() -> None:
    for made in roles(20):
        role, problems = read(f"{made.slug}.md", document(made).encode())
        assert role is not None
        assert not [problem for problem in problems if problem.level is Level.ERROR]
        assert len(role.questions) == 20
        assert len([section for section in role.sections if section.topic]) == 8
        entry = replace(Entry.of(role), question_ids=(), fingerprint="")
        assert replace(entry, related=(), career_paths=(), tools=()) == made.entry()


@pytest.mark.slow
def test_a_smaller_library_is_the_beginning_of_a_larger_one() -> None:
    assert list(roles(50)) == list(roles(100))[:50]
    assert len({made.slug for made in roles(10_000)}) == 10_000


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_the_queries_are_of_roles_that_there_are(count: int) -> None:
    queries = load(count)
    assert len(queries) >= 400
    assert {query.slug for query in queries} <= {made.slug for made in roles(count)}
    assert len({(query.text, query.form) for query in queries}) == len(queries)
