"""Messages that no interaction asks for: answers in DMs, invitations, posts of the outbox."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import aiohttp
import discord

from bot.adapters.discord.answer import DM_CLOSED
from bot.adapters.discord.render import invitation, render
from bot.locale import LOCALES, Texts, texts
from bot.messages import Reply
from bot.port import Address, NotSent, Undeliverable

NO_ACCESS, NO_PERMISSION = 50001, 50013
_GONE = (10003, 50083)  # no such channel, archived thread
_LONGEST_NONCE = 25


async def send(client: discord.Client, address: Address, reply: Reply, key: str) -> str:
    """Posts `reply` and gives the id of its first message.

    With the same key again, Discord makes no second post for some minutes: the nonces are the
    same. Raises Undeliverable or NotSent.
    """
    channel = client.get_partial_messageable(int(address.thread or address.channel))
    first = ""
    for number, part in enumerate(render(reply, texts(LOCALES[0]))):
        try:
            message = await channel.send(
                view=part.view, files=list(part.files), nonce=_nonce(key, number), silent=True
            )
        except discord.HTTPException as error:
            _explain(error)
            raise
        except (aiohttp.ClientConnectorError, discord.RateLimited) as error:
            raise NotSent from error
        first = first or str(message.id)
    return first


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


def _explain(error: discord.HTTPException) -> None:
    """Raises what the core makes of a refusal, if it is one that stays or one that passes."""
    if error.code in (NO_ACCESS, NO_PERMISSION):
        name = "discord-permission-view" if error.code == NO_ACCESS else "discord-permission-send"
        # Who reads this is not known here; an administrator finds the word in either language.
        words = " / ".join(texts(locale)(name) for locale in LOCALES)
        raise Undeliverable("error-post-forbidden", permission=words) from error
    if error.code in _GONE:
        raise Undeliverable("error-post-gone") from error
    if error.code in DM_CLOSED:
        raise Undeliverable("error-dm-closed") from error
    if error.status == 429:
        raise NotSent from error
    if error.status < 500:  # such as the words that a server's AutoMod blocks
        code = str(error.code or error.status)
        raise Undeliverable("discord-post-refused", error=code) from error


def _nonce(key: str, number: int) -> str:
    return hashlib.blake2b(f"{key}/{number}".encode()).hexdigest()[:_LONGEST_NONCE]
