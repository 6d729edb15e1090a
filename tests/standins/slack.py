"""Slack on the loopback: Web API, response_urls, Socket Mode, and signed requests."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any

from aiohttp import ClientSession, WSMsgType, web

from tests.standins import slack_history
from tests.standins.slack_limits import Fault, Limits, Trouble
from tests.standins.slack_payloads import BOT, BOT_USER, TEAM
from tests.standins.slack_signed import encoded, signature
from tests.standins.slack_world import Refused, World

BOT_TOKEN = "xoxb-test-token"  # noqa: S105
APP_TOKEN = "xapp-test-token"  # noqa: S105

NEEDS = {
    "users.info": "users:read",
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "conversations.open": "im:write",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
}
"""The scope of each method that has one."""

ALL_SCOPES = {
    *("commands", "chat:write", "im:history", "im:write", "app_mentions:read", "users:read"),
    "files:write",
}
PATIENCE = 3.0
"""Seconds within which Slack wants to be answered."""

_BOUND = 8.0


class SlackStandIn:
    def __init__(self) -> None:
        self.world = World()
        self.scopes = set(ALL_SCOPES)
        self.calls: list[tuple[str, dict[str, Any]]] = []
        """(method, arguments) of every call, in order."""
        self.faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self.limits: Limits | None = None
        self.trouble: Trouble | None = None
        self.clock_ahead = 0.0
        self.connections = 0
        self.closed = False
        """Whether sockets are refused."""
        self.acknowledged = 0
        """Envelopes of Socket Mode."""
        self._who: dict[str, str] = {}
        self._sockets: list[web.WebSocketResponse] = []
        self._acks: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._count = itertools.count(1)
        self._runner: web.AppRunner | None = None
        self.port = 0
        self.app_port = 0
        """Where the app listens, in HTTP mode; 0 for Socket Mode."""

    async def start(self) -> None:
        app = web.Application(client_max_size=4_000_000)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/respond/{name}", self._respond)
        app.router.add_post("/upload/{id}", self._upload)
        app.router.add_get("/socket", self._socket)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        for socket in self._sockets:
            await socket.close()
        if self._runner:
            await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/"

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/respond/{name}"

    def trigger(self, user: str) -> str:
        found = self.world.trigger()
        self._who[found] = user
        return found

    def made(self, method: str) -> list[dict[str, Any]]:
        """The arguments of each call of a method."""
        return [arguments for name, arguments in self.calls if name == method]

    # What the app calls

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        arguments: dict[str, Any] = dict(request.query)
        if request.content_type == "application/json":
            arguments.update(await request.json())
        else:
            arguments.update(await request.post())
        self.calls.append((method, arguments))
        fault = self._fault(method, arguments)
        answer: dict[str, Any] = {}
        if fault is None or fault.taken:
            answer = self._answer(method, arguments, request.headers.get("Authorization", ""))
        if fault is None:
            return self._json(answer)
        if fault.status == 0:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        headers = {"Retry-After": fault.retry_after} if fault.retry_after else {}
        if fault.status >= 500:
            return web.Response(status=fault.status, text="<html>", content_type="text/html")
        answer = {"ok": False, "error": fault.error or "ratelimited"}
        return self._json(answer, fault.status, headers)

    def _fault(self, method: str, arguments: dict[str, Any]) -> Fault | None:
        if self.faults[method]:
            return self.faults[method].popleft()
        fault = self.trouble.fault(method) if self.trouble else None
        if fault is None and self.limits and method == "chat.postMessage":
            wait = self.limits.wait(str(arguments.get("channel")))
            return Fault(429, retry_after=str(wait)) if wait else None
        return fault

    def _json(
        self, answer: dict[str, Any], status: int = 200, headers: dict[str, str] | None = None
    ) -> web.Response:
        date = time.strftime(
            "%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + self.clock_ahead)
        )
        sent = {"x-oauth-scopes": ",".join(sorted(self.scopes)), "Date": date, **(headers or {})}
        return web.json_response(answer, status=status, headers=sent)

    def _answer(self, method: str, arguments: dict[str, Any], token: str) -> dict[str, Any]:
        wanted = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token != f"Bearer {wanted}":
            return {"ok": False, "error": "invalid_auth"}
        needed = NEEDS.get(method)
        if needed and needed not in self.scopes:
            provided = ",".join(sorted(self.scopes))
            missing = {"needed": needed, "provided": provided}
            return {"ok": False, "error": "missing_scope", **missing}
        try:
            return {"ok": True, **self._act(method, arguments)}
        except Refused as refused:
            return refused.answer

    def _act(self, method: str, given: dict[str, Any]) -> dict[str, Any]:
        match method:
            case "auth.test":
                return {"team_id": TEAM, "user_id": BOT_USER, "bot_id": BOT, "user": "senpai"}
            case "apps.connections.open":
                return {"url": f"ws://127.0.0.1:{self.port}/socket?ticket={next(self._count)}"}
            case "users.info":
                if given["user"] not in self.world.users:
                    raise Refused("user_not_found")
                return {"user": self.world.users[given["user"]].profile}
            case "chat.postMessage":
                shown = self.world.post(given)
                return {"ts": shown["ts"], "channel": shown["channel"], "message": shown}
            case "chat.postEphemeral":
                return {"message_ts": self.world.whisper(given)["ts"]}
            case "files.getUploadURLExternal":
                id = self.world.files.new(
                    str(given["filename"]), int(given["length"]), str(given.get("alt_txt") or "")
                )
                return {"file_id": id, "upload_url": f"http://127.0.0.1:{self.port}/upload/{id}"}
            case "views.open":
                view, trigger = _object(given["view"]), str(given["trigger_id"])
                user = self._who.get(trigger, "")
                return {"view": self.world.open_view(user, trigger, view)}
            case "views.publish":
                return {"view": self.world.publish(given["user_id"], _object(given["view"]))}
            case _:
                return slack_history.act(self.world, method, given, self.scopes)

    async def _upload(self, request: web.Request) -> web.Response:
        well = self.world.files.fill(request.match_info["id"], await request.read())
        return web.Response(status=200 if well else 400, text="OK")

    async def _respond(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.calls.append(("response_url", body))
        if self.faults["response_url"]:
            fault = self.faults["response_url"].popleft()
            headers = {"Retry-After": fault.retry_after} if fault.retry_after else {}
            return web.Response(status=fault.status, text="fault", headers=headers)
        error = self.world.respond(request.match_info["name"], body)
        return web.Response(status=404 if error else 200, text=error or "ok")

    # Socket Mode

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        if self.closed:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.connections += 1
        self._sockets.append(socket)
        await socket.send_json({"type": "hello", "num_connections": len(self._sockets)})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                ack = json.loads(message.data)
                self.acknowledged += 1
                waiting = self._acks.pop(ack["envelope_id"], None)
                if waiting and not waiting.done():
                    waiting.set_result(ack.get("payload") or {})
        if socket in self._sockets:
            self._sockets.remove(socket)
        return socket

    async def disconnect(self, *, politely: bool) -> None:
        """Slack refreshes a connection, or it is lost."""
        before = self.connections
        for socket in list(self._sockets):
            if politely:
                await socket.send_json({"type": "disconnect", "reason": "refresh_requested"})
            else:
                await socket.close(code=1011)
        await until(lambda: self.connections > before)

    async def by_socket(
        self, kind: str, payload: dict[str, Any], patience: float = _BOUND
    ) -> dict[str, Any]:
        """Sends an envelope and gives what it is acknowledged with. patience: seconds."""
        envelope = f"e{next(self._count)}"
        self._acks[envelope] = asyncio.get_running_loop().create_future()
        waiting = self._acks[envelope]
        sent: dict[str, Any] = {"type": kind, "envelope_id": envelope, "payload": payload}
        sent["accepts_response_payload"] = kind != "events_api"
        await until(lambda: bool(self._sockets))
        await self._sockets[-1].send_json(sent)
        return await asyncio.wait_for(waiting, patience)

    # HTTP mode

    async def by_http(
        self, kind: str, payload: dict[str, Any], **headers: str
    ) -> tuple[int, dict[str, Any] | str]:
        """Sends a signed request and gives the status and what it is answered with."""
        content, body = encoded(kind, payload)
        url = f"http://127.0.0.1:{self.app_port}/slack/events"
        signed = {**signature(body), "Content-Type": content, **headers}
        async with ClientSession() as session, session.post(url, data=body, headers=signed) as got:
            text = await got.text()
            is_json = got.content_type == "application/json"
            return got.status, json.loads(text) if is_json and text else text

    async def deliver(self, kind: str, payload: dict[str, Any]) -> dict[str, Any]:
        """By whichever mode the app is in. kind: events_api, slash_commands or interactive."""
        if not self.app_port:
            return await self.by_socket(kind, payload)
        status, answer = await self.by_http(kind, payload)
        assert status == 200, (status, answer)
        return answer if isinstance(answer, dict) else {}

    async def offer(self, kind: str, payload: dict[str, Any]) -> dict[str, Any] | None:
        """As `deliver`; None where it is not acknowledged in the time that Slack gives."""
        if not self.app_port:
            try:
                return await self.by_socket(kind, payload, PATIENCE)
            except TimeoutError:
                return None
        status, answer = await self.by_http(kind, payload)
        return None if status != 200 else answer if isinstance(answer, dict) else {}


def _object(value: Any) -> dict[str, Any]:
    found = json.loads(value) if isinstance(value, str) else value
    assert isinstance(found, dict)
    return found


async def until(condition: Callable[[], bool]) -> None:
    """Waits for the condition, with a bound that only a hang reaches."""
    async with asyncio.timeout(_BOUND):
        while not condition():  # noqa: ASYNC110 - the condition is the app's, not ours
            await asyncio.sleep(0.005)
