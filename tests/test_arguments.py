"""From what was typed behind a command to its parameters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.arguments import bind
from bot.commands.career import CAREER
from bot.commands.compare import COMPARE
from bot.commands.role import ROLE
from bot.library.find import Hit
from bot.library.library import Library
from tests.entries import entry, library

LIBRARY = library(
    entry("cmo", "マーケティング担当 → CMO", name="CMO"),
    entry("product_manager", name="プロダクトマネージャー", aliases=("Product Manager",)),
    entry("skill_trainer", name="Skill Trainer", aliases=("研修 スキル",)),
)


def role(typed: str, **given: str) -> dict[str, str]:
    return bind(ROLE.params, typed, given, LIBRARY, "ja")


def career(typed: str, **given: str) -> dict[str, str]:
    return bind(CAREER.params, typed, given, LIBRARY, "ja")


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("", {}),
        ("   ", {}),
        ("cmo", {"role": "cmo"}),
        ("product manager", {"role": "product manager"}),
        ("cmo skills", {"role": "cmo", "section": "skills"}),
        ("CMO　スキル", {"role": "CMO", "section": "skills"}),
        ("product manager 面接", {"role": "product manager", "section": "questions"}),
        (
            "プロダクト マネージャー キャリア",
            {"role": "プロダクト マネージャー", "section": "path"},
        ),
        ("cmo related", {"role": "cmo", "section": "related"}),
        ("cmo questions page=2", {"role": "cmo", "section": "questions", "page": "2"}),
        ("page=2 cmo questions", {"role": "cmo", "section": "questions", "page": "2"}),
        ("section=skills cmo", {"role": "cmo", "section": "skills"}),
        ("category=marketing page=3", {"category": "marketing", "page": "3"}),
        ("cmo salary", {"role": "cmo salary"}),
        ("cmo colour=red", {"role": "cmo colour=red"}),
        ("cmo page=", {"role": "cmo page="}),
        ("skills", {"role": "skills"}),
        ("研修 スキル", {"role": "研修 スキル"}),
    ],
)
def test_a_role_and_its_section(typed: str, values: dict[str, str]) -> None:
    assert role(typed) == values


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("cmo", "cmo", None),
        ("product manager", "product manager", None),
        ("cmo product manager", "cmo", "product manager"),
        ("product manager cmo", "product manager", "cmo"),
        ("Product Manager to CMO", "Product Manager", "CMO"),
        ("プロダクトマネージャーから CMOへ", "プロダクトマネージャー", "CMO"),
        ("プロダクトマネージャー から CMO まで", "プロダクトマネージャー", "CMO"),
        ("cmo → product manager", "cmo", "product manager"),
        ("cmo→product manager", "cmo", "product manager"),
        ("cmo -> product manager", "cmo", "product manager"),
        ("produkt manager cmo", "produkt manager", "cmo"),
        ("マーケティング担当 cmo", "マーケティング担当", "cmo"),
        ("どこにもない 職種", "どこにもない 職種", None),
    ],
)
def test_one_role_or_two(typed: str, first: str, second: str | None) -> None:
    values = career(typed)
    assert (values["role"], values.get("to")) == (first, second)


def test_what_comes_by_name_is_taken_as_it_is() -> None:
    assert role("", role=" product manager skills ") == {"role": "product manager skills"}
    assert career("", role="A → B", to="cmo") == {"role": "A → B", "to": "cmo"}


def test_what_comes_by_name_goes_before_what_was_typed() -> None:
    assert role("page=9", page="2") == {"page": "2"}
    assert role("cmo", role="product_manager")["role"] == "product_manager"


def test_an_empty_field_is_no_value() -> None:
    assert career("", role="cmo", to="  ") == {"role": "cmo"}
    assert career("product_manager", role="") == {"role": "product_manager"}


def test_what_is_typed_fills_what_the_form_left_empty() -> None:
    assert career("cmo", role="product_manager") == {"role": "product_manager", "to": "cmo"}


def test_a_section_in_words_is_understood_from_a_form_too() -> None:
    assert role("", role="cmo", section="スキル") == {"role": "cmo", "section": "skills"}


@given(st.text(max_size=60), st.dictionaries(st.sampled_from(["role", "to", "x"]), st.text()))
def test_anything_typed_can_be_bound(typed: str, given: dict[str, str]) -> None:
    for command in (ROLE, CAREER, COMPARE):
        values = bind(command.params, typed, given, LIBRARY, "en")
        assert all(value.strip() for value in values.values())


def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that are looked for from now on; none is found."""
    asked: list[str] = []

    def find(_: Library, name: str, __: int) -> list[Hit]:
        asked.append(name)
        return []

    monkeypatch.setattr(Library, "find", find)
    return asked


@pytest.mark.parametrize("typed", ["漢 " * 13, "漢 " * 6_000, f"cmo {'漢' * 400}"])
def test_what_is_too_long_for_two_names_is_not_looked_up(
    typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = looked_up(monkeypatch)
    assert career(typed) == {"role": typed.strip()}
    assert not asked


def test_no_name_is_looked_up_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = looked_up(monkeypatch)
    words = "あ い う え お か き く け こ さ し"
    assert career(words) == {"role": words}
    assert len(asked) == len(set(asked)) == 2 * 11
