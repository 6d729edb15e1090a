"""Slack delivers twice, is slow, is down, loses the socket: each thing still happens once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.adapters.slack import service
from bot.app import App
from bot.commands import ALL
from bot.messages import Address, Card, Profile, Reply
from bot.port import NotSent, Undeliverable
from tests.coach import EngineCoach
from tests.slack.coaches import Scripted
from tests.slack.place import CHANNEL, Place, place, run, sharing_place
from tests.standins.slack import until
from tests.standins.slack_limits import Fault
from tests.standins.slack_payloads import TEAM, direct, event, home_opened, mention
from tests.standins.slack_person import read

pytestmark = pytest.mark.slow

ADDRESS = Address("slack", TEAM, TEAM, CHANNEL)
POST = Reply("葵さんが共有しました。", Card("CMO"), to="here")


@pytest.mark.parametrize("socket", [True, False], ids=["socket", "http"])
def test_an_event_that_is_delivered_again_has_one_effect(
    app: App, tmp_path: Path, socket: bool
) -> None:
    async def conversation() -> None:
        async with sharing_place(app, tmp_path, socket=socket) as here:
            aoi = here.person()
            for inner in (
                direct(aoi.id, aoi.dm, "CMO"),
                mention(aoi.id, CHANNEL, "CMO"),
                home_opened(aoi.id, aoi.dm),
            ):
                seen = here.slack.world.users[aoi.id].seen
                before = len(seen)
                payload = event(inner)
                for _ in range(3):
                    await here.slack.deliver("events_api", payload)
                await here.adapter.settled()
                assert len(seen) == before + 1, inner["type"]

    run(conversation())


def test_a_click_that_is_delivered_again_has_one_effect(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo", CHANNEL)
            payload = aoi.click(aoi.find("主な業務"))
            before = len(here.slack.world.users[aoi.id].seen)
            await asyncio.gather(*(here.slack.deliver("interactive", payload) for _ in range(3)))
            await here.adapter.settled()
            assert len(here.slack.world.users[aoi.id].seen) == before + 1

    run(conversation())


def test_one_person_in_a_hurry_and_another_are_served_in_order(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            aoi, ren = here.person(), here.person("U0REN", "蓮")
            wanted = ["CMO", "ブランドマネージャー", "プロダクトマネージャー", "CMO", "CMOとは"]
            sent = [
                here.slack.deliver("events_api", event(direct(who.id, who.dm, text)))
                for text in wanted
                for who in (aoi, ren)
            ]
            await asyncio.gather(*sent)
            await here.adapter.settled()
            for who in (aoi, ren):
                titles = [read(shown).split("\n")[1].split("（")[0] for shown in who.shown]
                assert titles == [text.removesuffix("とは") for text in wanted]

    run(conversation())


@pytest.mark.parametrize("politely", [True, False])
def test_a_lost_socket_is_opened_again(app: App, politely: bool) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo")
            payload = event(direct(aoi.id, aoi.dm, "ブランドマネージャー"))
            await here.slack.deliver("events_api", payload)
            await here.slack.disconnect(politely=politely)
            # What was not acknowledged in time comes again on the new connection.
            await here.slack.deliver("events_api", payload)
            await here.adapter.settled()
            assert aoi.screen().count("ブランドマネージャー（Brand Manager）") == 1
            await aoi.command("/role", "cmo")
            assert "CMO（最高マーケティング責任者）" in aoi.screen()

    run(conversation())


def test_senpai_asks_slack_who_it_is_only_once(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            aoi = here.person()
            for _ in range(5):
                await aoi.command("/role", "cmo")
            assert len(here.slack.made("auth.test")) == 1
            assert len(here.slack.made("users.info")) == 1

    run(conversation())


@pytest.mark.slow
def test_a_start_while_slack_is_down_waits_for_it(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            assert here.adapter.connected.is_set()
        async with place(EngineCoach(app.engine), faults={"auth.test": [Fault(503)] * 3}) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo")
            assert "CMO（最高マーケティング責任者）" in aoi.screen()

    run(conversation())


@pytest.mark.parametrize("method", ["auth.test", "apps.connections.open"])
@pytest.mark.parametrize(
    "fault",
    [
        Fault(200, "internal_error"),
        Fault(200, "fatal_error"),
        # The client library waits before it tries again.
        pytest.param(Fault(0), marks=pytest.mark.slow),
    ],
)
def test_trouble_that_passes_is_no_refusal_of_the_token(
    app: App, monkeypatch: pytest.MonkeyPatch, method: str, fault: Fault
) -> None:
    monkeypatch.setattr("bot.adapters.slack.app._FIRST_PAUSE", 0.01)

    async def conversation() -> None:
        async with place(EngineCoach(app.engine), faults={method: [fault] * 3}) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo")
            assert "CMO（最高マーケティング責任者）" in aoi.screen()

    run(conversation())


def test_a_look_up_behind_an_answer_that_is_slow_is_acknowledged_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(service, "IN_TIME", 0.01)

    async def conversation() -> None:
        coach = Scripted(
            {"": [Reply(card=Card("受け取りました"))]}, gate=asyncio.Event(), commands=ALL
        )
        assert coach.gate
        async with place(coach) as here:
            aoi = here.person()
            payload = event(direct(aoi.id, aoi.dm, "CMO"))
            told = asyncio.create_task(here.slack.deliver("events_api", payload))
            await until(lambda: bool(coach.asked))
            asking = asyncio.create_task(aoi.command("/role", "cmo", CHANNEL))
            await until(lambda: here.slack.acknowledged == 1)
            assert len(coach.asked) == 1  # the other waits
            coach.gate.set()
            await asking
            told.cancel()
            assert here.slack.world.screen(aoi.id).count("受け取りました") == 2

    run(conversation())


class WithoutDatabase(EngineCoach):
    async def recall(self, platform: str, tenant: str, id: str) -> Profile | None:
        raise OSError

    async def remember(self, platform: str, tenant: str, id: str, profile: Profile) -> None:
        raise OSError


@pytest.mark.parametrize("known", [True, False])
def test_a_look_up_needs_no_database(app: App, known: bool) -> None:
    async def conversation() -> None:
        async with place(WithoutDatabase(app.engine)) as here:
            aoi = here.person()
            if not known:
                here.slack.scopes.discard("users:read")
            await aoi.command("/role", "cmo")
            assert "CMO（最高マーケティング責任者）" in aoi.screen()

    run(conversation())


@pytest.mark.slow
@pytest.mark.parametrize(
    "fault", [Fault(429, retry_after="0"), Fault(500), Fault(503)], ids=["429", "500", "503"]
)
def test_an_answer_is_tried_again(app: App, fault: Fault) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo", CHANNEL)
            here.slack.faults["response_url"].append(fault)
            await aoi.press("主な業務")
            assert "CMO：主な業務" in aoi.screen()
            here.slack.faults["chat.postEphemeral"].append(fault)
            await aoi.event(mention(aoi.id, CHANNEL, "CMO"))
            assert "CMO（最高マーケティング責任者）" in aoi.screen()

    run(conversation())


def test_a_response_url_that_is_used_up_is_not_the_end(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo", CHANNEL)
            here.slack.faults["response_url"].append(Fault(404))
            await aoi.press("主な業務")
            assert "CMO：主な業務" in aoi.screen()
            assert aoi.shown[0]["channel"] == CHANNEL
            assert aoi.shown[0]["ephemeral_for"] == aoi.id

    run(conversation())


# Posts for a channel


async def posted(here: Place) -> str:
    return await here.adapter.send(ADDRESS, POST, "key-1")


def test_a_post_that_slack_refused_unread_is_sent_again(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            here.slack.faults["chat.postMessage"].append(Fault(429, retry_after="0"))
            sent = await posted(here)
            assert list(here.slack.world.channels[CHANNEL].messages) == [sent]

    run(conversation())


def test_a_post_is_put_off_when_slack_asks_to_wait_long(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            here.slack.faults["chat.postMessage"].append(Fault(429, retry_after="60"))
            with pytest.raises(NotSent):
                await posted(here)

    run(conversation())


@pytest.mark.parametrize("status", [0, 500, 503])
def test_a_post_that_may_have_gone_out_is_never_sent_twice(app: App, status: int) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            here.slack.faults["chat.postMessage"].append(Fault(status, taken=True))
            with pytest.raises(Exception) as failed:  # noqa: PT011 - of whichever library
                await posted(here)
            assert not isinstance(failed.value, NotSent | Undeliverable)
            assert len(here.slack.world.channels[CHANNEL].messages) == 1
            assert len(here.slack.made("chat.postMessage")) == 1

    run(conversation())


def test_a_post_that_never_left_may_be_sent_later(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            adapter = here.adapter
            await here.slack.stop()
            with pytest.raises(NotSent):
                await posted(here)
        with pytest.raises(NotSent):
            await adapter.send(ADDRESS, POST, "key-1")

    run(conversation())


def test_links_in_a_post_do_not_unfold(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            await posted(here)
            (call,) = here.slack.made("chat.postMessage")
            assert call["unfurl_links"] is False
            assert call["unfurl_media"] is False
            await until(lambda: bool(here.slack.world.in_channel(CHANNEL)))

    run(conversation())
