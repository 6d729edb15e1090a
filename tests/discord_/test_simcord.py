"""Beside our own stand-in, another's: SimCord answers with Discord's own error codes.

It has no sockets; what it knows better are permissions, limits and double answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
import pytest

from bot.adapters.discord.app import DiscordAdapter
from bot.adapters.discord.client import Client
from bot.app import App
from bot.commands import ALL
from bot.config import DiscordSettings
from bot.engine import Engine
from bot.messages import Address, Card, Reply
from bot.port import Undeliverable
from tests.coach import EngineCoach
from tests.standins.discord_limits import TEXT, walk

simcord = pytest.importorskip("simcord")

POST = Reply("葵さんが共有しました。", Card("CMO", "本文"), to="here")


@pytest.fixture(autouse=True)
def at_the_usual_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SimCord looks for Discord, whatever other tests have set."""
    monkeypatch.setattr(discord.http.Route, "BASE", "https://discord.com/api/v10")


@asynccontextmanager
async def place(app: App) -> AsyncIterator[tuple[DiscordAdapter, Any, Any, Any]]:
    """The adapter, a server, a channel, and a person in it."""
    engine = Engine(ALL, lambda: app.shelf.library)  # SimCord's ids are the same in every test
    adapter = DiscordAdapter(DiscordSettings("t"), EngineCoach(engine))
    adapter._client = client = Client(adapter)
    async with simcord.run(client) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("general")
        yield adapter, guild, channel, guild.add_member(env.create_user("aoi"))
        assert env.errors == []


def text(message: Any) -> str:
    return "\n".join(c["content"] for c in walk(message.components) if c["type"] == TEXT)


def at(guild: Any, channel: Any) -> Address:
    return Address("discord", "discord", str(guild.id), str(channel.id))


def test_a_look_up_its_buttons_and_its_suggestions(runner: asyncio.Runner, app: App) -> None:
    async def scene() -> None:
        async with place(app) as (_, _guild, channel, aoi):
            shown = await aoi.slash(channel, "role", role="cmo")
            assert shown.ephemeral
            assert "CMO (Chief Marketing Officer)" in text(shown.response)
            for label in ("Main duties", "Skills and tools", "Interview questions"):
                answer = await aoi.click(shown.response, label=label)
                assert answer.ephemeral
                assert f"CMO: {label}" in text(answer.response)
            offered = await aoi.autocomplete(channel, "role", "role", "brand")
            assert offered[0]["value"] == "brand_manager"
            assert channel.history() == []

    runner.run(scene())


def test_a_form_is_opened_filled_in_and_answered(runner: asyncio.Runner, app: App) -> None:
    async def scene() -> None:
        async with place(app) as (_, _guild, channel, aoi):
            form = await aoi.slash(channel, "career")
            assert form.modal
            way = {"role": "digital marketer", "to": "cmo"}
            answer = await aoi.submit_modal(form, way)
            assert "Digital Marketer → CMO" in text(answer.response)

    runner.run(scene())


def test_a_dm_and_a_mention(runner: asyncio.Runner, app: App) -> None:
    async def scene() -> None:
        async with place(app) as (adapter, _guild, channel, aoi):
            await aoi.user.send_dm("CMO")
            assert aoi.user.dm_channel.last_message.flags.components_v2
            client = adapter._client
            assert client
            assert client.user
            await aoi.send(channel, f"<@{client.user.id}> CMO")
            assert channel.last_message.author == client.user

    runner.run(scene())


def test_a_post_and_its_refusals(runner: asyncio.Runner, app: App) -> None:
    async def scene() -> None:
        async with place(app) as (adapter, guild, channel, _aoi):
            await adapter.send(at(guild, channel), POST, "share-1")
            assert len(channel.history()) == 1
            mute = {guild.default_role: discord.PermissionOverwrite(send_messages=False)}
            quiet = guild.create_text_channel("quiet", overwrites=mute)
            hide = {guild.default_role: discord.PermissionOverwrite(view_channel=False)}
            hidden = guild.create_text_channel("hidden", overwrites=hide)
            for where in (quiet, hidden):
                with pytest.raises(Undeliverable) as refused:
                    await adapter.send(at(guild, where), POST, "share-2")
                assert refused.value.text == "error-post-forbidden"
            with pytest.raises(Undeliverable) as refused:
                await adapter.send(Address("discord", "discord", "1", "404"), POST, "share-3")
            assert refused.value.text == "error-post-gone"

    runner.run(scene())
