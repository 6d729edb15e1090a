"""From the career paths of documents to the way from one role to another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.library.career import Careers, Node
from bot.library.model import CareerPath, Entry, Step
from tests.entries import careers, entry


def way(found: Careers, start: str, end: str) -> list[str]:
    """The titles on the way, or nothing where there is none."""
    first, last = found.node(start), found.node(end)
    assert first is not None
    assert last is not None
    links = found.way(first, last)
    return [links[0].start.title, *(link.end.title for link in links)] if links else []


def around(found: Careers, name: str) -> tuple[list[str], list[str]]:
    """The titles before and behind."""
    node = found.node(name)
    assert node is not None
    into, out = found.into(node), found.out_of(node)
    return [link.start.title for link in into], [link.end.title for link in out]


def roles(*slugs: str) -> list[Entry]:
    return [entry(slug) for slug in slugs]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("a → b → c → d",), "a b c d"),
        (("a → b → c → d", "b → d"), "a b d"),
        (("a → b → c → d", "a → d"), "a d"),
        (("a → b", "c → d", "b → c"), "a b c d"),
        (("a → b → a → c → d",), "a c d"),
        (("a → a → d",), "a d"),
        (("d → c → b → a",), ""),
        (("a → b", "c → d"), ""),
    ],
)
def test_the_way_has_the_fewest_steps(paths: tuple[str, ...], expected: str) -> None:
    found = careers(entry("a", *paths), *roles("b", "c", "d"))
    assert way(found, "a", "d") == expected.split()


def test_of_equally_long_ways_the_one_that_more_documents_tell_of_is_taken() -> None:
    told_once = ("a → b → d",)
    told_twice = ("a → c → d",)
    for first, second in [("b", "c"), ("c", "b")]:
        found = careers(
            entry("a", *told_once, *told_twice),
            entry(first),
            entry(second, *told_twice),
            entry("d"),
        )
        assert way(found, "a", "d") == ["a", "c", "d"]


def test_a_document_counts_once_however_often_it_says_so() -> None:
    found = careers(
        entry("a", "a → b → d", "a → b → d", "a → b → d", "a → c → d"),
        entry("b"),
        entry("c", "a → c → d"),
        entry("d"),
    )
    assert way(found, "a", "d") == ["a", "c", "d"]


def test_a_way_over_roles_with_documents_is_preferred() -> None:
    found = careers(entry("a", "a → 未収録の職 → d", "a → b → d"), *roles("b", "d"))
    assert way(found, "a", "d") == ["a", "b", "d"]


def test_fewer_steps_go_before_better_support() -> None:
    told = [entry(slug, "a → b → c → d") for slug in ("x", "y", "z")]
    found = careers(entry("a", "a → 未収録 → d"), *told, *roles("b", "c", "d"))
    assert way(found, "a", "d") == ["a", "未収録", "d"]


def test_a_title_without_a_document_is_a_place_on_the_way() -> None:
    found = careers(entry("a", "a → マーケ担当 → b"), entry("b", "マーケ担当 → c"), entry("c"))
    assert way(found, "マーケ担当", "c") == ["マーケ担当", "c"]
    assert around(found, "まーけ 担当") == (["a"], ["b", "c"])
    node = found.node("マーケ担当")
    assert node is not None
    assert node.slug == ""


def test_a_name_that_stands_nowhere_is_no_node() -> None:
    found = careers(entry("a", "a → b"))
    assert found.node("宇宙飛行士") is None
    assert found.node("") is None


def test_a_role_on_no_path_is_a_node_with_nothing_around_it() -> None:
    found = careers(entry("a", "a → b"), entry("alone"))
    assert around(found, "alone") == ([], [])
    assert way(found, "a", "alone") == []


def test_names_and_aliases_are_one_node() -> None:
    product = entry("pm", name="プロダクトマネージャー", aliases=("PdM",))
    found = careers(entry("a", "a → PdM", "ぷろだくと マネージャー → b"), product, entry("b"))
    assert way(found, "a", "b")[0::2] == ["a", "b"]
    assert len(way(found, "a", "b")) == 3


def test_the_note_on_a_step_is_no_part_of_its_title() -> None:
    steps = (Step("a", "3年"), Step("担当", "兼務"), Step("b"))
    told = replace(entry("a"), career_paths=(CareerPath(steps, 10, "5."),))
    assert way(careers(told, entry("b", "担当 → c"), entry("c")), "a", "c") == ["a", "担当", "c"]


@pytest.mark.parametrize("mark", ["/", "／", " / "])
def test_alternatives_are_steps_of_their_own_where_both_are_roles(mark: str) -> None:
    found = careers(entry("a", f"a → b{mark}c → d"), *roles("b", "c", "d"))
    assert around(found, "a") == ([], ["b", "c"])
    assert around(found, "d") == (["b", "c"], [])


def test_a_slash_within_a_title_is_no_alternative() -> None:
    found = careers(entry("a", "a → ブランド／商品担当 → b"), entry("b"))
    assert around(found, "a") == ([], ["ブランド／商品担当"])


def test_a_role_that_leads_to_itself_has_no_way_to_itself() -> None:
    found = careers(entry("a", "a → a", "a → a/b", "b → a"), entry("b"))
    assert around(found, "a") == (["b"], ["b"])


def test_the_neighbours_that_most_documents_tell_of_come_first() -> None:
    found = careers(entry("a", "a → 未収録", "a → b", "a → c"), entry("b"), entry("c", "a → c"))
    assert around(found, "a") == ([], ["c", "b", "未収録"])


def test_every_place_that_tells_of_a_step_is_kept_once() -> None:
    told = entry("a", "a → b", "x → a → b")
    found = careers(told, entry("b", "a → b"))
    (link,) = found.way(Node("a", "a"), Node("b", "b"))
    assert [(s.path, s.line) for s in link.sources] == [
        ("content/a.md", 10),
        ("content/a.md", 11),
        ("content/b.md", 10),
    ]
    twice = replace(told, career_paths=(*told.career_paths, told.career_paths[0]))
    (again,) = careers(twice).way(Node("a", "a"), Node("b"))
    assert [source.line for source in again.sources] == [10, 11]


def test_all_roles_that_reach_another_are_given_with_their_steps() -> None:
    found = careers(entry("a", "a → 未収録 → c → d", "b → d", "d → a"), *roles("b", "c", "d", "e"))
    assert found.reaching(Node("d", "d")) == {"c": 1, "b": 1, "a": 2 + 1}
    assert found.reaching(Node("e", "e")) == {}
