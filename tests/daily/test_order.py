"""Which question comes next in a channel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.daily.order import Pick, next_question, preview

SEEDS = st.integers(0, 2**31)


def library(sizes: Sequence[int]) -> dict[str, list[str]]:
    return {f"role{i}": [f"q{n}" for n in range(size)] for i, size in enumerate(sizes)}


LIBRARIES = st.lists(st.integers(0, 8), max_size=7).map(library)
EVEN = st.tuples(st.integers(2, 8), st.integers(1, 5)).map(lambda two: library([two[1]] * two[0]))


def size(candidates: Mapping[str, Sequence[str]]) -> int:
    return sum(map(len, candidates.values()))


def everything(candidates: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    return sorted((slug, each) for slug, questions in candidates.items() for each in questions)


@given(LIBRARIES, SEEDS)
def test_each_question_comes_once_a_round(candidates: dict[str, list[str]], seed: int) -> None:
    total = size(candidates)
    found = preview(candidates, [], seed, 1, 3 * total)
    for number in (1, 2, 3):
        part = found[(number - 1) * total : number * total]
        assert {pick.round for pick in part} <= {number}
        assert sorted((pick.slug, pick.question) for pick in part) == everything(candidates)


@given(LIBRARIES, SEEDS)
def test_neighbours_in_a_round_differ_in_role_where_they_can(
    candidates: dict[str, list[str]], seed: int
) -> None:
    found = preview(candidates, [], seed, 1, size(candidates))
    same = sum(a.slug == b.slug for a, b in pairwise(found))
    most = max(map(len, candidates.values()), default=0)
    # A role with more questions than all others meets itself, but no more than it must.
    assert same == max(0, most - (size(candidates) - most) - 1)


@given(EVEN, SEEDS)
def test_roles_with_equally_many_questions_take_turns(
    candidates: dict[str, list[str]], seed: int
) -> None:
    roles = len(candidates)
    found = [pick.slug for pick in preview(candidates, [], seed, 1, 2 * size(candidates))]
    for i, slug in enumerate(found):
        assert slug not in found[max(0, i - min(3, roles - 1)) : i]
    for start in range(0, len(found), roles):
        assert len(set(found[start : start + roles])) == roles


@given(SEEDS)
def test_a_role_with_many_questions_is_spread_over_the_round(seed: int) -> None:
    candidates = library([30] + [6] * 15)
    found = preview(candidates, [], seed, 1, size(candidates))
    for start in range(0, len(found), 20):
        assert 3 <= sum(pick.slug == "role0" for pick in found[start : start + 20]) <= 7


@given(SEEDS, st.integers(2, 8))
def test_a_round_doesnt_begin_with_what_the_last_one_ended_with(seed: int, questions: int) -> None:
    found = preview({"cmo": [f"q{n}" for n in range(questions)]}, [], seed, 1, 5 * questions)
    assert all(a.question != b.question for a, b in pairwise(found))


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["post", "post", "post", "add", "remove", "role", "drop"]),
        st.integers(0, 6),
        st.integers(0, 9),
    ),
    max_size=60,
)


@given(LIBRARIES, SEEDS, EDITS)
def test_edits_of_the_library_repeat_nothing_and_lose_nothing(
    candidates: dict[str, list[str]], seed: int, edits: list[tuple[str, int, int]]
) -> None:
    asked: list[Pick] = []
    number = 1
    for edit, role, question in edits:
        slug = f"role{role}"
        if edit == "post":
            pick = next_question(candidates, asked, seed, number)
            assert (pick is None) == (size(candidates) == 0)
            if pick is None:
                continue
            this_round = {(p.slug, p.question) for p in asked if p.round == number}
            exhausted = set(everything(candidates)) <= this_round
            assert pick.round == number + exhausted
            assert pick.question in candidates[pick.slug]
            asked.append(pick)
            number = pick.round
        elif edit == "add" and f"q{question}" not in candidates.get(slug, []):
            candidates.setdefault(slug, []).insert(0, f"q{question}")
        elif edit == "remove" and f"q{question}" in candidates.get(slug, []):
            candidates[slug].remove(f"q{question}")
        elif edit == "role":
            candidates[f"new{role}"] = [f"q{n}" for n in range(question)]
        elif edit == "drop":
            candidates.pop(slug, None)
    assert max(Counter(asked).values(), default=1) == 1


@given(EVEN, SEEDS, st.data())
def test_what_stayed_keeps_its_order_when_something_is_removed(
    candidates: dict[str, list[str]], seed: int, data: st.DataObject
) -> None:
    slug = data.draw(st.sampled_from(sorted(candidates)))
    gone = data.draw(st.sampled_from(candidates[slug]))
    fewer = {role: [q for q in qs if (role, q) != (slug, gone)] for role, qs in candidates.items()}
    before = preview(candidates, [], seed, 1, size(candidates))
    after = preview(fewer, [], seed, 1, size(fewer))
    for role in candidates:
        order = [pick.question for pick in before if pick.slug == role]
        left = [question for question in order if (role, question) != (slug, gone)]
        assert [pick.question for pick in after if pick.slug == role] == left


@given(LIBRARIES, SEEDS, st.data())
def test_where_a_document_stands_makes_no_difference(
    candidates: dict[str, list[str]], seed: int, data: st.DataObject
) -> None:
    shuffled = {
        slug: data.draw(st.permutations(candidates[slug]))
        for slug in data.draw(st.permutations(sorted(candidates)))
    }
    count = 2 * size(candidates)
    assert preview(shuffled, [], seed, 1, count) == preview(candidates, [], seed, 1, count)


@given(LIBRARIES, SEEDS, st.integers(0, 30), st.integers(0, 20))
def test_a_preview_is_what_will_come(
    candidates: dict[str, list[str]], seed: int, past: int, count: int
) -> None:
    asked = preview(candidates, [], seed, 1, past)
    number = asked[-1].round if asked else 1
    seen = preview(candidates, asked, seed, number, count)
    for expected in seen:
        pick = next_question(candidates, asked, seed, number)
        assert pick == expected
        asked.append(pick)
        number = pick.round


@given(SEEDS)
def test_the_posts_of_the_round_and_the_last_three_are_enough(seed: int) -> None:
    candidates = library([4, 3, 5])
    asked = preview(candidates, [], seed, 1, 40)
    number = asked[-1].round
    needed = [p for i, p in enumerate(asked) if p.round == number or i >= len(asked) - 3]
    assert next_question(candidates, needed, seed, number) == next_question(
        candidates, asked, seed, number
    )


def test_channels_and_rounds_have_orders_of_their_own() -> None:
    candidates = library([4] * 6)
    orders = {
        tuple((p.slug, p.question) for p in preview(candidates, [], seed, number, 24))
        for seed in range(50)
        for number in (1, 2)
    }
    assert len(orders) == 100
    firsts = Counter(preview(candidates, [], seed, 1, 1)[0].slug for seed in range(600))
    assert len(firsts) == 6
    assert min(firsts.values()) > 60


def test_an_order_is_the_same_in_years_to_come() -> None:
    candidates = {"cmo": ["a", "b"], "pdm": ["a", "b"], "designer": ["a"]}
    found = preview(candidates, [], 20260401, 1, 5)
    told = [f"{pick.slug} {pick.question}" for pick in found]
    assert told == ["cmo a", "pdm a", "designer a", "cmo b", "pdm b"]


def test_no_role_in_particular_is_needed() -> None:
    assert next_question({}, [], 1, 1) is None
    assert next_question({"cmo": []}, [], 1, 1) is None
    assert next_question({"cmo": ["a"]}, [Pick("cmo", "a", 1)], 1, 1) == Pick("cmo", "a", 2)
    # All that was asked is gone from the library.
    asked = [Pick("gone", f"q{n}", 1) for n in range(9)]
    assert next_question({"cmo": ["a"]}, asked, 1, 1) == Pick("cmo", "a", 1)


@pytest.mark.slow
def test_ten_thousand_roles() -> None:
    candidates = library([20] * 10_000)
    found = preview(candidates, [], 7, 1, 30)
    assert len({pick.slug for pick in found}) == 30
