"""One function from what a person did to what Senpai says."""

from __future__ import annotations

import asyncio
import difflib
import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from bot.answers import Answers
from bot.arguments import bind
from bot.command import Command, Context, UserError
from bot.library.library import Library
from bot.locale import Texts, supported, texts
from bot.messages import LONGEST_RUN, Button, Person, Reply, Request

if TYPE_CHECKING:  # a terminal that only looks things up needs no database
    from bot.delivery import Delivery

log = logging.getLogger("senpai.engine")

LONGEST_TEXT = 100_000
"""Characters of a request; what is longer is refused with a sentence, not cut."""

_REMEMBERED = 20_000
_MOST_SUGGESTED = 25
_LONGEST_KEY = 200


class Engine:
    """The commands over the library. Holds no state of any conversation."""

    def __init__(
        self,
        commands: Sequence[Command],
        library: Callable[[], Library],
        delivery: Delivery | None = None,
    ) -> None:
        """`library` gives the library of this moment; a request keeps the one it began with.

        `delivery`: the database and the way out of it, for commands that change something.
        """
        self.commands = tuple(commands)
        self._by_name = {command.name: command for command in commands}
        self._library = library
        self._delivery = delivery
        self._handled: OrderedDict[str, None] = OrderedDict()
        self._turns: WeakValueDictionary[tuple[str, str, str], asyncio.Lock] = WeakValueDictionary()
        self._answers = Answers()

    async def handle(self, request: Request) -> list[Reply]:
        """The replies to a request; none for one with an id that was handled of late.

        Nor for the edit of a message: what was said in answer to it stands already.
        A person's requests are answered one after another, in the order they came. Never
        raises: what goes wrong is said, and logged. The log names the request by its id and
        holds nothing of what the person wrote.
        """
        if request.id in self._handled or request.kind == "edit":
            return []
        self._handled[request.id] = None
        if len(self._handled) > _REMEMBERED:
            self._handled.popitem(last=False)
        say = texts(supported(request.person.locale))
        async with self._turn_of(request.person):
            try:
                if len(request.text) > LONGEST_TEXT:
                    raise UserError("error-too-long", limit=LONGEST_TEXT)
                return await self._run(request, self._library(), request.text)
            except UserError as error:
                return [Reply(say(error.text, **error.values))]
            except Exception:
                self._handled.pop(request.id, None)  # delivered again, it may do better
                number = secrets.token_hex(3)
                log.exception("request %s failed (error number %s)", request.id, number)
                buttons = (Button(say("help-button"), "/help"),)
                return [Reply(say("error-unexpected", number=number), buttons=buttons)]

    def suggest(self, typed: str, locale: str) -> list[tuple[str, str]]:
        """(name, slug) of the roles that fit what was typed so far; without any, the first."""
        library, lang = self._library(), supported(locale)
        if not typed.strip():
            first = library.entries(lang)[:_MOST_SUGGESTED]
            return [(entry.short_name, entry.slug) for entry in first]
        hits = library.find(typed, _MOST_SUGGESTED)
        found = (library.entry(hit.slug, lang) for hit in hits)
        return [(entry.short_name, entry.slug) for entry in found if entry]

    def _turn_of(self, person: Person) -> asyncio.Lock:
        key = (person.platform, person.tenant, person.id)
        # The dictionary forgets a lock that nobody holds or waits for.
        return self._turns.setdefault(key, asyncio.Lock())

    async def _run(self, request: Request, library: Library, line: str) -> list[Reply]:
        say = texts(supported(request.person.locale))
        line = line.strip()
        call = partial(self._run, request, library)
        if not line.startswith(("/", "／")):
            context = Context(request, library, say, {}, self.commands, call)
            for listener in self.commands:
                replies = await listener.on_talk(context) if listener.on_talk else None
                if replies is not None:
                    return replies
            raise UserError("error-not-understood")
        name, *typed = line[1:].split(maxsplit=1) or [""]
        command = self._by_name.get(name.lower())
        if command is None:
            return [self._no_such_command(name, say)]
        if command.admin and not request.person.is_admin:
            raise UserError("error-admins-only")
        given = request.values if line == request.text.strip() else {}
        near_others = request.place in ("channel", "thread")
        key = (line[:_LONGEST_KEY], tuple(sorted(given.items())), say.locale, near_others)
        if command.public and (known := self._answers.get(library, key)) is not None:
            return list(known)
        values = bind(command.params, "".join(typed), given, library, say.locale)
        context = Context(request, library, say, values, self.commands, call)
        if command.writes:
            return await self._change(command, context)
        replies = await command.run(context)
        if command.public:
            replies = [_shareable(r, say) for r in replies] if near_others else replies
            if len(line) < _LONGEST_KEY:
                self._answers.keep(library, key, replies)
        return replies

    async def _change(self, command: Command, context: Context) -> list[Reply]:
        """Runs a command that changes something, in a transaction with the posts it makes."""
        delivery, request = self._delivery, context.request
        if delivery is None:
            raise UserError("error-no-database")
        async with delivery.store.begin() as session:
            if not await delivery.first_time(session, f"{request.person.platform}:{request.id}"):
                return []
            keys: list[str] = []
            post = partial(delivery.put, session, request, keys)
            replies = await command.run(replace(context, session=session, post=post))
        for key in keys:
            outcome = await delivery.deliver(key)
            if not outcome.sent:
                raise UserError(outcome.text, **outcome.values)
        return replies

    def _no_such_command(self, name: str, say: Texts) -> Reply:
        listed = [command.name for command in self.commands if command.listed]
        near = difflib.get_close_matches(name.lower(), listed, n=2)
        buttons = [Button(f"/{other}", f"/{other}") for other in near]
        buttons.append(Button(say("help-button"), "/help"))
        text = "error-no-such-command" if near else "error-unknown-command"
        return Reply(say(text, name=f"/{name[:40]}"), buttons=tuple(buttons))


def _shareable(reply: Reply, say: Texts) -> Reply:
    """A reply that only the person sees, with a button that shares it."""
    run = f"/share {reply.run[1:]}"
    if reply.to != "only_you" or not reply.run or not reply.card or len(run) > LONGEST_RUN:
        return reply
    return replace(reply, buttons=(*reply.buttons, Button(say("share-button"), run)))
