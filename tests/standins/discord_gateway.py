"""The gateway of the stand-in: sessions, heartbeats, resuming and replaying."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

_PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15
_HEARTBEAT = 41_250


@dataclass
class Session:
    """events: all that were dispatched, for replaying; the first has the number 1."""

    id: str
    socket: web.WebSocketResponse | None = None
    events: list[dict[str, Any]] = field(default_factory=list)


class Gateway:
    def __init__(
        self, token: str, ready: Mapping[str, Any], guild: Callable[[], Mapping[str, Any]]
    ) -> None:
        """ready: what READY says; guild: gives what GUILD_CREATE says at that moment."""
        self._token = token
        self._ready = ready
        self._guild = guild
        self._sessions: dict[str, Session] = {}
        self._numbers = itertools.count(1)
        self.address = ""
        self.identified = 0
        self.resumed = 0
        self.intents = 0
        self.session: Session | None = None
        self.connected = asyncio.Event()

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": _HEARTBEAT}})
        session: Session | None = None
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                break
            said = json.loads(frame.data)
            match said["op"]:
                case 1:
                    await socket.send_json({"op": 11})
                case 2:
                    session = await self._identify(socket, said["d"])
                case 6:
                    session = await self._resume(socket, said["d"])
        if session and session.socket is socket:
            session.socket = None
            self.connected.clear()
        return socket

    async def _identify(self, socket: web.WebSocketResponse, said: Any) -> Session | None:
        self.intents = said["intents"]
        if said["token"] != self._token:
            await socket.close(code=4004, message=b"Authentication failed.")
            return None
        if self.intents & _PRIVILEGED:
            await socket.close(code=4014, message=b"Disallowed intent(s).")
            return None
        self.identified += 1
        session = Session(f"session-{next(self._numbers)}", socket)
        self._sessions[session.id] = self.session = session
        ready = {**self._ready, "session_id": session.id, "resume_gateway_url": self.address}
        await self._dispatch(session, "READY", ready)
        await self._dispatch(session, "GUILD_CREATE", self._guild())
        self.connected.set()
        return session

    async def _resume(self, socket: web.WebSocketResponse, said: Any) -> Session | None:
        session = self._sessions.get(said["session_id"])
        if session is None or said["token"] != self._token:
            await socket.send_json({"op": 9, "d": False})
            return None
        self.resumed += 1
        session.socket = socket
        for event in session.events[said["seq"] :]:
            await socket.send_json(event)
        await self._dispatch(session, "RESUMED", {})
        self.connected.set()
        return session

    async def dispatch(self, event: str, data: Mapping[str, Any]) -> None:
        """Tells the client, now or when it resumes."""
        assert self.session, "nobody ever connected"
        await self._dispatch(self.session, event, data)

    async def _dispatch(self, session: Session, event: str, data: Mapping[str, Any]) -> None:
        payload = {"op": 0, "t": event, "s": len(session.events) + 1, "d": data}
        session.events.append(payload)
        if session.socket is not None and not session.socket.closed:
            with contextlib.suppress(ConnectionError):  # it is just leaving
                await session.socket.send_json(payload)

    async def replay(self, event: str) -> None:
        """Sends the last `event` once more, as Discord may around a reconnect."""
        assert self.session
        assert self.session.socket
        last = [each for each in self.session.events if each["t"] == event][-1]
        await self.session.socket.send_json({**last, "s": len(self.session.events)})

    async def ask_to_reconnect(self) -> None:
        await self._say({"op": 7, "d": None})

    async def invalidate(self) -> None:
        """Forgets the session: the client has to identify anew."""
        self._sessions.clear()
        await self._say({"op": 9, "d": False})

    async def cut(self) -> None:
        """Drops the connection without a word."""
        assert self.session
        socket, self.session.socket = self.session.socket, None
        self.connected.clear()
        assert socket
        await socket.close(code=1006 if socket.closed else 4000)

    async def _say(self, payload: Mapping[str, Any]) -> None:
        assert self.session
        assert self.session.socket
        socket = self.session.socket
        self.connected.clear()
        await socket.send_json(payload)
