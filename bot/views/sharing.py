"""Showing an answer to a channel, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import storage
from bot.command import Context
from bot.markup import bold, escape
from bot.messages import Button, Card, Reply

if TYPE_CHECKING:
    from bot.storage.asked import Asked
    from bot.storage.responses import Response

LONGEST = 1_500
"""Characters of an answer that are shared: what is posted is one message on every platform, as
no more than one can be taken away again."""

_LONGEST_QUESTION = 300


def may(ctx: Context, asked: Asked | None) -> bool:
    """Whether the person is where the question was posted, and so sees who would read it."""
    request = ctx.request
    if asked is None or request.place == "dm" or not asked.is_known_to(request):
        return False
    return request.channel == asked.channel


async def is_shared(ctx: Context, response: Response) -> bool:
    """Whether a post shares it, or soon will."""
    return bool(response.shared) and await stands(ctx, response.shared)


async def stands(ctx: Context, key: str) -> bool:
    """Whether the post with that key stands somewhere, or soon will."""
    sent = await storage.outbox.sent(ctx.db, key)
    return sent is not None and sent.state not in ("failed", "expired")


def post(ctx: Context, response: Response, asked: Asked) -> Reply:
    """What everybody in the channel will see."""
    say, person = ctx.texts, ctx.request.person
    name = person.name or person.id
    words = _cut(response.text, LONGEST)
    if words != response.text:
        words = f"{words}\n{say('answers-post-cut')}"
    body = f"{bold(_cut(response.asked_as, _LONGEST_QUESTION))}\n\n{escape(words)}"
    buttons = (Button(say("answers-post-try"), f"/answer {asked.id}"),)
    return Reply(
        say("answers-post-by", name=name), Card(ctx.name(response.slug), body), buttons, to="here"
    )


async def share(ctx: Context, response: Response, asked: Asked) -> None:
    # What was shared, withdrawn and shared again is another post to the platform.
    key = f"response-{response.id}-{response.version}-{int(ctx.now.timestamp()):x}"
    await storage.purge.forget_post(ctx.db, response.shared)  # one that was refused
    await storage.responses.share(ctx.db, ctx.request.person, response.id, key)
    await ctx.outbox.post(key, post(ctx, response, asked))


async def withdraw(ctx: Context, key: str, *, waiting: bool = False) -> str:
    """Takes the post with that key away and forgets what it said; names the sentence on it.

    waiting: the person waits for it, and is told where the platform refuses.
    """
    if waiting:
        sent = await storage.outbox.sent(ctx.db, key)
        address = await storage.outbox.address_of(ctx.db, key)
        if sent and address and sent.state == "done":
            await ctx.outbox.delete(storage.purge.gone(key), sent.id, address)
    state = await storage.purge.post(ctx.db, key, ctx.now)
    return {
        "sending": "answers-withdrawn-soon",
        "unsure": "answers-withdrawn-unsure",
    }.get(state, "answers-withdrawn")


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
