"""Finding a role by its field, however many fields and roles there are."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.adapters.console.render import choices
from bot.commands import ALL
from bot.engine import Engine
from bot.library.library import Library
from bot.messages import Person, Reply, Request
from tests.entries import entry, library


def answer(found: Library, run: str) -> Reply:
    engine = Engine(ALL, lambda: found)
    (reply,) = asyncio.run(engine.handle(Request("1", Person("test", "test", "me"), run)))
    return reply


def reachable(found: Library, run: str) -> set[str]:
    """All runs of role cards that the fields lead to."""
    seen, queue = {run}, [run]
    for each in queue:
        if each.startswith(("/role", "/choose")) and (each == run or "=" in each):
            for _, following in choices(answer(found, each)):
                if following not in seen:
                    seen.add(following)
                    queue.append(following)
    return seen


@pytest.mark.parametrize(("fields", "roles"), [(1, 1), (3, 2), (7, 1), (21, 1), (45, 1), (2, 45)])
def test_every_role_is_within_reach_of_its_field(fields: int, roles: int) -> None:
    entries = [
        replace(entry(f"role_{i}_{j}"), category=f"分野 {i}")
        for i in range(fields)
        for j in range(roles)
    ]
    runs = reachable(library(*entries), "/role")
    assert {f"/role {each.slug}" for each in entries} <= runs


def test_the_section_that_is_wanted_goes_along_all_the_way() -> None:
    entries = [replace(entry(f"role_{i}"), category=f"f{i % 25}") for i in range(60)]
    runs = reachable(library(*entries), "/role section=skills")
    assert {f"/role {each.slug} skills" for each in entries} <= runs
    assert not [run for run in runs if "skills" not in run and run != "/career"]


@pytest.mark.parametrize(
    ("aim", "line"),
    [
        ("goal/*", "/goal {}"),
        ("compare/cmo/*", "/compare cmo {}"),
        ("career/*/cmo", "/career {} cmo"),
        ("interview/*/5/opening", "/interview {} 5 opening"),
    ],
)
def test_what_a_role_is_wanted_for_goes_along_all_the_way(aim: str, line: str) -> None:
    entries = [replace(entry(f"role_{i}"), category=f"f{i % 25}") for i in range(60)]
    runs = reachable(library(*entries), f"/choose {aim}")
    assert {line.format(each.slug) for each in entries} <= runs
    assert not [run for run in runs if run.startswith("/role")]


@pytest.mark.parametrize("typed", ["", "nothing", "/*", "goal/x", "a/*" * 20, "目標/*"])
def test_what_is_wanted_for_nothing_is_looked_at(typed: str) -> None:
    found = library(replace(entry("sre"), category="f"))
    assert ("f（1）", "/role category=f") in choices(answer(found, f"/choose {typed}"))


def test_a_role_that_is_not_found_is_looked_for_with_what_it_is_wanted_for() -> None:
    found = library(replace(entry("sre"), category="f"), replace(entry("cmo"), category="f"))
    for typed, run in (
        ("/role 🦄", "/role"),
        ("/role 🦄 skills", "/choose role/*/skills"),
        ("/compare sre 宇宙飛行士", "/choose compare/sre/*"),
        ("/compare 宇宙飛行士 sre", "/choose compare/*/sre"),
    ):
        assert run in [each for _, each in choices(answer(found, typed))], typed


@pytest.mark.parametrize(
    "category",
    ["", "marketing", "Customer Success", "マーケティング", "a=b c", "長い" * 40, "x" * 200, "💼"],
)
def test_a_field_of_any_name_leads_to_its_roles(category: str) -> None:
    found = library(replace(entry("sre"), category=category))
    (label, run), *_ = choices(answer(found, "/role"))
    assert label.endswith("（1）")
    assert (run.isascii(), len(run) <= 90) == (True, True)
    assert "/role sre" in [option for _, option in choices(answer(found, run))]
