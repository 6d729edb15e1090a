"""A stand-in for Discord, and Senpai on it: for tests and the driver."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

from bot.adapters.discord.app import DiscordAdapter
from bot.adapters.discord.render import Part, render
from bot.command import Command, Handler
from bot.config import DiscordSettings
from bot.engine import Engine
from bot.library.library import Library
from bot.locale import texts
from bot.messages import Button, Reply
from bot.port import Coach
from tests.coach import EngineCoach
from tests.standins.discord import BOUND, Discord
from tests.standins.discord_eyes import Sight
from tests.standins.discord_limits import COMPONENTS_V2
from tests.standins.discord_payloads import Channel, Member


@dataclass
class World:
    discord: Discord
    adapter: DiscordAdapter
    coach: Coach
    stop: asyncio.Event
    running: asyncio.Task[None]

    async def answered(self, person: Member, since: int) -> list[Sight]:
        """What the person has seen beyond the first `since` sights, once all is answered."""
        await self.discord.until(lambda: len(self.discord.seen[person.id]) > since)
        await self.adapter.idle(BOUND)
        return self.discord.seen[person.id][since:]

    async def close(self) -> None:
        self.stop.set()
        async with asyncio.timeout(BOUND):
            await self.running


def settings(discord: Discord) -> DiscordSettings:
    return DiscordSettings(discord.token, discord.api_url, discord.gateway_url)


@asynccontextmanager
async def senpai(discord: Discord, coach: Coach) -> AsyncIterator[World]:
    """Senpai, connected to a stand-in that is running."""
    adapter = DiscordAdapter(settings(discord), coach)
    stop = asyncio.Event()
    running = asyncio.create_task(adapter.run(stop))
    world = World(discord, adapter, coach, stop, running)
    connected = asyncio.create_task(discord.gateway.connected.wait())
    async with asyncio.timeout(BOUND):
        await asyncio.wait({connected, running}, return_when=asyncio.FIRST_COMPLETED)
    connected.cancel()
    try:
        yield world
    finally:
        await world.close()


@asynccontextmanager
async def world(coach: Coach) -> AsyncIterator[World]:
    async with Discord() as discord, senpai(discord, coach) as world:
        yield world


def made_up(library: Library, **commands: Handler) -> EngineCoach:
    """A coach of commands made up for a test; they run as buttons do, unlisted."""
    known = [Command(name, run, listed=False) for name, run in commands.items()]
    return EngineCoach(Engine(known, lambda: library))


def payload(part: Part) -> dict[str, Any]:
    """A message as Discord is sent it."""
    return {"components": part.view.to_components(), "flags": COMPONENTS_V2}


def button(run: str) -> Sight:
    """A message with a button that runs that."""
    (part,) = render(Reply("?", buttons=(Button("押す", run),)), texts("ja"))
    return Sight("1", "message", "", payload(part))


async def press(world: World, person: Member, run: str, channel: Channel | None = None) -> Sight:
    """Presses a button that stood there before Senpai started, and gives the first answer."""
    since = len(world.discord.seen[person.id])
    shown = replace(button(run), channel=channel.id if channel else person.dm)
    await world.discord.click(person, shown, "押す")
    return (await world.answered(person, since))[0]
