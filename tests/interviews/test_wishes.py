"""What somebody types behind `/interview`."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.commands.interview.starting import Wish, wish

LONG = 2_000
"""Words."""


class Library:
    """Knows one role. asked: how often it was looked for."""

    asked = 0

    def slug(self, name: str) -> str:
        self.asked += 1
        return "cmo" if name == "cmo" else ""


def wished(typed: str, library: Library | None = None) -> Wish:
    ctx: Any = SimpleNamespace(values={}, library=library or Library())
    return wish(ctx, typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Wish("")),
        ("cmo", Wish("cmo")),
        ("cmo 5", Wish("cmo", "5")),
        ("5問 timed", Wish("", "5", timed=True)),
        ("cmo 5問 timed 自己紹介から", Wish("cmo", "5", timed=True, opening=True)),
        ("product manager opening", Wish("product manager", opening=True)),
    ],
)
def test_a_wish(typed: str, expected: Wish) -> None:
    assert wished(typed) == expected


@pytest.mark.parametrize("word", ["1 ", "timed ", "opening "])
def test_of_a_long_line_only_the_last_words_are_looked_at(word: str) -> None:
    library = Library()
    wished(word * LONG, library)
    assert library.asked < 10
