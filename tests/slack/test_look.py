"""Slack's native look, payload by payload."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.adapters.slack import form, render
from bot.app import App
from bot.locale import texts
from bot.messages import Person, Reply, Request
from tests.slack.place import CHANNEL, run, sharing_place
from tests.snapshots import matches
from tests.standins.slack_payloads import home_opened

AOI = Person("slack", "T0SENPAI", "U0AOI", "葵")


def reply_to(app: App, line: str) -> Reply:
    request = Request(f"slack-look-{line}", AOI, line, channel=CHANNEL, place="channel")
    (reply,) = asyncio.run(app.engine.handle(request))
    return reply


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("role", "/role cmo"),
        ("section-with-pages", "/role cmo questions page=2"),
        ("career-way", "/career digital_marketer cmo"),
        ("browse", "/role"),
    ],
)
def test_a_reply_looks_as_before(app: App, name: str, line: str) -> None:
    matches(f"slack/{name}", render.messages(reply_to(app, line), texts("ja")))


def test_a_form_looks_as_before(app: App) -> None:
    reply = reply_to(app, "/career")
    assert reply.form
    matches("slack/modal", form.view(reply.form, texts("ja"), '{"run":"/career"}'))


def test_the_home_looks_as_before(app: App, tmp_path: Path) -> None:
    async def conversation() -> None:
        async with sharing_place(app, tmp_path) as here:
            aoi = here.person()
            await aoi.event(home_opened(aoi.id, aoi.dm))
            (shown,) = here.slack.made("views.publish")
            matches("slack/home", shown["view"])

    run(conversation())


def test_a_shared_post_looks_as_before(app: App, tmp_path: Path) -> None:
    async def conversation() -> None:
        async with sharing_place(app, tmp_path) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo", CHANNEL)
            await aoi.press("ここに共有")
            (call,) = here.slack.made("chat.postMessage")
            call["metadata"]["event_payload"]["key"] = "share-…"
            matches("slack/shared-post", call)

    run(conversation())
