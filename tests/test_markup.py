"""What others wrote stands in a body as they wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markup import Run, bold, bullets, escape, parse

# Much of what matters to the markup, and anything else.
TEXTS = st.text(st.one_of(st.sampled_from("*\\-  \n・#_`"), st.characters()), max_size=60)


def shown(body: str) -> str:
    return "\n".join(line.text for line in parse(body))


@given(TEXTS)
def test_escaped_text_is_shown_as_it_is_neither_bold_nor_a_bullet(text: str) -> None:
    lines = list(parse(escape(text)))
    assert shown(escape(text)) == text
    assert not any(run.bold for line in lines for run in line.runs)
    assert all(line.bullet is None for line in lines)


@given(TEXTS.filter(lambda text: text and "\n" not in text))
def test_bold_text_is_shown_as_it_is_and_all_bold(text: str) -> None:
    (line,) = parse(bold(text))
    assert line.runs == (Run(text, bold=True),)


@given(st.lists(TEXTS.map(lambda text: text.replace("\n", " ")), min_size=1, max_size=5))
def test_bullets_show_what_they_are_given(items: list[str]) -> None:
    lines = list(parse(bullets(map(escape, items))))
    assert [(line.bullet, line.text) for line in lines] == [(0, item) for item in items]


@given(TEXTS, TEXTS)
def test_escaped_text_ends_where_it_ends(first: str, second: str) -> None:
    assert shown(escape(first) + bold("|") + escape(second)) == f"{first}|{second}"


@given(st.text())
def test_any_body_has_as_many_lines_as_it_is_written_in(body: str) -> None:
    assert len(list(parse(body))) == body.count("\n") + 1


@pytest.mark.parametrize(
    ("body", "runs"),
    [
        ("a **b** c", (Run("a "), Run("b", bold=True), Run(" c"))),
        ("**a****b**", (Run("a", bold=True), Run("b", bold=True))),
        (r"2 \* 3", (Run("2 * 3"),)),
        ("2 * 3", (Run("2 * 3"),)),
        ("a\\", (Run("a\\"),)),
        ("", ()),
    ],
)
def test_bold_and_escapes_within_a_line(body: str, runs: tuple[Run, ...]) -> None:
    (line,) = parse(body)
    assert line.runs == runs


@pytest.mark.parametrize(
    ("line", "depth", "text"),
    [
        ("- a", 0, "a"),
        ("  - a", 1, "a"),
        ("    - a", 2, "a"),
        ("-a", None, "-a"),
        ("1. a", None, "1. a"),
        ("a - b", None, "a - b"),
        (r"\- a", None, "- a"),
    ],
)
def test_a_bullet_and_its_depth(line: str, depth: int | None, text: str) -> None:
    (found,) = parse(line)
    assert (found.bullet, found.text) == (depth, text)


def test_bold_ends_with_its_line() -> None:
    first, second = parse("**a\nb")
    assert first.runs == (Run("a", bold=True),)
    assert second.runs == (Run("b"),)


def test_nothing_is_not_made_bold() -> None:
    assert bold("") == ""


def test_empty_lines_cost_no_more_than_others() -> None:
    """Were each of them read to the end of all of them, this would take some minutes."""
    text = "a" + "\n" * 100_000 + "- b"
    assert escape(text) == text.replace("-", "\\-")


def test_a_bullet_behind_empty_lines_and_any_space_is_none() -> None:
    for line in ("- a", "\n\n- a", " \n\t- a", "\u3000- a", "\r\n- a"):
        assert all(each.bullet is None for each in parse(escape(line)))
