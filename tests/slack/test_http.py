"""HTTP mode answers Slack and nobody else."""

from __future__ import annotations

import json
import time

import pytest
from aiohttp import ClientSession

from bot.app import App
from tests.coach import EngineCoach
from tests.slack.place import Place, place, run
from tests.standins.slack_payloads import direct, event, slash
from tests.standins.slack_signed import encoded, signature

pytestmark = pytest.mark.slow


async def sent(
    here: Place, body: bytes, headers: dict[str, str], path: str = "/slack/events"
) -> int:
    url = f"http://127.0.0.1:{here.slack.app_port}{path}"
    async with ClientSession() as session, session.post(url, data=body, headers=headers) as got:
        return got.status


def command() -> tuple[bytes, str]:
    payload = slash("U0AOI", "DU0AOI", "/role", "cmo", url="http://127.0.0.1:1/", trigger="t1")
    content, body = encoded("slash_commands", payload)
    return body, content


FORGED = {
    "no signature": {},
    "an empty one": {"X-Slack-Signature": "", "X-Slack-Request-Timestamp": ""},
    "another secret": signature(command()[0], secret="other"),  # noqa: S106
    "another body": signature(b"something else"),
    "no time": {"X-Slack-Signature": signature(command()[0])["X-Slack-Signature"]},
    "an old one": signature(command()[0], at=int(time.time()) - 301),
    "one from the future": signature(command()[0], at=int(time.time()) + 86_400),
    "a time that is none": {**signature(command()[0]), "X-Slack-Request-Timestamp": "soon"},
    "odd characters": {**signature(command()[0]), "X-Slack-Signature": "v0=\u00e9"},
}


@pytest.mark.parametrize("forged", FORGED)
def test_what_slack_did_not_sign_is_refused(app: App, forged: str) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine), socket=False) as here:
            here.person()
            body, content = command()
            headers = {"Content-Type": content, **FORGED[forged]}
            assert await sent(here, body, headers) == 401
            assert await sent(here, b"ssl_check=1", headers) == 401
            assert here.slack.made("users.info") == []

    run(conversation())


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"\xff\xfe", 401),
        (b"{", 400),
        (b"", None),
        (b"[]", None),
        (b'"text"', None),
        (b"payload=%7B", 400),
        (b'{"type": "event_callback"}', None),
        (b'{"type": "event_callback", "event": "none"}', None),
        (b"x" * 1_000_001, 413),
    ],
    ids=lambda value: str(value)[:30],
)
def test_malformed_requests_end_nothing(app: App, body: bytes, status: int | None) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine), socket=False) as here:
            headers = {"Content-Type": "application/json", **signature(body)}
            answered = await sent(here, body, headers)
            assert answered in ((status,) if status else (200, 400, 404, 500))
            aoi = here.person()
            await aoi.command("/role", "cmo")
            assert "CMO（最高マーケティング責任者）" in aoi.screen()

    run(conversation())


def test_slack_can_check_the_address(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine), socket=False) as here:
            payload = {"type": "url_verification", "challenge": "3eZbrw1a", "token": "legacy"}
            status, answer = await here.slack.by_http("events_api", payload)
            assert status == 200
            assert "3eZbrw1a" in json.dumps(answer)
            body, content = command()
            headers = {"Content-Type": content, **signature(body)}
            assert await sent(here, body, headers, "/elsewhere") == 404

    run(conversation())


def test_a_retry_is_acknowledged_and_has_no_effect(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine), socket=False) as here:
            aoi = here.person()
            payload = event(direct(aoi.id, aoi.dm, "CMO"))
            for number in ("", "1", "2"):
                again = {"X-Slack-Retry-Num": number, "X-Slack-Retry-Reason": "http_timeout"}
                status, _ = await here.slack.by_http("events_api", payload, **again)
                assert status == 200
            await here.adapter.settled()
            assert len(aoi.shown) == 1

    run(conversation())
