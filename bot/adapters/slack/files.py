"""Files and pictures for a person. They go to the DM: an answer that only they see holds none."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackRequestError

from bot.adapters.slack.calls import Calls, describe, log
from bot.adapters.slack.errors import refusal
from bot.locale import Texts
from bot.messages import Card, Image, Reply
from bot.port import Undeliverable

_PICTURE = "senpai.png"


def has_any(reply: Reply) -> bool:
    """Whether something is to be sent beside the message."""
    return bool(reply.files or (reply.card and reply.card.image))


async def without(calls: Calls, user: str, reply: Reply, say: Texts, *, in_dm: bool) -> Reply:
    """Sends files and picture to the DM; gives the reply as a message can hold it.

    Where a file could not be sent, only that is said; for a picture its words stand. in_dm:
    whether the message goes there too.
    """
    for file in reply.files:
        lost = await _sent(_upload(calls, user, file.name, file.data), user, say)
        if lost:
            return Reply(lost)
    card = reply.card
    if card is None or card.image is None:
        return reply
    return replace(reply, card=await _without_picture(calls, user, card, card.image, say, in_dm))


async def _without_picture(
    calls: Calls, user: str, card: Card, image: Image, say: Texts, in_dm: bool
) -> Card:
    lost = await _sent(_upload(calls, user, _PICTURE, image.data, image.alt), user, say)
    if not lost:
        card = replace(card, image=None)
    note = lost or ("" if in_dm else say("slack-picture-in-dm"))
    return replace(card, footer="\n".join(filter(None, (card.footer, note))))


async def _upload(calls: Calls, user: str, name: str, data: bytes, alt: str = "") -> None:
    await calls.upload(await calls.dm(user), name, data, alt)


async def _sent(sending: Awaitable[None], user: str, say: Texts) -> str:
    """The sentence that says why a file is not there, or nothing."""
    try:
        await sending
    except SlackApiError as failed:
        log.warning("a file is not sent to %s: %s", user, describe(failed))
        why = refusal(failed, in_dm=True)
        if isinstance(why, Undeliverable):
            return say(why.text, **why.values)
        return say("slack-file-not-sent")
    except (SlackRequestError, ClientError, TimeoutError) as failed:
        log.warning("a file is not sent to %s: %s", user, describe(failed))
        return say("slack-file-not-sent")
    return ""
