"""The way out of a transaction: posts are put down in it, and sent once it is committed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.command import UserError
from bot.messages import Address, Reply, Request
from bot.storage import outbox
from bot.storage.outbox import Post


class Outgoing:
    """What one transaction puts into the outbox; see bot.command.Out."""

    def __init__(
        self, session: AsyncSession, request: Request, lang: str, now: Callable[[], datetime]
    ) -> None:
        self._now = now
        self._session = session
        self._request = request
        self._lang = lang
        self.at_once: list[str] = []
        """Keys of the posts that whoever asked waits for."""
        self.afterwards: list[tuple[Callable[[], str], str, bool]] = []

    @property
    def here(self) -> Address:
        request, person = self._request, self._request.person
        who = person.id if request.kind == "later" and not request.channel else ""
        place = (person.platform, person.tenant, request.workspace, request.channel)
        return Address(*place, request.thread, who, self._lang)

    async def post(self, key: str, reply: Reply, to: Address | None = None, **more: object) -> bool:
        if to is None and not self._request.may_post:
            raise UserError("error-may-not-post")
        post = replace(Post(key, to or self.here, reply), **more)  # type: ignore[arg-type]
        return await self._put(post)

    async def edit(self, key: str, message: str, reply: Reply, at: Address) -> bool:
        return await self._put(Post(key, at, reply, "edit", message))

    async def delete(self, key: str, message: str, at: Address) -> bool:
        return await self._put(Post(key, at, action="delete", target=message))

    def after(self, work: Callable[[], str], line: str, *, draws: bool = False) -> None:
        self.afterwards.append((work, line, draws))

    async def _put(self, post: Post) -> bool:
        new = await outbox.put(self._session, post, self._now())
        if new:
            self.at_once.append(post.key)
        return new
