"""The HTTP side of the stand-in: what Discord answers, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.standins import discord_limits as limits
from tests.standins import discord_payloads as payloads

if TYPE_CHECKING:
    from tests.standins.discord import Discord, Pending

_MESSAGES = (4, 5)
_ON_CLICK = (4, 5, 6, 7, 9)
_ALLOWED = {2: (4, 5, 9), 3: _ON_CLICK, 4: (8,), 5: (4, 5, 6, 7)}


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


class Rest:
    def __init__(self, discord: Discord) -> None:
        self._discord = discord

    def routes(self) -> list[web.RouteDef]:
        application = f"/applications/{payloads.APPLICATION}/commands"
        hook = "/webhooks/{application}/{token}"
        return [
            web.get("/users/@me", self._me),
            web.get("/oauth2/applications/@me", self._application),
            web.get("/applications/@me", self._application),
            web.get(application, self._commands),
            web.put(application, self._register),
            web.post("/interactions/{id}/{token}/callback", self._respond),
            web.post(hook, self._follow_up),
            web.patch(f"{hook}/messages/@original", self._edit),
            web.delete(f"{hook}/messages/@original", self._delete),
            web.post("/users/@me/channels", self._open_dm),
            web.post("/channels/{channel}/messages", self._post),
        ]

    @web.middleware
    async def guard(self, request: web.Request, handler: Any) -> web.StreamResponse:
        discord = self._discord
        if request.path == "/gateway":
            return await handler(request)  # type: ignore[no-any-return]
        discord.calls.append((request.method, request.path))
        discord.notify()
        trouble = discord.take_trouble(request.method, request.path)
        if trouble and trouble.before:
            return answer(trouble.body, trouble.status, trouble.headers)
        open_to_all = request.path.startswith(("/interactions/", "/webhooks/"))
        if not open_to_all and request.headers.get("Authorization") != f"Bot {discord.token}":
            return answer({"code": 0, "message": "401: Unauthorized"}, 401)
        try:
            done = await handler(request)
        except Refused as refused:
            discord.refusals.append((request.path, refused.body))
            return answer(refused.body, refused.status)
        finally:
            discord.notify()
        if trouble:
            return answer(trouble.body, trouble.status, trouble.headers)
        return done  # type: ignore[no-any-return]

    async def _me(self, _request: web.Request) -> web.Response:
        return answer(payloads.BOT)

    async def _application(self, _request: web.Request) -> web.Response:
        return answer(self._discord.application)

    async def _commands(self, request: web.Request) -> web.Response:
        """Without being asked for all languages, Discord leaves them out."""
        everything = request.query.get("with_localizations") == "true"
        hidden = () if everything else ("description_localizations", "name_localizations")
        known = self._discord.commands
        return answer([{k: v for k, v in each.items() if k not in hidden} for each in known])

    async def _register(self, request: web.Request) -> web.Response:
        wanted, _ = await body(request)
        check(limits.commands(wanted))
        self._discord.commands = [_stored(command) for command in wanted]
        return answer(self._discord.commands)

    async def _respond(self, request: web.Request) -> web.Response:
        pending = self._pending(request, 10062, "Unknown interaction")
        said, names = await body(request)
        kind, data = said["type"], said.get("data") or {}
        if pending.responded:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        if pending.late:
            raise Refused(404, 10062, "Unknown interaction")
        if kind not in _ALLOWED[pending.kind]:
            raise Refused(400, 50035, f"Response {kind} isn't for interaction {pending.kind}")
        if kind == 9:
            check(limits.modal(data))
        elif kind == 8:
            check(limits.suggestions(data))
        elif kind in (4, 7):
            check(limits.message({**data, "flags": _flags(pending, kind, data)}, names))
        pending.responded = True
        shown = self._discord.respond(pending, kind, data)
        told = {"id": pending.id, "type": pending.kind}
        if shown is None:
            return answer({"interaction": told})
        told |= {"response_message_id": shown["id"]}
        return answer({"interaction": told, "resource": {"type": kind, "message": shown}})

    async def _follow_up(self, request: web.Request) -> web.Response:
        pending = self._pending(request, 10015, "Unknown Webhook")
        said, names = await body(request)
        if not pending.responded:
            raise Refused(404, 10015, "Unknown Webhook")
        check(limits.message(said, names))
        return answer(self._discord.follow_up(pending, said))

    async def _edit(self, request: web.Request) -> web.Response:
        pending = self._pending(request, 10015, "Unknown Webhook")
        said, names = await body(request)
        if pending.message is None:
            raise Refused(404, 10008, "Unknown Message")
        check(limits.message(said, names))
        return answer(self._discord.fill(pending, said))

    async def _delete(self, request: web.Request) -> web.Response:
        self._discord.withdraw(self._pending(request, 10015, "Unknown Webhook"))
        return web.Response(status=204)

    async def _open_dm(self, request: web.Request) -> web.Response:
        said, _ = await body(request)
        person = self._discord.people[str(said["recipient_id"])]
        who = payloads.user(person.id, person.name)
        return answer({"id": person.dm, "type": payloads.DM, "recipients": [who]})

    async def _post(self, request: web.Request) -> web.Response:
        discord = self._discord
        channel = request.match_info["channel"]
        if channel not in discord.places:
            raise Refused(404, 10003, "Unknown Channel")
        if channel in discord.closed:
            raise Refused(403, discord.closed[channel], "Refused")
        said, names = await body(request)
        check(limits.message(said, names))
        nonce = (channel, said.get("nonce"))
        if said.get("enforce_nonce") and nonce in discord.nonces:
            return answer(discord.nonces[nonce])
        shown = discord.post(channel, said)
        if said.get("nonce"):
            discord.nonces[nonce] = shown
        return answer(shown)

    def _pending(self, request: web.Request, code: int, words: str) -> Pending:
        pending = self._discord.pending.get(request.match_info["token"])
        if pending is None:
            raise Refused(404, code, words)
        return pending


def _flags(pending: Pending, kind: int, data: Mapping[str, Any]) -> int:
    """An edit may leave out the flag of components, which then stays as it was."""
    flags: int = data.get("flags", 0)
    return flags | limits.COMPONENTS_V2 if kind == 7 and pending.clicked else flags


def _stored(command: Mapping[str, Any]) -> dict[str, Any]:
    """As Discord gives a command back: with ids, and without what is false."""
    options: Sequence[Mapping[str, Any]] = command.get("options", ())
    kept = [{k: v for k, v in option.items() if v is not False} for option in options]
    return {
        "id": payloads.snowflake(),
        "application_id": payloads.APPLICATION,
        "version": payloads.snowflake(),
        "default_member_permissions": None,
        "name_localizations": None,
        "nsfw": False,
        "dm_permission": True,
        **command,
        "options": kept,
    }


__all__ = ["Refused", "Rest"]
