"""Discord's native look, payload by payload."""

from __future__ import annotations

import asyncio

import pytest

from bot.adapters.discord.forms import FormModal
from bot.adapters.discord.register import payloads
from bot.adapters.discord.render import render
from bot.app import App
from bot.commands import ALL
from bot.locale import texts
from bot.messages import Person, Request
from tests.discord_.world import payload
from tests.snapshots import matches

AOI = Person("discord", "discord", "1", "葵")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("role", "/role cmo"),
        ("section-with-pages", "/role cmo questions page=2"),
        ("career-way", "/career digital_marketer cmo"),
        ("choices", "/role マネージャー"),
        ("browse", "/role"),
        ("hello", "/hello"),
        ("form-behind-a-button", "/career"),
    ],
)
def test_a_reply_looks_as_before(runner: asyncio.Runner, app: App, name: str, line: str) -> None:
    request = Request(f"discord-look-{name}", AOI, line, channel="2", place="channel")
    replies = runner.run(app.engine.handle(request))
    parts = [part for reply in replies for part in render(reply, texts("ja"))]
    matches(f"discord/{name}", [payload(part)["components"] for part in parts])


def test_a_form_looks_as_before(runner: asyncio.Runner, app: App) -> None:
    request = Request("discord-look-modal", AOI, "/career")
    (reply,) = runner.run(app.engine.handle(request))
    assert reply.form
    matches("discord/modal", FormModal(reply.form, texts("ja")).to_dict())


def test_the_commands_look_as_before() -> None:
    matches("discord/commands", payloads(ALL))
