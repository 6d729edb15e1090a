"""Made-up roles, the same on every machine: a field of work, a function and a rank each.

`python -m benchmarks.generate --queries` writes the files of queries anew;
`python -m benchmarks.generate --documents 1000 FOLDER` writes documents to try things with.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.words import (
    ACTIONS,
    CATEGORIES,
    FUNCTIONS,
    INDUSTRIES,
    RANKS,
    SHARED_KEYWORDS,
    SHARED_TAGS,
    SUBJECTS,
    THINGS,
    Word,
)
from bot.library.model import Entry
from bot.library.names import initials, key

MOST = 10_000
_SEED = 20261122
_HEAD = re.compile("[ァ-ヴー]{1,3}|.{1,2}")


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up role. The first of its tags and of its keywords are its own, the rest common."""

    slug: str
    japanese: str
    english: str
    abbreviation: str
    aliases: tuple[str, ...]
    category: str
    tags: tuple[str, ...]
    keywords: tuple[str, ...]
    related: tuple[str, ...]
    words: tuple[Word, ...]

    @property
    def title(self) -> str:
        inside = ", ".join(filter(None, (self.abbreviation, self.english)))
        return f"{self.japanese}（{inside}）の仕事とキャリア"

    @property
    def names(self) -> tuple[str, ...]:
        written = (self.slug, self.japanese, self.abbreviation, self.english, *self.aliases)
        return tuple(filter(None, written))

    def entry(self) -> Entry:
        """What Senpai reads from the role's document, as far as look-up goes."""
        return Entry(
            slug=self.slug,
            lang="ja",
            path=f"{self.slug}.md",
            title=self.title,
            short_name=self.japanese,
            aliases=self.names[2:],
            category=self.category,
            tags=self.tags,
            keywords=self.keywords,
            related=(),
            career_paths=(),
        )


def roles(count: int) -> Sequence[Made]:
    """The first `count` roles; a smaller library is the beginning of a larger one."""
    return _all()[:count]


@cache
def _all() -> tuple[Made, ...]:
    rng = random.Random(_SEED)
    # Most titles have all three words, some go without the field or the function.
    whole = list(itertools.product(INDUSTRIES, FUNCTIONS, RANKS))
    parts = [*itertools.product(INDUSTRIES, RANKS), *itertools.product(FUNCTIONS, RANKS)]
    topics = list(itertools.product(SUBJECTS, ACTIONS, THINGS))
    chosen: list[tuple[Word, ...]] = [
        *rng.sample(whole, MOST - MOST // 10),
        *rng.sample(parts, MOST // 10),
    ]
    rng.shuffle(chosen)
    own_tags = rng.sample(topics, MOST)
    own_keywords = rng.sample(topics, MOST)
    taken: set[str] = set()
    made: list[Made] = []
    for words, tag, keyword in zip(chosen, own_tags, own_keywords, strict=True):
        related = {rng.choice(made).slug for _ in range(min(3, len(made)))}
        made.append(_made(rng, words, tag, keyword, tuple(sorted(related)), taken))
    return tuple(made)


def _made(
    rng: random.Random,
    words: tuple[Word, ...],
    tag: tuple[Word, Word, Word],
    keyword: tuple[Word, Word, Word],
    related: tuple[str, ...],
    taken: set[str],
) -> Made:
    *fields, rank = words
    english = " ".join(word[1] for word in words)
    slug = _slug(words)
    while slug in taken:
        slug = f"{slug[:38]}_{rng.choice('bcdefghijk')}"
    short = "".join(_head(word[0]) for word in words)
    aliases = [
        "・".join(word[2] for word in words),
        short,
        f"{rank[1]} of {' '.join(word[1] for word in fields)}",
    ]
    abbreviation = initials(english.replace("-", " ")).upper()
    taken.add(slug)
    shared = rng.sample(SHARED_TAGS, 3)
    return Made(
        slug=slug,
        japanese="".join(word[0] for word in words),
        english=english,
        abbreviation=abbreviation if _first(abbreviation, taken) else "",
        aliases=tuple(alias for alias in aliases if _first(alias, taken)),
        category=rng.choice(CATEGORIES),
        tags=(f"{tag[0][0]}{tag[1][0]}の{tag[2][0]}", *(word[0] for word in fields), *shared),
        keywords=(
            " ".join(word[1] for word in keyword),
            *(word[1] for word in fields),
            *rng.sample(SHARED_KEYWORDS, 3),
        ),
        related=related,
        words=words,
    )


def _first(name: str, taken: set[str]) -> bool:
    """Whether no role before has this name; it is taken from now on."""
    new = key(name) not in taken
    taken.add(key(name))
    return new


def _head(word: str) -> str:
    found = _HEAD.match(word)
    return found[0] if found else word


def _slug(words: Sequence[Word]) -> str:
    """The English title in Senpai's form of a slug, its words cut until 40 characters hold it."""
    parts = [part for word in words for part in re.split("[ -]", word[1].lower())]
    width = max(map(len, parts))
    while len("_".join(part[:width] for part in parts)) > 40:
        width -= 1
    return "_".join(part[:width] for part in parts)


def main() -> None:
    parser = argparse.ArgumentParser("python -m benchmarks.generate", description=__doc__)
    parser.add_argument("--queries", action="store_true", help="write the files of queries anew")
    parser.add_argument("--documents", nargs=2, metavar=("N", "FOLDER"))
    options = parser.parse_args()
    if options.queries:
        from benchmarks.queries import write  # noqa: PLC0415 - it imports this module

        for count in (1_000, 10_000):
            print(write(count))
    if options.documents:
        from benchmarks.document import write_all  # noqa: PLC0415

        write_all(roles(int(options.documents[0])), Path(options.documents[1]))


if __name__ == "__main__":
    main()
