"""What each person and each channel of the stand-in has before its eyes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tests.standins import discord_limits as limits
from tests.standins import discord_payloads as payloads
from tests.standins.discord_payloads import Channel, Member
from tests.standins.discord_shown import Screen, screen


@dataclass
class Pending:
    """An interaction. kind: Discord's type; message: that of the first response."""

    id: str
    kind: int
    person: Member
    channel: Channel | None
    clicked: Sight | None = None
    responded: bool = False
    late: bool = False
    message: Sight | None = None


@dataclass
class Sight:
    """What came before somebody's eyes. how: a message that stays, one that only the person
    sees, a form, suggestions, or the sign that Senpai is thinking."""

    id: str
    how: Literal["message", "private", "form", "suggestions", "thinking"]
    channel: str
    payload: Mapping[str, Any]
    edits: int = 0

    @property
    def screen(self) -> Screen:
        return screen(self.payload)


class Eyes:
    """people: by id. seen, public: what each person and each channel sees, oldest first."""

    def __init__(self) -> None:
        self.people: dict[str, Member] = {}
        self.seen: dict[str, list[Sight]] = {}
        self.public: dict[str, list[Sight]] = {}
        self._by_dm: dict[str, str] = {}
        self._posts: dict[tuple[str, str], Sight] = {}

    def person(self, name: str = "葵", locale: str = "ja", *, manages: bool = False) -> Member:
        person = Member(name, locale, manages)
        self.people[person.id] = person
        self._by_dm[person.dm] = person.id
        self.seen[person.id] = []
        return person

    def is_dm(self, channel: str) -> bool:
        return channel in self._by_dm

    def respond(self, pending: Pending, kind: int, data: Mapping[str, Any]) -> Any:
        if kind == 6:
            return None
        if kind == 7:
            assert pending.clicked
            return self.change(pending.clicked, data)
        hidden = bool(data.get("flags", 0) & limits.EPHEMERAL)
        how = {5: "thinking", 8: "suggestions", 9: "form"}.get(kind)
        return self._show(pending, data, how or ("private" if hidden else "message"))

    def follow_up(self, pending: Pending, data: Mapping[str, Any]) -> dict[str, Any]:
        if pending.message and pending.message.how == "thinking":
            return self.fill(pending, data)
        hidden = bool(data.get("flags", 0) & limits.EPHEMERAL)
        return self._show(pending, data, "private" if hidden else "message")

    def fill(self, pending: Pending, data: Mapping[str, Any]) -> dict[str, Any]:
        """Puts a message in place of the sign of thinking, as private as that was."""
        assert pending.message
        if pending.message.how == "thinking":
            flags = pending.message.payload.get("flags", 0)
            pending.message.how = "private" if flags & limits.EPHEMERAL else "message"
            data = {**data, "flags": data.get("flags", 0) | flags}
        return self.change(pending.message, data)

    def withdraw(self, pending: Pending) -> None:
        assert pending.message
        self.seen[pending.person.id].remove(pending.message)

    def post(self, channel: str, data: Mapping[str, Any]) -> dict[str, Any]:
        sight = Sight(payloads.snowflake(), "message", channel, data)
        self._posts[channel, sight.id] = sight
        self._list(channel).append(sight)
        return payloads.message(sight.id, channel, data)

    def posted(self, channel: str, id: str) -> Sight | None:
        """A post of the bot that still stands there."""
        return self._posts.get((channel, id))

    def take_away(self, sight: Sight) -> None:
        del self._posts[sight.channel, sight.id]
        self._list(sight.channel).remove(sight)

    def change(self, sight: Sight, data: Mapping[str, Any]) -> dict[str, Any]:
        flags = sight.payload.get("flags", 0) | data.get("flags", 0)
        sight.payload = {**sight.payload, **data, "flags": flags}
        sight.edits += 1
        return payloads.message(sight.id, sight.channel, sight.payload)

    def _list(self, channel: str) -> list[Sight]:
        owner = self._by_dm.get(channel)
        return self.seen[owner] if owner else self.public.setdefault(channel, [])

    def _show(self, pending: Pending, data: Mapping[str, Any], how: Any) -> dict[str, Any]:
        where = pending.channel.id if pending.channel else pending.person.dm
        sight = Sight(payloads.snowflake(), how, where, data)
        pending.message = pending.message or sight
        self.seen[pending.person.id].append(sight)
        if pending.channel and how == "message":
            self.public.setdefault(where, []).append(sight)
        return payloads.message(sight.id, where, data)
