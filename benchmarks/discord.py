"""Discord: look-ups by slash command a second, beside bare discord.py clients that echo.

Each client is a process of its own and talks to a stand-in in this one, over loopback. An
interaction counts when its answer has arrived. One bare client answers a constant line, the other
the very card that ours answers, drawn beforehand; ours looks the role up and draws it. The
stand-in checks all of them against every limit.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import statistics
import sys
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import discord

from bot.adapters.discord import client as client_module
from bot.adapters.discord.app import DiscordAdapter
from bot.adapters.discord.render import Drawn, render
from bot.app import App
from bot.config import DiscordSettings, Settings
from bot.locale import texts
from bot.messages import Person, Request
from tests.coach import EngineCoach
from tests.standins.discord import Discord, Pending
from tests.standins.discord_payloads import Member

_AT_ONCE = (1, 16, 64)
_ROUNDS, _QUICK_ROUNDS = 7, 3
_INTERACTIONS, _QUICK_INTERACTIONS = 400, 100
# Options of `/role`: an overview, and a section with all its items.
_LOOK_UPS = ({"role": "cmo"}, {"role": "cmo", "section": "skills"})
_CLIENTS = ("line", "card", "senpai")
_CONTENT = Path(__file__).parent.parent / "content"


class Measured(Discord):
    """The stand-in, which says when an interaction was answered."""

    def __init__(self) -> None:
        super().__init__()
        self._answered: dict[str, asyncio.Event] = {}

    async def ask(self, person: Member, values: Mapping[str, str]) -> None:
        """One look-up, answered."""
        answered = asyncio.Event()
        options = [{"name": name, "type": 3, "value": value} for name, value in values.items()]
        data = {"id": "1", "name": "role", "type": 1, "options": options}
        pending = await self.interact(person, 2, data, self.channel)
        self._answered[pending.id] = answered
        if not pending.responded:
            await answered.wait()
        del self._answered[pending.id]

    def respond(self, pending: Pending, kind: int, data: Mapping[str, Any]) -> Any:
        shown = super().respond(pending, kind, data)
        if pending.id in self._answered:
            self._answered[pending.id].set()
        return shown


async def _rate(
    server: Measured, values: Mapping[str, str], at_once: int, interactions: int
) -> float:
    """Interactions a second; each of `at_once` people asks again when answered."""
    people = [server.person() for _ in range(at_once)]

    async def asks(person: Member) -> None:
        for _ in range(interactions // at_once):
            await server.ask(person, values)

    begun = time.perf_counter()
    await asyncio.gather(*(asks(person) for person in people))
    return interactions // at_once * at_once / (time.perf_counter() - begun)


async def _compare(*, quick: bool) -> None:
    rounds = _QUICK_ROUNDS if quick else _ROUNDS
    interactions = _QUICK_INTERACTIONS if quick else _INTERACTIONS
    async with AsyncExitStack() as stack:
        servers: dict[str, Measured] = {}
        for name in _CLIENTS:
            servers[name] = server = Measured()
            await stack.enter_async_context(server)
            child = await asyncio.create_subprocess_exec(
                *(sys.executable, "-W", "ignore", "-m", "benchmarks.discord", name),
                *(server.api_url, server.gateway_url),
                stdin=asyncio.subprocess.PIPE,
            )
            assert child.stdin
            stack.push_async_callback(child.wait)
            stack.callback(child.stdin.close)
            await server.gateway.connected.wait()
            await _rate(server, _LOOK_UPS[0], 16, 100)  # warm
        print("Discord: look-ups by slash command a second, to the answer")
        print(f"{'':<18} {'at':>4} {'bare,':>8} {'bare,':>8} {'':>8} {'to the':>7} {'to the':>7}")
        print(f"{'look-up':<18} {'once':>4} {'a line':>8} {'a card':>8} {'Senpai':>8}", end="")
        print(f" {'line':>7} {'card':>7}")
        for values in _LOOK_UPS:
            for at_once in _AT_ONCE:
                rates: dict[str, list[float]] = {name: [] for name in servers}
                for _ in range(rounds):
                    for name, server in servers.items():
                        rates[name].append(await _rate(server, values, at_once, interactions))
                line, card, ours = (statistics.median(rates[name]) for name in _CLIENTS)
                print(f"{' '.join(('/role', *values.values())):<18} {at_once:>4}", end="")
                print(f" {line:>8.0f} {card:>8.0f} {ours:>8.0f}", end="")
                print(f" {ours / line:>7.2f} {ours / card:>7.2f}")


async def _bare(api_url: str, gateway_url: str, *, card: bool) -> None:
    drawn = {_key(values): await _drawn(values) for values in _LOOK_UPS} if card else {}

    class Echo(discord.Client):
        async def on_interaction(self, interaction: discord.Interaction) -> None:
            if drawn:
                given: Any = interaction.data
                key = _key({option["name"]: option["value"] for option in given["options"]})
                await interaction.response.send_message(view=drawn[key], ephemeral=True)
            else:
                await interaction.response.send_message("CMO：スキルとツール", ephemeral=True)

    client_module.point_at(DiscordSettings("", api_url, gateway_url))
    async with Echo(intents=discord.Intents(guilds=True)) as client:
        serving = asyncio.create_task(client.start("test-token"))
        await _until_told()
        await client.close()
        await serving


def _key(values: Mapping[str, str]) -> str:
    return " ".join(values.values())


async def _drawn(values: Mapping[str, str]) -> Drawn:
    """What Senpai answers."""
    person = Person("discord", "discord", "1")
    request = Request(_key(values), person, "/role", place="channel", values=values)
    replies = await _app().engine.handle(request)
    return render(replies[0], texts("ja"))[0].view


def _app() -> App:
    return App(Settings(content=(_CONTENT,), cache=None, locale="ja"))


async def _senpai(api_url: str, gateway_url: str) -> None:
    settings = DiscordSettings("test-token", api_url, gateway_url)
    stop = asyncio.Event()
    adapter = DiscordAdapter(settings, EngineCoach(_app().engine))
    running = asyncio.create_task(adapter.run(stop))
    await _until_told()
    stop.set()
    await running


async def _until_told() -> None:
    await asyncio.to_thread(sys.stdin.read)


def run(*, quick: bool) -> None:
    """Prints rates and ratios."""
    asyncio.run(_compare(quick=quick))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("client", choices=_CLIENTS)
    parser.add_argument("api_url")
    parser.add_argument("gateway_url")
    options = parser.parse_args()
    logging.disable()
    addresses = (options.api_url, options.gateway_url)
    if options.client == "senpai":
        asyncio.run(_senpai(*addresses))
    else:
        asyncio.run(_bare(*addresses, card=options.client == "card"))


if __name__ == "__main__":
    main()
