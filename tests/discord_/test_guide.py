"""The guide says what is so."""

from __future__ import annotations

import re

import discord
import pytest

from bot.adapters.discord.client import Client
from bot.command import Command
from bot.commands import ALL
from bot.locale import texts
from tests.conftest import ROOT
from tests.discord_.test_fuzz import Ears

GUIDE = (ROOT / "docs" / "discord.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [c for c in ALL if c.listed], ids=lambda c: c.name)
def test_every_command_stands_there(command: Command) -> None:
    assert f"`/{command.name}`" in GUIDE


def test_the_link_asks_for_the_permissions_that_are_explained_and_no_others() -> None:
    asked = {int(number) for number in re.findall(r"permissions=(\d+)", GUIDE)}
    (number,) = asked
    explained = discord.Permissions(
        view_channel=True, send_messages=True, send_messages_in_threads=True, attach_files=True
    )
    assert discord.Permissions(number) == explained
    for name in ("View Channels", "Send Messages", "Send Messages in Threads", "Attach Files"):
        assert f"（{name}）" in GUIDE


def test_the_intents_are_those_that_the_client_asks_for() -> None:
    named = {
        "guilds": "`GUILDS`",
        "guild_messages": "`GUILD_MESSAGES`",
        "dm_messages": "`DIRECT_MESSAGES`",
    }
    assert {name for name, on in Client(Ears()).intents if on} == named.keys()
    assert all(name in GUIDE for name in named.values())


@pytest.mark.parametrize("text", ["discord-look-alone", "share-button", "discord-permission-send"])
def test_the_words_are_those_that_people_see(text: str) -> None:
    assert texts("ja")(text) in GUIDE
