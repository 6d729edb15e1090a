"""Look-ups by slash command in HTTP mode, beside a bare Bolt listener that says a constant text.

Signed requests go to the Starlette application in the same process, so that what is measured
is Senpai and Bolt, neither sockets nor Slack's own side. The two are interleaved.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette

from bot.adapters.slack.app import SlackAdapter
from bot.adapters.slack.calls import library_log
from bot.adapters.slack.http import web_app
from bot.app import App
from bot.config import Settings
from tests.coach import EngineCoach
from tests.drivers.slack import settings
from tests.standins.slack import BOT_TOKEN, SlackStandIn
from tests.standins.slack_payloads import BOT, BOT_USER, TEAM, slash
from tests.standins.slack_signed import SECRET, encoded, signature

TARGET = 0.7
_numbers = itertools.count(1)
_ROOT = Path(__file__).parents[1]


def command() -> tuple[MutableMapping[str, Any], bytes]:
    """A signed slash command as ASGI's scope and body."""
    trigger = f"t{next(_numbers)}"
    payload = slash("U0AOI", "C0GENERAL", "/role", "cmo", url="http://x/", trigger=trigger)
    content, body = encoded("slash_commands", payload)
    headers = {**signature(body), "Content-Type": content, "Content-Length": str(len(body))}
    scope: MutableMapping[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "path": "/slack/events",
        "raw_path": b"/slack/events",
        "query_string": b"",
        "headers": [(k.lower().encode(), v.encode()) for k, v in headers.items()],
    }
    return scope, body


async def ask(app: Starlette, scope: MutableMapping[str, Any], body: bytes) -> None:
    """From the signed request to the answer in its acknowledgement."""
    answered: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        answered.append(message)

    await app(scope, receive, send)
    assert answered[0]["status"] == 200
    assert b"CMO" in answered[1]["body"], "not answered in the acknowledgement"


def bare(session: ClientSession) -> Starlette:
    """Bolt with nothing behind it, set up as fast as Senpai sets it up."""
    result = AuthorizeResult(
        enterprise_id=None, team_id=TEAM, bot_id=BOT, bot_user_id=BOT_USER, bot_token=BOT_TOKEN
    )

    async def authorize() -> AuthorizeResult:
        return result

    app = AsyncApp(
        logger=library_log,
        client=AsyncWebClient(session=session, logger=library_log),
        authorize=authorize,
        signing_secret=SECRET,
        process_before_response=True,
        request_verification_enabled=False,  # by web_app, as for Senpai
        ssl_check_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )

    async def role(ack: Callable[[str], Awaitable[None]]) -> None:
        await ack("CMO（最高マーケティング責任者）")

    app.command("/role")(role)
    return web_app(app, SECRET)


async def rate(app: Starlette, at_once: int, count: int) -> float:
    """Answered commands a second, `at_once` at a time; what Slack does is done before."""
    asked = [command() for _ in range(count)]
    left = iter(asked)

    async def one_after_another() -> None:
        for scope, body in left:
            await ask(app, scope, body)

    began = time.perf_counter()
    await asyncio.gather(*(one_after_another() for _ in range(at_once)))
    return count / (time.perf_counter() - began)


async def measure(*, quick: bool) -> None:
    content = App(Settings(content=(_ROOT / "content",), cache=None, locale="ja"))
    slack = SlackStandIn()
    slack.world.add_user("U0AOI", "葵")
    await slack.start()
    adapter = SlackAdapter(settings(slack, socket=False), EngineCoach(content.engine))
    async with ClientSession() as session, adapter.open() as service:
        adapter.introduced({"team_id": TEAM, "user_id": BOT_USER, "bot_id": BOT})
        senpai, echo = web_app(adapter.listen(service), SECRET), bare(session)
        await ask(senpai, *command())
        await ask(echo, *command())
        for at_once in (1, 16, 64):
            pairs = [
                (await rate(senpai, at_once, 640), await rate(echo, at_once, 640))
                for _ in range(3 if quick else 15)
            ]
            ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
            ratio = statistics.median(mine / bolt for mine, bolt in pairs)
            print(
                f"Slack, /role cmo answered in its acknowledgement, {at_once:2} at once: "
                f"{ours:6.0f}/s; bare Bolt {theirs:6.0f}/s; ratio {ratio:.2f} (target {TARGET})"
            )
        await adapter.settled()
    await slack.stop()


def run(*, quick: bool) -> None:
    """Prints rates and ratios."""
    asyncio.run(measure(quick=quick))
