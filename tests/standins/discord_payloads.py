"""Discord's objects, with the keys that its documentation says are always there."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

APPLICATION, GUILD, EVERYONE = "700000000000000001", "800000000000000001", "800000000000000001"
VIEW, SEND, SEND_IN_THREADS = 1 << 10, 1 << 11, 1 << 38
ATTACH = 1 << 15
PERMISSIONS = str(VIEW | SEND | SEND_IN_THREADS | 1 << 15 | 1 << 16)
MANAGE_GUILD = 1 << 5
DM, TEXT, THREAD = 1, 0, 11
NOW = "2026-11-22T03:00:00.000000+00:00"

_snowflakes = itertools.count(900_000_000_000_000_001)


def snowflake() -> str:
    """Unlike any other of this process, so that servers started anew repeat none."""
    return str(next(_snowflakes))


@dataclass
class Member:
    """A person. dm: the channel of their DM with the bot. manages: whether they run the server.

    denied: the permissions that they alone don't have.
    """

    name: str = "葵"
    locale: str = "ja"
    manages: bool = False
    id: str = field(default_factory=snowflake)
    dm: str = field(default_factory=snowflake)
    denied: int = 0


@dataclass(frozen=True)
class Channel:
    """installed: whether the server has installed the bot, not just the person.

    parent: of a thread, the channel that it is in.
    """

    id: str = field(default_factory=snowflake)
    kind: int = TEXT
    guild: str = GUILD
    installed: bool = True
    parent: str = "1"


def user(id: str, name: str, *, bot: bool = False) -> dict[str, Any]:
    return {
        "id": id,
        "username": f"user{id[-4:]}",
        "global_name": name,
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
        "public_flags": 0,
    }


BOT = user(APPLICATION, "Senpai", bot=True)
SELF = {"user": BOT, "roles": [], "joined_at": NOW, "deaf": False, "mute": False, "flags": 0}
"""The bot as a member of the server."""


def member(person: Member) -> dict[str, Any]:
    permissions = int(PERMISSIONS) & ~person.denied | (MANAGE_GUILD if person.manages else 0)
    return {
        "user": user(person.id, person.name),
        "nick": None,
        "roles": [],
        "joined_at": NOW,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": str(permissions),
    }


def described(channel: Channel, denied: int = 0) -> dict[str, Any]:
    """denied: the permissions that nobody has there."""
    overwrite = {"id": EVERYONE, "type": 0, "allow": "0", "deny": str(denied)}
    return {
        "id": channel.id,
        "type": channel.kind,
        "guild_id": channel.guild,
        "name": "general",
        "position": 0,
        "permission_overwrites": [overwrite] if denied else [],
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "last_message_id": None,
    }


def thread(channel: Channel, *, locked: bool = False) -> dict[str, Any]:
    return {
        "id": channel.id,
        "type": channel.kind,
        "guild_id": channel.guild,
        "parent_id": channel.parent,
        "owner_id": APPLICATION,
        "name": "thread",
        "last_message_id": None,
        "message_count": 0,
        "member_count": 1,
        "rate_limit_per_user": 0,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 60,
            "archive_timestamp": NOW,
            "locked": locked,
        },
    }


def guild(channels: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The server as the gateway tells of it. channels: channels and threads, described."""
    told = list(channels)
    role = {"id": EVERYONE, "name": "@everyone", "permissions": PERMISSIONS, "position": 0}
    looks = {"color": 0, "colors": {"primary_color": 0}, "hoist": False, "managed": False}
    return {
        "id": GUILD,
        "name": "Test",
        "owner_id": "1",
        "member_count": 3,
        "large": False,
        "unavailable": False,
        "roles": [{**role, **looks, "mentionable": False, "flags": 0}],
        "emojis": [],
        "stickers": [],
        "features": [],
        "channels": [each for each in told if each["type"] == TEXT],
        "threads": [each for each in told if each["type"] == THREAD],
        "members": [SELF],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "preferred_locale": "ja",
    }


def application(**changes: Any) -> dict[str, Any]:
    return {
        "id": APPLICATION,
        "name": "Senpai",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user("1", "Owner"),
        "verify_key": "00",
        "team": None,
        "flags": 1 << 23,
        "interactions_endpoint_url": None,
        "integration_types_config": {"0": {}, "1": {}},
        **changes,
    }


def message(id: str, channel_id: str, payload: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": id,
        "channel_id": channel_id,
        "author": BOT,
        "content": payload.get("content") or "",
        "timestamp": NOW,
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "application_id": APPLICATION,
        "flags": payload.get("flags", 0),
        "components": numbered(payload.get("components") or []),
    }


def numbered(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Components as Discord gives them back: each with an id of its own."""
    count = itertools.count(1)

    def number(component: dict[str, Any]) -> dict[str, Any]:
        inner = component.get("components")
        more = {"components": [number(each) for each in inner]} if inner else {}
        return {**component, "id": next(count), **more}

    return [number(component) for component in components]


def said(person: Member, text: str, channel: Channel | None, **changes: Any) -> dict[str, Any]:
    """A message of a person, in their DM or in a channel. Others' words stay hidden there."""
    mentioned = f"<@{APPLICATION}>" in text
    event = {
        **message(snowflake(), channel.id if channel else person.dm, {}),
        "author": user(person.id, person.name),
        "content": text if channel is None or mentioned else "",
        "mentions": [BOT] if mentioned else [],
        "application_id": None,
        "flags": 0,
        "channel_type": channel.kind if channel else DM,
    }
    if channel:
        inside = {key: value for key, value in member(person).items() if key != "user"}
        event |= {"guild_id": channel.guild, "member": inside}
    return {**event, **changes}


def interaction(
    person: Member, kind: int, data: Mapping[str, Any], channel: Channel | None, context: int
) -> dict[str, Any]:
    event: dict[str, Any] = {
        "id": snowflake(),
        "application_id": APPLICATION,
        "type": kind,
        "data": data,
        "token": f"token-{snowflake()}",
        "version": 1,
        "locale": person.locale,
        "app_permissions": PERMISSIONS,
        "entitlements": [],
        "attachment_size_limit": 10_485_760,
        "context": context,
        "authorizing_integration_owners": {"1": person.id},
    }
    who = user(person.id, person.name)
    if channel is None:
        dm = {"id": person.dm, "type": DM, "recipients": [user(person.id, person.name)]}
        dm |= {"last_message_id": None}
        return {
            **event,
            "channel_id": person.dm,
            "channel": dm,
            "user": user(person.id, person.name),
        }
    if not channel.guild:
        group = {"id": channel.id, "type": 3, "recipients": [who], "owner_id": person.id}
        group |= {"last_message_id": None, "name": None, "icon": None}
        return {**event, "channel_id": channel.id, "channel": group, "user": who}
    where = thread(channel) if channel.kind == THREAD else described(channel)
    owners = {"0": channel.guild} if channel.installed else {"1": person.id}
    return {
        **event,
        "guild_id": channel.guild,
        "guild": {"id": channel.guild, "locale": "ja", "features": []},
        "guild_locale": "ja",
        "channel_id": channel.id,
        "channel": where,
        "member": member(person),
        "authorizing_integration_owners": owners,
    }
