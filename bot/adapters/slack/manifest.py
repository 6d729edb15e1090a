"""The manifest of the Slack app: what one pastes to make it, from the list of commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.adapters.slack.parse import ALL_IN_ONE
from bot.command import Command
from bot.locale import texts

SCOPES = {
    "commands": "slash commands",
    "chat:write": "chat.postMessage, chat.postEphemeral, chat.update, chat.delete",
    "im:history": "message.im, conversations.history, conversations.replies",
    "im:write": "conversations.open",
    "app_mentions:read": "app_mention",
    "files:write": "files.getUploadURLExternal, files.completeUploadExternal",
    "users:read": "users.info",
}
"""Each scope that Senpai asks for, with the methods and events that need it."""

EVENTS = ("app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked")

PATH = "/slack/events"
"""Where HTTP mode hears Slack."""

_LONGEST_DESCRIPTION = 2000
_LONGEST_HINT = 1000


def manifest(
    commands: Sequence[Command],
    prefix: str,
    socket_mode: bool = True,
    request_url: str = "",
    locale: str = "ja",
) -> dict[str, Any]:
    """request_url: of HTTP mode, with or without PATH; Socket Mode needs none."""
    say = texts(locale)
    url = f"{request_url.rstrip('/').removesuffix(PATH)}{PATH}"
    where = {} if socket_mode else {"request_url": url}
    all_in_one = _slash(prefix, ALL_IN_ONE, say("slack-senpai-summary"), say("slack-senpai-hint"))
    slashes = [all_in_one]
    for command in commands:
        if command.listed:
            hint = say(f"{command.name}-{command.params[0].name}-help") if command.params else ""
            summary = say(f"{command.name}-summary")
            slashes.append(_slash(prefix, command.name, summary, hint and f"[{hint}]"))
    return {
        "display_information": {
            "name": "Senpai",
            "description": say("slack-app-description"),
            "background_color": "#1f3a5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Senpai", "always_online": True},
            "slash_commands": [{**slash, **_slash_url(socket_mode, url)} for slash in slashes],
        },
        "oauth_config": {"scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": {**where, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **where, **_options_url(socket_mode, url)},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket_mode,
            "token_rotation_enabled": False,
        },
    }


def _slash(prefix: str, name: str, summary: str, hint: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "command": f"/{prefix}{name}",
        "description": summary[:_LONGEST_DESCRIPTION],
        "should_escape": False,
    }
    return {**found, "usage_hint": hint[:_LONGEST_HINT]} if hint else found


def _slash_url(socket_mode: bool, url: str) -> dict[str, str]:
    return {} if socket_mode else {"url": url}


def _options_url(socket_mode: bool, url: str) -> dict[str, str]:
    """Where menus ask what to suggest."""
    return {} if socket_mode else {"message_menu_options_url": url}
