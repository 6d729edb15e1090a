"""A person at a terminal."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping

from bot.adapters.console.app import Console
from bot.engine import Engine
from bot.locale import supported, texts
from bot.messages import Person

_CHOICE = re.compile(r"\[(\d+)\] (.+?)(?=  \[\d|$)", re.MULTILINE)


class ConsoleDriver:
    def __init__(self, engine: Engine, person: Person) -> None:
        self._console = Console(engine.handle, person, texts(supported(person.locale)))
        self._screen = ""

    def open(self) -> None:
        self._screen = asyncio.run(self._console.greet())

    def say(self, text: str) -> None:
        self._screen = asyncio.run(self._console.type(text))

    def click(self, label: str) -> None:
        numbers = {text.strip(): number for number, text in _CHOICE.findall(self._screen)}
        assert label in numbers, f"no choice {label!r} on the screen:\n{self._screen}"
        self.say(numbers[label])

    choose = click

    def fill(self, values: Mapping[str, str]) -> None:
        left = dict(values)
        for _ in range(20):
            prompt = self._screen.rsplit("\n", maxsplit=1)[-1]
            asked = next((label for label in left if prompt.startswith(label)), None)
            if asked is None and not prompt.endswith(("：", ":")):
                break
            self.say(left.pop(asked) if asked else "")
        assert not left, f"the form never asked for {sorted(left)}:\n{self._screen}"

    def screen(self) -> str:
        return self._screen
