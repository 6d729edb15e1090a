"""`/write ID`: an answer written in the DM, message by message, each saved as it comes."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot import storage
from bot.coaching.events import Do
from bot.coaching.words import meaning
from bot.command import Command, Context, Handler, Param
from bot.library.phrases import Phrase, meant
from bot.messages import Button, Reply
from bot.views import answering, privacy

_CANCEL = {"キャンセル", "キャンセルします", "cancel"}
_RESTED = timedelta(hours=6)
"""After this, what somebody says may have nothing to do with what they were writing."""


async def run(ctx: Context) -> list[Reply]:
    do, *more = ctx.values.get("what", "").split() or [""]
    match do:
        case "send":
            return await _send(ctx)
        case "stop":
            return await _stop(ctx, sure=bool(more))
        case "undo":
            return await _undo(ctx, more[0] if more else "")
    return await _begin(ctx, " ".join((do, *more)))


async def _begin(ctx: Context, words: str) -> list[Reply]:
    """Sends the question to the DM; `… new` drops what was written to another one.

    `… closed`: the DM can't be sent.
    """
    say, person = ctx.texts, ctx.request.person
    words, _, how = (
        words.rpartition(" ") if words.endswith((" new", " closed")) else (words, "", "")
    )
    target = await answering.find(ctx, words)
    line = f"answer {target.line}"
    if not await privacy.agreed(ctx):
        return [privacy.ask(ctx, f"/write {target.line}")]
    draft = await storage.drafts.get(ctx.db, person)
    if how == "closed":
        if draft and not draft.parts:
            await storage.drafts.remove(ctx.db, person)
        return [Reply(say("error-dm-closed"), buttons=(Button(say("write-here"), f"/{line}"),))]
    if draft and draft.parts and draft.line != line and how != "new":
        anew = Button(say("write-new"), f"/write {target.line} new", style="danger")
        return [Reply(say("write-other"), buttons=(_sending(ctx), anew))]
    if draft is None or draft.line != line:
        await storage.drafts.put(ctx.db, person, storage.drafts.Draft(line, (), ctx.now))
    card = answering.question(ctx, target)
    undelivered = f"/write {target.line} closed"
    return [Reply(say("write-how"), card, _writing(ctx), to="dm", undelivered=undelivered)]


async def _send(ctx: Context) -> list[Reply]:
    say, person = ctx.texts, ctx.request.person
    draft = await storage.drafts.get(ctx.db, person)
    if draft is None:
        return [Reply(say("write-none"))]
    if not draft.text.strip():
        return [Reply(say("answer-empty"), buttons=(Button(say("write-stop"), "/write stop"),))]
    target = await answering.find(ctx, draft.line.partition(" ")[2])
    replies = await answering.save(ctx, target, draft.text)
    await storage.drafts.remove(ctx.db, person)
    return replies


async def _stop(ctx: Context, *, sure: bool) -> list[Reply]:
    say, person = ctx.texts, ctx.request.person
    draft = await storage.drafts.get(ctx.db, person)
    if draft is None:
        return [Reply(say("write-none"))]
    if draft.parts and not sure:
        stop = Button(say("write-stop-sure"), "/write stop yes", style="danger")
        return [Reply(say("write-stop-asked"), buttons=(_sending(ctx), stop))]
    await storage.drafts.remove(ctx.db, person)
    return [Reply(say("write-stopped"))]


async def _undo(ctx: Context, count: str) -> list[Reply]:
    """Takes the last message out again, if it is the one that the button stood under."""
    say, person = ctx.texts, ctx.request.person
    draft = await storage.drafts.get(ctx.db, person)
    if draft is None or not draft.parts or str(len(draft.parts)) != count:
        return [Reply(say("write-none"))]
    await storage.drafts.put(ctx.db, person, replace(draft, parts=draft.parts[:-1]))
    return [Reply(say("write-undone"))]


async def listen(ctx: Context) -> list[Reply] | None:
    """What is said in the DM while an answer is being written there belongs to it."""
    say, request = ctx.texts, ctx.request
    draft = await storage.drafts.get(ctx.db, request.person) if request.place == "dm" else None
    text = request.text.strip()
    if draft is None or not text:
        return None
    message = request.message or request.id
    known = dict(draft.parts)
    if request.kind == "edit" and message not in known:
        return None
    if request.kind == "say" and (do := _wanted(ctx, text)):
        return await do(ctx)
    parts = tuple({**known, message: text}.items())
    grown = replace(draft, parts=parts, changed_at=ctx.now)
    if len(grown.text) > answering.LONGEST:
        return [Reply(say("write-too-long", limit=answering.LONGEST), buttons=_writing(ctx))]
    await storage.drafts.put(ctx.db, request.person, grown)
    if request.kind == "edit":
        return [Reply(say("write-changed", length=len(grown.text)), buttons=_writing(ctx))]
    told = [say("ask-distress")] if meant(text) is Phrase.DISTRESS else []
    told.append(say("write-part", count=len(parts), length=len(grown.text)))
    buttons = [*_writing(ctx)]
    if ctx.now - draft.changed_at > _RESTED:
        told.append(say("write-part-perhaps"))
        buttons.append(Button(say("write-undo"), f"/write undo {len(parts)}"))
    return [Reply("\n".join(told), buttons=tuple(buttons))]


def _wanted(ctx: Context, text: str) -> Handler | None:
    """What a message asks for that is no part of the answer: sending it, or giving it up."""
    plain, word = _plain(text), meaning(text)
    if plain == _plain(ctx.texts("write-stop-sure")):
        return partial(_stop, sure=True)
    if word is Do.STOP or plain in _CANCEL:
        return partial(_stop, sure=False)
    return _send if word is Do.SEND else None


def _writing(ctx: Context) -> tuple[Button, ...]:
    """The ways on while an answer is being written."""
    return _sending(ctx), Button(ctx.texts("write-stop"), "/write stop")


def _sending(ctx: Context) -> Button:
    return Button(ctx.texts("write-send"), "/write send", style="primary")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip(" 。.、!").casefold()


WRITE = Command("write", run, params=(Param("what"),), on_talk=listen, listed=False, writes=True)
