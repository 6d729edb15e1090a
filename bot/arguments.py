"""From what was typed behind a command to its parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from bot.command import Param
from bot.library.library import Library

_NAMED = re.compile(r"^([a-z]+)=(\S+)$")
_BETWEEN = re.compile(r"\s*(?:→|⇒|->|=>|＞)\s*|\s+(?:から|to)\s+|(?<=\S)から\s+")
_TRAILING = re.compile(r"\s*(?:へ|まで)$")
# A split into two names must be at least this good; below it, the words are one name.
_LIKELY = 60.0
_EXACT = 100.0
# More words, or letters, are not two names; to try where they could be split would take for ever.
_MOST_WORDS, _LONGEST_NAMES = 12, 300
# A single Japanese word without the endings that grammar adds.
_UNKNOWN = re.compile(r"[^\W_ぁ-んA-Za-z0-9]{2,}")


def bind(
    params: Sequence[Param], typed: str, given: Mapping[str, str], library: Library, lang: str
) -> dict[str, str]:
    """The parameters by name, without those that are empty.

    `given` (options of a slash command, fields of a form) is taken as it is and goes before
    what was typed; names of roles may hold spaces: `product manager cmo` is two of them.
    """
    values = {name: value.strip() for name, value in given.items() if value.strip()}
    words = _take_named(params, typed.split(), values)
    for param in params:
        if param.kind == "choice" and param.read:
            _take_choice(param, params, words, values, library)
    rest = " ".join(words)
    free = [p.name for p in params if p.kind in ("role", "text") and p.name not in values]
    roles = [p.name for p in params if p.kind == "role" and p.name not in values]
    if not rest or not free:
        return values
    if len(roles) >= 2:
        values.update(zip(roles, _two_names(rest, library, lang), strict=False))
    else:
        values[(roles or free)[0]] = rest
    return values


def _take_named(params: Sequence[Param], words: Sequence[str], values: dict[str, str]) -> list[str]:
    """Moves each `name=value` from the words into the values; gives the words that are left."""
    known = {param.name for param in params}
    left: list[str] = []
    for word in words:
        named = _NAMED.match(word)
        if named and named[1] in known:
            values.setdefault(named[1], named[2])
        else:
            left.append(word)
    return left


def _take_choice(
    param: Param,
    params: Sequence[Param],
    words: list[str],
    values: dict[str, str],
    library: Library,
) -> None:
    """Takes the last word for the choice if it is one, and not the end of a role's name."""
    read = param.read or str
    if param.name in values:
        values[param.name] = read(values[param.name]) or values[param.name]
        return
    after_role = any(p.kind == "role" and p.name not in values for p in params)
    if len(words) >= (2 if after_role else 1) and not library.exact(" ".join(words)):
        value = read(words[-1])
        if value:
            values[param.name] = value
            words.pop()


def _two_names(rest: str, library: Library, lang: str) -> Sequence[str]:
    """「AからB」 or `A B`, or one name if the words are likelier to be that."""

    @cache
    def score(name: str) -> float:
        if library.node(name, lang):
            return _EXACT
        hits = library.find(name, 1)
        return hits[0].score if hits else 0.0

    parts = [part for part in _BETWEEN.split(rest, maxsplit=1) if part]
    if len(parts) == 2:
        return [parts[0], _TRAILING.sub("", parts[1])]
    words = rest.split()
    if len(words) > _MOST_WORDS or len(rest) > _LONGEST_NAMES:
        return [rest]
    if len(words) == 1 or library.node(rest, lang):
        return [rest]
    splits = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    best = max(splits, key=lambda split: min(score(split[0]), score(split[1])))
    likelihood = min(score(best[0]), score(best[1]))
    if likelihood >= _LIKELY and likelihood > score(rest):
        return best
    # A role's very name beside one more name: the other is no slip in it, but is not known.
    beside = (s for s in splits if max(map(score, s)) == _EXACT and any(map(_UNKNOWN.fullmatch, s)))
    return next(beside, [rest])
