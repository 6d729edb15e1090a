"""The manifest, the doctor and the guide agree with what the adapter does."""

from __future__ import annotations

import asyncio
import json
import re
import socket
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import ClientTimeout

from bot.adapters.slack import doctor, files, http
from bot.adapters.slack.app import SlackAdapter
from bot.adapters.slack.doctor import diagnose
from bot.adapters.slack.manifest import EVENTS, SCOPES, manifest
from bot.app import App
from bot.commands import ALL
from bot.config import SlackSettings
from bot.locale import LOCALES, texts
from bot.messages import Address, File, Reply
from tests.coach import EngineCoach
from tests.conftest import ROOT
from tests.slack.place import CHANNEL, place, run
from tests.snapshots import matches
from tests.standins.slack import ALL_SCOPES, APP_TOKEN, BOT_TOKEN, NEEDS, SlackStandIn, until
from tests.standins.slack_payloads import TEAM, home_opened, mention
from tests.standins.slack_signed import SECRET

GUIDE = ROOT / "docs" / "slack.md"
SENPAI = ROOT / "bot" / "adapters" / "slack"
EVENT_SCOPES = {"message.im": "im:history", "app_mention": "app_mentions:read"}


def commands_of(found: dict[str, Any]) -> list[str]:
    return [slash["command"] for slash in found["features"]["slash_commands"]]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_manifest_lists_every_command(locale: str) -> None:
    found = manifest(ALL, "s-", locale=locale)
    listed = [f"/s-{command.name}" for command in ALL if command.listed]
    assert commands_of(found) == ["/s-senpai", *listed]
    for slash in found["features"]["slash_commands"]:
        assert 1 <= len(slash["description"]) <= 2000
        assert len(slash["command"]) <= 32
        assert len(slash.get("usage_hint", "")) <= 1000
    assert len(found["display_information"]["name"]) <= 35
    assert len(found["display_information"]["description"]) <= 140
    json.dumps(found)


def test_the_manifest_in_both_modes() -> None:
    by_socket = json.dumps(manifest(ALL, ""))
    assert "url" not in by_socket
    assert '"socket_mode_enabled": true' in by_socket
    found = manifest(ALL, "", False, "https://bot.example/")
    url = "https://bot.example/slack/events"
    assert found["settings"]["event_subscriptions"]["request_url"] == url
    assert found["settings"]["interactivity"]["message_menu_options_url"] == url
    assert {slash["url"] for slash in found["features"]["slash_commands"]} == {url}
    assert found["settings"]["socket_mode_enabled"] is False
    matches("slack/manifest", manifest(ALL, ""))


def test_no_scope_is_asked_for_that_nothing_needs(app: App) -> None:
    """Each scope is needed by a method that is called, an event that is heard, or commands."""

    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo", CHANNEL)
            await aoi.say("CMO")
            await aoi.event(mention(aoi.id, CHANNEL, "CMO"))
            assert aoi.screen()
            await aoi.event(home_opened(aoi.id, aoi.dm))
            assert aoi.screen()
            dm = Address("slack", TEAM, TEAM, "", person=aoi.id)
            sent = await here.adapter.send(dm, Reply("お知らせ"), "key-1")
            await here.adapter.edit(dm, sent, Reply("変更"))
            assert "変更" in aoi.screen()
            assert here.adapter._calls
            export = Reply(files=(File("x.json", b"{}"),))
            say = texts("ja")
            left = await files.without(here.adapter._calls, aoi.id, export, say, in_dm=True)
            assert left is export
            called = {method for method, _ in here.slack.calls}
            needed = {NEEDS[method] for method in called & NEEDS.keys()}
            needed |= {EVENT_SCOPES[event] for event in set(EVENTS) & EVENT_SCOPES.keys()}
            assert needed | {"commands"} == SCOPES.keys() == ALL_SCOPES

    run(conversation())
    assert not [scope for scope in SCOPES if re.match(r"(channels|groups|mpim):", scope)]


def test_every_event_of_the_manifest_is_heard() -> None:
    heard = set(re.findall(r'app\.event\("(\w+)"\)', (SENPAI / "app.py").read_text("utf-8")))
    assert heard == {event.split(".")[0] for event in EVENTS}


def test_the_guide_names_all_of_it() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    names = [f"/{command.name}" for command in ALL if command.listed] + ["/senpai"]
    environment = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_PREFIX"]
    environment += ["SLACK_HOST", "SLACK_PORT", "SLACK_API_URL"]
    for name in (*SCOPES, *EVENTS, *names, *environment, "connections:write", "/slack/events"):
        assert f"`{name}`" in guide, name
    found = set(re.findall(r"`([a-z_]+:[a-z.]+)`", guide)) - {"connections:write"}
    assert found - {"channels:history", "groups:history"} <= SCOPES.keys()  # those are optional


async def findings(settings: SlackSettings, slack: SlackStandIn) -> dict[str, bool]:
    await slack.start()
    try:
        found = await diagnose(replace(settings, api_url=slack.api_url))
    finally:
        await slack.stop()
    for _, text, values in found:
        for locale in LOCALES:
            assert texts(locale)(text, **values)
    return {text.removeprefix("slack-doctor-"): well for well, text, _ in found}


GOOD = SlackSettings(BOT_TOKEN, APP_TOKEN)


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        (GOOD, {"auth": True, "scopes": True, "clock": True, "socket": True}),
        (
            SlackSettings(BOT_TOKEN, signing_secret=SECRET),
            {"auth": True, "scopes": True, "clock": True, "http": True},
        ),
        (SlackSettings(BOT_TOKEN), {"auth": True, "scopes": True, "clock": True, "no-mode": False}),
        (
            SlackSettings("xoxp-mine", "xoxb-swapped"),
            {"bot-token-form": False, "auth-refused": False, "app-token-form": False},
        ),
        (
            SlackSettings(BOT_TOKEN, "xapp-old"),
            {"auth": True, "scopes": True, "clock": True, "app-token-refused": False},
        ),
    ],
)
def test_the_doctor_finds(settings: SlackSettings, found: dict[str, bool]) -> None:
    async def check() -> None:
        assert await findings(settings, SlackStandIn()) == found

    run(check())


def test_the_doctor_finds_missing_scopes_and_a_wrong_clock() -> None:
    async def check() -> None:
        slack = SlackStandIn()
        slack.scopes -= {"users:read", "im:history"}
        slack.clock_ahead = 600.0
        found = await findings(GOOD, slack)
        assert found["scopes-missing"] is False
        assert found["clock-off"] is False
        await slack.start()
        told = {t: v for _, t, v in await diagnose(replace(GOOD, api_url=slack.api_url))}
        await slack.stop()
        assert told["slack-doctor-scopes-missing"] == {"scopes": "im:history, users:read"}
        assert told["slack-doctor-clock-off"]["minutes"] == "10"

    run(check())


def test_the_doctor_says_when_slack_cannot_be_reached() -> None:
    async def check() -> None:
        slack = SlackStandIn()
        await slack.start()
        await slack.stop()
        found = await diagnose(replace(GOOD, api_url=slack.api_url))
        assert [text for well, text, _ in found if not well] == ["slack-doctor-unreachable"] * 2

    run(check())


def test_a_port_that_is_taken_is_found_and_waited_for(
    app: App, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(http, "_FIRST_PAUSE", 0.01)

    async def conversation() -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            # It listens, and never answers.
            monkeypatch.setattr(doctor, "_PATIENCE", ClientTimeout(total=0.1))
            assert (await doctor._http("127.0.0.1", port))[1] == "slack-doctor-http-taken"
            stop = asyncio.Event()
            slack = SlackStandIn()
            await slack.start()
            settings = SlackSettings(
                BOT_TOKEN, signing_secret=SECRET, port=port, api_url=slack.api_url
            )
            adapter = SlackAdapter(settings, EngineCoach(app.engine))
            running = asyncio.create_task(adapter.run(stop))
            await until(lambda: "can't listen" in caplog.text)
        await asyncio.wait_for(adapter.connected.wait(), 20)
        monkeypatch.setattr(doctor, "_PATIENCE", ClientTimeout(total=20))
        assert (await doctor._http("127.0.0.1", port))[1] == "slack-doctor-http-running"
        stop.set()
        await running
        await slack.stop()
        assert (await doctor._http("127.0.0.1", port))[1] == "slack-doctor-http"

    run(conversation())
    assert "Traceback" not in caplog.text
