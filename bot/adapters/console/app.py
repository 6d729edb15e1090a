"""Senpai in a terminal, or at the end of a pipe."""

from __future__ import annotations

import asyncio
import itertools
import secrets
from collections.abc import Awaitable, Callable, Iterable
from typing import TextIO

from bot.adapters.console.parse import Dialog, NoSuchChoice, Prompt
from bot.adapters.console.render import Style, as_json, as_text, inert
from bot.locale import Texts
from bot.messages import Person, Reply, Request

Handle = Callable[[Request], Awaitable[list[Reply]]]


class Console:
    """One person's conversation: a line in, text out."""

    def __init__(
        self,
        handle: Handle,
        person: Person,
        say: Texts,
        *,
        json: bool = False,
        colour: bool = False,
    ) -> None:
        self._handle = handle
        self._person = person
        self._say = say
        self._json = json
        self._style = Style(colour)
        self._ids = (f"console-{secrets.token_hex(4)}-{n}" for n in itertools.count(1))
        self._dialog = Dialog(self._request)

    def _request(self, text: str) -> Request:
        return Request(next(self._ids), self._person, text, channel="console")

    async def greet(self) -> str:
        return await self._answer(self._request("/hello"))

    async def type(self, line: str) -> str:
        """What Senpai says to a line; empty for an empty line."""
        typed = self._dialog.read(line)
        match typed:
            case None:
                return ""
            case NoSuchChoice(count):
                return self._plain(self._say("console-no-such-choice", count=count))
            case Prompt(field):
                return self._plain(self._asking(Prompt(field)))
            case _:
                return await self._answer(typed)

    async def _answer(self, request: Request) -> str:
        replies = await self._handle(request)
        self._dialog.show(replies, forms=not self._json)
        if self._json:
            return "\n".join(as_json(reply) for reply in replies)
        shown: list[str] = []
        first = 1
        for reply in replies:
            shown.append(as_text(reply, first, self._style))
            first += len(reply.buttons) + (len(reply.menu.options) if reply.menu else 0)
        prompt = self._dialog.waiting()
        if prompt:
            shown.append(self._asking(prompt))
        return "\n\n".join(shown)

    def _plain(self, text: str) -> str:
        return as_json(Reply(text)) if self._json else text

    def _asking(self, prompt: Prompt) -> str:
        field = prompt.field
        kind = "console-field" if field.required else "console-field-optional"
        lines = [inert(self._say(kind, label=field.label))]
        lines += [f"[{i}] {inert(label)}" for i, (label, _) in enumerate(field.choices, 1)]
        return "\n".join(lines)


def run(
    console: Console,
    lines: Iterable[str],
    out: TextIO,
    *,
    greet: bool = True,
    between: Callable[[], object] = lambda: None,
) -> None:
    """Talks until `lines` end. `between` runs before each line is answered."""
    with asyncio.Runner() as runner:
        if greet:
            print(runner.run(console.greet()), file=out, end="\n\n", flush=True)
        for line in lines:
            between()
            said = runner.run(console.type(line))
            if said:
                print(said, file=out, end="\n\n" if greet else "\n", flush=True)
