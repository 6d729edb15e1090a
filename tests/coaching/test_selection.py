"""Which questions come, and in what order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.selection import Candidate, choose

NOW = datetime(2026, 11, 24, tzinfo=UTC)
TOPICS = "採予広分育交失成改連戦評競価調"


def role(slug: str, count: int = 15) -> list[Candidate]:
    return [
        Candidate(slug, f"q{n:02}", f"{TOPICS[n] * 2}の{slug}", n / (count - 1))
        for n in range(count)
    ]


def places(chosen: tuple[tuple[str, str], ...]) -> list[int]:
    return [int(id[1:]) for _, id in chosen]


def test_from_easy_to_hard_over_the_document() -> None:
    for seed in range(20):
        found = places(choose(role("cmo"), {}, (), 3, seed))
        assert found[0] < 5 <= found[1] < 10 <= found[2]


def test_the_seed_decides() -> None:
    choices = {choose(role("cmo"), {}, (), 5, seed) for seed in range(10)}
    assert len(choices) > 5
    assert choose(role("cmo"), {}, (), 5, 7) == choose(list(reversed(role("cmo"))), {}, (), 5, 7)


def test_due_before_unseen_before_seen() -> None:
    seen = {("cmo", f"q{n:02}"): NOW - timedelta(days=n) for n in range(15) if n not in (3, 8)}
    assert places(choose(role("cmo"), seen, {("cmo", "q14")}, 3, 1)) == [3, 8, 14]


def test_of_what_was_seen_the_longest_ago() -> None:
    seen = {("cmo", f"q{n:02}"): NOW - timedelta(days=n) for n in range(15)}
    assert places(choose(role("cmo"), seen, (), 3, 1)) == [4, 9, 14]


def test_no_two_alike() -> None:
    alike = [
        Candidate("cmo", "a", "広告の成果をどう測りますか。", 0.0),
        Candidate("cmo", "b", "広告の成果をどう測っていますか。", 0.5),
        Candidate("cmo", "c", "採用で大切にすることは何ですか。", 1.0),
    ]
    chosen = choose(alike, {}, (), 3, 1)
    assert len(chosen) == 2
    assert ("cmo", "c") in chosen


def test_roles_take_turns() -> None:
    chosen = choose([*role("cmo"), *role("cto"), *role("cfo")], {}, (), 6, 3)
    assert sorted(slug for slug, _ in chosen) == ["cfo", "cfo", "cmo", "cmo", "cto", "cto"]


@given(st.integers(0, 15), st.integers(1, 20), st.integers())
def test_as_many_as_there_are(count: int, length: int, seed: int) -> None:
    candidates = role("cmo")[:count]
    chosen = choose(candidates, {}, (), length, seed)
    assert len(set(chosen)) == len(chosen) == min(count, length)
    assert places(chosen) == sorted(places(chosen))
