"""Which of many texts share most two-character pieces with another, all counted at once.

For every gram an integer holds, as its bits, the numbers of the texts that have it. Adding and
intersecting such integers is quick enough to look at ten thousand texts for each query.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, islice
from operator import and_, or_

_MOST_HOLDING = 1_000
_PART = 512
_NOT_ZERO = re.compile(rb"[^\0]")


class Grams:
    """An index of texts made of lines. Built once, then only read."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        whole: dict[str, int] = defaultdict(int)
        # By the part, as setting one bit copies the integer.
        for start in range(0, len(texts), _PART):
            part: dict[str, int] = defaultdict(int)
            for i, text in enumerate(texts[start : start + _PART]):
                bit = 1 << i
                for gram in _grams(text):
                    part[gram] |= bit
            for gram, bits in part.items():
                whole[gram] |= bits << start
        self._holding = dict(whole)

    def nearest(self, line: str, limit: int) -> list[int]:
        """The numbers of texts that have the line, that hold it, and that share most with it.

        Within these three, the texts that come first.
        """
        whole = f"\n{line}\n"
        holding = [i for i in self._having(line) if line in self._texts[i]]
        holding.sort(key=lambda i: whole not in self._texts[i])
        # The line ends count as well, for how a line begins and ends.
        sets = [self._holding[gram] for gram in _grams(whole) if gram in self._holding]
        sharing = islice(_fullest(sets), limit)
        return list(dict.fromkeys(chain(holding[:limit], sharing)))[:limit]

    def _having(self, line: str) -> Iterator[int]:
        """The first texts with all grams of the line."""
        if len(line) > 1:
            bits = reduce(and_, (self._holding.get(gram, 0) for gram in _grams(line)))
        else:
            bits = reduce(or_, (b for gram, b in self._holding.items() if line in gram), 0)
        return islice(_members(bits), _MOST_HOLDING)


def _grams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _fullest(sets: Iterable[int]) -> Iterator[int]:
    """The members of any of the sets, those of most sets first.

    Bit i of planes[k] is the binary digit k of the number of sets that i is a member of.
    """
    planes: list[int] = []
    for bits in sets:
        carry = bits
        for k, plane in enumerate(planes):
            planes[k], carry = plane ^ carry, plane & carry
        if carry:
            planes.append(carry)
    return _descending(planes, reduce(or_, planes, 0))


def _descending(planes: Sequence[int], members: int) -> Iterator[int]:
    if not planes:
        yield from _members(members)
        return
    *lower, highest = planes
    for part in (members & highest, members & ~highest):
        if part:
            yield from _descending(lower, part)


def _members(bits: int) -> Iterator[int]:
    data = bits.to_bytes(bits.bit_length() // 8 + 1, "little")
    for match in _NOT_ZERO.finditer(data):
        start = match.start()
        for i in range(8):
            if data[start] >> i & 1:
                yield 8 * start + i
