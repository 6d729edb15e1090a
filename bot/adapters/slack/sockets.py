"""Socket Mode: Slack's envelopes over a websocket that Senpai opens."""

from __future__ import annotations

import asyncio
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.adapters.slack.calls import library_log

PING = 5.0
"""Seconds between pings; a socket that is lost is seen to be lost after about one of these."""


class _Handler(AsyncSocketModeHandler):
    """Counts the envelopes that are not acknowledged yet."""

    def __init__(self, app: AsyncApp, app_token: str, ping: float) -> None:
        super().__init__(app, app_token, logger=library_log, ping_interval=ping)
        self.open: set[asyncio.Task[Any]] = set()
        self.stopping = False

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        if self.stopping:
            return  # not acknowledged, so Slack gives it to another process or to the next start
        task = asyncio.current_task()
        assert task  # noqa: S101 - a coroutine runs in a task
        self.open.add(task)
        try:
            await super().handle(client, req)
        finally:
            self.open.discard(task)


class SocketMode:
    """Connected from `start` to `stop`; reconnects by itself."""

    def __init__(self, app: AsyncApp, app_token: str, ping: float = PING) -> None:
        self._handler = _Handler(app, app_token, ping)

    async def start(self) -> None:
        """Raises SlackApiError for an app-level token that Slack refuses."""
        client = self._handler.client
        client.wss_uri = await client.issue_new_wss_url()
        await client.connect()  # type: ignore[no-untyped-call]

    async def stop(self) -> None:
        """Takes nothing more, and closes when what was taken is acknowledged."""
        client = self._handler.client
        self._handler.stopping = True
        client.auto_reconnect_enabled = False
        if self._handler.open:
            await asyncio.wait(self._handler.open, timeout=5)
        await client.close()  # type: ignore[no-untyped-call]
        left = (client.message_processor, client.current_session_monitor, client.message_receiver)
        await asyncio.gather(*(task for task in left if task), return_exceptions=True)
