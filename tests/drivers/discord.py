"""People on Discord, in a server and in DMs, through discord.py and a stand-in on loopback."""

from __future__ import annotations

import asyncio
import atexit
import threading
from collections.abc import Coroutine, Mapping
from typing import Any

from bot.adapters.discord.client import point_at
from bot.arguments import bind
from bot.messages import Person, Profile
from tests.discord_.world import World, settings, world
from tests.drivers import Place
from tests.house import House
from tests.standins.discord import BOUND
from tests.standins.discord_eyes import Sight
from tests.standins.discord_limits import USER_SELECT
from tests.standins.discord_payloads import APPLICATION, Channel, Member

_CALL = "@Senpai "


class Server:
    """One Senpai on one stand-in, in a thread of its own, for all drivers of a house."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._loop = self._runner.get_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.run(house.open())
        self._context = world(house.coach)
        self.world: World = self.run(self._context.__aenter__())
        house.senders["discord"] = self.world.adapter
        atexit.register(self.close)

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(BOUND * 2)

    async def settled(self) -> None:
        """Waits until all that people did is answered."""
        await self.world.discord.heard()
        await self.world.adapter.idle(BOUND)

    def close(self) -> None:
        self.run(self._context.__aexit__(None, None, None))
        self.run(self.house.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(BOUND)
        self._runner.close()


_SERVERS: dict[House, Server] = {}

Looks = dict[str, int]
"""How often each thing that somebody saw had been changed by then."""


class DiscordDriver:
    """Every driver has people and a channel that Discord has not seen before."""

    def __init__(self, house: House, person: Person) -> None:
        self._server = _SERVERS.get(house) or _SERVERS.setdefault(house, Server(house))
        self._discord = self._server.world.discord
        self._commands = {command.name: command for command in house.commands if command.listed}
        self._locale = person.locale
        self._people: dict[str, Member] = {}
        self._channel: Channel = self.run(self._discord.open_channel())
        self._thread: Channel | None = None
        self._place: Place = "dm"
        self._shown: list[Sight] = []
        self._looked: Looks = {}
        self.be(person.id, admin=person.is_admin)

    def open(self) -> None:
        self._do(self._discord.say(self._person, "こんにちは"))

    def be(self, name: str, *, admin: bool = False) -> None:
        self._person = self._member(name)
        self._person.manages |= admin

    def go(self, place: Place) -> None:
        self._place = place
        if place == "thread":
            newest = self._discord.public[self._channel.id][-1]
            self._thread = self.run(self._discord.open_thread(newest))

    def say(self, text: str) -> None:
        where = {"dm": None, "channel": self._channel, "thread": self._thread}[self._place]
        name, _, typed = text.partition(" ")
        command = self._commands.get(name.removeprefix("/"))
        if where and command and name.startswith("/"):
            library = self._server.house.engine._library()
            values = bind(command.params, typed, {}, library, self._locale)
            self._do(self._discord.slash(self._person, command.name, where, **values))
        elif where and text.startswith(_CALL):
            called = f"<@{APPLICATION}> {text.removeprefix(_CALL)}"
            self._do(self._discord.say(self._person, called, where))
        else:
            self._do(self._discord.say(self._person, text, where))

    def click(self, label: str) -> None:
        sight = next((s for s in self._newest() if label in s.screen.buttons), None)
        assert sight, f"no button {label!r} on the screen:\n{self.screen()}"
        self._do(self._discord.click(self._person, sight, label))

    def choose(self, label: str) -> None:
        sight = next((s for s in self._newest() if label in s.screen.options), None)
        if sight is None:
            self.click(label)
        else:
            self._do(self._discord.choose(self._person, sight, label))

    def fill(self, values: Mapping[str, str]) -> None:
        """Opens the form, which in a DM stands behind a button, and submits it."""
        form = self._form()
        if form is None:
            opening = [list(s.screen.buttons)[-1] for s in self._shown if s.screen.buttons]
            assert opening, f"no form on the screen:\n{self.screen()}"
            self.click(opening[-1])
            form = self._form()
        assert form, f"no form on the screen:\n{self.screen()}"
        fields = form.screen.fields
        people = {label for label, each in fields.items() if each["type"] == USER_SELECT}
        given = {k: self._member(v).id if k in people else v for k, v in values.items()}
        self._do(self._discord.submit(self._person, form, given))

    def dm(self, *, closed: bool) -> None:
        if closed:
            self._discord.closed[self._person.dm] = 50007
        else:
            self._discord.closed.pop(self._person.dm, None)

    def look(self) -> None:
        before = self._looked
        self.run(self._server.house.tick())
        self.run(self._server.settled())
        self._see(before)

    def screen(self) -> str:
        return "\n\n".join(sight.screen.text for sight in self._shown)

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        # discord.py knows one place where Discord is; another test may have moved it since.
        point_at(settings(self._discord))
        return self._server.run(work)

    def _member(self, name: str) -> Member:
        if name not in self._people:
            self._people[name] = person = self._discord.person(name, self._locale)
            # A DM tells no language: it is known from a slash command of before.
            known = Profile(name, self._locale)
            coach = self._server.house.coach
            self.run(coach.remember("discord", "discord", person.id, known))
        return self._people[name]

    def _do(self, action: Coroutine[Any, Any, Any]) -> None:
        before = _looks(self._in_sight())
        self.run(action)
        self.run(self._server.settled())
        self._see(before)

    def _see(self, before: Looks) -> None:
        """Shows what is other than `before`; what was edited first, as it stands above."""
        self._shown = [s for s in self._in_sight() if before.get(s.id) != s.edits]
        # What came for others they have yet to see; the channel's posts are told to all at once.
        self._looked |= _looks(self._in_sight())

    def _in_sight(self) -> list[Sight]:
        """All that the person can see, oldest first."""
        public = self._discord.public
        places = [self._channel.id, *([self._thread.id] if self._thread else [])]
        near = [sight for place in places for sight in public.get(place, ())]
        own = self._discord.seen[self._person.id]
        return sorted({s.id: s for s in (*near, *own)}.values(), key=lambda s: int(s.id))

    def _newest(self) -> list[Sight]:
        """What is on the screen, and then all else."""
        shown = [s for s in reversed(self._shown) if s.how != "form"]
        return shown + [s for s in reversed(self._in_sight()) if s.how != "form"]

    def _form(self) -> Sight | None:
        return next((s for s in reversed(self._shown) if s.how == "form"), None)


def _looks(sights: list[Sight]) -> Looks:
    return {sight.id: sight.edits for sight in sights}
