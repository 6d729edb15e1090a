"""How long a document takes to read."""

from __future__ import annotations

from collections.abc import Iterator

from bot.library.model import Role
from bot.library.problems import Level, Problem

LETTERS_A_MINUTE = 500
"""Japanese, read in silence by an adult: 400 to 600 letters."""

WORDS_A_MINUTE = 220
"""English, read in silence by an adult: 200 to 260 words, fewer in a second language."""

MINUTES = range(5, 13)
"""Long enough to say something of every section, short enough for a train between two stops."""


def length(role: Role) -> int:
    """Of all that a reader of the document reads: letters in Japanese, elsewhere words."""
    texts = [block.text.split() for section in role.sections for block in section.blocks]
    if role.lang == "ja":
        return sum(len("".join(parts)) for parts in texts)
    return sum(map(len, texts))


def minutes(role: Role) -> int:
    return round(length(role) / (LETTERS_A_MINUTE if role.lang == "ja" else WORDS_A_MINUTE))


def check(role: Role) -> Iterator[Problem]:
    taken = minutes(role)
    if taken not in MINUTES:
        least, most = str(MINUTES[0]), str(MINUTES[-1])
        args = {"minutes": str(taken), "least": least, "most": most}
        yield Problem(role.path, 1, Level.WARNING, "check-length", args)
