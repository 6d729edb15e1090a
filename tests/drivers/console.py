"""People at terminals that show the same posts."""

from __future__ import annotations

import asyncio
import itertools
import re
import weakref
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from typing import Any

from bot.adapters.console.app import Console
from bot.adapters.console.posts import Posted, Posts
from bot.locale import supported, texts
from bot.messages import Address, Person, Reply
from bot.port import Undeliverable
from bot.service import Service
from tests.drivers import Place
from tests.house import House

_CHOICE = re.compile(r"\[(\d+)\] (.+?)(?=  \[\d|$)", re.MULTILINE)
_MENTION = "@Senpai "
_numbers = itertools.count(1)


class _Posts(Posts):
    """closed: persons that nobody can write to."""

    def __init__(self) -> None:
        super().__init__()
        self.closed: set[str] = set()

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        if address.person in self.closed:
            raise Undeliverable("error-dm-closed")
        return await super().send(address, reply, key)


class _Room:
    """The loop in which a house lives, and what is posted there."""

    def __init__(self, house: House) -> None:
        self._runner = asyncio.Runner()
        self._service: Service = house.service
        self.posts = _Posts()
        house.senders["console"] = self.posts
        self.do(house.open())

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(work)

    async def settled(self) -> None:
        await self._service.delivery.settled()

    def close(self) -> None:
        self.do(self._service.close())
        self._runner.close()


_rooms: weakref.WeakKeyDictionary[House, _Room] = weakref.WeakKeyDictionary()


def _room(house: House) -> _Room:
    if house not in _rooms:
        _rooms[house] = room = _Room(house)
        weakref.finalize(house, room.close)
    return _rooms[house]


class _Seat:
    """A person, their terminal, what stands on it since the last action, and all they can press."""

    def __init__(self, console: Console, person: Person) -> None:
        self.console = console
        self.person = person
        self.screen = ""
        self.runs: dict[str, str] = {}

    def show(self, text: str) -> None:
        self.screen = "\n\n".join(part for part in (self.screen, text) if part)
        runs = self.console.runs
        for number, label in _CHOICE.findall(text):
            if int(number) <= len(runs):  # else it is the number of a source
                self.runs[label.strip()] = runs[int(number) - 1]


class ConsoleDriver:
    def __init__(self, house: House, person: Person) -> None:
        number = next(_numbers)
        self._house = house
        self._room = _room(house)
        self._first = replace(person, id=f"{person.id}-{number}", name=person.name or person.id)
        self._channel = f"channel-{number}"
        self._place: Place = "dm"
        self._thread: str | None = None
        self._seats: dict[str, _Seat] = {}
        self._names = {person.id: self._first.id}
        self._began = len(self._room.posts.shown)
        self.be(person.id, admin=person.is_admin)

    def be(self, name: str, *, admin: bool = False) -> None:
        if name not in self._seats or admin:
            self._seats[name] = self._new(name, admin=admin)
        self._seat = self._seats[name]

    def go(self, place: Place) -> None:
        self._place = place
        if place == "thread":
            self._thread = self._posts()[-1].id

    def open(self) -> None:
        self._do(self._seat.console.greet())

    def say(self, text: str) -> None:
        if self._place == "dm" or text.startswith(("/", _MENTION)):
            self._type(text.removeprefix(_MENTION), self._place)
        else:
            self._begin()  # people talking

    def click(self, label: str) -> None:
        run = self._seat.runs.get(label)
        assert run, f"no choice {label!r} on the screen:\n{self._seat.screen}"
        on_post = any(label in _labels(post.reply) for post in self._posts())
        numbers = {text.strip(): number for number, text in _CHOICE.findall(self._seat.screen)}
        self._type(numbers.get(label, run), "channel" if on_post else self._place)

    choose = click

    def fill(self, values: Mapping[str, str]) -> None:
        left = dict(values)
        for _ in range(20):
            prompt = self._seat.screen.rsplit("\n\n", maxsplit=1)[-1].split("\n")[0]
            asked = next((label for label in left if prompt.startswith(label)), None)
            if asked is None and not prompt.endswith(("：", ":")):
                break
            line = left.pop(asked) if asked else ""
            self._type(self._names.get(line, line), self._place)
        assert not left, f"the form never asked for {sorted(left)}:\n{self._seat.screen}"

    def dm(self, *, closed: bool) -> None:
        change = self._room.posts.closed.add if closed else self._room.posts.closed.discard
        change(self._seat.person.id)

    def look(self) -> None:
        self._clear()
        self.run(self._house.tick())

    def screen(self) -> str:
        self._seat.show(self._seat.console.news())
        return self._seat.screen

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._room.do(work)

    def _new(self, name: str, *, admin: bool) -> _Seat:
        person = self._first
        if name in self._seats:
            person = self._seats[name].person
        elif self._seats:
            self._names[name] = f"{name}-{self._first.id}"
            person = replace(person, id=self._names[name], name=name)
        person = replace(person, is_admin=admin or person.is_admin)
        coach = self._house.coach
        console = Console(
            coach.handle,
            person,
            texts(supported(person.locale)),
            posts=self._room.posts,
            wished=coach.wished,
        )
        console.channel = self._channel
        console._seen = self._began  # who comes later finds what stands there
        return _Seat(console, person)

    def _posts(self) -> list[Posted]:
        """What stands in the channel, oldest first."""
        posts = self._room.posts
        return [p for p in posts.shown[self._began :] if posts.stands(p) and not p.address.person]

    def _type(self, text: str, place: Place) -> None:
        console = self._seat.console
        console.place, console.thread = place, self._thread if place == "thread" else None
        self._do(console.type(text))

    def _begin(self) -> None:
        """What everybody sees from now on is new."""
        for seat in self._seats.values():
            seat.show(seat.console.news())
        self._clear()

    def _clear(self) -> None:
        for seat in self._seats.values():
            seat.screen = ""

    def _do(self, work: Coroutine[Any, Any, str]) -> None:
        self._begin()
        said = self.run(work)
        self.run(self._room.settled())
        self._seat.show(said)
        for seat in self._seats.values():
            seat.show(seat.console.news())


def _labels(reply: Reply) -> list[str]:
    options = reply.menu.options if reply.menu else ()
    return [button.label for button in reply.buttons] + [label for label, _ in options]
