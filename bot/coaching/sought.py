"""By what the points of a question are sought in answers: the same for every answer to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.coaching.elsewhere import GRAMMAR
from bot.coaching.likeness import Weigh, Weighed, pieces, weighed_pieces, weighed_words, words
from bot.coaching.text import is_english


@dataclass(frozen=True, slots=True)
class Sought:
    """Of a point: its phrases by pieces and by words, and the pieces of all of them together."""

    by_pieces: Sequence[Weighed]
    by_words: Sequence[Weighed]
    together: dict[str, float]


@lru_cache(maxsize=64)  # many people answer the same question
def sought(question: str, phrases: tuple[tuple[str, ...], ...]) -> tuple[Sought, ...]:
    """One a point, of which `phrases` has the text and the cues."""
    of_piece, of_word = _weights(question, phrases, pieces), _weights(question, phrases, words)
    return tuple(
        Sought(
            [weighed_pieces(phrase, of_piece) for phrase in own],
            [weighed_words(phrase, of_word) for phrase in own],
            _together(own, of_piece),
        )
        for own in phrases
    )


def _weights(
    question: str,
    phrases: Sequence[Sequence[str]],
    parts: Callable[[str], Iterable[str]],
) -> Weigh:
    """What stands in the question, or in several points' phrases, tells the points apart less.

    So does what stands in any English sentence, where the question is English.
    """
    asked = set(parts(question))
    grammar = {part for word in GRAMMAR for part in parts(word)} if is_english(question) else ()
    shared = Counter(
        part for own in phrases for part in {part for phrase in own for part in parts(phrase)}
    )

    @cache
    def weigh(part: str) -> float:
        much = 0.25 if part in grammar else 0.4 if part in asked else 1.0
        return much / (1 + 0.6 * max(shared[part] - 1, 0))

    return weigh


def _together(phrases: Sequence[str], weigh: Weigh) -> dict[str, float]:
    found: dict[str, float] = {}
    for phrase in phrases:
        for piece, weight in pieces(phrase).items():
            if weight >= 0.3:
                found[piece] = max(found.get(piece, 0.0), weight * weigh(piece))
    return found
