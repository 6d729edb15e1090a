"""Answering one interaction: a first response within three seconds, then follow-ups."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import Any

import aiohttp
import discord
from discord.http import Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from bot.adapters.discord import parse
from bot.adapters.discord.forms import FormModal
from bot.adapters.discord.render import Part, note, render
from bot.locale import Texts
from bot.markup import escape
from bot.messages import Card, Reply, Request
from bot.port import Coach

log = logging.getLogger("senpai.discord")

# Discord's codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes
UNKNOWN_INTERACTION, ALREADY_ANSWERED = 10062, 40060
DM_CLOSED = (50007, 50278)


class Responses(AsyncWebhookAdapter):
    """First responses, without what the library asks for with each: to get it back whole.

    Nothing here reads that, and a long answer takes as long again to be read as to be made.
    """

    async def request(
        self, route: Route, session: aiohttp.ClientSession, *, params: Any = None, **given: Any
    ) -> Any:
        if params != {"with_response": "1"}:
            return await super().request(route, session, params=params, **given)
        await super().request(route, session, **given)
        return {"interaction": {"id": route.webhook_id}}

    @classmethod
    def use(cls) -> None:
        """For everything that begins in the task that calls this."""
        async_context.set(cls())


class Answer:
    """What a person sees after a slash command, a click, a choice or a form.

    In the person's own DM with Senpai the messages stay; elsewhere only they see them.
    """

    def __init__(
        self, event: discord.Interaction, request: Request, coach: Coach, say: Texts
    ) -> None:
        self._event = event
        self._request = request
        self._coach = coach
        self._say = say
        self._hidden = not event.context.dm_channel
        self._waiting = False
        self._deferring: asyncio.Task[None] | None = None

    async def give(self, defer_after: float) -> None:
        """Asks the coach and shows what it says; after `defer_after` seconds Discord is told
        to wait. Raises discord.HTTPException where Discord refuses."""
        timer = asyncio.get_running_loop().call_later(defer_after, self._begin_to_wait)
        # Discord has no home; where that is all that changed, the click is settled all the same.
        replies = [r for r in await self._coach.handle(self._request) if r.to != "home"]
        timer.cancel()
        if self._deferring:
            await self._deferring
        for reply in replies:
            await self._show(self._given_back(reply) if reply.unsaved else reply)
        if not replies:
            await self._settle()

    async def apologise(self, words: str) -> None:
        """Says that an answer could not be shown."""
        await self._send(note(words))

    def _begin_to_wait(self) -> None:
        self._deferring = asyncio.create_task(self._defer())

    async def _defer(self) -> None:
        # What was asked is done in any case, so trouble here is only put down.
        try:
            await self._event.response.defer(ephemeral=self._hidden, thinking=True)
            self._waiting = True
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            named = getattr(error, "code", type(error).__name__)
            log.warning("interaction %s: deferring failed (%s)", self._event.id, named)

    async def _settle(self) -> None:
        """Nothing is to be said: it was handled before. The click must not look failed."""
        if self._waiting:
            await self._event.delete_original_response()
        elif self._event.type is not discord.InteractionType.application_command:
            await self._event.response.defer()

    async def _show(self, reply: Reply) -> None:
        if reply.to == "dm" and self._hidden:
            await self._show_in_dm(reply)
            return
        if reply.form and not reply.card and self._can_open():
            modal = FormModal(reply.form, self._say, reply.text)
            await self._event.response.send_modal(modal)
            return
        for number, part in enumerate(render(reply, self._say)):
            await self._send(part, replacing=reply.replace and number == 0)

    def _given_back(self, reply: Reply) -> Reply:
        """With what the person had written into the form, which is closed and kept nowhere."""
        written = parse.written(self._event)
        if not written or reply.form:
            return reply
        title = self._say("discord-given-back")
        return replace(reply, card=Card(title, "\n\n".join(map(escape, written))))

    def _can_open(self) -> bool:
        """A modal is only ever a first response, and never one to a modal."""
        modal = self._event.type is discord.InteractionType.modal_submit
        return not modal and not self._event.response.is_done()

    async def _send(self, part: Part, *, replacing: bool = False) -> None:
        event, view, files, hidden = self._event, part.view, list(part.files), self._hidden
        # What stays, in the DM, would show on a lock screen; whoever asked is looking anyway.
        quiet = not hidden
        if self._waiting:
            self._waiting = False
            await event.edit_original_response(view=view, attachments=files)
        elif event.response.is_done():
            await event.followup.send(view=view, files=files, ephemeral=hidden, silent=quiet)
        elif replacing and self._is_own(event.message):
            await event.response.edit_message(view=view, attachments=files)
        else:
            send = event.response.send_message
            await send(view=view, files=files, ephemeral=hidden, silent=quiet)

    def _is_own(self, shown: discord.Message | None) -> bool:
        """Whether only this person sees the message, so that it may change for them."""
        return shown is not None and (shown.flags.ephemeral or not self._hidden)

    async def _show_in_dm(self, reply: Reply) -> None:
        try:
            for part in render(reply, self._say):
                await self._event.user.send(view=part.view, files=list(part.files), silent=True)
        except discord.Forbidden as error:
            if error.code not in DM_CLOSED:
                raise
            await self._undelivered(reply)
        else:
            await self._send(note(self._say("discord-dm-sent")))

    async def _undelivered(self, reply: Reply) -> None:
        """The DM is closed: that is said where the person asked, so that nothing starts half."""
        replies = [Reply(self._say("error-dm-closed"))]
        if reply.undelivered:
            again = f"{self._request.id}-undelivered"
            request = replace(self._request, id=again, text=reply.undelivered, values={})
            replies = await self._coach.handle(request)
        for each in replies:
            await self._show(replace(each, to="only_you"))
