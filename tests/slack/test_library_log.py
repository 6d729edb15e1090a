"""What Slack's libraries write into the log by themselves."""

from __future__ import annotations

import asyncio
import logging

import pytest
from aiohttp import web
from slack_sdk.socket_mode.aiohttp import SocketModeClient

from bot.adapters.slack.calls import library_log

TICKET = "ticket-that-opens-the-socket"


async def refused(caplog: pytest.LogCaptureFixture) -> str:
    """What is logged where Slack takes the ticket for a socket for none."""

    asked: list[web.Request] = []
    again = asyncio.Event()

    async def refuse(request: web.Request) -> web.Response:
        asked.append(request)
        if asked[1:]:
            again.set()
        return web.Response(status=401)

    application = web.Application()
    application.router.add_get("/link/", refuse)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    client = SocketModeClient("xapp-1", logger=library_log, ping_interval=0.01)
    port = runner.addresses[0][1]
    client.wss_uri = f"ws://127.0.0.1:{port}/link/?ticket={TICKET}&app_id=A1"
    connecting = asyncio.create_task(client.connect())  # type: ignore[no-untyped-call]
    await again.wait()
    connecting.cancel()
    await client.close()  # type: ignore[no-untyped-call]
    await runner.cleanup()
    return caplog.text


def test_the_ticket_for_a_socket_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    told = asyncio.run(refused(caplog))
    assert "Failed to connect" in told
    assert "401" in told
    assert "ws://127.0.0.1" in told
    assert TICKET not in told


def test_nor_is_an_address_that_is_a_key(caplog: pytest.LogCaptureFixture) -> None:
    library_log.error("no answer from %s (%d)", "'https://hooks.slack.com/commands/T1/KEY'", 500)
    assert "no answer from 'https://hooks.slack.com/…' (500)" in caplog.text
