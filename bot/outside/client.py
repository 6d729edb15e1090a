"""One call to an endpoint that speaks OpenAI's API, from a worker thread, within a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from bot.config import Endpoint

if TYPE_CHECKING:
    from openai import AsyncOpenAI

T = TypeVar("T")

_REST = 60.0
"""Seconds for which an endpoint that failed is left alone, so that nobody waits in vain."""

_OF_ONE = (400, 413, 422)
"""Statuses that speak of what was sent, and not of the endpoint."""


class Trouble(Exception):
    """The endpoint can't be used just now. Holds nothing that was sent or received."""


def installed() -> bool:
    return find_spec("openai") is not None


class Client:
    """Calls one endpoint. May be used by several threads; not on the event loop."""

    def __init__(self, endpoint: Endpoint, seconds: float) -> None:
        """`seconds`: that a call may take in all, from the first byte to the last."""
        self.endpoint = endpoint
        self._seconds = seconds
        self._rested = 0.0

    def call(self, work: Callable[[AsyncOpenAI], Awaitable[T]]) -> T:
        """What `work` gives. Raises Trouble."""
        if monotonic() < self._rested:
            raise Trouble("left alone after a failure")
        try:
            return asyncio.run(self._call(work))
        except Exception as error:  # noqa: BLE001 - whatever comes of it, feedback goes on
            status = getattr(error, "status_code", 0)
            if status not in _OF_ONE:
                self._rested = monotonic() + _REST
            reason = f"status {status}" if status else type(error).__name__
            raise Trouble(reason) from None

    async def _call(self, work: Callable[[AsyncOpenAI], Awaitable[T]]) -> T:
        # It takes half a second, and only who uses it needs it.
        import openai  # noqa: PLC0415

        for name in ("openai", "httpx", "httpx2", "httpcore", "httpcore2"):
            # What they log in detail holds what is sent.
            logging.getLogger(name).setLevel(logging.WARNING)
        key = self.endpoint.key or "none"
        # A redirection could lead to somebody whom nobody agreed to.
        http = openai.DefaultAsyncHttpxClient(follow_redirects=False)
        async with (
            asyncio.timeout(self._seconds),
            openai.AsyncOpenAI(
                api_key=key, base_url=self.endpoint.url, max_retries=0, http_client=http
            ) as client,
        ):
            return await work(client)
