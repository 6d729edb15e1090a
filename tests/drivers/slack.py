"""People in Slack, through the real client library and a stand-in on the loopback.

One Slack and one adapter serve a house; each driver is a channel and colleagues of its own.
"""

from __future__ import annotations

import asyncio
import itertools
import threading
import weakref
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

from bot.adapters.slack.app import SlackAdapter
from bot.config import SlackSettings
from bot.messages import Person
from bot.port import Coach
from tests.drivers import Place
from tests.house import House
from tests.standins.slack import APP_TOKEN, BOT_TOKEN, SlackStandIn
from tests.standins.slack_payloads import BOT_USER, home_opened, mention
from tests.standins.slack_person import SlackPerson
from tests.standins.slack_signed import SECRET
from tests.standins.slack_world import Message

T = TypeVar("T")

_BOUND = 30.0
_MENTION = "@Senpai "
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
    """Slack, the adapter and what is behind it, in a thread of their own."""

    def __init__(self, house: House, *, socket: bool) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._stop = asyncio.Event()
        self._service = house.service
        self.do(house.open())
        self.slack, self.adapter, self._running = self.do(self._open(house.coach, socket=socket))
        self.slack.world.clock = lambda clock=house.clock: clock().timestamp()  # type: ignore[misc]
        house.senders["slack"] = self.adapter

    async def _open(
        self, coach: Coach, *, socket: bool
    ) -> tuple[SlackStandIn, SlackAdapter, asyncio.Task[None]]:
        slack = SlackStandIn()
        await slack.start()
        adapter = SlackAdapter(settings(slack, socket=socket), coach)
        adapter.pace = None  # tests/slack/test_pace.py keeps to it; here it would only take time
        running = asyncio.create_task(adapter.run(self._stop))
        await asyncio.wait_for(adapter.connected.wait(), _BOUND)
        slack.app_port = adapter.port
        return slack, adapter, running

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_BOUND)

    async def settled(self) -> None:
        """Until everything is answered and sent."""
        await self.adapter.settled()
        await self._service.delivery.settled()

    async def _end(self) -> None:
        self._stop.set()
        await self._running
        await self.slack.stop()
        await self._service.close()

    def close(self) -> None:
        self.do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_BOUND)
        self._loop.close()


_worlds: weakref.WeakKeyDictionary[House, _World] = weakref.WeakKeyDictionary()


def _world(house: House, *, socket: bool) -> _World:
    if house not in _worlds:
        _worlds[house] = world = _World(house, socket=socket)
        weakref.finalize(house, world.close)
    return _worlds[house]


class SlackDriver:
    socket = True

    def __init__(self, house: House, person: Person) -> None:
        self._house = house
        self._world = _world(house, socket=self.socket)
        self._slack = self._world.slack
        self._commands = {command.name for command in house.commands if command.listed}
        number = next(_numbers)
        self._channel = f"C{number:04}"
        self._slack.world.add_channel(self._channel, BOT_USER)
        self._witness = self._slack.world.add_user(f"U{number:04}WITNESS")
        """Somebody who is in the channel from the start, and so has seen all of it."""
        self._join(self._witness.id)
        self._first = person
        self._people: dict[str, SlackPerson] = {}
        self._seen: dict[str, int] = {}
        self._place: Place = "dm"
        self._number = number
        self._mark()
        self.be(person.id, admin=person.is_admin)

    def be(self, name: str, *, admin: bool = False) -> None:
        if name not in self._people:
            self._people[name] = self._new(name)
        self._person = self._people[name]
        profile = self._slack.world.users[self._person.id].profile
        profile["is_admin"] = admin or profile["is_admin"]

    def go(self, place: Place) -> None:
        self._place = place

    def open(self) -> None:
        self._do(self._person.event(home_opened(self._person.id, self._person.dm)))

    def say(self, text: str) -> None:
        """A slash command where Slack knows it; plain words in a channel Senpai never gets."""
        name, _, arguments = text.partition(" ")
        if name.removeprefix("/") in self._commands and name.startswith("/"):
            assert self._place != "thread", "Slack takes no slash command in a thread"
            escaped = arguments.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            channel = self._channel if self._place == "channel" else ""
            self._do(self._person.command(name, escaped, channel))
        elif self._place == "dm":
            self._do(self._person.say(text))
        elif text.startswith(_MENTION):
            thread = self._newest()["ts"] if self._place == "thread" else None
            said = text.removeprefix(_MENTION)
            self._do(self._person.event(mention(self._person.id, self._channel, said, thread)))
        else:
            self._mark()

    def click(self, label: str) -> None:
        self._slack.world.users[self._person.id].modals.clear()
        self._do(self._person.press(label))

    choose = click

    def fill(self, values: Mapping[str, str]) -> None:
        """Where no form could open, the button that stands for it is pressed first."""
        self._person.colleagues = {name: each.id for name, each in self._people.items()}
        if self._person.modal is None:
            self._do(self._person.act(self._person.newest_button()))
        self._do(self._person.fill(values))

    def dm(self, *, closed: bool) -> None:
        self._slack.world.users[self._person.id].dm_closed = closed

    def look(self) -> None:
        ended = self._ended
        self._do(self._house.tick())
        self._seen.update(ended)

    def screen(self) -> str:
        shown = self._slack.world.screen(self._person.id, self._seen.get(self._person.id, 0))
        return "\n".join((shown, *self._person.errors))

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._world.do(work)

    def _new(self, name: str) -> SlackPerson:
        first, world = self._first, self._slack.world
        called = first.name if name == first.id and first.name else name
        id = f"U{self._number:04}X{len(self._people)}"
        user = world.add_user(id, called, first.locale, tz=first.timezone)
        user.seen.extend(self._witness.seen)
        self._seen[user.id] = self._seen[self._witness.id]
        self._join(user.id)
        return SlackPerson(self._slack, user.id, self._world.settled)

    def _join(self, user: str) -> None:
        self._slack.world.channels[self._channel].members.add(user)

    def _newest(self) -> Message:
        messages = self._slack.world.channels[self._channel].messages.values()
        posts = [message for message in messages if not message.get("thread_ts")]
        assert posts, "nothing was posted in the channel"
        return posts[-1]

    def _mark(self) -> None:
        """What everybody sees from now on is new."""
        self._seen = self._ended = self._so_far()
        for person in self._people.values():
            person.errors = ()

    def _so_far(self) -> dict[str, int]:
        """How many things each person has seen."""
        ids = [self._witness.id, *(person.id for person in self._people.values())]
        return {id: len(self._slack.world.users[id].seen) for id in ids}

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        self._mark()
        self._world.do(work)
        self._world.do(self._world.settled())
        self._ended = self._so_far()
        assert self._slack.world.refusals == []


class SlackHttpDriver(SlackDriver):
    socket = False
