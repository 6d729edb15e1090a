"""Both languages say the same, in the tone of the house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.commands import ALL
from bot.locale import LOCALES, Texts, supported, texts

BOT = Path(__file__).parents[1] / "bot"
FILES = sorted(path.name for path in (BOT / "locale" / LOCALES[0]).glob("*.ftl"))


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)


def messages(locale: str, file: str) -> Iterator[ast.Message]:
    resource = FluentParser().parse((BOT / "locale" / locale / file).read_text(encoding="utf-8"))
    for entry in resource.body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            yield entry


def variables(message: ast.Message) -> frozenset[str]:
    visitor = _Variables()
    visitor.visit(message)
    return frozenset(visitor.found)


@cache
def catalogue(locale: str) -> dict[str, frozenset[str]]:
    """Every message of a language with the variables it takes."""
    found = [(m.id.name, variables(m)) for file in FILES for m in messages(locale, file)]
    assert len(dict(found)) == len(found), "a message stands there twice"
    return dict(found)


def sources() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in BOT.rglob("*.py"))


def written(locale: str) -> Iterator[tuple[str, str]]:
    """Every message with its text as it is written."""
    for file in FILES:
        text = (BOT / "locale" / locale / file).read_text(encoding="utf-8")
        yield from re.findall(
            r"^([a-z][a-z0-9_-]*) =((?:.*)(?:\n[ \t]+.*|\n(?=\n[ \t]))*)", text, re.MULTILINE
        )


@pytest.mark.parametrize("locale", LOCALES)
def test_both_languages_have_the_same_files(locale: str) -> None:
    assert sorted(path.name for path in (BOT / "locale" / locale).iterdir()) == FILES


def test_both_languages_have_the_same_messages_in_the_same_order() -> None:
    for file in FILES:
        first, second = ([m.id.name for m in messages(locale, file)] for locale in LOCALES)
        assert first == second, file


def test_both_languages_take_the_same_values() -> None:
    first, second = (catalogue(locale) for locale in LOCALES)
    assert [name for name in first if first[name] != second[name]] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_can_be_said(locale: str) -> None:
    for name, taken in catalogue(locale).items():
        said = texts(locale)(name, **dict.fromkeys(taken, 2))
        assert said.strip() or name in ("console-prompt", "list-separator"), name
        assert "{" not in said, name
        assert "\u2068" not in said, name


# Texts whose names are put together from others.
FAMILIES = re.compile(
    r"^(?:role-section|daily-do|daily-ask|daily-unread|check|category|language|error-post|error-dm"
    r"|interview-do|interview-rate|interview-note|interview-result|feedback)-"
)


def test_every_text_that_is_named_exists() -> None:
    prefixes = {name.split("-")[0] for name in catalogue("ja")} - {"source", "revised", "sources"}
    literal = rf'"((?:{"|".join(prefixes)})-[a-z][a-z-]*[a-z])"'
    named = set(re.findall(literal, sources()))
    assert named > {"hello-text", "role-guess", "error-role-gone"}
    assert named <= catalogue("ja").keys() | {command.name for command in ALL}


def test_no_text_is_unused() -> None:
    code = sources()
    declared = {f"{command.name}-summary" for command in ALL}
    params = [(f"{c.name}-{param.name}", param) for c in ALL for param in c.params]
    declared |= {f"{name}-help" for name, _ in params}
    declared |= {f"{name}-{choice}" for name, param in params for choice in param.choices}
    unused = [
        name
        for name in catalogue("ja")
        if f'"{name}"' not in code
        and f"'{name}'" not in code
        and name not in declared
        and not FAMILIES.match(name)
    ]
    assert unused == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_command_and_parameter_is_explained(locale: str) -> None:
    for command in ALL:
        if command.later:  # nobody can type it
            continue
        if command.listed or command.params:
            assert texts(locale)(f"{command.name}-summary")
        for param in command.params:
            assert texts(locale)(f"{command.name}-{param.name}-help")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_choice_has_a_word_for_people(locale: str) -> None:
    choices = {f"{c.name}-{p.name}-{choice}" for c in ALL for p in c.params for choice in p.choices}
    assert choices
    assert choices <= catalogue(locale).keys()


def test_every_problem_of_a_document_has_a_text_and_every_such_text_a_problem() -> None:
    raised = set(re.findall(r'"(check-[a-z0-9-]+)"', sources()))
    assert raised == {name for name in catalogue("ja") if name.startswith("check-")}


TEACHER = ("あなた", "させていただ", "よくできました", "してください！", "出来", "下さい")


def test_japanese_keeps_the_tone() -> None:
    for name, text in written("ja"):
        assert [word for word in TEACHER if word in text] == [], f"{name}: {text}"
        assert not re.search(r"[!！]", text) or "!!" in text, f"{name}: an exclamation mark"
        halves = re.search(r"[ァ-ヴ一-龠ぁ-ん] ?[.?]", text)
        assert not halves, f"{name}: half-width punctuation in {text}"


BAD_NEWS = re.compile(r"^(?:error|check|cli)-|-(?:no|unknown|unclear|gone|nothing|none)(?:-|$)")


MASCOT = ("senpai-", "kun", "ganbat", "Oops", "invalid", "Invalid", "Unfortunately")


def test_english_keeps_the_tone() -> None:
    for name, text in written("en"):
        assert [word for word in MASCOT if word in text] == [], f"{name}: {text}"
        assert not BAD_NEWS.search(name) or not text.endswith("!"), f"{name}: {text}"
        straight = "'" in re.sub(r"[\w}]'\w|s' ", "", text)
        assert not straight, f"{name}: a straight quotation mark in {text}"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_tone_is_looked_for_in_every_text(locale: str) -> None:
    assert [name for name, _ in written(locale)] == list(catalogue(locale))


def test_a_missing_text_or_value_is_never_half_said() -> None:
    say = Texts("ja")
    with pytest.raises(KeyError):
        say("no-such-text")
    with pytest.raises(KeyError, match="role-guess"):
        say("role-guess", query="x")


@pytest.mark.parametrize(
    ("given", "spoken"),
    [
        *(("ja", "ja"), ("ja-JP", "ja"), ("en-GB", "en"), ("en_US", "en"), ("EN", "en")),
        *(("fr", "ja"), ("", "ja"), ("zh-TW", "ja"), ("eng", "ja")),
    ],
)
def test_the_language_that_fits_a_platforms_locale(given: str, spoken: str) -> None:
    assert supported(given) == spoken


def test_a_long_value_stands_in_a_text_as_it_is() -> None:
    points = "解約率の分解、" * 400
    assert texts("ja")("role-points", points=points) == f"回答ポイント：{points}"
