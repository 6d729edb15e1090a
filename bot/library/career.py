"""How one role leads to another, from the career paths that the documents tell of.

A node is a title: that of a role in the library, or one that no document describes yet. An
edge is a pair of neighbouring steps on some `A → B → C` line, and keeps every line it stands on.
"""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.library.model import CareerPath, Entry
from bot.library.names import key

_SLASH = re.compile("[/／]")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim stands: in which document, on which line, under which heading."""

    slug: str
    lang: str
    path: str
    line: int
    section: str


@dataclass(frozen=True, slots=True)
class Node:
    """A title on a path. slug: of the role that bears it, or empty where none does (未収録)."""

    title: str
    slug: str = ""

    @property
    def id(self) -> str:
        return self.slug or "~" + key(self.title)


@dataclass(frozen=True, slots=True)
class Link:
    """One step from a title to the next, and where it is written."""

    start: Node
    end: Node
    sources: tuple[Source, ...]


class Careers:
    """The steps between titles that all documents together tell of. Built once, then read."""

    def __init__(self, entries: Iterable[Entry], resolve: Callable[[str], str]) -> None:
        """`resolve` gives the slug of the role with exactly that name, or an empty string."""
        self._resolve = resolve
        self._nodes: dict[str, Node] = {}
        # Sources are kept as the keys of a dictionary: each once, in order.
        found: dict[str, dict[str, dict[Source, None]]] = defaultdict(lambda: defaultdict(dict))
        for entry in entries:
            for path in entry.career_paths:
                source = Source(entry.slug, entry.lang, entry.path, path.line, path.section)
                for start, end in self._pairs(path):
                    found[start.id][end.id][source] = None
        self._next = {
            start: {
                end: _link(self._nodes[start], self._nodes[end], sources)
                for end, sources in ends.items()
            }
            for start, ends in found.items()
        }
        self._before: dict[str, list[Link]] = defaultdict(list)
        for links in self._next.values():
            for link in links.values():
                self._before[link.end.id].append(link)

    def node(self, title: str) -> Node | None:
        """The node of a role's name, or of a title that stands on a path; else None."""
        node = Node(title, self._resolve(title))
        return self._nodes.get(node.id, node if node.slug else None)

    def into(self, node: Node) -> list[Link]:
        """The steps that lead to `node`, best supported first."""
        return _by_support(self._before.get(node.id, ()), lambda link: link.start)

    def out_of(self, node: Node) -> list[Link]:
        """The steps that lead on from `node`, best supported first."""
        return _by_support(self._next.get(node.id, {}).values(), lambda link: link.end)

    def way(self, start: Node, end: Node) -> list[Link]:
        """The way with the fewest steps, of those the best supported; empty where none is.

        Dijkstra over (steps, documents against): a link that three documents tell of is
        preferred to one that stands in a single line.
        """
        best: dict[str, tuple[int, float]] = {start.id: (0, 0.0)}
        came: dict[str, Link] = {}
        queue: list[tuple[int, float, str]] = [(0, 0.0, start.id)]
        while queue:
            steps, doubt, here = heapq.heappop(queue)
            if here == end.id:
                break
            if (steps, doubt) > best[here]:
                continue
            for there, link in self._next.get(here, {}).items():
                unwritten = 0.5 if not link.end.slug else 0.0
                cost = (steps + 1, doubt + 1 / len(_documents(link)) + unwritten)
                if cost < best.get(there, (1 << 30, 0.0)):
                    best[there] = cost
                    came[there] = link
                    heapq.heappush(queue, (*cost, there))
        links: list[Link] = []
        here = end.id
        while here != start.id:
            if here not in came:
                return []
            links.append(came[here])
            here = came[here].start.id
        return links[::-1]

    def reaching(self, end: Node) -> dict[str, int]:
        """The slugs of all roles with a way to `end`, each with the steps it takes."""
        steps = {end.id: 0}
        queue = [end]
        for node in queue:
            for link in self._before.get(node.id, ()):
                if link.start.id not in steps:
                    steps[link.start.id] = steps[node.id] + 1
                    queue.append(link.start)
        return {n.slug: steps[n.id] for n in queue if n.slug and n.slug != end.slug}

    def _pairs(self, path: CareerPath) -> Iterable[tuple[Node, Node]]:
        steps = [self._alternatives(step.step) for step in path.steps]
        for starts, ends in pairwise(steps):
            for start in starts:
                for end in ends:
                    if start.id != end.id:
                        yield start, end

    def _alternatives(self, title: str) -> Sequence[Node]:
        """「ブランド／商品担当」 is one title unless each of its parts is a role's name."""
        node = self._keep(title)
        names = parts(title)
        if not node.slug and len(names) > 1 and all(map(self._resolve, names)):
            return [self._keep(name) for name in names]
        return (node,)

    def _keep(self, title: str) -> Node:
        node = Node(title, self._resolve(title))
        return self._nodes.setdefault(node.id, node)


def _link(start: Node, end: Node, sources: Iterable[Source]) -> Link:
    """With what the documents of the two roles say themselves before what others say of them."""
    own = (end.slug, start.slug)
    return Link(start, end, tuple(sorted(sources, key=lambda source: source.slug not in own)))


def parts(title: str) -> list[str]:
    """The titles that a step may be made of: 「ブランド／商品担当」 as two."""
    return [part.strip() for part in _SLASH.split(title)]


def _documents(link: Link) -> set[str]:
    return {source.slug for source in link.sources}


def _by_support(links: Iterable[Link], other: Callable[[Link], Node]) -> list[Link]:
    """Those that most documents tell of first, then those whose other end has a document."""
    return sorted(links, key=lambda link: (-len(_documents(link)), not other(link).slug))
