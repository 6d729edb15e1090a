"""Which question comes next in a channel.

A channel goes through all questions in rounds. A round has an order of its own, made of the
channel's seed, the round and the ids alone, so an edit of the library moves nothing that stayed.
In it the questions of a role lie evenly apart: with u, the role's own part of a step, the first
of three is at u/3 of the round, then (1+u)/3, (2+u)/3. Roles with equally many questions so take
turns, and one with many more is spread over the round instead of filling its end.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

# A role doesn't come again within as many posts, while others have questions left.
_APART = 3
_STEP = 2**-32


@dataclass(frozen=True, slots=True)
class Pick:
    """A question of a role (slug), in the round (from 1) in which it is asked."""

    slug: str
    question: str
    round: int


def next_question(
    candidates: Mapping[str, Sequence[str]],
    asked: Sequence[Pick],
    seed: int,
    round: int,  # noqa: A002
) -> Pick | None:
    """The channel's next question; None if there is none at all.

    candidates: the ids of the questions that may be asked, by role. asked: the channel's posts,
    oldest first, at least those of the round and the last three. round: the present one; the
    pick is of a later round once all candidates have been asked in it.

    A question comes once a round. The roles of the last three posts wait, as far as others have
    questions left, and two posts in a row differ in role whenever their numbers allow it.
    """
    done = _of_round(asked, round)
    while not (left := _left(candidates, done)):
        if not any(candidates.values()):
            return None
        round += 1  # noqa: A001
        done = _of_round(asked, round)
    rank = _ranks(seed, round)
    recent = [pick.slug for pick in reversed(asked[-_APART:])]
    others = sum(map(bool, candidates.values())) - 1
    slug = _turn(left, done, recent, min(_APART, others), rank)
    # A new round doesn't begin with what the former one ended with.
    fresh = {(pick.slug, pick.question): i for i, pick in enumerate(asked[-_APART:])}
    question = min(
        (each for each in candidates[slug] if each not in done.get(slug, ())),
        key=lambda each: (fresh.get((slug, each), -1), rank(f"{slug} {each}"), each),
    )
    return Pick(slug, question, round)


def preview(
    candidates: Mapping[str, Sequence[str]],
    asked: Sequence[Pick],
    seed: int,
    round: int,  # noqa: A002
    count: int,
) -> list[Pick]:
    """The next picks, as they will be if nothing changes."""
    posts = list(asked)
    for _ in range(count):
        pick = next_question(candidates, posts, seed, round)
        if pick is None:
            break
        posts.append(pick)
        round = pick.round  # noqa: A001
    return posts[len(asked) :]


def _of_round(asked: Sequence[Pick], number: int) -> Mapping[str, set[str]]:
    """The questions asked in a round, by role."""
    done: defaultdict[str, set[str]] = defaultdict(set)
    for pick in asked:
        if pick.round == number:
            done[pick.slug].add(pick.question)
    return dict(done)


def _left(candidates: Mapping[str, Sequence[str]], done: Mapping[str, set[str]]) -> dict[str, int]:
    """How many questions each role has left in the round, without those that have none."""
    left = {slug: len(questions) for slug, questions in candidates.items() if questions}
    for slug, gone in done.items():
        if slug in left:
            left[slug] = sum(each not in gone for each in candidates[slug])
            if not left[slug]:
                del left[slug]
    return left


def _turn(
    left: Mapping[str, int],
    done: Mapping[str, set[str]],
    recent: Sequence[str],
    waiting: int,
    rank: Callable[[str], float],
) -> str:
    """The role whose turn it is. recent: the last posts' roles, the latest first; the `waiting`
    latest of them rest if they can."""
    # One with more than half of what is left must come now, or it meets itself in the end.
    half = sum(left.values()) / 2
    fullest = max(left, key=left.__getitem__)
    if left[fullest] > half and fullest not in recent[:1]:
        return fullest
    while len(left) == len(resting := left.keys() & recent[:waiting]):
        waiting -= 1
    counts = {slug: len(gone) for slug, gone in done.items()}
    first, earliest = "", math.inf
    for slug, count in left.items():
        asked = counts.get(slug, 0)
        # Most roles need no rank: even with the lowest they would come after the first.
        if asked > earliest * (asked + count):
            continue
        place = (asked + rank(slug)) / (asked + count)
        if place > earliest or slug in resting:
            continue
        if place < earliest or slug < first:
            first, earliest = slug, place
    return first


def _ranks(seed: int, number: int) -> Callable[[str], float]:
    """Numbers in [0, 1) for ids, that differ with the channel and the round.

    A checksum is several times quicker than a hash, but what it starts from alone would leave
    much of the order as it was; the product shuffles it.
    """
    digest = blake2b(f"{seed} {number}".encode(), digest_size=8).digest()
    start, odd = int.from_bytes(digest[:4], "big"), int.from_bytes(digest[4:], "big") | 1

    def rank(id: str) -> float:
        return (crc32(id.encode(), start) * odd & 0xFFFFFFFF) * _STEP

    return rank
