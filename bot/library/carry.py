"""Ids of questions and points that outlive edits of their document.

By itself a text gives an id that changes with it, its natural id. So what was served is
remembered, and what a document holds now is matched with that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from bot.library.model import Point, Question
from bot.library.names import key
from bot.library.renames import NATURAL, Renames

_ALIKE = 0.7
_NEARLY_THE_SAME = 0.95
_VERSIONS = 8
"""Of so many versions of a document the ids are kept as they were given."""


@dataclass(frozen=True, slots=True)
class KnownPoint:
    """natural: its natural id when it was seen last."""

    id: str
    natural: str
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """A question that was served under `id`, as it was seen last. points: also former ones."""

    id: str
    natural: str
    text: str
    points: tuple[KnownPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of a document.

    known: its questions in order, then those that are gone, whose ids stay theirs. renames: by
    fingerprint of the version, the one seen last at the end.
    """

    known: tuple[Known, ...] = ()
    renames: Mapping[str, Renames] = field(default_factory=dict)


def meet(memory: Memory, fingerprint: str, now: Sequence[Question]) -> Memory:
    """The memory after a version of the document was seen.

    A version that was seen of late changes nothing and keeps its ids, so processes that serve
    different versions for a while don't disturb each other.
    """
    if fingerprint in memory.renames:
        return memory
    renames = carry(memory.known, now)
    versions = [*memory.renames.items(), (fingerprint, renames)]
    return Memory(remember(memory.known, now, renames), dict(versions[-_VERSIONS:]))


def carry(former: Sequence[Known], now: Sequence[Question]) -> Renames:
    """The ids of questions as they are now, each that of the former question which it is.

    That is the one with the same natural id, else with the very text, else the most alike, if
    that is alike enough; where two are, the one in about the same place. What is new gets its
    natural id, or one made of it where somebody else has that. No id is given twice, and that
    of a question which is gone to no other.
    """
    if not former:
        return NATURAL
    found = _pairs(former, now)
    points: list[tuple[str, str, str]] = []
    for index, question in enumerate(now):
        known = former[found[index]].points if index in found else ()
        ids = _ids(known, question.points, _pairs(known, question.points))
        points += [(question.id, *pair) for pair in _renamed(question.points, ids)]
    return Renames(tuple(_renamed(now, _ids(former, now, found))), tuple(points))


def remember(
    former: Sequence[Known], now: Sequence[Question], renames: Renames
) -> tuple[Known, ...]:
    """What is known of the questions once they are served under these ids."""
    before = {known.id: known for known in former}
    ids = dict(renames.questions)
    points = {(question, natural): id for question, natural, id in renames.points}
    present: dict[str, Known] = {}
    for question in now:
        id = ids.get(question.id, question.id)
        seen = {
            (new := points.get((question.id, p.id), p.id)): KnownPoint(new, p.id, p.text)
            for p in question.points
        }
        gone = [p for p in (before[id].points if id in before else ()) if p.id not in seen]
        present[id] = Known(id, question.id, question.text, (*seen.values(), *gone))
    return (*present.values(), *(known for known in former if known.id not in present))


def _renamed(now: Sequence[Question | Point], ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    return ((item.id, id) for item, id in zip(now, ids, strict=True) if item.id != id)


def _pairs(former: Sequence[Known | KnownPoint], now: Sequence[Question | Point]) -> dict[int, int]:
    """For items of now, by index, the index of the former one that it is."""
    found: dict[int, int] = {}

    def rest() -> tuple[list[int], list[int]]:
        taken = set(found.values())
        return (
            [old for old in range(len(former)) if old not in taken],
            [new for new in range(len(now)) if new not in found],
        )

    def pair(ways: Iterable[tuple[float, int, int]]) -> None:
        """The best first, then what stands in about the same place."""
        taken = set(found.values())
        for _, new, old in sorted(ways, key=lambda w: (-w[0], abs(w[1] - w[2]), w[1], w[2])):
            if new not in found and old not in taken:
                found[new] = old
                taken.add(old)

    def same(
        theirs: Callable[[Known | KnownPoint], str], ours: Callable[[Question | Point], str]
    ) -> None:
        olds, news = rest()
        if not olds or not news:
            return
        places: dict[str, list[int]] = {}
        for old in olds:
            places.setdefault(theirs(former[old]), []).append(old)
        pair((1.0, new, old) for new in news for old in places.get(ours(now[new]), ()))

    same(lambda item: item.natural, lambda item: item.id)
    same(lambda item: key(item.text), lambda item: key(item.text))
    # An id that was made of a text belongs to that text, should it come back.
    same(lambda item: item.id, lambda item: item.id)
    olds, news = rest()
    if olds and news:
        theirs = {old: _words(former[old]) for old in olds}
        ours = {new: _words(now[new]) for new in news}
        ways = ((_likeness(theirs[old], ours[new]), new, old) for new in news for old in olds)
        pair(way for way in ways if way[0] >= _ALIKE)
    return found


def _ids(
    former: Sequence[Known | KnownPoint],
    now: Sequence[Question | Point],
    found: Mapping[int, int],
) -> list[str]:
    ids = {new: former[old].id for new, old in found.items()}
    taken = {item.id for item in former}
    free = [new for new in range(len(now)) if new not in ids]
    for new in free:
        if now[new].id not in taken:
            ids[new] = now[new].id
            taken.add(now[new].id)
    for new in free:
        if new not in ids:
            ids[new] = _made(now[new].id, taken)
            taken.add(ids[new])
    return [ids[new] for new in range(len(now))]


def _made(natural: str, taken: set[str]) -> str:
    """An id that nobody has, of at most 40 characters like all ids."""
    count = 2
    while (made := f"{natural[: 39 - len(str(count))]}-{count}") in taken:
        count += 1
    return made


_Words = tuple[str, list[str]]


def _words(item: Known | KnownPoint | Question | Point) -> _Words:
    points = item.points if isinstance(item, Known | Question) else ()
    return key(item.text), [key(point.text) for point in points]


def _likeness(former: _Words, now: _Words) -> float:
    """How alike two questions or two points are, 0 to 1.

    What a question asks counts as much as the points that an answer ought to touch on, where
    both have any: 「最大の成功」 and 「最大の失敗」 differ by one word. Nearly the same words
    suffice alone.
    """
    (text, points), (other, others) = former, now
    words = fuzz.ratio(text, other) / 100
    if words >= _NEARLY_THE_SAME or not points or not others:
        return words
    # The points add one half at most, and take longest to compare.
    return (words + _of_points(points, others)) / 2 if words >= 2 * _ALIKE - 1 else 0.0


def _of_points(former: Sequence[str], now: Sequence[str]) -> float:
    """The average likeness of each to the one most like it; what came or went doesn't count."""
    fewer, more = sorted((former, now), key=len)
    return sum(max(fuzz.ratio(one, other) for other in more) for one in fewer) / len(fewer) / 100
