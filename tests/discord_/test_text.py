"""What others wrote, as Discord is given it."""

from __future__ import annotations

import pytest

from bot.adapters.discord.text import inert, plain


def test_empty_lines_cost_no_more_than_others() -> None:
    """Were each of them read to the end of all of them, this would take some minutes."""
    text = "a" + "\n" * 100_000 + "- b"
    assert inert(text) == text.replace("-", "\\-")


def test_what_opens_a_line_is_inert_behind_empty_lines_too() -> None:
    assert inert("\n\n # a\n\u3000> b\n\n1. c") == "\n\n \\# a\n\u3000\\> b\n\n1\\. c"


@pytest.mark.parametrize(
    "unseen", ["\u00ad", "\u061c", "\u200b", "\u202e", "\u2060", "\u2066", "\ufeff", "\U000e0041"]
)
def test_what_nobody_sees_is_left_out(unseen: str) -> None:
    assert inert(f"a{unseen}b") == plain(f"a{unseen}b") == "ab"


def test_other_breaks_of_lines_are_spaces_and_what_joins_an_emoji_stays() -> None:
    assert inert("a\u2028# b\u2029c") == "a # b c"
    assert inert("👩‍💻❤️") == "👩‍💻❤️"
