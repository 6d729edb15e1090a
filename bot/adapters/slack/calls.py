"""Calls to Slack's Web API, and which of them are made again when they fail."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator, Awaitable
from datetime import datetime
from typing import Any

from aiohttp import ClientConnectorError, ClientError, ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.adapters.slack.text import Block
from bot.config import SlackSettings
from bot.port import CannotTell

log = logging.getLogger("senpai.slack")

# Of the libraries' own logs nothing below an error: they hold what people wrote.
library_log = logging.getLogger("senpai.slack.library")
library_log.setLevel(logging.ERROR)

_ADDRESS = re.compile(r"((?:https?|wss?)://[^/\s'\"]+)[^\s'\"]*")


def _mask(record: logging.LogRecord) -> bool:
    """Addresses without what may be a key to them; tracebacks would show them again."""
    record.msg, record.args = _ADDRESS.sub(r"\1/…", record.getMessage()), ()
    record.exc_info = record.exc_text = None
    return True


library_log.addFilter(_mask)

_PATIENCE = 20
"""Seconds for which a call waits at most when Slack asks to slow down."""

_LONGEST_ALT = 1000
_PAGE = 200
_MOST_PAGES = 25


class _RateLimit(AsyncRateLimitErrorRetryHandler):
    """Waits as Slack says, but not longer than anybody would wait for an answer."""

    async def _can_retry_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        if response is None or response.status_code != 429:
            return False
        headers = {name.lower(): value for name, value in response.headers.items()}
        wait = str((headers.get("retry-after") or ["1"])[0])
        return wait.isdecimal() and int(wait) <= _PATIENCE


def _once() -> list[AsyncRetryHandler]:
    """For what must not be posted twice: a call that was refused unread, and no other."""
    return [_RateLimit(max_retry_count=2)]


def _patiently() -> list[AsyncRetryHandler]:
    """For what does no harm if Slack gets it twice."""
    return [
        _RateLimit(max_retry_count=2),
        AsyncServerErrorRetryHandler(max_retry_count=2),
        AsyncConnectionErrorRetryHandler(max_retry_count=1),
    ]


class Calls:
    """The methods that Senpai uses, over one shared session. See the manifest for the scopes."""

    def __init__(self, settings: SlackSettings, session: ClientSession) -> None:
        self._session = session
        self.client = _client(settings, session, _patiently())
        self._careful = _client(settings, session, _once())

    async def who_am_i(self) -> dict[str, Any]:
        return _data(await self.client.auth_test())

    async def user(self, user: str) -> dict[str, Any]:
        found = _data(await self.client.users_info(user=user, include_locale=True)).get("user")
        return found if isinstance(found, dict) else {}

    async def open_form(self, trigger: str, view: Block) -> bool:
        """Whether the form stands open; False where the trigger is too old or was used."""
        try:
            await self._careful.views_open(trigger_id=trigger, view=view)
        except (SlackApiError, ClientError, TimeoutError) as failed:
            if not (isinstance(failed, SlackApiError) and code(failed) in _OLD_TRIGGER):
                log.warning("a form could not be opened: %s", describe(failed))
            return False
        return True

    async def show_home(self, user: str, view: Block) -> None:
        await self.client.views_publish(user_id=user, view=view)

    async def post(self, channel: str, message: Block, thread: str | None = None) -> str:
        """Posts for good, once, and gives the message's ts. channel: a user's id for their DM."""
        posted = await self._careful.chat_postMessage(
            channel=channel, thread_ts=thread, unfurl_links=False, unfurl_media=False, **message
        )
        return str(posted.get("ts") or "")

    async def whisper(
        self, channel: str, user: str, message: Block, thread: str | None = None
    ) -> None:
        """Says something in a channel that only `user` sees."""
        await self.client.chat_postEphemeral(
            channel=channel, user=user, thread_ts=thread, **message
        )

    async def edit(self, channel: str, ts: str, message: Block) -> None:
        """Gives a post another content; its metadata stays."""
        await self.client.chat_update(channel=channel, ts=ts, **message)

    async def delete(self, channel: str, ts: str) -> None:
        await self.client.chat_delete(channel=channel, ts=ts)

    async def dm(self, user: str) -> str:
        """The channel that is the person's DM with Senpai."""
        opened = _data(await self.client.conversations_open(users=user)).get("channel")
        return str(opened.get("id") or "") if isinstance(opened, dict) else ""

    async def history(
        self, channel: str, oldest: datetime, thread: str | None = None
    ) -> AsyncIterator[dict[str, Any]]:
        """What was posted since then in the channel, or in a thread of it, with its metadata.

        Raises CannotTell where that is too much.
        """
        method = "conversations.replies" if thread else "conversations.history"
        asked = {"channel": channel, "oldest": f"{oldest.timestamp():.6f}", "limit": str(_PAGE)}
        asked |= {"include_all_metadata": "true"} | ({"ts": thread} if thread else {})
        cursor = ""
        for _ in range(_MOST_PAGES):
            more = {"cursor": cursor} if cursor else {}
            page = _data(await self.client.api_call(method, params=asked | more))
            for message in page.get("messages") or ():
                yield message
            cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return
        raise CannotTell("too much was posted to look through")

    async def upload(self, channel: str, name: str, data: bytes, alt: str = "") -> None:
        """Puts a file into a channel; `alt`: what it shows. Raises SlackRequestError too."""
        words = alt[:_LONGEST_ALT] or None
        await self._careful.files_upload_v2(
            channel=channel, filename=name, title=name, file=data, alt_txt=words
        )

    async def respond(self, url: str, body: Block) -> bool:
        """Answers by a response_url; False where it has run out of time or uses."""
        webhook = AsyncWebhookClient(
            url, session=self._session, retry_handlers=_patiently(), logger=library_log
        )
        response = await webhook.send_dict(body)
        return bool(response.status_code == 200)


_OLD_TRIGGER = (
    "expired_trigger_id",
    "trigger_expired",
    "trigger_exchanged",
    "exchanged_trigger_id",
)


def _client(
    settings: SlackSettings, session: ClientSession, retries: list[AsyncRetryHandler]
) -> AsyncWebClient:
    return AsyncWebClient(
        token=settings.bot_token,
        base_url=settings.api_url,
        session=session,
        retry_handlers=retries,
        logger=library_log,
    )


def _data(response: Any) -> dict[str, Any]:
    return response.data if isinstance(response.data, dict) else {}


def code(error: SlackApiError) -> str:
    """Slack's word for what is wrong, such as `not_in_channel`; empty for a broken answer."""
    data = getattr(error.response, "data", error.response)
    found = data.get("error") if isinstance(data, dict) else None
    return found if isinstance(found, str) else ""


def describe(error: BaseException) -> str:
    """What may stand in the log: no address, which may be a key, and nothing of the call."""
    if isinstance(error, SlackApiError):
        return code(error) or f"status {getattr(error.response, 'status_code', '?')}"
    return type(error).__name__


async def quietly(call: Awaitable[object], what: str) -> bool:
    """Whether the call succeeded; a failure that Slack or the network gives is logged."""
    try:
        await call
    except (SlackApiError, ClientError, TimeoutError) as failed:
        log.warning("%s: %s", what, describe(failed))
        return False
    return True


NEVER_SENT = (ClientConnectorError,)
"""What is raised before anything was sent."""
