"""Discord: look-ups by slash command a second, beside bare discord.py clients that echo.

Each client is a process of its own and talks to a stand-in in this one, over loopback. An
interaction counts when its answer has arrived. One bare client answers a constant line, the other
the very card that ours answers, drawn beforehand; ours looks the role up and draws it. Answers are
held against every limit, and ours against the card, after each round and outside its time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import statistics
import sys
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import discord
from aiohttp import web

from bot.adapters.discord import client as client_module
from bot.adapters.discord.app import DiscordAdapter
from bot.adapters.discord.render import Drawn, render
from bot.app import App
from bot.config import DiscordSettings, Settings
from bot.locale import texts
from bot.messages import Person, Request
from tests.coach import EngineCoach
from tests.standins import discord_limits as limits
from tests.standins import discord_payloads as payloads
from tests.standins.discord import Discord
from tests.standins.discord_payloads import Member
from tests.standins.discord_rest import Rest, check

_AT_ONCE = (1, 16, 64)
_ROUNDS, _QUICK_ROUNDS = 11, 3
_INTERACTIONS, _QUICK_INTERACTIONS = 448, 128
# Options of `/role`: an overview, and a section with all its items.
_LOOK_UPS = ({"role": "cmo"}, {"role": "cmo", "section": "skills"})
_CLIENTS = ("line", "card", "senpai")
_CONTENT = Path(__file__).parent.parent / "content"


class Measured(Discord):
    """The stand-in, which takes no longer over a long answer than over a short one.

    It says when an interaction is answered, and looks into the answers when asked to.
    """

    def __init__(self) -> None:
        super().__init__()
        self._answered: dict[str, asyncio.Event] = {}
        self._shown: dict[bytes, str] = {}

    async def ask(self, person: Member, values: Mapping[str, str]) -> None:
        """One look-up, answered."""
        answered = asyncio.Event()
        options = [{"name": name, "type": 3, "value": value} for name, value in values.items()]
        data = {"id": "1", "name": "role", "type": 1, "options": options}
        event = payloads.interaction(person, 2, data, self.channel, 0)
        self._answered[event["token"]] = answered
        await self.gateway.dispatch("INTERACTION_CREATE", event)
        await answered.wait()

    def routes(self, rest: Rest) -> list[web.RouteDef]:
        callback = web.post("/interactions/{id}/{token}/callback", self._respond)
        return [callback, *super().routes(rest)]

    async def _respond(self, request: web.Request) -> web.Response:
        """Gives the message back if asked to, as Discord does: made once for equal answers."""
        body = await request.read()
        self._answered.pop(request.match_info["token"]).set()
        shown = self._shown.get(body)
        if shown is None:
            message = payloads.message("0", self.channel.id, json.loads(body)["data"])
            shown = self._shown[body] = json.dumps({"type": 4, "message": message})
        if "with_response" not in request.query:
            return web.Response(status=204)
        told = f'{{"id": "{request.match_info["id"]}", "type": 2, "response_message_id": "0"}}'
        whole = f'{{"interaction": {told}, "resource": {shown}}}'
        return web.Response(text=whole, headers={"Content-Type": "application/json"})

    def answers(self) -> list[Mapping[str, Any]]:
        """All different answers since the last time. Raises Refused for one that Discord would."""
        said = [json.loads(body) for body in self._shown]
        for each in said:
            assert each["type"] == 4
            check(limits.message(each["data"], []))
        self._shown.clear()
        return [each["data"] for each in said]


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
            for values in _LOOK_UPS:
                await _rate(server, values, 16, 100)  # warm
                server.answers()
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
                    answers = {name: server.answers() for name, server in servers.items()}
                    assert _components(answers["senpai"]) == _components(answers["card"])
                line, card, ours = (statistics.median(rates[name]) for name in _CLIENTS)
                print(f"{' '.join(('/role', *values.values())):<18} {at_once:>4}", end="")
                print(f" {line:>8.0f} {card:>8.0f} {ours:>8.0f}", end="")
                for bare in ("line", "card"):
                    pairs = zip(rates["senpai"], rates[bare], strict=True)
                    ratio = statistics.median(mine / echo for mine, echo in pairs)
                    print(f" {ratio:>7.2f}", end="")
                print()


def _components(answers: list[Mapping[str, Any]]) -> list[Any]:
    return [answer["components"] for answer in answers]


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
