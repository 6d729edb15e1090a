"""What may be done with messages that stand there: changed, taken away, read again."""

from __future__ import annotations

import json
from typing import Any

from tests.standins.slack_payloads import BOT_USER
from tests.standins.slack_world import Channel, Message, Refused, World


def act(world: World, method: str, given: Message, scopes: set[str]) -> Message:
    match method:
        case "chat.update":
            return update(world, given)
        case "chat.delete":
            return delete(world, given)
        case "conversations.history" | "conversations.replies":
            return history(world, given, scopes)
        case "conversations.open":
            return open_dm(world, str(given.get("users")))
        case "files.completeUploadExternal":
            return share_files(world, given)
        case _:
            raise Refused("unknown_method")


def open_dm(world: World, users: str) -> dict[str, Any]:
    """conversations.open."""
    if users not in world.users:
        raise Refused("user_not_found")
    return {"channel": {"id": world.dm(users)}}


def update(world: World, given: Message) -> Message:
    """chat.update. What isn't given stays, the metadata too."""
    channel, message = _own(world, given, "cant_update_message")
    changed: Message = {n: given[n] for n in ("text", "blocks", "metadata") if n in given}
    world.check_message(changed)
    message.update(changed)
    world.show(channel, message)
    return {"channel": channel.id, "ts": message["ts"], "text": message["text"]}


def delete(world: World, given: Message) -> Message:
    """chat.delete."""
    channel, message = _own(world, given, "cant_delete_message")
    del channel.messages[message["ts"]]
    message["deleted"] = True
    return {"channel": channel.id, "ts": message["ts"]}


def history(world: World, given: Message, scopes: set[str]) -> Message:
    """conversations.history, and with a `ts` conversations.replies of that thread."""
    channel = _readable(world, given, scopes)
    thread = given.get("ts")
    found = [
        message
        for message in channel.messages.values()
        if float(message["ts"]) > float(given.get("oldest", 0))
        and (thread in (message["ts"], message.get("thread_ts")) or not thread)
        and (thread or not message.get("thread_ts"))
    ]
    if not thread:
        found.reverse()
    start, size = int(given.get("cursor", 0)), min(int(given.get("limit", 100)), 999)
    more = len(found) > start + size
    hidden = () if given.get("include_all_metadata") in ("true", "1") else ("metadata",)
    page = [{k: v for k, v in m.items() if k not in hidden} for m in found[start : start + size]]
    cursor = str(start + size) if more else ""
    return {"messages": page, "has_more": more, "response_metadata": {"next_cursor": cursor}}


def _own(world: World, given: Message, error: str) -> tuple[Channel, Message]:
    """The channel, which must not be given by a user, and Senpai's own message in it."""
    channel = world.channels.get(str(given.get("channel")))
    if channel is None:
        raise Refused("channel_not_found")
    if channel.archived:
        raise Refused("is_inactive")
    if channel.refuses:
        raise Refused(channel.refuses)
    message = channel.messages.get(str(given.get("ts")))
    if message is None:
        raise Refused("message_not_found")
    if message["user"] != BOT_USER:
        raise Refused(error)
    return channel, message


def share_files(world: World, given: Message) -> Message:
    """files.completeUploadExternal."""
    named = given["files"]
    ids = [each["id"] for each in (json.loads(named) if isinstance(named, str) else named)]
    if not all(world.files.is_whole(id) for id in ids):
        raise Refused("file_not_found")
    if str(given.get("channel_id")) not in world.channels:
        raise Refused("channel_not_found")
    for id in ids:
        world.share_file(str(given["channel_id"]), id)
    return {"files": [{"id": id} for id in ids]}


_SCOPES = {"C": "channels:history", "G": "groups:history", "D": "im:history"}


def _readable(world: World, given: Message, scopes: set[str]) -> Channel:
    name = str(given.get("channel"))
    needed = _SCOPES.get(name[:1], "channels:history")
    if needed not in scopes:
        raise Refused("missing_scope", needed=needed, provided=",".join(sorted(scopes)))
    channel = world.channels.get(name)
    if channel is None:
        raise Refused("channel_not_found")
    if BOT_USER not in channel.members:
        raise Refused("not_in_channel")
    return channel
