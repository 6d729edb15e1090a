"""Discord on loopback: enough of it to serve a real discord.py client, and as strict.

Tests do what people do (`slash`, `click`, `say`, …) and look at what each person and each
channel sees. Nothing here waits for a clock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.standins import discord_limits as limits
from tests.standins import discord_payloads as payloads
from tests.standins.discord_eyes import Eyes, Pending, Sight
from tests.standins.discord_gateway import Gateway
from tests.standins.discord_payloads import Channel, Member
from tests.standins.discord_rates import Faults, Rates
from tests.standins.discord_rest import Rest
from tests.standins.discord_server import Server
from tests.standins.discord_shown import held

BOUND = 20.0
"""Seconds after which waiting for something is a failed test."""


@dataclass
class Trouble:
    """What a call is answered with. before: without doing it, or after it is done."""

    method: str
    path: str
    status: int
    body: Mapping[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)
    before: bool = True
    times: int = 1


class Discord(Eyes):
    """closed: codes with which posts into a channel or DM are refused. rates, faults: off."""

    def __init__(self, token: str = "test-token") -> None:  # noqa: S107
        super().__init__()
        self.token = token
        self.server = Server()
        self.channel, self.thread = self.server.channel, self.server.thread
        self.application = payloads.application()
        self.commands: list[dict[str, Any]] = []
        self.closed: dict[str, int] = {}
        self.pending: dict[str, Pending] = {}
        self.said: list[dict[str, Any]] = []
        self.nonces: dict[tuple[str, Any], dict[str, Any]] = {}
        self.calls: list[tuple[str, str]] = []
        self.refusals: list[tuple[str, Mapping[str, Any]]] = []
        self.troubles: list[Trouble] = []
        self.rates = Rates()
        self.faults = Faults()
        self._last = self.person()
        self._changed = asyncio.Event()
        ready = {
            "v": 10,
            "user": payloads.BOT,
            "guilds": [{"id": payloads.GUILD, "unavailable": True}],
            "application": {"id": payloads.APPLICATION, "flags": 0},
        }
        self.gateway = Gateway(token, ready, self.server.payload)
        self.api_url = self.gateway_url = ""
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Discord:
        rest = Rest(self)
        app = web.Application(middlewares=[rest.weather, rest.guard], client_max_size=30_000_000)
        app.add_routes([*self.routes(rest), web.get("/gateway", self.gateway.handle)])
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.api_url = f"http://{host}:{port}"
        self.gateway_url = self.gateway.address = f"ws://{host}:{port}/gateway"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._runner
        await self._runner.cleanup()

    def routes(self, rest: Rest) -> list[web.RouteDef]:
        """The first that fits answers."""
        return rest.routes()

    # What people do

    async def say(self, person: Member, text: str, channel: Channel | None = None) -> str:
        """Sends a message, and gives its id."""
        event = payloads.said(person, text, channel)
        self.said.append(event)
        await self.gateway.dispatch("MESSAGE_CREATE", event)
        return str(event["id"])

    def say_unheard(self, person: Member, text: str, **changes: Any) -> None:
        """Sends a message in the DM while nobody is connected."""
        self.said.append(payloads.said(person, text, None, **changes))

    async def edit(self, person: Member, id: str, text: str, *, edited: bool = True) -> None:
        when = {"edited_timestamp": "2026-11-22T03:01:00.000000+00:00"} if edited else {}
        event = payloads.said(person, text, None, id=id, **when)
        await self.gateway.dispatch("MESSAGE_UPDATE", event)

    async def slash(
        self, person: Member, name: str, channel: Channel | None = None, **options: str | int
    ) -> Pending:
        """Sends a slash command, which must be registered as it is used here."""
        known = next(each for each in self.commands if each["name"] == name)
        kinds = {option["name"]: option["type"] for option in known["options"]}
        given = [{"name": k, "type": kinds[k], "value": v} for k, v in options.items()]
        data = {"id": known["id"], "name": name, "type": 1, "options": given}
        return await self.interact(person, 2, data, channel)

    async def type_option(self, person: Member, name: str, option: str, typed: str) -> Pending:
        focused = {"name": option, "type": 3, "value": typed, "focused": True}
        data = {"id": "1", "name": name, "type": 1, "options": [focused]}
        return await self.interact(person, 4, data, None)

    async def click(self, person: Member, sight: Sight, label: str) -> Pending:
        shown = sight.screen.buttons
        assert label in shown, f"no button {label!r}, but {list(shown)}"
        data = {"custom_id": shown[label], "component_type": 2, "id": 1}
        return await self.interact(person, 3, data, self._channel(sight), sight)

    async def choose(self, person: Member, sight: Sight, label: str) -> Pending:
        custom_id, value = sight.screen.options[label]
        data = {"custom_id": custom_id, "component_type": 3, "values": [value], "id": 1}
        return await self.interact(person, 3, data, self._channel(sight), sight)

    async def submit(self, person: Member, form: Sight, values: Mapping[str, str]) -> Pending:
        """Fills in a form by the labels of its fields, as Discord's client lets one.

        A choice is named by its label, and a person by their id.
        """
        fields = form.screen.fields
        assert not values.keys() - fields.keys(), f"no such field among {list(fields)}"
        rows = []
        for label, component in fields.items():
            value = values.get(label, held(component))
            assert value or not component.get("required", True), f"{label} is required"
            filled: dict[str, Any] = {"value": value}
            if component["type"] in (limits.SELECT, limits.USER_SELECT):
                known = {o["label"]: o["value"] for o in component.get("options", ())}
                filled = {"values": [known.get(value, value)] if value else []}
            shape = {"type": component["type"], "custom_id": component["custom_id"], "id": 2}
            rows.append({"type": limits.LABEL, "id": 1, "component": {**shape, **filled}})
        data = {"custom_id": form.payload["custom_id"], "components": rows}
        return await self.interact(person, 5, data, self._channel(form))

    async def interact(
        self,
        person: Member,
        kind: int,
        data: Mapping[str, Any],
        channel: Channel | None,
        clicked: Sight | None = None,
    ) -> Pending:
        context = 0 if channel and channel.guild else 2 if channel else 1
        event = payloads.interaction(person, kind, data, channel, context)
        if clicked:
            event["message"] = payloads.message(clicked.id, clicked.channel, clicked.payload)
        pending = Pending(event["id"], kind, person, channel, clicked)
        self.pending[event["token"]] = pending
        await self.gateway.dispatch("INTERACTION_CREATE", event)
        return pending

    def _channel(self, sight: Sight) -> Channel | None:
        return self.server.channels.get(sight.channel)

    # What happens to the server

    async def open_channel(self) -> Channel:
        channel = self.server.add(Channel())
        await self._tell("CHANNEL_CREATE", channel)
        return channel

    async def open_thread(self, post: Sight) -> Channel:
        """The thread under a post, which has its id."""
        known = self.server.channels.get(post.id)
        if known:
            return known
        thread = Channel(post.id, payloads.THREAD, parent=post.channel)
        await self._tell("THREAD_CREATE", self.server.add(thread))
        return thread

    async def deny(self, channel: Channel, permissions: int) -> None:
        """Takes these permissions from everybody in the channel."""
        self.server.denied[channel.id] = permissions
        await self._tell("CHANNEL_UPDATE", channel)

    async def lock(self, thread: Channel) -> None:
        self.server.locked.add(thread.id)
        await self._tell("THREAD_UPDATE", thread)

    async def _tell(self, event: str, channel: Channel) -> None:
        await self.gateway.dispatch(event, self.server.described(channel))

    async def remove_bot(self, *, outage: bool = False) -> None:
        """Takes the bot out of the server, or only makes the server unreachable for a while."""
        gone = {"id": payloads.GUILD, **({"unavailable": True} if outage else {})}
        await self.gateway.dispatch("GUILD_DELETE", gone)

    # What goes wrong, and waiting

    def trouble(self, method: str, path: str, status: int, code: int = 0, **more: Any) -> Trouble:
        """Answers the next calls of `method` on paths that begin with `path` like that."""
        self.troubles.append(Trouble(method, path, status, {"code": code, "message": "x"}, **more))
        return self.troubles[-1]

    def take_trouble(self, method: str, path: str) -> Trouble | None:
        for each in self.troubles:
            if each.times and each.method == method and path.startswith(each.path):
                each.times -= 1
                return each
        return None

    def notify(self) -> None:
        self._changed.set()

    async def heard(self) -> None:
        """Waits until the client has begun with all that it was told, by asking one thing more."""
        pending = await self.type_option(self._last, "role", "role", "")
        await self.until(lambda: pending.responded)

    async def until(self, condition: Callable[[], object]) -> None:
        """Waits for something to be so, which must happen within BOUND seconds."""
        async with asyncio.timeout(BOUND):
            while not condition():
                self._changed.clear()
                await self._changed.wait()
