"""What the documents say is so."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path

import pytest

from bot.adapters.console.app import Console
from bot.app import App
from bot.cli.stats import table
from bot.command import Command
from bot.commands import ALL
from bot.engine import Engine
from bot.library.figures import figures
from bot.library.library import Library
from bot.locale import texts
from bot.messages import Person, Request
from tests.conftest import ROOT

README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md"))]
_TRANSCRIPT = re.compile(r"(```text\n)(> .*?)(\n```)", re.DOTALL)


def conversation(app: App, lines: list[str]) -> str:
    console = Console(app.engine.handle, Person("console", "console", "reader"), texts("ja"))
    answers = [asyncio.run(console.type(line)) for line in lines]
    return "\n\n".join(f"> {line}\n\n{said}" for line, said in zip(lines, answers, strict=True))


def test_the_transcript_is_a_real_one(app: App) -> None:
    """UPDATE_SNAPSHOTS=1 writes it anew."""
    text = README.read_text(encoding="utf-8")
    shown = _TRANSCRIPT.search(text)
    assert shown, "the README has no transcript"
    lines = [line[2:] for line in shown[2].split("\n") if line.startswith("> ")]
    real = conversation(app, lines)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        README.write_text(text.replace(shown[2], real), encoding="utf-8")
    assert shown[2] == real


def test_the_figures_in_the_readme_are_those_of_the_library(library: Library) -> None:
    """UPDATE_SNAPSHOTS=1 writes them anew."""
    text = README.read_text(encoding="utf-8")
    shown = re.search(r"(?:\|.*\n)*\| Roles \|(?:.*\n)(?:\|.*\n)*", text)
    assert shown, "the README has no table of figures"
    real = table(figures(library), texts("en")) + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        README.write_text(text.replace(shown[0], real), encoding="utf-8")
    assert shown[0] == real


@pytest.mark.parametrize("command", [c for c in ALL if c.listed], ids=lambda c: c.name)
def test_every_command_stands_in_the_readme(command: Command) -> None:
    assert f"`/{command.name}" in README.read_text(encoding="utf-8")


def test_the_command_in_the_readme_works(app: App) -> None:
    text = README.read_text(encoding="utf-8")
    code = re.search(r"```python\n(# bot/commands/duties.py.*?)```", text, re.DOTALL)
    assert code
    names: dict[str, object] = {}
    exec(code[1], names)  # noqa: S102 - our own README
    command = names["DUTIES"]
    assert isinstance(command, Command)
    engine = Engine((*ALL, command), lambda: app.shelf.library)
    (reply,) = asyncio.run(engine.handle(Request("1", Person("t", "t", "t"), "/duties cmo")))
    assert reply.card
    assert reply.card.title == "CMO"
    assert "・" not in reply.card.body
    assert len(reply.card.body.split("\n")) >= 6
    (reply,) = asyncio.run(engine.handle(Request("2", Person("t", "t", "t"), "/duties")))
    assert reply.menu
    assert "/choose duties/* category=marketing" in dict(reply.menu.options).values()


def test_every_setting_is_explained() -> None:
    source = (ROOT / "bot" / "config.py").read_text(encoding="utf-8")
    settings = set(re.findall(r'"((?:SENPAI|SLACK|DISCORD)_[A-Z_]+)"', source))
    page = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    assert settings
    assert {name for name in settings if f"`{name}`" not in page} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_make_targets_named_in_documents_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for page in PAGES:
        for target in re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8")):
            assert re.search(
                rf"^{target}\b|^[a-z ]*\b{target}\b[a-z ]*:", makefile, re.MULTILINE
            ), target
