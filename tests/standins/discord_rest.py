"""The HTTP side of the stand-in: what Discord answers, and what it refuses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.standins import discord_limits as limits
from tests.standins import discord_payloads as payloads
from tests.standins.discord_http import Refused, answer, body, check, cut, faulty, too_many

if TYPE_CHECKING:
    from tests.standins.discord import Discord
    from tests.standins.discord_eyes import Pending, Sight

_MESSAGES = (4, 5)
_ON_CLICK = (4, 5, 6, 7, 9)
_ALLOWED = {2: (4, 5, 9), 3: _ON_CLICK, 4: (8,), 5: (4, 5, 6, 7)}


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
            web.get("/guilds/{guild}", self._guild),
            web.get(f"/guilds/{payloads.GUILD}/members/{payloads.APPLICATION}", self._member),
            web.get("/channels/{channel}", self._channel),
            web.get("/channels/{channel}/messages", self._history),
            web.post("/channels/{channel}/messages", self._post),
            web.patch("/channels/{channel}/messages/{message}", self._change),
            web.delete("/channels/{channel}/messages/{message}", self._take_away),
        ]

    @web.middleware
    async def guard(self, request: web.Request, handler: Any) -> web.StreamResponse:
        discord = self._discord
        if request.path == "/gateway":
            return await handler(request)  # type: ignore[no-any-return]
        open_to_all = request.path.startswith(("/interactions/", "/webhooks/"))
        if not open_to_all and request.headers.get("Authorization") != f"Bot {discord.token}":
            return answer({"code": 0, "message": "401: Unauthorized"}, 401)
        limited, told = discord.rates.take(request.method, request.path)
        if limited:
            return too_many(limited, told)
        try:
            done = await handler(request)
        except Refused as refused:
            discord.refusals.append((request.path, refused.body))
            return answer(refused.body, refused.status, told)
        finally:
            discord.notify()
        done.headers.update(told)
        return done  # type: ignore[no-any-return]

    @web.middleware
    async def weather(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """What goes wrong on the way there or back."""
        discord = self._discord
        if request.path != "/gateway":
            discord.calls.append((request.method, request.path))
            discord.notify()
        trouble = discord.take_trouble(request.method, request.path)
        if trouble and trouble.before:
            return answer(trouble.body, trouble.status, trouble.headers)
        fault = discord.faults.draw(request.path)
        if fault and fault != "cut after":
            return faulty(request, fault, discord.faults.retry_after)
        done = await handler(request)
        if fault:
            return cut(request)
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
        if request.query.get("with_response") not in ("1", "true"):
            return web.Response(status=204)
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
        person = self._discord.people.get(str(said["recipient_id"]))
        if person is None:
            raise Refused(400, 50033, "Invalid Recipient(s)")
        who = payloads.user(person.id, person.name)
        return answer({"id": person.dm, "type": payloads.DM, "recipients": [who]})

    async def _history(self, request: web.Request) -> web.Response:
        """What people said after a message, the newest first; a page is next to that message."""
        channel, after = request.match_info["channel"], int(request.query.get("after", 0))
        said = self._discord.said
        found = [m for m in said if m["channel_id"] == channel and int(m["id"]) > after]
        return answer(found[: int(request.query.get("limit", 50))][::-1])

    async def _guild(self, request: web.Request) -> web.Response:
        if request.match_info["guild"] != payloads.GUILD:
            raise Refused(404, 10004, "Unknown Guild")
        elsewhere = ("channels", "threads", "members", "voice_states", "presences", "unavailable")
        whole = self._discord.server.payload()
        return answer({key: value for key, value in whole.items() if key not in elsewhere})

    async def _member(self, _request: web.Request) -> web.Response:
        return answer(payloads.SELF)

    async def _channel(self, request: web.Request) -> web.Response:
        channel = self._place(request)
        return answer(self._discord.server.described(self._discord.server.channels[channel]))

    async def _post(self, request: web.Request) -> web.Response:
        discord = self._discord
        channel = self._place(request, payloads.SEND)
        said, names = await body(request)
        check(limits.message(said, names))
        if names:
            self._place(request, payloads.ATTACH)
        nonce = (channel, said.get("nonce"))
        if said.get("enforce_nonce") and nonce in discord.nonces:
            return answer(discord.nonces[nonce])
        shown = discord.post(channel, said)
        if said.get("nonce"):
            discord.nonces[nonce] = shown
        return answer(shown)

    async def _change(self, request: web.Request) -> web.Response:
        sight = self._posted(request)
        said, names = await body(request)
        flags = sight.payload.get("flags", 0) | said.get("flags", 0)
        check(limits.message({**said, "flags": flags}, names))
        return answer(self._discord.change(sight, said))

    async def _take_away(self, request: web.Request) -> web.Response:
        self._discord.take_away(self._posted(request))
        return web.Response(status=204)

    def _place(self, request: web.Request, needed: int = 0) -> str:
        """The channel of the path, where the bot may do what takes that permission."""
        discord, id = self._discord, request.match_info["channel"]
        if not discord.is_dm(id) and id not in discord.server.channels:
            raise Refused(404, 10003, "Unknown Channel")
        code = discord.closed.get(id) or discord.server.refusal(id, needed)
        if code:
            raise Refused(403, code, "Refused")
        return id

    def _posted(self, request: web.Request) -> Sight:
        sight = self._discord.posted(self._place(request), request.match_info["message"])
        if sight is None:
            raise Refused(404, 10008, "Unknown Message")
        return sight

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


__all__ = ["Refused", "Rest", "check"]
