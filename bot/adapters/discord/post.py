"""Messages that no interaction asks for: answers in DMs, invitations, posts of the outbox."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import aiohttp
import discord

from bot.adapters.discord.answer import DM_CLOSED
from bot.adapters.discord.render import invitation, render
from bot.locale import LOCALES, Texts, supported, texts
from bot.messages import Address, Reply
from bot.port import NotSent, Undeliverable

NO_ACCESS, NO_PERMISSION = 50001, 50013
_NO_CHANNEL, _NO_SERVER, _NO_MESSAGE, _NO_USER = 10003, 10004, 10008, 10013
_ARCHIVED = 50083
_NO_RECIPIENT = 50033
_GONE = (_NO_CHANNEL, _NO_SERVER, _ARCHIVED)
_UNREACHABLE = (*DM_CLOSED, _NO_USER, _NO_RECIPIENT)
_LONGEST_NONCE = 25
FORBIDDEN = "error-post-forbidden"


async def send(client: discord.Client, address: Address, reply: Reply, key: str) -> str:
    """Posts `reply` and gives the id of its first message.

    With the same key again, Discord makes no second post for some minutes: the nonces are the
    same. Raises Undeliverable or NotSent.
    """
    first = ""
    try:
        channel = await _channel(client, address)
        for number, part in enumerate(render(reply, _words(address))):
            message = await channel.send(
                view=part.view, files=list(part.files), nonce=_nonce(key, number), silent=True
            )
            first = first or str(message.id)
    except discord.HTTPException as error:
        explain(error)
        raise
    except (aiohttp.ClientConnectorError, discord.RateLimited) as error:
        raise NotSent from error
    return first


async def edit(client: discord.Client, address: Address, message: str, reply: Reply) -> None:
    """Draws `reply`, or its first message, in place of a post.

    Nothing happens where that is gone. Raises Undeliverable or NotSent.
    """
    with repeatable(_NO_MESSAGE, _NO_CHANNEL):
        for part in render(reply, _words(address))[:1]:
            shown = (await _channel(client, address)).get_partial_message(int(message))
            await shown.edit(view=part.view, attachments=list(part.files))


async def delete(client: discord.Client, address: Address, message: str) -> None:
    """Takes a post away, if it is there. Raises Undeliverable or NotSent."""
    with repeatable(_NO_MESSAGE, _NO_CHANNEL):
        await (await _channel(client, address)).get_partial_message(int(message)).delete()


@contextmanager
def repeatable(*fine: int) -> Iterator[None]:
    """For what may be done twice: trouble that passes is NotSent, whether it was done or not.

    fine: Discord's codes that are no trouble.
    """
    try:
        yield
    except discord.HTTPException as error:
        if error.code in fine:
            return
        explain(error)
        raise NotSent from error
    except (aiohttp.ClientError, discord.RateLimited, OSError) as error:
        raise NotSent from error


async def _channel(
    client: discord.Client, address: Address
) -> discord.DMChannel | discord.PartialMessageable:
    if address.person:
        return await client.create_dm(discord.Object(int(address.person)))
    return client.get_partial_messageable(int(address.thread or address.channel))


def _words(address: Address) -> Texts:
    return texts(supported(address.lang))


async def reply(event: discord.Message, replies: Sequence[Reply], say: Texts) -> None:
    """Answers in a DM. Silent: whoever wrote is looking, and a lock screen shows nothing."""
    for each in replies:
        for part in render(each, say):
            await event.channel.send(view=part.view, files=list(part.files), silent=True)


async def invite(event: discord.Message, replies: Sequence[Reply], say: Texts) -> None:
    """Answers a mention: others read along, so it says nothing but that there is an answer.

    It is no reply in Discord's sense, which would take the permission to read what was said
    before. Where Senpai may not post, the answer goes to the person's DM.
    """
    form = replies[0].form
    part = invitation(replies[0].run or (form.run if form else "") or "/hello", say)
    try:
        await event.channel.send(view=part.view, silent=True)
    except discord.Forbidden as error:
        if error.code not in (NO_ACCESS, NO_PERMISSION):
            raise
        for each in replies:
            for part in render(each, say):
                await event.author.send(view=part.view, files=list(part.files), silent=True)


def explain(error: discord.HTTPException) -> None:
    """Raises what the core makes of a refusal, if it is one that stays or one that passes."""
    if error.code == NO_ACCESS:
        raise forbidden("discord-permission-view") from error
    if error.code == NO_PERMISSION:
        raise forbidden("discord-permission-send") from error
    if error.code in _GONE:
        raise Undeliverable("error-post-gone") from error
    if error.code in _UNREACHABLE:
        raise Undeliverable("error-dm-closed") from error
    if error.status == 429:
        raise NotSent from error
    if error.status < 500:  # such as the words that a server's AutoMod blocks
        code = str(error.code or error.status)
        raise Undeliverable("discord-post-refused", error=code) from error


def forbidden(permission: str) -> Undeliverable:
    """permission: the text that names the one that is missing."""
    # Who reads this is not known here; an administrator finds the word in either language.
    words = " / ".join(texts(locale)(permission) for locale in LOCALES)
    return Undeliverable(FORBIDDEN, permission=words)


def _nonce(key: str, number: int) -> str:
    return hashlib.blake2b(f"{key}/{number}".encode()).hexdigest()[:_LONGEST_NONCE]
