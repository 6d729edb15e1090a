"""Sends what stands in the outbox: once, whoever crashes when, and as fast as platforms take it."""

from __future__ import annotations

import asyncio
import logging
import math
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Address, Request
from bot.outgoing import Outgoing
from bot.port import CannotTell, NotSent, Pace, Sender, Undeliverable
from bot.storage import budgets, events, later, outbox
from bot.storage.first_answers import FirstAnswers
from bot.storage.outbox import Post
from bot.storage.store import Store
from bot.storage.trouble import DatabaseTrouble

log = logging.getLogger("senpai.delivery")

AHEAD = timedelta(seconds=0.3)
"""For how far ahead posts are claimed. Who waits for an answer waits for these at most."""

_RETRY = timedelta(seconds=20)
_MOST_AT_ONCE = 100
_PATIENCE = (0.2, 1, 3, 10, 20, 30)
"""Seconds between attempts to note how a sending went, while the database is in trouble."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How sending a post went. text: names the sentence that says why it was not sent.

    otherwise: the line that follows where the platform refused it.
    """

    sent: bool
    text: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    otherwise: str = ""


class Delivery:
    """`sending` is committed before the platform is called, `done` after.

    So a crash in between leaves a post under a lease. When that has run out, it is sent again
    where the platform drops a second one with the same key, else looked for; where the platform
    doesn't let Senpai look, it is called unsure and left.
    """

    def __init__(
        self, store: Store, senders: Mapping[str, Sender], now: Callable[[], datetime]
    ) -> None:
        self.store = store
        self.first_answers = FirstAnswers(store)
        self.now = now
        self._senders = senders
        self._under_way: set[asyncio.Task[Outcome]] = set()
        self._windows: dict[str, _Window] = {}
        self.wake = asyncio.Event()
        """Set when something was put down that nobody sends at once."""

    async def first_time(self, session: AsyncSession, event: str) -> bool:
        """Notes an event that changes something; False where it was noted before."""
        return await events.first_time(session, event, self.now())

    def outgoing(self, session: AsyncSession, request: Request, lang: str) -> Outgoing:
        """The way out of a transaction."""
        return Outgoing(session, request, lang, self.now)

    async def can_post(self, address: Address) -> None:
        """Raises Undeliverable or NotSent where a post would be refused."""
        sender = self._senders.get(address.platform)
        if sender is None:
            raise NotSent
        await sender.can_post(address)

    async def deliver(self, key: str) -> Outcome:
        """Sends the post with that key now, if nobody is sending it or has sent it."""
        now = self.now()
        async with self.store.begin() as session:
            post = await outbox.claim_one(session, now, key)
            if post is None:
                return Outcome(sent=True)
            free, _ = await self._budget(session, post.address, now)
            await self._use(session, post.address, free, (post,))
        return await self._at(free - now, post)

    async def pump(self) -> int:
        """Begins to send what is due, no faster than platforms take it; gives how many posts."""
        now = self.now()
        begun: list[tuple[timedelta, Post]] = []
        async with self.store.read() as session:
            scopes = [
                each for each in await outbox.scopes(session, now) if each[0] in self._senders
            ]
        if not scopes:
            return 0
        async with self.store.begin() as session:
            for platform, tenant in scopes:
                begun += await self._claim(session, platform, tenant, now)
        for wait, post in begun:
            task = asyncio.create_task(self._at(wait, post))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        return len(begun)

    async def settled(self) -> None:
        """Waits until nothing is being sent."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def _claim(
        self, session: AsyncSession, platform: str, tenant: str, now: datetime
    ) -> list[tuple[timedelta, Post]]:
        room = max(_MOST_AT_ONCE - len(self._under_way), 0)
        place = Address(platform, tenant, tenant, "")
        free, step = await self._budget(session, place, now)
        if step:
            room = min(room, max((now + AHEAD - free) // step + 1, 0))
        posts = await outbox.claim(session, now, room, platform=platform, tenant=tenant)
        if posts:
            await self._use(session, place, free, posts)
        return [(free + step * i - now, post) for i, post in enumerate(posts)]

    async def _budget(
        self, session: AsyncSession, place: Address, now: datetime
    ) -> tuple[datetime, timedelta]:
        """The next moment at which a post may go out, and the time from one to the next."""
        pace = self._pace(place)
        if pace is None:
            return now, timedelta(0)
        free = await budgets.free_at(session, _scope(pace, place), now)
        return free, timedelta(seconds=1 / pace.per_second)

    async def _use(
        self, session: AsyncSession, place: Address, free: datetime, posts: Sequence[Post]
    ) -> None:
        """As many moments from `free` on are taken as the posts need calls."""
        if pace := self._pace(place):
            calls = sum(_calls(post, pace) for post in posts)
            until = free + timedelta(seconds=calls / pace.per_second)
            await budgets.use_until(session, _scope(pace, place), until)

    def _pace(self, place: Address) -> Pace | None:
        sender = self._senders.get(place.platform)
        return sender.pace if sender else None

    async def _at(self, wait: timedelta, post: Post) -> Outcome:
        if wait > timedelta(0):
            await asyncio.sleep(wait.total_seconds())
        await self._spaced(post)
        try:
            return await self._send(post)
        except DatabaseTrouble:
            log.error("how the sending of %s went could not be kept", post.key)
            return Outcome(sent=False, text="error-post-unsure")

    async def _spaced(self, post: Post) -> None:
        """Waits where posts that were held up would otherwise go out together."""
        if pace := self._pace(post.address):
            scope = _scope(pace, post.address)
            window = self._windows.setdefault(scope, _Window(pace))
            for _ in range(_calls(post, pace)):
                await window.passed()

    async def _send(self, post: Post) -> Outcome:
        sender, now = self._senders.get(post.address.platform), self.now()
        if sender is None:
            return await self._again(post)
        try:
            sent_id = await self._act(sender, post, now)
        except _TooLate:
            await self._note(lambda session: outbox.expired(session, post.key))
            return Outcome(sent=False, text="error-post-expired")
        except Undeliverable as refused:
            why = refused
            await self._note(lambda session: self._failed(session, post, why))
            return Outcome(False, why.text, why.values, post.otherwise)
        except NotSent:
            return await self._again(post)
        except CannotTell:
            log.warning("post %s was cut off while being sent; it is not sent again", post.key)
            await self._note(lambda session: outbox.unsure(session, post.key))
            return Outcome(sent=False, text="error-post-unsure")
        except Exception:
            log.exception("post %s may or may not have gone out", post.key)
            # The lease stays: whoever claims it next finds out, or sends it where that is safe.
            return Outcome(sent=False, text="error-post-unsure")
        await self._note(lambda session: outbox.done(session, post.key, sent_id, self.now()))
        return Outcome(sent=True)

    async def _act(self, sender: Sender, post: Post, now: datetime) -> str:
        """Does what the post says; gives the id of the message."""
        if post.action == "edit":
            await sender.edit(post.address, post.target, post.reply)
            return post.target
        if post.action == "delete":
            await sender.delete(post.address, post.target)
            return post.target
        begun = post.begun_at
        if begun is not None and now - begun > sender.resend_within:
            found = await sender.find(post.address, post.key, begun)
            if found:
                return found
            begun = None
        if begun is None and post.expires_at and now > post.expires_at:
            raise _TooLate
        reply = post.reply
        if post.note and post.note_after and now > post.note_after:
            reply = replace(reply, text="\n".join(filter(None, (post.note, reply.text))))
        return await sender.send(post.address, reply, post.key)

    async def _failed(self, session: AsyncSession, post: Post, refused: Undeliverable) -> None:
        await outbox.failed(session, post.key, refused.reason)
        if post.otherwise:
            place = post.address
            where = (place.platform, place.tenant, place.workspace, place.channel, place.person)
            key = f"otherwise-{post.key}"
            due = later.Due(key, self.now(), *where, post.otherwise, place.lang)
            await later.put(session, due)

    async def _again(self, post: Post) -> Outcome:
        await self._note(lambda s: outbox.again(s, post, self.now() + _RETRY))
        return Outcome(sent=False, text="error-post-later")

    async def _note(self, change: Callable[[AsyncSession], Awaitable[None]]) -> None:
        """Notes what became of a post; a database in trouble is waited for."""
        for pause in (*_PATIENCE, 0):
            try:
                async with self.store.begin() as session:
                    await change(session)
                return
            except DatabaseTrouble:
                if not pause:
                    raise
                await asyncio.sleep(pause)


def _scope(pace: Pace, place: Address) -> str:
    """What the pace holds for."""
    return f"{place.platform}:{place.tenant}" if pace.by_workspace else place.platform


class _Window:
    """When calls of this process began last: no more of them in a second than the pace has."""

    def __init__(self, pace: Pace) -> None:
        count = math.ceil(pace.per_second)  # in a span that is longer than a second
        self._span = count / pace.per_second
        self._begun: deque[float] = deque(maxlen=count)
        self._line = asyncio.Lock()

    async def passed(self) -> None:
        """Waits until a call may begin, and notes that it does, when it truly does."""
        now = asyncio.get_running_loop().time
        async with self._line:
            if len(self._begun) == self._begun.maxlen:
                # Not a moment less: a sleep may end a little before its time.
                await asyncio.sleep(max(self._begun[0] + self._span - now(), 0) + 0.001)
            self._begun.append(now())


class _TooLate(Exception):
    """There is no use any more in sending a post that certainly did not go out."""


def _calls(post: Post, pace: Pace) -> int:
    """How many calls sending it may take."""
    return pace.dm if post.address.person else 1
