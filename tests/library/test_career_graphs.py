"""Whatever the documents say, a way is real and none is shorter."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.library.career import Node
from tests.entries import careers, entry

# Half of the titles are roles, half stand on paths only.
TITLES = [chr(ord("a") + i) for i in range(8)]
ROLES = TITLES[::2]
PATHS = st.lists(st.lists(st.sampled_from(TITLES), min_size=2, max_size=6), max_size=10)


def distances(edges: set[tuple[str, str]], start: str) -> dict[str, int]:
    following = defaultdict(list)
    for here, there in edges:
        following[here].append(there)
    found, queue = {start: 0}, [start]
    for here in queue:
        for there in following[here]:
            if there not in found:
                found[there] = found[here] + 1
                queue.append(there)
    return found


def node(title: str) -> Node:
    return Node(title, title if title in ROLES else "")


@given(PATHS, st.sampled_from(TITLES), st.sampled_from(TITLES))
def test_a_way_is_a_chain_of_written_steps_and_none_is_shorter(
    paths: list[list[str]], start: str, end: str
) -> None:
    lines = [" → ".join(path) for path in paths]
    half = len(lines) // 2
    told = [entry(ROLES[0], *lines[:half]), entry(ROLES[1], *lines[half:])]
    found = careers(*told, *(entry(slug) for slug in ROLES[2:]))
    edges = {(a, b) for path in paths for a, b in pairwise(path) if a != b}
    shortest = distances(edges, start)

    links = found.way(node(start), node(end))

    assert len(links) == (shortest.get(end, 0))
    steps = [(link.start.title, link.end.title) for link in links]
    assert set(steps) <= edges
    assert [a for a, _ in steps] == [start, *(b for _, b in steps[:-1])][: len(steps)]
    assert not steps or steps[-1][1] == end
    assert all(source.path and source.line >= 10 for link in links for source in link.sources)


@given(PATHS, st.sampled_from(TITLES))
def test_the_roles_that_reach_another_are_those_with_a_way(
    paths: list[list[str]], end: str
) -> None:
    found = careers(
        entry(ROLES[0], *(" → ".join(path) for path in paths)), *(entry(s) for s in ROLES[1:])
    )
    ways = {slug: len(found.way(node(slug), node(end))) for slug in ROLES if slug != end}
    assert found.reaching(node(end)) == {slug: steps for slug, steps in ways.items() if steps}
