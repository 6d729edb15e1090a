"""Which questions an interview asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import pairwise

Ref = tuple[str, str]
"""A slug and the id of a question."""

_ALIKE = 0.6  # of the pieces of two questions' words
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Candidate:
    """place: of the question in its document, 0 for the first to 1 for the last.

    Documents go from easy to hard.
    """

    slug: str
    question: str
    words: str
    place: float

    @property
    def ref(self) -> Ref:
        return self.slug, self.question


def choose(
    candidates: Sequence[Candidate],
    seen: Mapping[Ref, datetime],
    due: Collection[Ref],
    length: int,
    seed: int,
) -> tuple[Ref, ...]:
    """At most `length` questions, from easy to hard, spread over the document.

    seen: when a question was last asked. The candidates are cut into as many stretches as there
    are questions, and of each comes one: what is due before what was never asked, and that before
    what was, the longest ago first; roles take turns. No two are alike. The same seed makes the
    same choice.
    """
    ordered = sorted(candidates, key=lambda each: (each.place, _rank(seed, each.ref)))
    chosen: list[Candidate] = []

    def worth(each: Candidate) -> tuple[bool, bool, int, datetime, float]:
        asked = Counter(other.slug for other in chosen)[each.slug]
        at = seen.get(each.ref, _NEVER)
        return each.ref not in due, at != _NEVER, asked, at, _rank(seed, each.ref)

    for stretch in (*_stretches(ordered, length), ordered):
        left = [each for each in stretch if not _like_any(each, chosen)]
        # What the stretches could not give comes from anywhere.
        wanted = length - len(chosen) if stretch is ordered else 1
        while left and wanted > 0:
            chosen.append(min(left, key=worth))
            left = [each for each in left if not _like_any(each, chosen)]
            wanted -= 1
    order = {each.ref: number for number, each in enumerate(ordered)}
    return tuple(sorted((each.ref for each in chosen), key=order.__getitem__))


def _stretches(ordered: Sequence[Candidate], count: int) -> list[Sequence[Candidate]]:
    bounds = [len(ordered) * number // count for number in range(count + 1)]
    return [ordered[start:end] for start, end in pairwise(bounds)]


def _like_any(each: Candidate, chosen: Sequence[Candidate]) -> bool:
    return any(each.ref == other.ref or _alike(each.words, other.words) for other in chosen)


def _alike(one: str, other: str) -> bool:
    pieces, others = _pieces(one), _pieces(other)
    return len(pieces & others) > _ALIKE * len(pieces | others) or one == other


def _pieces(text: str) -> set[str]:
    bare = "".join(text.casefold().split())
    return {bare[i : i + 2] for i in range(len(bare) - 1)}


def _rank(seed: int, ref: Ref) -> float:
    """A number in [0, 1) that differs with the seed."""
    digest = blake2b("\0".join((str(seed), *ref)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64
