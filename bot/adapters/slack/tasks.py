"""What is under way, so that a stop can wait for it, and each person's things in their order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from weakref import WeakValueDictionary

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bot.adapters.slack.calls import describe, log
from bot.adapters.slack.parse import Asked


class Tasks:
    def __init__(self) -> None:
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any], asked: Asked) -> asyncio.Task[Any]:
        """Runs in the background; the task's result is that of `safely`."""
        task = asyncio.create_task(self.safely(work, asked))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def safely(self, work: Coroutine[Any, Any, Any], asked: Asked) -> Any:
        """What goes wrong is logged; the result is then None."""
        try:
            return await work
        except (SlackApiError, ClientError, TimeoutError) as failed:
            log.error("the answer to %s is lost: %s", asked.id, describe(failed))
        except Exception:  # noqa: BLE001 - one lost answer must not end the others
            log.exception("the answer to %s is lost", asked.id)
        return None

    async def in_turn(self, asked: Asked, work: Callable[[Asked], Awaitable[Any]]) -> Any:
        """One thing after another for each person, in the order in which they did them."""
        turn = self._turns.setdefault((asked.tenant, asked.user), asyncio.Lock())
        async with turn:
            return await work(asked)

    def waits(self, asked: Asked) -> bool:
        """Whether something of the same person is under way."""
        turn = self._turns.get((asked.tenant, asked.user))
        return turn is not None and turn.locked()

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


async def in_time(work: asyncio.Future[Any], seconds: float) -> bool:
    """Whether the work is done by then; asyncio.wait takes three times as long to say."""
    loop = asyncio.get_running_loop()
    known: asyncio.Future[bool] = loop.create_future()

    def tell(_: object = None) -> None:
        if not known.done():
            known.set_result(work.done())

    timer = loop.call_later(seconds, tell)
    work.add_done_callback(tell)
    try:
        return await known
    finally:
        timer.cancel()
