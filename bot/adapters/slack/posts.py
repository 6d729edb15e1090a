"""Posts that come unasked: sent once, given another content, taken away, and found again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bot.adapters.slack import render
from bot.adapters.slack.calls import NEVER_SENT, Calls, code, describe, log
from bot.adapters.slack.errors import passes, refusal
from bot.adapters.slack.people import People
from bot.adapters.slack.text import Block
from bot.locale import Texts, supported, texts
from bot.messages import Address, Reply
from bot.port import CannotTell, NotSent, Pace, Undeliverable

POSTED = "senpai_post"
"""The event_type in the metadata of a post."""

_CLOCKS_APART = timedelta(hours=25)
"""How far Slack's clock and ours may be apart when a post is looked for."""

_GONE = "message_not_found"
_NOT_THERE = "user_not_in_channel"
"""Slack's word where the person isn't in the channel; it says nothing against Senpai."""


class Posts:
    """What the core may ask of Slack. `_calls` is there while the adapter runs."""

    resend_within = timedelta(0)
    pace: Pace | None = Pace(4.9, by_workspace=True)

    _calls: Calls | None = None
    _people: People | None = None

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        """Posts `reply` and gives the message's ts."""
        if self._calls is None or self._people is None:
            raise NotSent("not connected")
        if address.person and await self._people.is_gone(address.tenant, address.person):
            raise Undeliverable("error-dm-closed")
        first, *rest = _drawn(address, reply)
        first["metadata"] = {"event_type": POSTED, "event_payload": {"key": key}}
        channel = address.person or address.channel
        try:
            sent = await self._calls.post(channel, first, address.thread)
        except SlackApiError as refused:
            raise refusal(refused, in_dm=bool(address.person)) from refused
        except NEVER_SENT as unreachable:
            raise NotSent(describe(unreachable)) from unreachable
        for message in rest:  # under the first, which is the post that counts
            try:
                await self._calls.post(channel, message, address.thread or sent)
            except (SlackApiError, ClientError, TimeoutError) as failed:
                log.warning("the rest of post %s is lost: %s", key, describe(failed))
                break
        return sent

    async def edit(self, address: Address, message: str, reply: Reply) -> None:
        """Gives a post another content; what went into further messages stays as it was."""
        first = _drawn(address, reply)[0]

        async def change(calls: Calls) -> None:
            await calls.edit(await _channel(calls, address), message, first)

        await self._surely(change, _GONE, in_dm=bool(address.person))

    async def delete(self, address: Address, message: str) -> None:
        async def remove(calls: Calls) -> None:
            await calls.delete(await _channel(calls, address), message)

        await self._surely(remove, _GONE, in_dm=bool(address.person))

    async def can_post(self, address: Address) -> None:
        """Tells `address.person` alone, in the channel: that meets the refusals of a post."""
        say = _say(address)
        (message,) = render.messages(Reply(say("slack-can-post")), say)

        async def whisper(calls: Calls) -> None:
            await calls.whisper(address.channel, address.person, message, address.thread)

        await self._surely(whisper, _NOT_THERE)

    async def find(self, address: Address, key: str, since: datetime) -> str:
        """Looks for the key in the metadata of what was posted."""
        if self._calls is None:
            raise CannotTell("not connected")
        oldest = since - _CLOCKS_APART
        try:
            channel = await _channel(self._calls, address)
            async for message in self._calls.history(channel, oldest, address.thread):
                if _key(message) == key:
                    return str(message["ts"])
        except (SlackApiError, ClientError, TimeoutError) as failed:
            raise CannotTell(describe(failed)) from failed
        return ""

    async def _surely(
        self, work: Callable[[Calls], Awaitable[None]], harmless: str, *, in_dm: bool = False
    ) -> None:
        """Does what may be done twice. harmless: the error that is none.

        Raises Undeliverable, or NotSent for trouble that passes.
        """
        if self._calls is None:
            raise NotSent("not connected")
        try:
            await work(self._calls)
        except SlackApiError as failed:
            if code(failed) == harmless:
                return
            if passes(failed):
                raise NotSent(describe(failed)) from failed
            raise refusal(failed, in_dm=in_dm) from failed
        except (ClientError, TimeoutError) as failed:
            raise NotSent(describe(failed)) from failed


def _say(address: Address) -> Texts:
    return texts(supported(address.lang))


def _drawn(address: Address, reply: Reply) -> list[Block]:
    return render.messages(reply, _say(address))


async def _channel(calls: Calls, address: Address) -> str:
    """Messages are posted to a person, but changed and read in the channel that their DM is."""
    return await calls.dm(address.person) if address.person else address.channel


def _key(message: dict[str, Any]) -> str:
    metadata = message.get("metadata")
    if not isinstance(metadata, dict) or metadata.get("event_type") != POSTED:
        return ""
    payload = metadata.get("event_payload")
    return str(payload.get("key") or "") if isinstance(payload, dict) else ""
