"""One function from what a person did to what Senpai says."""

from __future__ import annotations

import asyncio
import contextlib
import difflib
import logging
import random
import re
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol
from weakref import WeakValueDictionary

from bot.answers import Answers
from bot.arguments import bind
from bot.coaching.feedback import Scorers
from bot.coaching.scorer import OfflineScorer
from bot.command import Command, Context, Listener, Out, UserError
from bot.config import Operator
from bot.library.library import Library
from bot.locale import Texts, supported, texts
from bot.messages import LONGEST_RUN, Button, Person, Reply, Request
from bot.storage.trouble import DatabaseTrouble
from bot.transaction import (
    NothingToSay,
    authorise,
    is_first,
    is_unasked,
    key_of,
    may_post,
    whose,
    whose_channel,
)
from bot.views.role import read_section

if TYPE_CHECKING:  # a terminal that only looks things up needs no database
    from sqlalchemy.ext.asyncio import AsyncSession

    from bot.delivery import Delivery
    from bot.outgoing import Outgoing

    Tie = tuple[AsyncSession, Out]
    """A transaction that goes on, and the way out of it."""

log = logging.getLogger("senpai.engine")

LONGEST_TEXT = 100_000
"""Characters of a request; what is longer is refused with a sentence, not cut."""

_LONGEST_LINE = 1_000
"""Characters of a command line. Texts of people come as talk or as values, never in a line."""

_REMEMBERED = 20_000
_MOST_SUGGESTED = 25
_LONGEST_KEY = 200
_THREADS = 16
_CHANNELS = 4
"""Of channels whose time has come, how many stand in line at once before whoever talks."""

_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, as an emoji leaves it where a client cuts it."""


class Database(Protocol):
    async def __call__(self, *, create: bool) -> Delivery | None:
        """The database and the way out of it; `create`: also where there is none yet."""


class Engine:
    """The commands over the library. Holds no state of any conversation."""

    def __init__(  # noqa: PLR0913 - what an engine is made of
        self,
        commands: Sequence[Command],
        library: Callable[[], Library],
        database: Database | None = None,
        *,
        now: Callable[[], datetime] | None = None,
        rng: random.Random | None = None,
        operator: Operator | None = None,
        scorers: Scorers | None = None,
        changed: Callable[[Person], None] = lambda _: None,
    ) -> None:
        """`library` gives the library of this moment; a request keeps the one it began with.

        `database`: gives the database and the way out of it, for commands that need one.
        `changed`: is told of a person whose command may have changed what they chose.
        """
        self.commands = tuple(commands)
        self._by_name = {command.name: command for command in commands}
        self._library = library
        self._database = database
        self._now = now or partial(datetime.now, UTC)
        self._rng = rng or random.SystemRandom()
        self._operator = operator or Operator()
        self._scorers = scorers or Scorers(OfflineScorer())
        self._changed = changed
        self._handled: OrderedDict[str, None] = OrderedDict()
        self._turns: WeakValueDictionary[tuple[str, ...], asyncio.Lock] = WeakValueDictionary()
        self._answers = Answers()
        self._channels = asyncio.Semaphore(_CHANNELS)
        # Of its own, so that who waits for somebody else's computer holds nobody up.
        self._threads = ThreadPoolExecutor(_THREADS, "senpai-afterwards")
        # Many pictures at once leave nobody else a turn, and come no sooner.
        self._drawing = ThreadPoolExecutor(2, "senpai-drawing")

    async def handle(self, request: Request) -> list[Reply]:
        """The replies to a request; none for one with an id that was handled of late.

        A person's requests are answered one after another, in the order they came. Never
        raises: what goes wrong is said, and logged. The log names the request by its id and
        holds nothing of what the person wrote.
        """
        if request.id in self._handled:
            return []
        later = request.kind == "later"  # the database runs each of these once
        if not later:
            self._handled[request.id] = None
            if len(self._handled) > _REMEMBERED:
                self._handled.popitem(last=False)
        say = texts(supported(request.person.locale))
        async with self._turn_of(request):
            try:
                if len(request.text) > LONGEST_TEXT:
                    raise UserError("error-too-long", limit=LONGEST_TEXT)
                request = _clean(request)
                return await self._run(request, self._library(), request.text)
            except UserError as error:
                if later:
                    log.warning("what was set for later as %s failed: %s", request.id, error)
                    return []
                return [Reply(say(error.text, **error.values))]
            except DatabaseTrouble as trouble:
                self._handled.pop(request.id, None)  # delivered again, it may do better
                log.error("request %s: the database is in trouble (%s)", request.id, trouble)
                return [Reply(say("error-not-saved"), unsaved=True)]
            except Exception:
                self._handled.pop(request.id, None)
                number = secrets.token_hex(3)
                log.exception("request %s failed (error number %s)", request.id, number)
                buttons = (Button(say("help-button"), "/help"),)
                words = say("error-unexpected", number=number)
                return [Reply(words, buttons=buttons, unsaved=True)]

    def suggest(self, typed: str, locale: str) -> list[tuple[str, str]]:
        """(name, slug) of the roles that fit what was typed so far; without any, the first."""
        library, lang = self._library(), supported(locale)
        if not typed.strip():
            first = library.entries(lang)[:_MOST_SUGGESTED]
            return [(entry.called(lang), entry.slug) for entry in first]
        hits = library.find(typed, _MOST_SUGGESTED)
        found = (library.entry(hit.slug, lang) for hit in hits)
        return [(entry.called(lang), entry.slug) for entry in found if entry]

    def _turn_of(self, request: Request) -> asyncio.Lock:
        # The dictionary forgets a lock that nobody holds or waits for.
        return self._turns.setdefault(whose(request), asyncio.Lock())

    async def _run(
        self, request: Request, library: Library, line: str, tie: Tie | None = None
    ) -> list[Reply]:
        """`tie`: the transaction of the command that calls this line."""
        line = line.strip()
        if not line.startswith(("/", "／")):
            return await self._talk(request, library)
        if len(line) > _LONGEST_LINE:
            raise UserError("error-line-too-long", limit=_LONGEST_LINE)
        say = texts(supported(request.person.locale))
        name, *typed = line[1:].split(maxsplit=1) or [""]
        command = self._by_name.get(name.lower())
        if command is None or (command.later and request.kind != "later"):
            return [self._no_such_command(line[1:], library, say)]
        given = request.values if line == request.text.strip() else {}
        near_others = request.place in ("channel", "thread")
        key = (line[:_LONGEST_KEY], tuple(sorted(given.items())), say.locale, near_others)
        if command.public and (known := self._answers.get(library, key)) is not None:
            return list(known)
        values = bind(command.params, "".join(typed), given, library, say.locale)
        context = self._context(request, library, values, tie)
        if command.reads or command.writes:
            return list(await self._transact(command, command.run, context, tie) or [])
        if command.admin and not request.person.is_admin:
            raise UserError("error-admins-only", platform=request.person.platform)
        replies = await command.run(context)
        if command.public:
            replies = [_shareable(r, say) for r in replies] if near_others else replies
            if len(line) < _LONGEST_KEY:
                self._answers.keep(library, key, replies)
        return replies

    def _context(
        self, request: Request, library: Library, values: Mapping[str, str], tie: Tie | None = None
    ) -> Context:
        return Context(
            request,
            library,
            texts(supported(request.person.locale)),
            values,
            self.commands,
            lambda line: self._run(request, library, line, tie),
            self._now(),
            self._rng,
            self._operator,
            self._scorers,
            *(tie or (None, None)),
        )

    async def _talk(self, request: Request, library: Library) -> list[Reply]:
        """What is no command: the first listener that makes something of it answers."""
        for command in self.commands:
            context = self._context(request, library, {})
            replies: Sequence[Reply] | None = None
            if command.on_talk is None:
                continue
            if command.writes:
                if self._database and await self._database(create=False):
                    replies = await self._transact(command, command.on_talk, context)
            elif request.kind != "edit":
                replies = await command.on_talk(context)
            if replies is not None:
                return list(replies)
        if request.kind == "edit":  # what was said in answer to it stands already
            return []
        raise UserError("error-not-understood")

    async def _transact(
        self, command: Command, run: Listener, context: Context, tie: Tie | None = None
    ) -> Sequence[Reply] | None:
        """Runs a command in a transaction with what it sends, or in the one that goes on.

        None where the command has nothing to say to talk; then nothing is kept.
        """
        if tie:
            await authorise(tie[0], command, context.request)
            return await run(context)
        delivery = await self._database(create=True) if self._database else None
        if delivery is None:
            raise UserError("error-no-database")
        # A terminal may just have learnt from the database which ids its questions have.
        context = replace(context, library=self._library())
        if command.at_once and run is command.run:
            kept = await command.at_once(context, delivery.first_answers)
            if kept:
                more = await self._afterwards(context, kept.work, kept.line)
                return [*kept.replies, *more]
        if command.posts and command.posts(context.values):
            async with delivery.store.begin() as session:
                await authorise(session, command, context.request)
            await may_post(delivery, context)
        try:
            replies, out = await self._committed(delivery, command, run, context)
        except NothingToSay:
            return None
        if command.writes and run is command.run and context.request.kind != "later":
            self._changed(context.request.person)  # neither talk nor the clock chooses a language
        if is_unasked(context.request):
            delivery.wake.set()
            replies = []
        else:
            replies = await self._delivered(delivery, out, context) or replies
        for work, line, draws in out.afterwards:
            replies = [*replies, *await self._afterwards(context, work, line, draws=draws)]
        return replies

    async def _afterwards(
        self, context: Context, work: Callable[[], str], line: str, *, draws: bool = False
    ) -> Sequence[Reply]:
        """Does what takes its time outside of any transaction, and what follows from it.

        What was done before is kept, and stays said, whatever goes wrong here.
        """
        try:
            loop = asyncio.get_running_loop()
            threads = self._drawing if draws else self._threads
            result = await loop.run_in_executor(threads, work)
            return await self._follow(context, line, result=result)
        except Exception:
            log.exception("what follows from request %s failed", context.request.id)
            return []

    async def _delivered(
        self, delivery: Delivery, out: Outgoing, context: Context
    ) -> Sequence[Reply]:
        """Sends what whoever asked waits for; what is to be said where that was refused."""
        for key in out.at_once:
            outcome = await delivery.deliver(key)
            if outcome.otherwise and (said := await self._follow(context, outcome.otherwise)):
                return said
            if not outcome.sent:
                raise UserError(outcome.text, **outcome.values)
        return []

    async def _follow(self, context: Context, line: str, **values: str) -> Sequence[Reply]:
        """Runs a line that follows from what was done, in a transaction of its own."""
        request = context.request
        id = f"{request.id}+{line.split(maxsplit=1)[0]}"
        following = replace(request, id=id, kind="later", text=line, values=values)
        return await self._run(following, context.library, line)

    async def _committed(
        self, delivery: Delivery, command: Command, run: Listener, context: Context
    ) -> tuple[Sequence[Reply], Outgoing]:
        """The replies of a command that ran in a transaction, and what goes out of it.

        Raises NothingToSay, and keeps nothing, where a listener has nothing to say.
        """
        request = context.request
        line = contextlib.nullcontext() if request.person.id else self._channels
        async with line, delivery.store.begin() as session:
            await delivery.store.turn(session, *whose(request))
            if command.admin and request.channel and request.person.id:
                # Else the channel's own line, which is run at this moment, and this would each
                # wait for what the other holds.
                await delivery.store.turn(session, *whose_channel(request))
            out = delivery.outgoing(session, request, context.lang)
            await authorise(session, command, context.request)
            if command.writes and not await is_first(delivery, session, request):
                return [], out
            tied = self._context(request, context.library, context.values, (session, out))
            replies = await run(tied)
            if replies is None:
                raise NothingToSay
            if is_unasked(request):
                for number, reply in enumerate(replies):
                    await out.post(key_of(request, number), reply)
        return replies, out

    def _no_such_command(self, typed: str, library: Library, say: Texts) -> Reply:
        """With what was likely meant: a role, a section of one, or a command spelt nearly so."""
        name, rest = (*typed.split(maxsplit=1), "", "")[:2]
        listed = [command.name for command in self.commands if command.listed]
        near = difflib.get_close_matches(name.lower(), listed, n=2)
        buttons = [Button(f"/{other}", f"/{other}") for other in near]
        if whole := library.entry(library.exact(typed), say.locale):
            label = say("hello-role", name=whole.called(say.locale))
            buttons.insert(0, Button(label, f"/role {whole.slug}"))
        for role, word in ((rest, name), (name, rest)):
            entry, section = library.entry(library.exact(role), say.locale), read_section(word)
            if entry and section:
                about = say(f"role-section-{section}")
                label = say("role-section-title", name=entry.called(say.locale), section=about)
                buttons.insert(0, Button(label, f"/role {entry.slug} {section}"))
        text = "error-no-such-command" if buttons else "error-unknown-command"
        buttons.append(Button(say("help-button"), "/help"))
        return Reply(say(text, name=f"/{name[:40]}"), buttons=tuple(buttons))


def _clean(request: Request) -> Request:
    """The request with nothing in it that a database can't keep."""
    person = replace(request.person, name=_keepable(request.person.name))
    values = {name: _keepable(value) for name, value in request.values.items()}
    return replace(request, person=person, text=_keepable(request.text), values=values)


def _keepable(text: str) -> str:
    return _HALF.sub("\ufffd", text.replace("\0", ""))


def _shareable(reply: Reply, say: Texts) -> Reply:
    """A reply that only the person sees, with a button that shares it."""
    run = f"/share {reply.run[1:]}"
    if reply.to != "only_you" or not reply.run or not reply.card or len(run) > LONGEST_RUN:
        return reply
    return replace(reply, buttons=(*reply.buttons, Button(say("share-button"), run)))
