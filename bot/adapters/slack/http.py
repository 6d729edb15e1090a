"""HTTP mode: Slack's signed requests, served by Starlette under uvicorn."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Generator

import uvicorn
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.slack.calls import describe, log
from bot.adapters.slack.manifest import PATH

_LARGEST_BODY = 1_000_000
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
_BAD = Response(status_code=400)
_UNSIGNED = Response(status_code=401)
_TOO_LARGE = Response(status_code=413)


def web_app(app: AsyncApp, signing_secret: str) -> Starlette:
    """What answers Slack at PATH. A request without Slack's signature reaches nothing else."""
    verifier = SignatureVerifier(signing_secret)

    async def receive(request: Request) -> Response:
        body = await _read(request)
        if body is None:
            return _TOO_LARGE
        if not _signed(verifier, request, body):
            return _UNSIGNED
        try:
            asked = to_async_bolt_request(request, body)
            return to_starlette_response(await app.async_dispatch(asked))
        except Exception as wrong:  # noqa: BLE001 - Slack's payloads are not ours to trust
            log.warning("a malformed request is ignored: %s", describe(wrong))
            return _BAD

    return Starlette(routes=[Route(PATH, receive, methods=["POST"])])


async def _read(request: Request) -> bytes | None:
    """The body, or None where it is larger than any of Slack's."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_BODY:
            return None
    return bytes(body)


def _signed(verifier: SignatureVerifier, request: Request, body: bytes) -> bool:
    """Whether Slack signed it in the last five minutes; False for whatever is malformed."""
    timestamp = request.headers.get("x-slack-request-timestamp", "")
    signature = request.headers.get("x-slack-signature", "")
    try:
        return bool(verifier.is_valid(body, timestamp, signature))
    except (ValueError, TypeError):
        return False


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Signals are the business of whoever runs the adapter."""
        yield


class HttpMode:
    """Listens from `start` to `stop`. port: the one in use, once it does, where 0 was asked for."""

    def __init__(self, app: AsyncApp, signing_secret: str, host: str, port: int) -> None:
        self.host = host
        self.port = port
        self._socket: socket.socket | None = None
        config = uvicorn.Config(
            web_app(app, signing_secret),
            log_config=None,
            log_level="warning",
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=5,
        )
        self._server = _Server(config)
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Takes the port, as soon as it is free: another Senpai may still be stopping."""
        self._socket = await self._taken()
        self.port = self._socket.getsockname()[1]
        self._serving = asyncio.create_task(self._server.serve(sockets=[self._socket]))

    async def stop(self) -> None:
        """Takes no more requests, and answers those that are there."""
        self._server.should_exit = True
        if self._serving:
            await self._serving
        if self._socket:
            self._socket.close()

    async def _taken(self) -> socket.socket:
        pause = _FIRST_PAUSE
        while True:
            try:
                return listening(self.host, self.port)
            except OSError as error:
                said = "can't listen on %s:%s, as SLACK_HOST and SLACK_PORT say (%s); trying again"
                log.error(said, self.host, self.port, error.strerror)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)


def listening(host: str, port: int) -> socket.socket:
    """Raises OSError where something else listens there, or nothing may."""
    return socket.create_server((host, port), family=_family(host))


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
