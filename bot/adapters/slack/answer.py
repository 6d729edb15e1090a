"""Answers where they were asked for, and never where others would see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.adapters.slack import form
from bot.adapters.slack.calls import Calls, quietly
from bot.adapters.slack.parse import Asked, Way
from bot.adapters.slack.text import LONGEST_METADATA, Block
from bot.locale import Texts, supported, texts
from bot.markup import escape
from bot.messages import Form, Person, Reply

OK: Block = {}
"""An acknowledgement that says nothing."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the coach said, to whom."""

    person: Person
    replies: Sequence[Reply]

    @property
    def say(self) -> Texts:
        return texts(supported(self.person.locale))

    @property
    def unsaved(self) -> bool:
        return any(reply.unsaved for reply in self.replies)


async def answer(calls: Calls, way: Way, messages: Sequence[Block]) -> None:
    """Says each message by the response_url, or without one that works in some other way."""
    for message in messages:
        if not (way.url and await calls.respond(way.url, _by_url(way, message))):
            await _say(calls, way, message)


def _by_url(way: Way, message: Block) -> Block:
    kind = "in_channel" if way.visible else "ephemeral"
    body = {"replace_original": False, **message, "response_type": kind}
    if way.thread and not body["replace_original"]:
        body["thread_ts"] = way.thread
    return body


async def _say(calls: Calls, way: Way, message: Block) -> None:
    """Says it where it was asked if only the person sees it there, else in the DM."""
    message = {name: message[name] for name in ("text", "blocks")}
    if way.visible:
        await calls.post(way.channel, message, way.thread)
        return
    if way.channel and not way.channel.startswith("D"):
        whisper = calls.whisper(way.channel, way.user, message, way.thread)
        if await quietly(whisper, "nothing can be said in the channel, so in the DM"):
            return
    await calls.post(way.user, message)


def kept(asked: Asked, opened: Form) -> str:
    """What a form must bring back so that it can be answered where it was asked for."""
    way = asked.way
    values: dict[str, str | bool] = {
        "run": opened.run,
        "channel": way.channel,
        "thread": way.thread or "",
        "visible": way.visible,
        "home": way.home,
    }
    whole = form.metadata({**values, "url": way.url})
    return whole if len(whole) <= LONGEST_METADATA else form.metadata(values)


def stays_open(asked: Asked, said: Said | None) -> Block | None:
    """What keeps a form open, where it is asked for again or could not be kept; else OK.

    None where nothing can be said in it: unacknowledged it stays open too.
    """
    if said is None:
        return None
    again = next((reply for reply in said.replies if reply.form), None)
    lost = next((reply for reply in said.replies if reply.unsaved), None)
    about = again or lost
    if about is None:
        return OK
    fields = [field.name for field in about.form.fields] if about.form else asked.fields
    wrong = about.form.wrong if about.form else ""
    at = next((name for name in (wrong, *fields) if name in asked.fields), "")
    if about.text and at:
        return form.errors(at, about.text)
    if about.form is None:
        return None
    following = about.form
    if about.text:
        following = replace(following, body=f"{escape(about.text)}\n{following.body}")
    view = form.view(following, said.say, kept(asked, following))
    return {"response_action": "update", "view": view}
