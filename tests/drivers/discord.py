"""A person in a DM with Senpai on Discord, through discord.py and a stand-in on loopback."""

from __future__ import annotations

import asyncio
import atexit
import threading
from collections.abc import Coroutine, Mapping
from typing import Any
from weakref import WeakKeyDictionary

from bot.adapters.discord.client import point_at
from bot.engine import Engine
from bot.messages import Person
from bot.port import Profile
from tests.coach import EngineCoach
from tests.discord_.world import World, settings, world
from tests.standins.discord import BOUND, Sight


class Server:
    """One Senpai on one stand-in, in a thread of its own, for all scenarios of an engine."""

    def __init__(self, engine: Engine) -> None:
        self.coach = EngineCoach(engine)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._context = world(self.coach)
        self.world: World = self.run(self._context.__aenter__())
        atexit.register(self.close)

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(BOUND * 2)

    def close(self) -> None:
        self.run(self._context.__aexit__(None, None, None))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(BOUND)
        self._loop.close()


_SERVERS: WeakKeyDictionary[Engine, Server] = WeakKeyDictionary()


class DiscordDriver:
    """Every driver is a person that Discord has not seen before."""

    def __init__(self, engine: Engine, person: Person) -> None:
        self._server = _SERVERS.get(engine) or _SERVERS.setdefault(engine, Server(engine))
        self._discord = self._server.world.discord
        self._person = self._discord.person(person.id, person.locale, manages=person.is_admin)
        self._shown: list[Sight] = []
        # A DM tells no language: it is known from a slash command of before.
        known = Profile(person.name, person.locale)
        self._server.run(self._server.coach.remember("discord", "discord", self._person.id, known))

    def open(self) -> None:
        self.say("こんにちは")

    def say(self, text: str) -> None:
        self._do(self._discord.say(self._person, text))

    def click(self, label: str) -> None:
        sight = next((s for s in self._shown if label in s.screen.buttons), None)
        assert sight, f"no button {label!r} on the screen:\n{self.screen()}"
        self._do(self._discord.click(self._person, sight, label))

    def choose(self, label: str) -> None:
        sight = next((s for s in self._shown if label in s.screen.options), None)
        if sight is None:
            self.click(label)
        else:
            self._do(self._discord.choose(self._person, sight, label))

    def fill(self, values: Mapping[str, str]) -> None:
        """Opens the form, which in a DM stands behind a button, and submits it."""
        form = self._shown[-1]
        if form.how != "form":
            label = next(iter(form.screen.buttons))
            self._do(self._discord.click(self._person, form, label))
            form = self._shown[-1]
        self._do(self._discord.submit(self._person, form, values))

    def screen(self) -> str:
        return "\n\n".join(sight.screen.text for sight in self._shown)

    def _do(self, action: Coroutine[Any, Any, Any]) -> None:
        # discord.py knows one place where Discord is; another test may have moved it since.
        point_at(settings(self._discord))
        self._shown = self._server.run(self._answer_to(action))

    async def _answer_to(self, action: Coroutine[Any, Any, Any]) -> list[Sight]:
        sights = self._discord.seen[self._person.id]
        since = len(sights)
        edits = {id(sight): sight.edits for sight in sights}

        def changed() -> list[Sight]:
            edited = [s for s in sights[:since] if s.edits > edits[id(s)]]
            return edited + sights[since:]

        await action
        await self._discord.until(changed)
        await self._server.world.adapter.idle(BOUND)
        return changed()
