"""Slack's payloads, as Slack writes them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

Payload = dict[str, Any]

TEAM = "T0SENPAI"
APP = "A0SENPAI"
BOT_USER = "U0BOT"
BOT = "B0BOT"

_count = itertools.count(1)


def stamp(at: float = 1795000000.0) -> str:
    """A ts, as no other message has it."""
    return f"{at:.0f}.{next(_count):06}"


def escaped(text: str) -> str:
    """As Slack sends what somebody typed."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def slash(user: str, channel: str, command: str, text: str, *, url: str, trigger: str) -> Payload:
    return {
        "token": "legacy",
        "team_id": TEAM,
        "team_domain": "senpai",
        "channel_id": channel,
        "channel_name": "directmessage" if channel.startswith("D") else "general",
        "user_id": user,
        "user_name": user.lower(),
        "command": command,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": url,
        "trigger_id": trigger,
    }


def event(inner: Mapping[str, Any], event_id: str = "") -> Payload:
    return {
        "token": "legacy",
        "team_id": TEAM,
        "api_app_id": APP,
        "event": dict(inner),
        "type": "event_callback",
        "event_id": event_id or f"Ev{next(_count):08}",
        "event_time": 1795000000,
        "authorizations": [
            {"enterprise_id": None, "team_id": TEAM, "user_id": BOT_USER, "is_bot": True}
        ],
        "is_ext_shared_channel": False,
    }


def direct(user: str, channel: str, text: str, **more: Any) -> Payload:
    ts = stamp()
    return {
        "client_msg_id": f"c-{ts}",
        "type": "message",
        "text": escaped(text),
        "user": user,
        "ts": ts,
        "team": TEAM,
        "channel": channel,
        "event_ts": ts,
        "channel_type": "im",
        **more,
    }


def edit(user: str, channel: str, before: str, after: str) -> Payload:
    ts = stamp()
    changed = {"type": "message", "user": user, "ts": ts, "team": TEAM}
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "channel": channel,
        "channel_type": "im",
        "ts": stamp(),
        "event_ts": stamp(),
        "message": {**changed, "text": escaped(after), "edited": {"user": user, "ts": stamp()}},
        "previous_message": {**changed, "text": escaped(before)},
    }


def mention(user: str, channel: str, text: str, thread: str | None = None) -> Payload:
    ts = stamp()
    inner = {
        "type": "app_mention",
        "user": user,
        "text": f"<@{BOT_USER}> {escaped(text)}".strip(),
        "ts": ts,
        "team": TEAM,
        "channel": channel,
        "event_ts": ts,
    }
    return {**inner, "thread_ts": thread} if thread else inner


def home_opened(user: str, channel: str, tab: str = "home") -> Payload:
    return {
        "type": "app_home_opened",
        "user": user,
        "channel": channel,
        "tab": tab,
        "event_ts": stamp(),
    }


def uninstalled() -> Payload:
    return {"type": "app_uninstalled"}


def revoked(*bots: str) -> Payload:
    return {"type": "tokens_revoked", "tokens": {"oauth": ["U0BOSS"], "bot": list(bots)}}


def _interaction(kind: str, user: str) -> Payload:
    return {
        "type": kind,
        "user": {"id": user, "username": user.lower(), "name": user.lower(), "team_id": TEAM},
        "api_app_id": APP,
        "token": "legacy",
        "team": {"id": TEAM, "domain": "senpai"},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def on_message(user: str, shown: Payload) -> Payload:
    """Where a click on a message happens. shown: a message as the stand-in keeps it."""
    unseen = bool(shown.get("ephemeral_for"))
    container: Payload = {
        "type": "message",
        "message_ts": shown["ts"],
        "channel_id": shown["channel"],
        "is_ephemeral": unseen,
    }
    found = _interaction("block_actions", user)
    found["channel"] = {"id": shown["channel"], "name": "general"}
    if shown.get("thread_ts"):
        container["thread_ts"] = shown["thread_ts"]
    if not unseen:
        found["message"] = {k: v for k, v in shown.items() if k != "channel"}
    return {**found, "container": container, "state": {"values": {}}}


def on_view(user: str, view: Payload) -> Payload:
    found = _interaction("block_actions", user)
    return {**found, "container": {"type": "view", "view_id": view["id"]}, "view": view}


def pressed(element: Payload, option: Payload | None = None) -> Payload:
    """The action of an element: a button, or a menu with the option that was chosen."""
    found = {"action_id": element["action_id"], "block_id": "b1", "type": element["type"]}
    found["action_ts"] = stamp()
    if option:
        return {**found, "selected_option": option}
    return {**found, **{k: element[k] for k in ("value", "text", "style") if k in element}}


def suggestion(user: str, element: Payload, typed: str) -> Payload:
    found = _interaction("block_suggestion", user)
    return {**found, "action_id": element["action_id"], "block_id": "b1", "value": typed}


def submission(user: str, view: Payload, values: Payload, trigger: str) -> Payload:
    found = _interaction("view_submission", user)
    return {
        **found,
        "trigger_id": trigger,
        "view": {**view, "state": {"values": values}},
        "response_urls": [],
    }
