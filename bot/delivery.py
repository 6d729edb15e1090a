"""Sends what stands in the outbox: once, whoever crashes when."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.messages import Reply, Request
from bot.port import Address, NotSent, Sender, Undeliverable
from bot.storage import events, outbox
from bot.storage.store import Store

log = logging.getLogger("senpai.delivery")

_RETRY = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How sending a post went. text: names the sentence that says why it was not sent."""

    sent: bool
    text: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


class Delivery:
    """`sending` is committed before the platform is called, `done` after.

    So a crash in between leaves a post under a lease. When that has run out, it is sent again
    where the platform drops a second one with the same key, else it is called unsure and left.
    """

    def __init__(
        self, store: Store, senders: Mapping[str, Sender], now: Callable[[], datetime]
    ) -> None:
        self.store = store
        self._senders = senders
        self._now = now

    async def first_time(self, session: AsyncSession, event: str) -> bool:
        """Notes an event that changes something; False where it was noted before."""
        return await events.first_time(session, event, self._now())

    async def put(
        self, session: AsyncSession, request: Request, keys: list[str], key: str, reply: Reply
    ) -> bool:
        """Puts a post for the request's channel into the transaction, and its key into `keys`."""
        person = request.person
        address = Address(
            person.platform, person.tenant, request.workspace, request.channel, request.thread
        )
        new = await outbox.put(session, key, address, reply, self._now())
        if new:
            keys.append(key)
        return new

    async def deliver(self, key: str) -> Outcome:
        """Sends the post with that key, if nobody is sending it or has sent it."""
        async with self.store.begin() as session:
            posts = await outbox.claim(session, self._now(), key=key)
        return await self._send(posts[0]) if posts else Outcome(sent=True)

    async def sweep(self) -> int:
        """Sends whatever is due and was left; gives how many posts that were."""
        async with self.store.begin() as session:
            posts = await outbox.claim(session, self._now())
        for post in posts:
            await self._send(post)
        return len(posts)

    async def _send(self, post: outbox.Post) -> Outcome:
        sender = self._senders.get(post.address.platform)
        if sender is None:
            return await self._later(post)
        begun = post.begun_at
        if begun is not None and self._now() - begun > sender.resend_within:
            return await self._unsure(post)
        try:
            sent_id = await sender.send(post.address, post.reply, post.key)
        except Undeliverable as refused:
            async with self.store.begin() as session:
                await outbox.failed(session, post.key)
            return Outcome(sent=False, text=refused.text, values=refused.values)
        except NotSent:
            return await self._later(post)
        except Exception:
            log.exception("post %s may or may not have gone out", post.key)
            # The lease stays: the next sweep sends again where that makes no second post.
            return Outcome(sent=False, text="error-post-unsure")
        async with self.store.begin() as session:
            await outbox.done(session, post.key, sent_id)
        return Outcome(sent=True)

    async def _later(self, post: outbox.Post) -> Outcome:
        async with self.store.begin() as session:
            await outbox.again(session, post.key, self._now() + _RETRY)
        return Outcome(sent=False, text="error-post-later")

    async def _unsure(self, post: outbox.Post) -> Outcome:
        log.warning("post %s was cut off while being sent; it is not sent again", post.key)
        async with self.store.begin() as session:
            await outbox.unsure(session, post.key)
        return Outcome(sent=False, text="error-post-unsure")
