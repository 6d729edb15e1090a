"""Finding a role by whatever people call it.

The roles that share most two-character pieces with what was typed are picked first; RapidFuzz
then compares the names of those few. Comparing all names would take it a hundred times as long
at ten thousand roles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.library.grams import Grams
from bot.library.model import Entry
from bot.library.names import EMPTY_WORDS, initials, key, keys, one_width, without_addresses

LONGEST_QUERY = 300
"""Of a longer query only this many characters are looked at."""

# Of these only so many letters are compared with names: a machine word for RapidFuzz.
_LONGEST_COMPARED = 64

# How much a match counts, by what it matched.
_NAME, _INITIALS, _TAG, _KEYWORD, _CATEGORY = 1.0, 0.9, 0.75, 0.7, 0.6

# The score of the very same, and what it comes to for a tag or a keyword: more than for a name
# that is only alike.
_SAME, _VERY_WORD = 100.0, 79.0

# The score of a role that works with the tool of this very name.
_TOOL = 76.0

# How many roles have their names compared, and, where none is good, how many of these names
# are searched for something like what was typed.
_MOST_COMPARED, _MOST_SEARCHED = 30, 200
_GOOD = 70.0

# 「データ engineer」 is two words, and so is 「営業manager」.
_WORD = re.compile(r"[!-~]+|[^\s!-~]+")

# What stands in so many of the names that are compared tells little of a role.
_GENERAL = 12

# A score, and whether a name has it: a role with less is not worth a place among the nearest.
_NOTHING = (45.0, False)
_LEAST_ALIKE = 0.5

# A shorter Latin word is too much like a part of some name or other to be a slip in it.
_SHORTEST_SLIP, _SHORTEST_LATIN_SLIP = 4, 6
# A name as short as that has to be a word of its own: there is no SD in "asdf".
_SHORTEST_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A role that fits a query. score: 0 to 100; 100 is the role's very name.

    named: whether one of its names fits, and not just what it is about.
    """

    slug: str
    score: float
    named: bool = True


class Index:
    """The names of all roles in all languages. Built once, then only read."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._bearers: dict[str, tuple[str, ...]] = {}
        folded = keys(name for entry in self._entries for name in (*_own(entry), entry.title))
        for entry in self._entries:
            for name in (*_own(entry), entry.title):
                known = self._bearers.get(folded[name], ())
                if entry.slug not in known:
                    self._bearers[folded[name]] = (*known, entry.slug)
        self._bearers.pop("", None)

    def exact(self, query: str) -> list[str]:
        """The slugs of the roles that bear this very name, by slug; mostly one or none."""
        return self.bearing(key(query[:LONGEST_QUERY]))

    def bearing(self, name: str) -> list[str]:
        """`exact` for a name that is a key already."""
        return sorted(self._bearers.get(name, ()))

    def find(self, query: str, limit: int = 5) -> list[Hit]:
        """The roles that fit `query` best, best first; empty where nothing is alike at all."""
        query = without_addresses(query[:LONGEST_QUERY])
        whole = key(query)
        wanted = whole[:_LONGEST_COMPARED]
        if not wanted:
            return []
        best = dict.fromkeys(self._users.get(whole, ()), (_TOOL, False))
        best |= dict.fromkeys(self.bearing(whole), (_SAME, True))
        words = {key(word) for word in _WORD.findall(one_width(query))} - {""}
        near = self._names.near(wanted)

        def note(scores: Iterable[tuple[int, float]]) -> None:
            for i, score in scores:
                slug, weight = near.slugs[i], near.weights[i]
                named = weight >= _INITIALS
                worth = _VERY_WORD if score == _SAME and not named else score * weight
                found = (worth, named)
                if found > best.get(slug, _NOTHING):
                    best[slug] = found

        if words <= EMPTY_WORDS or wanted.isdecimal():
            note(_begun(wanted, near.names))
        else:
            note(_scores(wanted, words, near.names))
            if max(best.values(), default=_NOTHING)[0] < _VERY_WORD:
                note(_in_several(words, near))
            if max(best.values(), default=_NOTHING)[0] < _GOOD:
                note(_parts(wanted, near.names[:_MOST_SEARCHED]))
        ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[:limit]
        return [Hit(slug, score, named) for slug, (score, named) in ranked]

    @cached_property
    def _users(self) -> dict[str, list[str]]:
        """The roles that work with a tool, by the tool's key."""
        named = {tool for entry in self._entries for tool in entry.tools}
        folded, users = keys(named), defaultdict[str, list[str]](list)
        for entry in self._entries:
            for tool in entry.tools:
                users[folded[tool]].append(entry.slug)
        return dict(users)

    @cached_property
    def _names(self) -> _Names:
        # Made when first something else than a role's very name is looked for: starting with
        # ten thousand roles would take noticeably longer.
        return _Names(self._entries)


@dataclass(frozen=True, slots=True)
class _Near:
    """The names of the likeliest roles; of each name, how much it counts and whose it is."""

    names: list[str]
    weights: list[float]
    slugs: list[str]


class _Names:
    """Everything that roles can be found by, and how much each of it counts."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        names = _weighed(entries)
        # Where too many fit alike, those with short names are looked at.
        self._slugs = sorted(names, key=lambda slug: (len(next(iter(names[slug]))), slug))
        self._weights = [tuple(names[slug].values()) for slug in self._slugs]
        # The names of a role are lines of one text: one search goes through all of them.
        self._texts = ["\n".join(("", *names[slug], "")) for slug in self._slugs]
        self._grams = Grams(self._texts)

    def near(self, wanted: str) -> _Near:
        near = _Near([], [], [])
        for i in self._grams.nearest(wanted, _MOST_COMPARED):
            near.names.extend(self._texts[i][1:-1].split("\n"))
            near.weights.extend(self._weights[i])
            near.slugs.extend([self._slugs[i]] * len(self._weights[i]))
        return near


def _weighed(entries: Sequence[Entry]) -> dict[str, dict[str, float]]:
    """The keys of each role's names, in all its languages, with their weights."""
    words = ((*_own(e), *e.tags, *e.keywords, e.category) for e in entries)
    folded = keys(word for some in words for word in some)
    roles: dict[str, dict[str, float]] = defaultdict(dict)
    for entry in entries:
        own = _own(entry)
        names = roles[entry.slug]
        for weight, group in (
            (_NAME, [folded[name] for name in own]),
            (_INITIALS, [initials(name) for name in own]),
            (_TAG, [folded[tag] for tag in entry.tags]),
            (_KEYWORD, [folded[keyword] for keyword in entry.keywords]),
            (_CATEGORY, [folded[entry.category]]),
        ):
            for name in group:
                if weight > names.get(name, 0.0):
                    names[name] = weight
        names.pop("", None)
    return roles


def _own(entry: Entry) -> tuple[str, ...]:
    return (entry.short_name, entry.slug, *entry.aliases)


def _begun(wanted: str, names: Sequence[str]) -> Iterator[tuple[int, float]]:
    """For what says nothing within a name: there is no "use" in "inhouse", and no 1 in "1on1"."""
    for i, name in enumerate(names):
        if name == wanted or (name.startswith(wanted) and not wanted.isdecimal()):
            yield i, _beginning(wanted, name)


def _beginning(wanted: str, name: str) -> float:
    return _SAME if name == wanted else 82.0 + 12.0 * len(wanted) / len(name)


def _scores(
    wanted: str, words: Collection[str], names: Sequence[str]
) -> Iterator[tuple[int, float]]:
    """How well names fit, 0 to 100, by number: the same, begun, held, or nearly the same."""
    alike = process.extract(
        wanted, names, scorer=OSA.normalized_similarity, limit=None, score_cutoff=_LEAST_ALIKE
    )
    for _, similarity, i in alike:
        yield i, _SAME if similarity == 1.0 else 94.0 * similarity
    size = len(wanted)
    # Comprehensions, as these are hundreds of names and few of them fit.
    for i, name in [(i, name) for i, name in enumerate(names) if wanted in name]:
        held = 74.0 + 12.0 * size / len(name)
        yield i, _beginning(wanted, name) if name.startswith(wanted) else held
    # 「エンジニア」 in 「フロントエンジニア」 says little, 「総務」 in 「総務スタッフ」 all.
    general: dict[str, bool] = {}
    for i, name in [(i, name) for i, name in enumerate(names) if name in wanted]:
        if len(name) >= 2 and _may_stand_within(name, words):
            if name not in general:
                general[name] = sum(name in other for other in names) >= _GENERAL
            share = len(name) / size
            yield i, 50.0 + 20.0 * share if general[name] else 55.0 + 30.0 * share
    if len(words) > 1:
        first, *rest = words
        for i, name in [(i, name) for i, name in enumerate(names) if first in name]:
            if all(word in name for word in rest):
                yield i, 74.0 + 12.0 * sum(map(len, words)) / len(name)


def _may_stand_within(name: str, words: Collection[str]) -> bool:
    return len(name) >= _SHORTEST_WITHIN or name in words or not name.isascii()


def _in_several(words: Collection[str], near: _Near) -> Iterator[tuple[int, float]]:
    """For words that stand in several names of one role: 「プロダクト designer」."""
    if len(words) < 2:
        return
    last: dict[str, int] = {}
    shared: set[str] | None = None
    for word in words:
        held = {
            near.slugs[i]: i
            for i, name in enumerate(near.names)
            if word in name and near.weights[i] == _NAME
        }
        shared = set(held) if shared is None else shared & set(held)
        if not shared:
            return
        last |= held
    for slug in shared or ():
        yield last[slug], 77.0


def _parts(wanted: str, names: Sequence[str]) -> Iterator[tuple[int, float]]:
    """For a slip in a part of a name, and for a name that was clipped: プロマネ."""
    if len(wanted) < (_SHORTEST_LATIN_SLIP if wanted.isascii() else _SHORTEST_SLIP):
        return
    longer = [name if len(name) > len(wanted) else None for name in names]
    found = process.extract(wanted, longer, scorer=fuzz.partial_ratio, limit=None, score_cutoff=80)
    for _, ratio, i in found:
        yield i, 0.76 * ratio
    if wanted.isascii():
        return
    for i, name in enumerate(names):
        letters = iter(name)
        if name[0] == wanted[0] and all(letter in letters for letter in wanted):
            yield i, 60.0 + 12.0 * len(wanted) / len(name)
