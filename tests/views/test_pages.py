"""Long sections come in pages that a person can read one after another and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.model import Block, Question
from bot.locale import texts
from bot.markup import parse
from bot.views import pages

SAY = texts("en")
KINDS = st.sampled_from(["heading", "text", "item", "code", "head", "row"])
BLOCKS = st.builds(
    lambda kind, text: Block(
        kind, text, 1, cells=(text, "cell") if kind in ("head", "row") else ()
    ),
    KINDS,
    st.text("abcあいう*-\\ ", min_size=1, max_size=400).map(lambda text: f"<{text.strip()}>"),
)


def shown(page: str) -> str:
    return "\n".join(line.text for line in parse(page))


@given(st.lists(BLOCKS, max_size=12))
def test_nothing_is_lost_or_said_twice(blocks: list[Block]) -> None:
    found = pages.of_blocks(SAY, blocks)
    whole = "\n".join(map(shown, found))
    assert whole.count("<") == whole.count(">") == len(blocks)


@given(st.lists(st.integers(0, 400), max_size=20))
def test_pages_have_the_length_of_a_screen(lengths: list[int]) -> None:
    blocks = [Block("item", "x" * length, 1) for length in lengths]
    found = pages.of_blocks(SAY, blocks)
    sizes = [len(page.replace("\n", "")) for page in found]
    assert all(size <= pages.PAGE // 2 + 402 for size in sizes)
    assert all(size > pages.PAGE // 2 for size in sizes[:-1])


@given(st.lists(BLOCKS, min_size=1, max_size=12))
def test_no_page_but_the_last_ends_in_a_heading(blocks: list[Block]) -> None:
    for page in pages.of_blocks(SAY, blocks)[:-1]:
        last = list(parse(page))[-1]
        assert last.bullet is not None or not last.runs or not last.runs[-1].bold


@pytest.mark.parametrize("length", [10, 299, 300, 301, 590, 610, 5000])
def test_a_heading_stands_with_the_text_below_it(length: int) -> None:
    blocks = [
        Block("text", "x" * length, 1),
        Block("heading", "Below", 2),
        Block("text", "y" * 400, 3),
    ]
    (page,) = [page for page in pages.of_blocks(SAY, blocks) if "Below" in page]
    assert "y" * 400 in page


def test_a_section_without_text_is_one_empty_page() -> None:
    assert pages.of_blocks(SAY, []) == [""]


def test_questions_come_five_at_a_time_with_their_numbers() -> None:
    questions = [Question(f"q{i}", i, f"質問{i}", (), i) for i in range(1, 12)]
    found = [shown(page).split("\n") for page in pages.of_questions(SAY, questions)]
    assert [len(page) for page in found] == [5, 5, 1]
    assert found[1][0] == "6. 質問6"


@pytest.mark.parametrize(
    ("wanted", "number"),
    [("1", 1), ("3", 3), ("4", 3), ("0", 1), ("-1", 1), ("x", 1), ("", 1), ("²", 1), ("9" * 9, 1)],
)
def test_the_page_asked_for_or_the_nearest(wanted: str, number: int) -> None:
    assert pages.number(wanted, 3) == number


def test_pages_can_be_turned_both_ways_but_not_beyond_the_ends() -> None:
    runs = [[b.run for b in pages.turning(SAY, "/x", number, 3)] for number in (1, 2, 3)]
    assert runs == [["/x page=2"], ["/x page=3", "/x page=1"], ["/x page=2"]]
    assert not list(pages.turning(SAY, "/x", 1, 1))
