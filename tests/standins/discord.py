"""Discord on loopback: enough of it to serve a real discord.py client, and as strict.

Tests do what people do (`slash`, `click`, `say`, …) and look at what each person and each
channel sees. Nothing here waits for a clock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import web

from tests.standins import discord_limits as limits
from tests.standins import discord_payloads as payloads
from tests.standins.discord_gateway import Gateway
from tests.standins.discord_payloads import Channel, Member
from tests.standins.discord_rest import Rest
from tests.standins.discord_shown import Screen, screen

BOUND = 20.0
"""Seconds after which waiting for something is a failed test."""


@dataclass
class Pending:
    """An interaction. kind: Discord's type; message: that of the first response."""

    id: str
    kind: int
    person: Member
    channel: Channel | None
    clicked: Sight | None = None
    responded: bool = False
    late: bool = False
    message: Sight | None = None


@dataclass
class Sight:
    """What came before somebody's eyes. how: a message that stays, one that only the person
    sees, a form, suggestions, or the sign that Senpai is thinking."""

    id: str
    how: Literal["message", "private", "form", "suggestions", "thinking"]
    channel: str
    payload: Mapping[str, Any]
    edits: int = 0

    @property
    def screen(self) -> Screen:
        return screen(self.payload)


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


class Discord:
    def __init__(self, token: str = "test-token") -> None:  # noqa: S107
        self.token = token
        self.channel = Channel()
        self.thread = Channel(kind=payloads.THREAD)
        self.application = payloads.application()
        self.commands: list[dict[str, Any]] = []
        self.people: dict[str, Member] = {}
        self.places: set[str] = {self.channel.id, self.thread.id}
        self.closed: dict[str, int] = {}
        self.pending: dict[str, Pending] = {}
        self.nonces: dict[tuple[str, Any], dict[str, Any]] = {}
        self.seen: dict[str, list[Sight]] = {}
        self.public: dict[str, list[Sight]] = {}
        self.calls: list[tuple[str, str]] = []
        self.refusals: list[tuple[str, Mapping[str, Any]]] = []
        self.troubles: list[Trouble] = []
        self._changed = asyncio.Event()
        ready = {
            "v": 10,
            "user": payloads.BOT,
            "guilds": [{"id": payloads.GUILD, "unavailable": True}],
            "application": {"id": payloads.APPLICATION, "flags": 0},
        }
        guild = payloads.guild([self.channel, self.thread])
        self.gateway = Gateway(token, ready, guild)
        self.api_url = self.gateway_url = ""
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Discord:
        rest = Rest(self)
        app = web.Application(middlewares=[rest.guard], client_max_size=30_000_000)
        app.add_routes([*rest.routes(), web.get("/gateway", self.gateway.handle)])
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

    # What people do

    def person(self, name: str = "葵", locale: str = "ja", *, manages: bool = False) -> Member:
        person = Member(name, locale, manages)
        self.people[person.id] = person
        self.places.add(person.dm)
        self.seen[person.id] = []
        return person

    async def say(self, person: Member, text: str, channel: Channel | None = None) -> str:
        """Sends a message, and gives its id."""
        event = payloads.said(person, text, channel)
        await self.gateway.dispatch("MESSAGE_CREATE", event)
        return str(event["id"])

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
        """Fills in a form by the labels of its fields, as Discord's client lets one."""
        fields = form.screen.fields
        assert not values.keys() - fields.keys(), f"no such field among {list(fields)}"
        rows = []
        for label, component in fields.items():
            value = values.get(label, component.get("value") or "")
            assert value or not component.get("required", True), f"{label} is required"
            filled = {"values": [value]} if component["type"] == limits.SELECT else {"value": value}
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
        return next((c for c in (self.channel, self.thread) if c.id == sight.channel), None)

    # What Senpai does

    def respond(self, pending: Pending, kind: int, data: Mapping[str, Any]) -> Any:
        if kind == 6:
            return None
        if kind == 7:
            assert pending.clicked
            return self._change(pending.clicked, data)
        hidden = bool(data.get("flags", 0) & limits.EPHEMERAL)
        how = {5: "thinking", 8: "suggestions", 9: "form"}.get(kind)
        return self._show(pending, data, how or ("private" if hidden else "message"))

    def follow_up(self, pending: Pending, data: Mapping[str, Any]) -> dict[str, Any]:
        if pending.message and pending.message.how == "thinking":
            return self.fill(pending, data)
        hidden = bool(data.get("flags", 0) & limits.EPHEMERAL)
        return self._show(pending, data, "private" if hidden else "message")

    def fill(self, pending: Pending, data: Mapping[str, Any]) -> dict[str, Any]:
        """Puts a message in place of the sign of thinking, as private as that was."""
        assert pending.message
        if pending.message.how == "thinking":
            flags = pending.message.payload.get("flags", 0)
            pending.message.how = "private" if flags & limits.EPHEMERAL else "message"
            data = {**data, "flags": data.get("flags", 0) | flags}
        return self._change(pending.message, data)

    def withdraw(self, pending: Pending) -> None:
        assert pending.message
        self.seen[pending.person.id].remove(pending.message)

    def post(self, channel: str, data: Mapping[str, Any]) -> dict[str, Any]:
        sight = Sight(payloads.snowflake(), "message", channel, data)
        owner = next((p.id for p in self.people.values() if p.dm == channel), None)
        (self.seen[owner] if owner else self.public.setdefault(channel, [])).append(sight)
        return payloads.message(sight.id, channel, data)

    def _show(self, pending: Pending, data: Mapping[str, Any], how: Any) -> dict[str, Any]:
        where = pending.channel.id if pending.channel else pending.person.dm
        sight = Sight(payloads.snowflake(), how, where, data)
        pending.message = pending.message or sight
        self.seen[pending.person.id].append(sight)
        if pending.channel and how == "message":
            self.public.setdefault(where, []).append(sight)
        return payloads.message(sight.id, where, data)

    def _change(self, sight: Sight, data: Mapping[str, Any]) -> dict[str, Any]:
        flags = sight.payload.get("flags", 0) | data.get("flags", 0)
        sight.payload = {**sight.payload, **data, "flags": flags}
        sight.edits += 1
        return payloads.message(sight.id, sight.channel, sight.payload)

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

    async def until(self, condition: Callable[[], object]) -> None:
        """Waits for something to be so, which must happen within BOUND seconds."""
        async with asyncio.timeout(BOUND):
            while not condition():
                self._changed.clear()
                await self._changed.wait()
