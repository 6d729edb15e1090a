"""Starting and stopping, who people are, and what the log holds."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.adapters.slack import service
from bot.adapters.slack.app import SlackAdapter
from bot.app import App
from bot.config import SlackSettings
from bot.messages import Card, Profile, Reply
from bot.port import Misconfigured
from tests.coach import EngineCoach
from tests.slack.coaches import Scripted
from tests.slack.place import CHANNEL, place, run
from tests.standins.slack import APP_TOKEN, BOT_TOKEN, SlackStandIn, until
from tests.standins.slack_limits import Fault
from tests.standins.slack_payloads import TEAM, direct, edit, event

pytestmark = pytest.mark.slow

ANSWER = Reply(card=Card("受け取りました"))
modes = pytest.mark.parametrize("socket", [True, False], ids=["socket", "http"])


@modes
def test_a_stop_waits_for_what_is_under_way(socket: bool) -> None:
    async def conversation() -> None:
        coach = Scripted({"": [ANSWER]}, gate=asyncio.Event())
        assert coach.gate
        async with place(coach, socket=socket) as here:
            aoi = here.person()
            asking = [
                asyncio.create_task(aoi.command("/role", "cmo", CHANNEL)),
                asyncio.create_task(
                    here.slack.deliver("events_api", event(direct(aoi.id, aoi.dm, "CMO")))
                ),
            ]
            await until(lambda: len(coach.asked) == 1)
            here.stop.set()
            coach.gate.set()
            await here.running
            await asyncio.gather(*asking)
            assert here.slack.world.screen(aoi.id).count("受け取りました") == 2

    run(conversation())


def test_a_stop_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "IN_TIME", 0)
    monkeypatch.setattr("bot.adapters.slack.app._DRAIN", 0.01)

    async def conversation() -> None:
        coach = Scripted({"": [ANSWER]}, gate=asyncio.Event())
        async with place(coach) as here:
            aoi = here.person()
            asking = asyncio.create_task(aoi.command("/role", "cmo", CHANNEL))
            await until(lambda: len(coach.asked) == 1)
            here.stop.set()
            await here.running
            await asking
            assert aoi.screen() == ""

    run(conversation())


@pytest.mark.parametrize(
    ("bot", "app_token"), [("xoxb-wrong", APP_TOKEN), (BOT_TOKEN, "xapp-wrong")]
)
def test_a_token_that_slack_refuses_ends_the_start(bot: str, app_token: str) -> None:
    async def conversation() -> None:
        slack = SlackStandIn()
        await slack.start()
        settings = SlackSettings(bot, app_token, api_url=slack.api_url)
        with pytest.raises(Misconfigured, match="invalid_auth"):
            await SlackAdapter(settings, Scripted({})).run(asyncio.Event())
        await slack.stop()

    run(conversation())


@pytest.mark.slow
def test_a_stop_before_slack_has_answered() -> None:
    async def conversation() -> None:
        slack = SlackStandIn()
        await slack.start()
        slack.faults["auth.test"].extend([Fault(503)] * 100)
        stop = asyncio.Event()
        adapter = SlackAdapter(
            SlackSettings(BOT_TOKEN, APP_TOKEN, api_url=slack.api_url), Scripted({})
        )
        running = asyncio.create_task(adapter.run(stop))
        await until(lambda: bool(slack.made("auth.test")))
        stop.set()
        await running
        await slack.stop()

    run(conversation())


def test_a_stop_while_slack_is_silent() -> None:
    async def conversation() -> None:
        called, ended = asyncio.Event(), asyncio.Event()

        async def silent(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            called.set()
            await ended.wait()
            writer.close()

        server = await asyncio.start_server(silent, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/"
        stop = asyncio.Event()
        settings = SlackSettings(BOT_TOKEN, APP_TOKEN, api_url=url)
        running = asyncio.create_task(SlackAdapter(settings, Scripted({})).run(stop))
        await called.wait()
        stop.set()
        await asyncio.wait_for(running, 5)
        ended.set()
        server.close()

    run(conversation())


def test_a_stop_while_the_socket_cannot_be_opened() -> None:
    async def conversation() -> None:
        slack = SlackStandIn()
        await slack.start()
        slack.closed = True
        stop = asyncio.Event()
        settings = SlackSettings(BOT_TOKEN, APP_TOKEN, api_url=slack.api_url)
        running = asyncio.create_task(SlackAdapter(settings, Scripted({})).run(stop))
        await until(lambda: bool(slack.made("apps.connections.open")))
        stop.set()
        await running
        await slack.stop()

    run(conversation())


def test_without_a_way_to_hear_slack_the_start_says_what_is_missing() -> None:
    async def conversation() -> None:
        slack = SlackStandIn()
        await slack.start()
        adapter = SlackAdapter(SlackSettings(BOT_TOKEN, api_url=slack.api_url), Scripted({}))
        with pytest.raises(Misconfigured, match="SLACK_APP_TOKEN"):
            await adapter.run(asyncio.Event())
        await slack.stop()

    run(conversation())


def test_what_bolt_reads_from_the_environment_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-from-the-environment")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "from-the-environment")

    async def conversation() -> None:
        async with place(Scripted({"": [ANSWER]}), socket=False) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo")
            assert "受け取りました" in aoi.screen()

    run(conversation())


def test_people_are_spoken_to_in_their_language(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            kim = here.person("U0KIM", "Kim", locale="en-GB", tz="Europe/London", is_owner=True)
            await kim.command("/role", "cmo", CHANNEL)
            assert "CMO (Chief Marketing Officer)" in kim.screen()
            assert kim.shown[0]["text"] == "A reply from Senpai"

    run(conversation())


def test_what_slack_tells_of_a_person_is_remembered() -> None:
    async def conversation() -> None:
        coach = Scripted({"": [ANSWER]})
        async with place(coach) as here:
            kim = here.person("U0KIM", "Kim", locale="en-GB", tz="Europe/London", is_owner=True)
            await kim.say("CMO")
            asked = coach.asked[-1].person
            assert (asked.name, asked.locale, asked.timezone) == ("Kim", "en-GB", "Europe/London")
            assert asked.is_admin
            key = ("slack", TEAM, "U0KIM")
            assert coach.profiles == {key: Profile("Kim", "en-GB", "Europe/London")}
        # The next start finds Slack silent about people, and still knows.
        async with place(coach) as here:
            kim = here.person("U0KIM", "Kim")
            here.slack.scopes.discard("users:read")
            await kim.say("CMO")
            assert coach.asked[-1].person.locale == "en-GB"
            assert not coach.asked[-1].person.is_admin
            ren = here.person("U0REN", "蓮")
            await ren.command("/role", "cmo")
            assert coach.asked[-1].person.name == "u0ren"
            assert coach.asked[-1].person.locale == "ja"

    run(conversation())


def test_an_edit_is_told_from_what_is_new() -> None:
    async def conversation() -> None:
        coach = Scripted({"": [ANSWER]})
        async with place(coach) as here:
            aoi = here.person()
            await aoi.event(edit(aoi.id, aoi.dm, "CM", "CMO"))
            assert (coach.asked[-1].kind, coach.asked[-1].text) == ("edit", "CMO")
            await aoi.event(edit(aoi.id, aoi.dm, "CMO", "CMO"))
            assert len(coach.asked) == 1

    run(conversation())


@modes
def test_nothing_that_was_written_and_no_key_stands_in_the_log(
    socket: bool, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "給料が安いので辞めたい"  # noqa: S105

    async def conversation() -> None:
        coach = Scripted({"": [Reply(secret)]})
        async with place(coach, socket=socket, refusals=True) as here:
            aoi = here.person()
            for method in ("chat.postMessage", "response_url", "views.publish"):
                here.slack.faults[method].extend([Fault(500)] * 3)
            await aoi.say(secret)
            await aoi.command("/role", secret, CHANNEL)
            here.slack.world.users[aoi.id].dm_closed = True
            await aoi.say(secret)
            await here.slack.deliver("events_api", event({"type": "reaction_added", "x": secret}))
            await here.adapter.settled()

    with caplog.at_level(logging.DEBUG):
        run(conversation())
    written = [r.getMessage() + (r.exc_text or "") for r in caplog.records if "slack" in r.name]
    assert any("is lost" in line for line in written)
    for hidden in (secret, BOT_TOKEN, APP_TOKEN, "/respond/"):
        assert hidden not in "\n".join(written)
