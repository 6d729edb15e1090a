"""What Slack's refusals of a post mean to whoever wanted it posted."""

from __future__ import annotations

from slack_sdk.errors import SlackApiError

from bot.adapters.slack.calls import code
from bot.port import NotSent, Undeliverable

_NOT_IN_CHANNEL = ("not_in_channel", "channel_not_found")  # a private one is "not found"
_GONE = ("is_archived", "channel_is_archived", "is_inactive")
_DM_CLOSED = ("messages_tab_disabled", "cannot_dm_bot", "user_disabled", "user_not_found")
_TOKEN = ("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired")
_FORBIDDEN = ("restricted_action", "no_permission", "not_allowed", "access_denied", "ekm_access")
_RATE_LIMIT = ("ratelimited", "rate_limited")
# Slack may have taken the post all the same.
_UNSURE = ("internal_error", "fatal_error", "request_timeout", "service_unavailable", "")


def passes(error: SlackApiError) -> bool:
    """Whether it is trouble of Slack's that passes, and no refusal."""
    status = getattr(error.response, "status_code", 200)
    return code(error) in (*_UNSURE, *_RATE_LIMIT) or status == 429 or status >= 500


def refusal(error: SlackApiError, *, in_dm: bool = False) -> Exception:
    """Undeliverable or NotSent; `error` itself where the post may have gone out."""
    found = code(error)
    if found in _DM_CLOSED or (in_dm and found in _NOT_IN_CHANNEL):
        return Undeliverable("error-dm-closed")
    if found in _NOT_IN_CHANNEL:
        return Undeliverable("error-post-not-in-channel")
    if found in _GONE:
        return Undeliverable("error-post-gone")
    if found == "missing_scope":
        data = getattr(error.response, "data", error.response)
        return Undeliverable("error-post-scope", scope=str(data.get("needed") or "chat:write"))
    if found.startswith(_FORBIDDEN):
        return Undeliverable("error-post-forbidden", permission=found)
    if found in _RATE_LIMIT or getattr(error.response, "status_code", 200) == 429:
        return NotSent(found)
    if found in _UNSURE:
        return error
    if found in _TOKEN:
        return Undeliverable("slack-token-refused", error=found)
    return Undeliverable("slack-post-refused", error=found)
