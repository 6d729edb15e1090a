"""Is Slack set up as it should be? Each finding is a sentence in slack.ftl that says what to do."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.calls import describe, library_log
from bot.adapters.slack.http import listening
from bot.adapters.slack.manifest import PATH, SCOPES
from bot.config import SlackSettings

Finding = tuple[bool, str, dict[str, str]]
"""Whether it is well, the text's name, and its values."""

_PATIENCE = ClientTimeout(total=3)
_CLOCK_TOLERANCE = 300.0
"""Seconds by which Slack lets a signed request be off."""


async def diagnose(settings: SlackSettings) -> list[Finding]:
    """Asks Slack; changes nothing there. Never raises for what Slack or the network says."""
    found: list[Finding] = []
    if not settings.bot_token.startswith("xoxb-"):
        found.append((False, "slack-doctor-bot-token-form", {}))
    async with ClientSession() as session:
        client = AsyncWebClient(
            settings.bot_token,
            settings.api_url,
            session=session,
            logger=library_log,
            retry_handlers=[],
        )
        found.extend(await _bot(client))
        found.append(await _mode(client, settings))
    return found


async def _bot(client: AsyncWebClient) -> list[Finding]:
    try:
        answer = await client.auth_test()
    except SlackApiError as refused:
        return [(False, "slack-doctor-auth-refused", {"error": describe(refused)})]
    except (ClientError, TimeoutError) as failed:
        return [(False, "slack-doctor-unreachable", {"error": describe(failed)})]
    name, team = str(answer.get("user") or ""), str(answer.get("team") or answer.get("team_id"))
    headers = {key.lower(): value for key, value in answer.headers.items()}
    well: Finding = (True, "slack-doctor-auth", {"name": name, "team": team})
    return [well, _scopes(headers), *_clock(headers)]


def _scopes(headers: dict[str, Any]) -> Finding:
    granted = {scope.strip() for scope in str(headers.get("x-oauth-scopes", "")).split(",")}
    missing = sorted(SCOPES.keys() - granted)
    if missing:
        return False, "slack-doctor-scopes-missing", {"scopes": ", ".join(missing)}
    return True, "slack-doctor-scopes", {}


def _clock(headers: dict[str, Any]) -> list[Finding]:
    try:
        off = abs(time.time() - parsedate_to_datetime(str(headers.get("date"))).timestamp())
    except (TypeError, ValueError):
        return []
    if off > _CLOCK_TOLERANCE:
        return [(False, "slack-doctor-clock-off", {"minutes": str(round(off / 60))})]
    return [(True, "slack-doctor-clock", {})]


async def _http(host: str, port: int) -> Finding:
    where = {"host": host, "port": str(port)}
    try:
        listening(host, port).close()
    except OSError as error:
        if await _senpai_listens(host, port):
            return True, "slack-doctor-http-running", where
        return False, "slack-doctor-http-taken", {**where, "error": str(error.strerror or error)}
    return True, "slack-doctor-http", where


async def _senpai_listens(host: str, port: int) -> bool:
    """Whether what listens there refuses what Slack didn't sign."""
    url = f"http://{f'[{host}]' if ':' in host else host}:{port}{PATH}"
    try:
        async with ClientSession(timeout=_PATIENCE) as session, session.post(url) as answer:
            return answer.status == 401
    except (ClientError, OSError, ValueError):
        return False


async def _mode(client: AsyncWebClient, settings: SlackSettings) -> Finding:
    """Whether Slack can reach Senpai: by a socket, or by requests that it signs."""
    if not settings.app_token:
        if not settings.signing_secret:
            return False, "slack-doctor-no-mode", {}
        return await _http(settings.host, settings.port)
    if not settings.app_token.startswith("xapp-"):
        return False, "slack-doctor-app-token-form", {}
    try:
        await client.apps_connections_open(app_token=settings.app_token)
    except SlackApiError as refused:
        return False, "slack-doctor-app-token-refused", {"error": describe(refused)}
    except (ClientError, TimeoutError) as failed:
        return False, "slack-doctor-unreachable", {"error": describe(failed)}
    return True, "slack-doctor-socket", {}
