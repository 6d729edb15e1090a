"""From what was asked to what is shown: one way through for every kind of payload."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakValueDictionary

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bot.adapters.slack import form, render
from bot.adapters.slack.answer import answer, kept
from bot.adapters.slack.calls import Calls, describe, log, quietly
from bot.adapters.slack.parse import Asked, Typing
from bot.adapters.slack.people import People
from bot.adapters.slack.text import LONGEST_VALUE, MOST_OPTIONS, Block, clip
from bot.locale import Texts, supported, texts
from bot.messages import Person, Reply, Request
from bot.port import Coach

IN_TIME = 2.0
"""Seconds within which an answer goes with the acknowledgement; Slack gives up after three."""

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


class Service:
    """Serves what was asked. Keeps the tasks that are under way, so that a stop can wait."""

    def __init__(self, calls: Calls, coach: Coach, people: People) -> None:
        self._calls = calls
        self._coach = coach
        self._people = people
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._lookups = {f"/{command.name}" for command in coach.commands if command.public}

    async def command(self, asked: Asked) -> Block:
        """The acknowledgement of a slash command: the answer itself, if it is there in time."""
        if self._is_quick(asked):
            # Nobody is ahead and the coach keeps the order, so it needs no task and no turn:
            # they would take a third longer.
            messages = await self._safely(self._messages(asked), asked)
        else:
            work = self._start(self._in_turn(asked, self._messages), asked)
            if not await _in_time(work):
                self._start(self._answer_after(work, asked), asked)
                return OK
            messages = work.result()
        first, *rest = messages or [OK]
        if rest:
            self._start(answer(self._calls, asked.way, rest), asked)
        return {**first, "response_type": "ephemeral"} if first else OK

    def _is_quick(self, asked: Asked) -> bool:
        """Whether it is a look-up that calls nobody and waits for nobody.

        A command without arguments may open a form, which is a call; and an answer that the
        same person waits for already may take its time on the way to Slack.
        """
        name, _, arguments = asked.text.partition(" ")
        turn = self._turns.get((asked.tenant, asked.user))
        waits = turn is not None and turn.locked()
        return name in self._lookups and bool(arguments) and not waits

    async def action(self, asked: Asked) -> Block:
        """A click is acknowledged at once, and answered when the answer is there."""
        self._start(self._in_turn(asked, self._respond), asked)
        return OK

    async def event(self, asked: Asked) -> Block:
        """Acknowledged when it is answered, or after a while: then Slack need not send it again."""
        await _in_time(self._start(self._in_turn(asked, self._respond), asked))
        return OK

    async def submission(self, asked: Asked) -> Block:
        """Closes the form, or keeps it open with what was typed if it is asked for again."""
        work = self._start(self._in_turn(asked, self._ask), asked)
        if await _in_time(work) and work.result():
            again = _form_again(asked, work.result())
            if again:
                return again
        # The form closes first, so that the answer is not hidden behind it.
        self._start(self._show_after(work, asked), asked)
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

    async def settled(self) -> None:
        """Waits until nothing is under way, nor what that began."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def drain(self, seconds: float) -> None:
        """Waits for what is under way; what takes longer is cut off."""
        try:
            await asyncio.wait_for(self.settled(), seconds)
        except TimeoutError:
            late = list(self._tasks)
            log.warning("stopped with %d answers under way", len(late))
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, Any], asked: Asked) -> asyncio.Task[Any]:
        """Runs in the background; the task's result is that of `_safely`."""
        task = asyncio.create_task(self._safely(work, asked))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _safely(self, work: Coroutine[Any, Any, Any], asked: Asked) -> Any:
        """What goes wrong is logged; the result is then None."""
        try:
            return await work
        except (SlackApiError, ClientError, TimeoutError) as failed:
            log.error("the answer to %s is lost: %s", asked.id, describe(failed))
        except Exception:  # noqa: BLE001 - one lost answer must not end the others
            log.exception("the answer to %s is lost", asked.id)
        return None

    async def _in_turn(self, asked: Asked, work: Callable[[Asked], Awaitable[Any]]) -> Any:
        """One thing after another for each person, in the order in which they did them."""
        turn = self._turns.setdefault((asked.tenant, asked.user), asyncio.Lock())
        async with turn:
            return await work(asked)

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

    async def _answer_after(self, work: asyncio.Task[list[Block] | None], asked: Asked) -> None:
        await answer(self._calls, asked.way, await work or [])

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
        for given in said.replies:
            opened = await self._opened(asked, said, given)
            reply = replace(given, form=None) if opened else given
            if reply.to == "dm" and asked.place != "dm":
                messages.extend(await self._to_dm(asked, said, reply))
            elif reply.to == "home":
                view = render.home([reply], said.say, way_back=True)
                await quietly(self._calls.show_home(asked.user, view), "the home is not shown")
            else:
                drawn = render.messages(reply, said.say)
                if reply.replace and asked.way.replace and drawn:
                    drawn[0]["replace_original"] = True
                messages.extend(drawn)
        return messages

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
        replies = [reply for reply in said.replies if not await self._opened(asked, said, reply)]
        first_screen = asked.text == "/hello"
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


def _form_again(asked: Asked, said: Said) -> Block:
    """What keeps the form open, where the replies ask for it again; else nothing."""
    again = next((reply for reply in said.replies if reply.form), None)
    if again is None or again.form is None:
        return OK
    if again.text and again.form.fields:
        return form.errors(again.form, again.text)
    view = form.view(again.form, said.say, kept(asked, again.form))
    return {"response_action": "update", "view": view}


async def _in_time(work: asyncio.Task[Any]) -> bool:
    """Whether the work is done within IN_TIME; asyncio.wait takes three times as long to say."""
    loop = asyncio.get_running_loop()
    known: asyncio.Future[bool] = loop.create_future()

    def tell(_: object = None) -> None:
        if not known.done():
            known.set_result(work.done())

    timer = loop.call_later(IN_TIME, tell)
    work.add_done_callback(tell)
    try:
        return await known
    finally:
        timer.cancel()
