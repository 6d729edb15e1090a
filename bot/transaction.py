"""What a transaction of the engine asks: whose turn it is, who may, what was done already."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot import storage
from bot.command import Command, Context, UserError
from bot.messages import Address, Request
from bot.port import NotSent, Undeliverable

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from bot.delivery import Delivery


class NothingToSay(Exception):
    """Rolls back the transaction of a listener that has nothing to say."""


def whose(request: Request) -> tuple[str, ...]:
    """Requests with the same key run one after another."""
    person = request.person
    if person.id:
        return person.platform, person.tenant, person.id
    return whose_channel(request)


def whose_channel(request: Request) -> tuple[str, ...]:
    return request.person.platform, request.workspace, request.channel, "channel"


def is_unasked(request: Request) -> bool:
    """Whether nobody waits for the answer, so that it goes out as a post."""
    return request.due is not None


def key_of(request: Request, number: int) -> str:
    """Of the post that is a reply to what was set for later: the same however often it is run."""
    said = f"{request.id}@{request.due}.{number}"
    return f"later-{hashlib.blake2b(said.encode(), digest_size=16).hexdigest()}"


async def is_first(delivery: Delivery, session: AsyncSession, request: Request) -> bool:
    """Whether this is not the second delivery of something that was done."""
    if request.due and "+" not in request.id:  # a following line is no line that was set
        return await storage.later.finish(session, request.id, request.due)
    return await delivery.first_time(session, request.event)


async def may_post(delivery: Delivery, context: Context) -> None:
    """Raises UserError where the platform would refuse a post, so that nobody waits for one."""
    request, person = context.request, context.request.person
    place = (person.platform, person.tenant, request.workspace, request.channel)
    try:
        await delivery.can_post(Address(*place, request.thread, person.id, context.lang))
    except Undeliverable as refused:
        raise UserError(refused.text, **refused.values) from refused
    except NotSent as failed:
        raise UserError("error-post-later") from failed


async def authorise(session: AsyncSession, command: Command, request: Request) -> None:
    """Raises UserError where a command is for administrators, and whom these named."""
    person = request.person
    if not command.admin or person.is_admin or request.kind == "later":
        return
    if not await storage.managers.has(session, person.platform, request.workspace, person.id):
        raise UserError("error-managers-only", platform=person.platform)
