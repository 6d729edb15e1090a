"""From what was asked to what is shown: one way through for every kind of payload."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

from bot.adapters.slack import files, form, render
from bot.adapters.slack.answer import OK, Said, answer, kept, stays_open
from bot.adapters.slack.calls import Calls, log, quietly
from bot.adapters.slack.parse import Asked, Typing
from bot.adapters.slack.people import PLATFORM, People
from bot.adapters.slack.tasks import Tasks, in_time
from bot.adapters.slack.text import HOME, LONGEST_VALUE, MOST_OPTIONS, Block, clip
from bot.locale import supported, texts
from bot.messages import Reply, Request
from bot.port import Coach

IN_TIME = 2.0
"""Seconds within which an answer goes with the acknowledgement; Slack gives up after three."""

TO_SAVE = 2.5
"""Seconds within which the words of a form must be kept for it to close."""


class Service:
    """Serves what was asked; each method gives the acknowledgement, or None for none."""

    def __init__(self, calls: Calls, coach: Coach, people: People) -> None:
        self._calls = calls
        self._coach = coach
        self._people = people
        self.tasks = Tasks()
        self._events: dict[str, asyncio.Future[bool]] = {}
        self._forms: dict[tuple[object, ...], asyncio.Task[Said | None]] = {}
        self._lookups = {f"/{command.name}" for command in coach.commands if command.public}

    async def command(self, asked: Asked) -> Block | str:
        """The acknowledgement of a slash command: the answer itself, if it is there in time.

        A popular answer is JSON already.
        """
        if self._is_quick(asked):
            # Nobody is ahead and the coach keeps the order, so it needs no task and no turn:
            # they would take a third longer.
            messages = await self.tasks.safely(self._look_up(asked), asked)
            if isinstance(messages, str):
                return messages
        else:
            work = self.tasks.start(self.tasks.in_turn(asked, self._messages), asked)
            if not await in_time(work, IN_TIME):
                self.tasks.start(self._answer_after(work, asked), asked)
                return OK
            messages = work.result()
        first, *rest = messages or [OK]
        if rest:
            self.tasks.start(answer(self._calls, asked.way, rest), asked)
        return {**first, "response_type": "ephemeral"} if first else OK

    def _is_quick(self, asked: Asked) -> bool:
        """Whether it is a look-up that calls nobody and waits for nobody.

        A command without arguments may open a form, which is a call; and an answer that the
        same person waits for already may take its time on the way to Slack.
        """
        name, _, arguments = asked.text.partition(" ")
        return name in self._lookups and bool(arguments) and not self.tasks.waits(asked)

    async def action(self, asked: Asked) -> Block:
        """A click is acknowledged at once, and answered when the answer is there."""
        self.tasks.start(self.tasks.in_turn(asked, self._respond), asked)
        return OK

    async def event(self, asked: Asked) -> Block | None:
        """Acknowledged when it is handled and what it brought is kept; else Slack sends it again.

        When it comes again before that, it waits for the same.
        """
        handled = self._events.get(asked.id)
        if handled is None:
            handled = self._events[asked.id] = asyncio.get_running_loop().create_future()
            handled.add_done_callback(lambda _: self._events.pop(asked.id, None))
            self.tasks.start(self.tasks.in_turn(asked, partial(self._hear, handled)), asked)
        return OK if await in_time(handled, IN_TIME) and handled.result() else None

    async def submission(self, asked: Asked) -> Block | None:
        """Closes the form when what was filled in is kept, and keeps it open until then.

        Who sends the same again meanwhile, from the form that stayed open, waits for the same.
        """
        key = (asked.tenant, asked.user, asked.text, *sorted(asked.values.items()))
        work = self._forms.get(key)
        is_new = work is None
        if work is None:
            work = self._forms[key] = self.tasks.start(self.tasks.in_turn(asked, self._ask), asked)
            work.add_done_callback(lambda _: self._forms.pop(key, None))
        known = await in_time(work, TO_SAVE)
        answered = stays_open(asked, work.result()) if known else None
        # The form closes first, so that the answer is not hidden behind it; where it stays
        # open because nothing was heard in time, the answer follows when it is there.
        if is_new and (not known or answered == OK):
            self.tasks.start(self._show_after(work, asked), asked)
        return answered

    async def removal(self, workspace: str) -> Block | None:
        """Senpai was removed from a workspace."""
        try:
            await self._coach.left(PLATFORM, workspace)
        except Exception:  # noqa: BLE001 - Slack sends it again
            log.exception("the removal from %s is not noted", workspace)
            return None
        return OK

    async def suggestion(self, typing: Typing) -> Block:
        """The roles that fit what was typed so far; in a form, also what was typed itself."""
        person = await self._people.person(typing.tenant, typing.user)
        found = self._coach.suggest(typing.typed, person.locale)
        options = [render.option(name, slug) for name, slug in found[: MOST_OPTIONS - 1]]
        wanted = clip(typing.typed, LONGEST_VALUE)
        if typing.in_form and wanted and wanted not in [name for name, _ in found]:
            say = texts(supported(person.locale))
            options.append(render.option(say("slack-suggest-typed", typed=wanted), wanted))
        return {"options": options}

    async def _ask(self, asked: Asked) -> Said:
        person = await self._people.person(asked.tenant, asked.user, asked.name)
        request = Request(
            asked.id,
            person,
            asked.text,
            workspace=asked.tenant,
            channel=asked.way.channel,
            place=asked.place,
            kind=asked.kind,
            message=asked.message,
            thread=asked.way.thread,
            values=asked.values,
        )
        return Said(person, await self._coach.handle(request))

    async def _messages(self, asked: Asked) -> list[Block]:
        return await self._carry_out(asked, await self._ask(asked))

    async def _look_up(self, asked: Asked) -> list[Block] | str:
        """The messages, or where it is one that many ask for, the whole acknowledgement."""
        said = await self._ask(asked)
        if len(said.replies) == 1:
            reply = said.replies[0]
            if reply.run and reply.to == "only_you" and not (reply.form or files.has_any(reply)):
                whole = render.acknowledgement(reply, said.say)
                if whole:
                    return whole
        return await self._carry_out(asked, said)

    async def _answer_after(self, work: asyncio.Task[list[Block] | None], asked: Asked) -> None:
        await answer(self._calls, asked.way, await work or [])

    async def _hear(self, handled: asyncio.Future[bool], asked: Asked) -> None:
        """Says the answer to an event, and before that whether it is handled."""
        try:
            said = await self._ask(asked)
            # What somebody wrote in the DM must not be lost; all else they simply ask again.
            handled.set_result(not (said.unsaved and asked.place == "dm"))
        finally:
            if not handled.done():
                handled.set_result(False)
        await self._show(asked, said)

    async def _respond(self, asked: Asked) -> None:
        await self._show(asked, await self._ask(asked))

    async def _show_after(self, work: asyncio.Task[Said | None], asked: Asked) -> None:
        said = await work
        if said:
            await self._show(asked, said)

    async def _show(self, asked: Asked, said: Said) -> None:
        if not asked.way.home:
            await answer(self._calls, asked.way, await self._carry_out(asked, said))
        elif said.replies:
            await self._show_home(asked, said)

    async def _carry_out(self, asked: Asked, said: Said) -> list[Block]:
        """Opens forms and sends what goes elsewhere; gives the messages for where it was asked."""
        messages: list[Block] = []
        for given in await self._without_files(asked, said):
            opened = await self._opened(asked, said, given)
            reply = replace(given, form=None) if opened else given
            if reply.to == "dm" and asked.place != "dm":
                messages.extend(await self._to_dm(asked, said, reply))
            elif reply.to == "home":
                shown = self._show_home(asked, replace(said, replies=[reply]))
                await quietly(shown, "the home is not shown")
            else:
                drawn = render.messages(reply, said.say)
                if reply.replace and asked.way.replace and drawn:
                    drawn[0]["replace_original"] = True
                messages.extend(drawn)
        return messages

    async def _without_files(self, asked: Asked, said: Said) -> list[Reply]:
        """Sends files and pictures; what else there is to say, also where one could not be sent."""
        in_dm = asked.place == "dm"
        return [
            await files.without(self._calls, asked.user, reply, said.say, in_dm=in_dm)
            if files.has_any(reply)
            else reply
            for reply in said.replies
        ]

    async def _to_dm(self, asked: Asked, said: Said, reply: Reply) -> list[Block]:
        """Sends a DM; where that can't be, gives what is said instead where it was asked."""
        for message in render.messages(reply, said.say):
            if not await quietly(self._calls.post(asked.user, message), "a DM is not delivered"):
                break
        else:
            return []
        if reply.undelivered is None:
            return render.messages(Reply(said.say("error-dm-closed")), said.say)
        instead = replace(asked, id=f"{asked.id}:undelivered", text=reply.undelivered, values={})
        following = await self._ask(instead)
        drawn = [render.messages(r, said.say) for r in following.replies if r.to != "dm"]
        return [message for messages in drawn for message in messages]

    async def _show_home(self, asked: Asked, said: Said) -> None:
        sent = await self._without_files(asked, said)
        replies = [reply for reply in sent if not await self._opened(asked, said, reply)]
        first_screen = any(reply.run == HOME for reply in replies)
        if first_screen:
            more = await self._ask(replace(asked, id=f"{asked.id}:help", text="/help"))
            replies.extend(replace(reply, buttons=(), menu=None) for reply in more.replies)
        if replies:
            view = render.home(replies, said.say, way_back=not first_screen)
            await self._calls.show_home(asked.user, view)

    async def _opened(self, asked: Asked, said: Said, reply: Reply) -> bool:
        if not (reply.form and asked.trigger):
            return False
        view = form.view(reply.form, said.say, kept(asked, reply.form))
        return await self._calls.open_form(asked.trigger, view)
