"""Whatever is typed, in whatever order, Senpai answers."""

from __future__ import annotations

import asyncio
import json
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.console.app import Console
from bot.app import App
from bot.commands import ALL
from bot.engine import Engine
from bot.locale import LOCALES, texts
from bot.messages import Person, Reply

WORDS = st.sampled_from(
    [
        *("/role", "/career", "/compare", "/help", "/hello", "/ask", "/", "／role", "/rolle"),
        *("cmo", "product manager", "CMO", "マーケ", "営業", "から", "→", "to", "skills", "面接"),
        *("page=2", "page=9999999", "section=x", "category=marketing", "role=", "to=cmo", "="),
        *("1", "2", "３", "[4]", "99", "0", "\x1b[31m", "\u202e", "**", "{x}", "\0"),
    ]
)
LINES = st.one_of(st.lists(WORDS, max_size=5).map(" ".join), st.text(max_size=30))
NAMES = [field.name for field in fields(Reply)]
_count = iter(range(10**9))


def talk(app: App, lines: list[str], locale: str, *, json: bool) -> list[tuple[str, str]]:
    """Each line that asks for something, with what was said."""
    person = Person("console", "fuzz", f"fuzz-{next(_count)}", locale=locale)
    engine = Engine(ALL, lambda: app.shelf.library)  # without a database: each talk has its loop
    console = Console(engine.handle, person, texts(locale), json=json)

    async def run() -> list[tuple[str, str]]:
        return [("", await console.greet()), *[(line, await console.type(line)) for line in lines]]

    return asyncio.run(run())


@pytest.mark.parametrize("locale", LOCALES)
@settings(max_examples=60, deadline=None)
@given(lines=st.lists(LINES, max_size=6))
def test_any_line_is_answered(app: App, locale: str, lines: list[str]) -> None:
    wrong = texts(locale)("error-unexpected", number="\0").split("\0")[0]
    for line, said in talk(app, lines, locale, json=False):
        assert wrong not in said
        assert "\x1b" not in said
        assert said.strip() or not line.strip()


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(LINES, max_size=6))
def test_any_line_is_answered_in_json(app: App, lines: list[str]) -> None:
    for line, said in talk(app, lines, "en", json=True):
        assert said or not line.strip()
        for reply in said.splitlines():
            assert list(json.loads(reply)) == NAMES
