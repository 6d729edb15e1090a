"""Senpai in a terminal, or at the end of a pipe."""

from __future__ import annotations

import itertools
import secrets
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from bot.adapters.console.parse import Dialog, Left, NoSuchChoice, Prompt
from bot.adapters.console.posts import Posts
from bot.adapters.console.render import Style, as_json, as_text, choices, inert
from bot.locale import Texts, supported, texts
from bot.messages import Button, Field, File, Image, Person, Reply, Request

Handle = Callable[[Request], Awaitable[list[Reply]]]
Wished = Callable[[Person], Awaitable[Person]]
Save = Callable[[File], str]
Hang = Callable[[Image], str]

_LONGEST_SHOWN = 40


async def _as_told(person: Person) -> Person:
    return person


class Console:
    """One person's conversation: a line in, text out.

    place, channel, thread: where what they type is said. save: keeps a file and says where;
    without it, what is in a file is shown. hang: puts a picture where it can be looked at, and
    says where; without it, there are only its words.
    """

    place: Literal["channel", "dm", "thread"] = "dm"
    channel = "console"
    thread: str | None = None
    save: Save | None = None
    hang: Hang | None = None
    _words_in_dm = False

    def __init__(
        self,
        handle: Handle,
        person: Person,
        say: Texts,
        *,
        json: bool = False,
        colour: bool = False,
        posts: Posts | None = None,
        wished: Wished = _as_told,
    ) -> None:
        """`posts`: where what is posted can be seen. `wished`: as the port has it."""
        self._handle = handle
        self._wished = wished
        self._posts = posts or Posts()
        self._seen = len(self._posts.shown)
        self._person = person
        self._say = say
        self._json = json
        self._style = Style(colour)
        self._ids = (f"console-{secrets.token_hex(4)}-{n}" for n in itertools.count(1))
        self._dialog = Dialog(self._request)

    def sit_in(self, channel: str) -> None:
        """Commands are given in the channel from now on, and what is pressed is pressed there.

        Plain words stay in the DM: in a channel, nobody would say them to Senpai.
        """
        self.place, self.channel, self._words_in_dm = "channel", channel, True

    @property
    def runs(self) -> Sequence[str]:
        """What the choices run that can be taken by their numbers, in order."""
        return [run for _, run in self._dialog.offered]

    def _request(self, text: str) -> Request:
        aside = self._words_in_dm and not text.lstrip().startswith(("/", "／"))
        return Request(
            next(self._ids),
            self._person,
            text,
            workspace=self._person.tenant,
            channel=self.channel,
            place="dm" if aside else self.place,
            thread=self.thread,
        )

    async def greet(self) -> str:
        return await self._answer(self._request("/hello"))

    async def type(self, line: str) -> str:
        """What Senpai says to a line; empty for an empty line."""
        typed = self._dialog.read(line)
        match typed:
            case None:
                return self.news()
            case NoSuchChoice(count):
                return self._plain(self._say("console-no-such-choice", count=count))
            case Prompt():
                return self._plain(self._asking(typed))
            case Left():
                return self._with_choices(self._say("console-form-left"))
            case _:
                return await self._answer(typed)

    def news(self) -> str:
        """What was posted or changed since this was asked last, or since a line was typed."""
        posted, first = self._posted(), len(self._dialog.offered) + 1
        self._dialog.add(posted)
        return self._joined(self._drawn(posted, first))

    async def _answer(self, request: Request) -> str:
        person = await self._wished(request.person)
        if person.locale != request.person.locale:
            self._say = texts(supported(person.locale))
        said = await self._handle(replace(request, person=person))
        replies = [*(reply for reply in said if reply.to != "home"), *self._posted()]
        if not replies:
            return self._with_choices(self._say("console-received"))
        self._dialog.show(replies, forms=not self._json)
        shown = self._drawn(replies, 1)
        prompt = self._dialog.waiting()
        if prompt:
            shown.append(self._asking(prompt))
        return self._joined(shown)

    def _posted(self) -> list[Reply]:
        """What is new of what the person can see."""
        new, self._seen = self._posts.shown[self._seen :], len(self._posts.shown)
        mine = (p for p in new if p.is_for(self._person.id, self.channel))
        return [posted.reply for posted in mine if self._posts.stands(posted)]

    def _with_choices(self, text: str) -> str:
        """Words of the terminal's own, and once more what can be chosen, by the same numbers."""
        latest = self._dialog.latest
        buttons = (Button(label, run) for label, run in self._dialog.offered[latest:])
        return self._joined(self._drawn([Reply(text, buttons=tuple(buttons))], latest + 1))

    def _drawn(self, replies: Iterable[Reply], first: int) -> list[str]:
        """first: the number of the first choice."""
        shown: list[str] = []
        for reply in map(self._kept, replies):
            shown.append(as_json(reply) if self._json else as_text(reply, first, self._style))
            first += len(choices(reply))
        return shown

    def _kept(self, reply: Reply) -> Reply:
        """The reply with files and pictures put down, and with words on where they are."""
        said: list[str] = []
        if self.save and reply.files:
            said = [self.save(file) for file in reply.files]
            reply = replace(reply, files=())
        if self.hang and reply.card and reply.card.image:
            said.append(self.hang(reply.card.image))
        return replace(reply, text="\n".join(filter(None, (reply.text, *said))))

    def _joined(self, shown: Iterable[str]) -> str:
        return ("\n" if self._json else "\n\n").join(shown)

    def _plain(self, text: str) -> str:
        return as_json(Reply(text)) if self._json else text

    def _asking(self, prompt: Prompt) -> str:
        field = prompt.field
        if prompt.refused:
            name = "console-field-again" if field.required else "console-field-again-optional"
            asked = self._say(name, label=field.label)
        elif field.value:
            asked = self._say("console-field-holds", label=field.label, value=_shown(field))
        elif field.required:
            asked = self._say("console-field", label=field.label)
        else:
            asked = self._say("console-field-optional", label=field.label)
        lines = [inert(asked)]
        lines += [f"[{i}] {inert(label)}" for i, (label, _) in enumerate(field.choices, 1)]
        return "\n\n".join((*self._unfilled(prompt), "\n".join(lines)))

    def _unfilled(self, prompt: Prompt) -> list[str]:
        """Why the line before was no answer."""
        if prompt.unfilled == "no-choice":
            return [self._say("console-no-such-choice", count=len(prompt.field.choices))]
        if prompt.unfilled == "empty":
            name = "answer-empty" if prompt.field.kind == "text" else "console-field-empty"
            leave = [] if prompt.refused else [self._say("console-form-leave")]
            return ["\n".join((self._say(name), *leave))]
        return []


def _shown(field: Field) -> str:
    """What a field holds, as the person knows it; the beginning of what is long."""
    names = {value: label for label, value in field.choices}
    text = " ".join(names.get(field.value, field.value).split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
