"""What others wrote, as Discord is given it."""

from __future__ import annotations

from bot.adapters.discord.text import inert


def test_empty_lines_cost_no_more_than_others() -> None:
    """Were each of them read to the end of all of them, this would take some minutes."""
    text = "a" + "\n" * 100_000 + "- b"
    assert inert(text) == text.replace("-", "\\-")


def test_what_opens_a_line_is_inert_behind_empty_lines_too() -> None:
    assert inert("\n\n # a\n\u3000> b\n\n1. c") == "\n\n \\# a\n\u3000\\> b\n\n1\\. c"
