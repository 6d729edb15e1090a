"""Discord's manner of speaking HTTP: its answers, its refusals, and its failures."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from tests.standins import discord_limits as limits
from tests.standins.discord_rates import Fault, Limited


class Refused(Exception):
    """An answer other than success."""

    def __init__(self, status: int, code: int, message: str, **more: Any) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"code": code, "message": message, **more}


def answer(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """discord.py takes only exactly this content type for JSON."""
    shown = {"Content-Type": "application/json", "Via": "1.1 google", **(headers or {})}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=shown)


def check(problems: limits.Problems) -> None:
    if problems:
        errors = {k: {"_errors": [{"code": "X", "message": v}]} for k, v in problems.items()}
        raise Refused(400, 50035, "Invalid Form Body", errors=errors)


async def body(request: web.Request) -> tuple[Any, list[str]]:
    """The JSON, and the names of the files that came with it."""
    if not request.content_type.startswith("multipart/"):
        return (await request.json() if request.can_read_body else {}), []
    form = await request.post()
    names = [part.filename for part in form.values() if isinstance(part, web.FileField)]
    return json.loads(str(form["payload_json"])), names


def too_many(limited: Limited, told: Mapping[str, str]) -> web.Response:
    said = {"message": "You are being rate limited.", "code": 0}
    said |= {"retry_after": round(limited.after, 3), "global": limited.whole}
    scope = {"X-RateLimit-Global": "true"} if limited.whole else {}
    after = {"Retry-After": str(math.ceil(limited.after)), **scope}
    return answer(said, 429, {**told, **after})


def cut(request: web.Request) -> web.Response:
    """Drops the connection in place of an answer."""
    assert request.transport
    request.transport.abort()
    return web.Response()


def faulty(request: web.Request, fault: Fault, retry_after: float) -> web.Response:
    """The call takes no effect."""
    if fault == "500":
        return answer({"code": 0, "message": "500: Internal Server Error"}, 500)
    if fault == "429":
        return too_many(Limited(retry_after, whole=False), {})
    return cut(request)
