"""A platform of one process on the loopback: it counts which messages people can see.

One JSON object a line, one answer each. On `nonce` a second post with the same key is dropped
while the first is fresh, as Discord does; on `history` all are shown, and can be looked up, as
Slack lets an app that may read the channel. Both can be asked for a post by its key.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.messages import Address, Reply
from bot.port import NotSent, Pace

FRESH = 2.5
"""Seconds: a little longer than anybody relies on, where a minute is a second."""


class Platform:
    """trouble: the share of posts that meet a 429, a 503, or a connection that breaks, before
    or after the post was shown. fresh: seconds of `now` for which `nonce` knows a key.
    """

    def __init__(
        self, trouble: float = 0.0, fresh: float = FRESH, now: Callable[[], float] = time.monotonic
    ) -> None:
        self.shown: Counter[str] = Counter()
        self.port = 0
        self._fresh: dict[str, float] = {}
        self._trouble = trouble
        self._keeps = fresh
        self._now = now
        self._rng = random.Random(7)

    async def serve(self) -> asyncio.Server:
        server = await asyncio.start_server(self._talk, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        return server

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                answer = self._answer(json.loads(line))
                if answer is None:
                    break
                writer.write(json.dumps(answer).encode() + b"\n")
                await writer.drain()
        except ConnectionError:
            pass  # whoever asked was killed
        finally:
            writer.close()

    def _answer(self, asked: dict[str, Any]) -> object:
        key = asked.get("key", "")
        if asked["do"] == "shown":
            return self.shown
        if asked["do"] == "find":
            return {"id": f"m-{key}" if self.shown[key] else ""}
        trouble = self._rng.random() < self._trouble and self._rng.choice(
            ["429", "503", "breaks before", "breaks after"]
        )
        if trouble in ("429", "503"):
            return {"status": int(trouble)}
        if trouble == "breaks before":
            return None
        fresh = key in self._fresh and self._now() - self._fresh[key] < self._keeps
        if asked["way"] == "history" or not fresh:
            self.shown[key] += 1
        self._fresh[key] = self._now()
        return None if trouble else {"status": 200, "id": f"m-{key}"}


class Line:
    """A sender over that platform. way: nonce or history."""

    pace: Pace | None = None

    def __init__(self, port: int, way: str) -> None:
        self._port = port
        self._way = way
        self.resend_within = timedelta(minutes=2) if way == "nonce" else timedelta(0)

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        answer = await ask(self._port, do="send", key=key, way=self._way)
        if answer["status"] != 200:
            raise NotSent
        return str(answer["id"])

    async def find(self, address: Address, key: str, since: datetime) -> str:
        return str((await ask(self._port, do="find", key=key))["id"])

    async def edit(self, address: Address, message: str, reply: Reply) -> None: ...

    async def delete(self, address: Address, message: str) -> None: ...

    async def can_post(self, address: Address) -> None: ...


async def ask(port: int, **what: str) -> dict[str, Any]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(json.dumps(what).encode() + b"\n")
        line = await reader.readline()
    finally:
        writer.close()
    if not line:
        raise ConnectionResetError
    answer: dict[str, Any] = json.loads(line)
    return answer
