"""Senpai in Slack: connects, serves until it is told to stop, and posts what is due."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientError, ClientSession
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError

from bot.adapters.slack import parse, render
from bot.adapters.slack.answer import OK
from bot.adapters.slack.calls import Calls, describe, library_log, log
from bot.adapters.slack.errors import passes
from bot.adapters.slack.http import HttpMode
from bot.adapters.slack.people import People
from bot.adapters.slack.posts import Posts
from bot.adapters.slack.service import Service
from bot.adapters.slack.sockets import PING, SocketMode
from bot.adapters.slack.text import Block
from bot.config import SlackSettings
from bot.port import Coach, Misconfigured

_ANY = re.compile("")
_JSON: dict[str, str | Sequence[str]] = {"content-type": ["application/json;charset=utf-8"]}
_DRAIN = 5.0
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0


class SlackAdapter(Posts):
    """One Slack app in one workspace."""

    ping = PING

    def __init__(self, settings: SlackSettings, coach: Coach) -> None:
        self._settings = settings
        self._coach = coach
        self._me = AuthorizeResult(enterprise_id=None, team_id=None)
        self._service: Service | None = None
        self.connected = asyncio.Event()
        """Set while Slack can reach Senpai."""
        self.port = 0
        """Where HTTP mode listens."""

    async def run(self, stop: asyncio.Event) -> None:
        """Serves until `stop` is set.

        Raises Misconfigured for a token that Slack refuses, and where neither of the two modes
        is set up.
        """
        async with self.open() as service:
            if not await _unless(stop, _until_it_works(self._introduce)):
                return
            mode = self._mode(self.listen(service))
            try:
                if await _unless(stop, _until_it_works(mode.start)):
                    self._begun(mode)
                    self.connected.set()
                    await stop.wait()
            finally:
                self.connected.clear()
                await mode.stop()
                await service.tasks.drain(_DRAIN)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Service]:
        """The calls to Slack and what serves, over one session."""
        async with ClientSession() as session:
            self._calls = Calls(self._settings, session)
            self._people = people = People(self._calls, self._coach)
            try:
                self._service = Service(self._calls, self._coach, people)
                yield self._service
            finally:
                self._calls = self._service = self._people = None
                await people.close()

    async def _introduce(self) -> None:
        """Learns who Senpai is here, once."""
        assert self._calls  # noqa: S101 - within `open`
        self.introduced(await self._calls.who_am_i())

    def introduced(self, me: dict[str, Any]) -> None:
        """me: the answer of auth.test."""
        self._me = AuthorizeResult(
            enterprise_id=me.get("enterprise_id"),
            team_id=me.get("team_id"),
            bot_id=me.get("bot_id"),
            bot_user_id=me.get("user_id"),
            bot_token=self._settings.bot_token,
            team=me.get("team"),
            user=me.get("user"),
        )

    def _mode(self, app: AsyncApp) -> SocketMode | HttpMode:
        settings = self._settings
        if settings.app_token:
            return SocketMode(app, settings.app_token, self.ping)
        if not settings.signing_secret:
            raise Misconfigured("neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set")
        return HttpMode(app, settings.signing_secret, settings.host, settings.port)

    def _begun(self, mode: SocketMode | HttpMode) -> None:
        if isinstance(mode, HttpMode):
            self.port = mode.port
            way = f"listening on {mode.host}:{mode.port}"
        else:
            way = "by Socket Mode"
        log.info(
            "Slack: serving %s as %s, %s", self._me.team or self._me.team_id, self._me.user, way
        )

    def listen(self, service: Service) -> AsyncApp:
        """The Bolt app that gives each kind of payload to the service."""
        me = self._me

        async def authorize() -> AuthorizeResult:
            return me  # one workspace, asked about once: no auth.test for each request

        app = AsyncApp(
            logger=library_log,
            client=None if self._calls is None else _without_token(self._calls),
            authorize=authorize,
            signing_secret=self._settings.signing_secret,
            process_before_response=True,
            request_verification_enabled=False,  # done before, see http.py
            ssl_check_enabled=False,
            attaching_function_token_enabled=False,
            attaching_conversation_kwargs_enabled=False,
        )
        prefix, names = self._settings.prefix, {c.name for c in self._coach.commands if c.listed}
        bot = me.bot_user_id or ""
        app.command(_ANY)(_listener(lambda b: parse.command(b, prefix, names), service.command))
        app.action(_ANY)(_listener(parse.action, service.action))
        app.options(_ANY)(_listener(parse.suggestion, service.suggestion))
        app.view(_ANY)(_listener(parse.submission, service.submission))
        app.event("app_mention")(_listener(lambda b: parse.mention(b, bot), service.event))
        app.event("message")(_listener(lambda b: parse.direct(b, bot), service.event))
        app.event("app_home_opened")(_listener(parse.home, service.event))
        app.event("app_uninstalled")(_listener(parse.removal, service.removal))
        app.event("tokens_revoked")(_listener(parse.removal, service.removal))
        app.event(_ANY)(_listener(lambda _: None, service.event))  # else Slack sends it again
        return app

    async def settled(self) -> None:
        """Waits until everything that was asked so far is answered."""
        if self._service:
            await self._service.tasks.settled()


async def _until_it_works(start: Callable[[], Awaitable[None]]) -> None:
    """Starts, again and again while Slack is in trouble. Raises Misconfigured if it refuses."""
    pause = _FIRST_PAUSE
    while True:
        try:
            return await start()
        except (SlackApiError, ClientError, TimeoutError) as failed:
            if isinstance(failed, SlackApiError) and not passes(failed):
                raise Misconfigured(describe(failed)) from failed
            log.warning("Slack does not answer (%s); trying again", describe(failed))
        await asyncio.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Whether the work came to its end; it is cut off at `stop`."""
    working, stopping = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
            return True
        return False
    finally:
        for task in (working, stopping):
            task.cancel()
        await asyncio.gather(working, stopping, return_exceptions=True)


def _listener(
    read: Callable[[parse.Payload], Any], serve: Callable[[Any], Awaitable[Block | str | None]]
) -> Callable[..., Awaitable[BoltResponse]]:
    """Reads a payload, serves it if there is something in it, and acknowledges it.

    Where serving gives None, it is left unacknowledged: Slack sends an event again, and keeps
    a form open.
    """

    async def listen(body: dict[str, Any]) -> BoltResponse:
        asked = read(body)
        if asked is None:
            log.info("nothing to answer in a payload of type %.40r", body.get("type"))
        answer = OK if asked is None else await serve(asked)
        if answer is None:
            return BoltResponse(status=503)
        if not answer:
            return BoltResponse(status=200)
        text = answer if isinstance(answer, str) else render.as_json(answer)
        return BoltResponse(status=200, body=text, headers=_JSON)

    return listen


def _without_token(calls: Calls) -> Any:
    """The client from which Bolt copies address and session; `authorize` gives the token."""
    client = calls.client
    return type(client)(base_url=client.base_url, session=client.session, logger=library_log)
