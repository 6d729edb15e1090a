"""A person in Slack, through the real client library and a stand-in on the loopback.

One Slack and one adapter serve all scenarios of a mode; each driver is a new colleague there.
"""

from __future__ import annotations

import asyncio
import atexit
import itertools
import threading
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

from bot.adapters.slack.app import SlackAdapter
from bot.config import SlackSettings
from bot.engine import Engine
from bot.messages import Person
from tests.coach import EngineCoach
from tests.standins.slack import APP_TOKEN, BOT_TOKEN, SECRET, SlackStandIn
from tests.standins.slack_payloads import home_opened
from tests.standins.slack_person import SlackPerson

T = TypeVar("T")

_BOUND = 10.0
_numbers = itertools.count(1)


def settings(slack: SlackStandIn, *, socket: bool, **more: Any) -> SlackSettings:
    return SlackSettings(
        BOT_TOKEN,
        app_token=APP_TOKEN if socket else "",
        signing_secret="" if socket else SECRET,
        port=0,
        api_url=slack.api_url,
        **more,
    )


class _World:
    """Slack and the adapter, in a thread of their own."""

    def __init__(self, engine: Engine, *, socket: bool) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._stop = asyncio.Event()
        self.slack, self.adapter, self._running = self.do(self._open(engine, socket=socket))
        atexit.register(self.close)

    async def _open(
        self, engine: Engine, *, socket: bool
    ) -> tuple[SlackStandIn, SlackAdapter, asyncio.Task[None]]:
        slack = SlackStandIn()
        await slack.start()
        adapter = SlackAdapter(settings(slack, socket=socket), EngineCoach(engine))
        running = asyncio.create_task(adapter.run(self._stop))
        await asyncio.wait_for(adapter.connected.wait(), _BOUND)
        slack.app_port = adapter.port
        return slack, adapter, running

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_BOUND)

    async def _end(self) -> None:
        self._stop.set()
        await self._running
        await self.slack.stop()

    def close(self) -> None:
        self.do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_BOUND)
        self._loop.close()


_worlds: dict[tuple[int, bool], _World] = {}


class SlackDriver:
    socket = True

    def __init__(self, engine: Engine, person: Person) -> None:
        key = (id(engine), self.socket)
        self._world = _worlds.get(key) or _World(engine, socket=self.socket)
        _worlds[key] = self._world
        slack, adapter = self._world.slack, self._world.adapter
        user = f"U{next(_numbers):04}"
        slack.world.add_user(user, person.id, person.locale)
        self._commands = {command.name for command in engine.commands if command.listed}
        self._person = SlackPerson(slack, user, adapter.settled)

    def open(self) -> None:
        self._do(self._person.event(home_opened(self._person.id, self._person.dm)))

    def say(self, text: str) -> None:
        """A slash command where Slack knows it; all else is written in the DM."""
        name, _, arguments = text.partition(" ")
        if name.removeprefix("/") in self._commands and name.startswith("/"):
            escaped = arguments.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            self._do(self._person.command(name, escaped))
        else:
            self._do(self._person.say(text))

    def click(self, label: str) -> None:
        self._do(self._person.press(label))

    choose = click

    def fill(self, values: Mapping[str, str]) -> None:
        self._do(self._person.fill(values))

    def screen(self) -> str:
        return self._person.screen()

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        self._world.do(work)
        assert self._world.slack.world.refusals == []


class SlackHttpDriver(SlackDriver):
    socket = False
