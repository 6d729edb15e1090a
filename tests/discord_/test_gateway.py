"""The connection is lost and found again, and what people do is neither lost nor doubled."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading

import discord
import pytest

from bot.adapters.discord.app import DiscordAdapter
from bot.config import DiscordSettings
from bot.messages import Reply
from bot.port import Misconfigured
from tests.coach import EngineCoach
from tests.discord_.world import press, settings, world
from tests.standins.discord import BOUND, Discord
from tests.standins.discord_payloads import GUILD


class Said(logging.Handler):
    """Hears what Senpai's log says."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.heard = asyncio.Event()
        logging.getLogger("senpai.discord").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        if self._words in record.getMessage():
            self.heard.set()
            logging.getLogger("senpai.discord").removeHandler(self)


@pytest.mark.parametrize("how", ["asked", "cut"])
def test_a_lost_connection_is_resumed_and_nothing_of_it_is_lost(
    runner: asyncio.Runner, coach: EngineCoach, how: str
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            gateway, aoi = here.discord.gateway, here.discord.person()
            await (gateway.ask_to_reconnect() if how == "asked" else gateway.cut())
            await here.discord.say(aoi, "CMO")  # may come while nobody listens
            (answer,) = await here.answered(aoi, 0)
            assert "CMO（最高マーケティング責任者）" in answer.screen.text
            assert (gateway.identified, gateway.resumed) == (1, 1)

    runner.run(scene())


def test_events_that_come_twice_have_one_effect(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi = here.discord.person()
            await here.discord.say(aoi, "CMO")
            await here.answered(aoi, 0)
            await here.discord.gateway.replay("MESSAGE_CREATE")
            await here.discord.slash(aoi, "role", role="cmo")
            await here.answered(aoi, 1)
            await here.discord.gateway.replay("INTERACTION_CREATE")
            await press(here, aoi, "/help")  # comes after both
            assert len(here.discord.seen[aoi.id]) == 3
            assert here.discord.refusals == []

    runner.run(scene())


@pytest.mark.parametrize(("outage", "left"), [(False, [("discord", GUILD)]), (True, [])])
def test_a_removal_is_told_and_an_outage_is_none(
    runner: asyncio.Runner, coach: EngineCoach, left: list[tuple[str, str]], *, outage: bool
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            await here.discord.remove_bot(outage=outage)
            await here.discord.heard()
            await here.adapter.idle(BOUND)
            assert coach.gone == left

    runner.run(scene())


def test_a_removal_that_cannot_be_kept_ends_nothing(
    runner: asyncio.Runner, coach: EngineCoach, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(EngineCoach):
        async def left(self, platform: str, workspace: str) -> None:
            raise OSError

    async def scene() -> None:
        async with world(Broken(coach.engine)) as here:
            await here.discord.remove_bot()
            aoi = here.discord.person()
            await here.discord.say(aoi, "CMO")
            await here.answered(aoi, 0)

    runner.run(scene())
    assert f"server {GUILD} is left was not kept" in caplog.text


@pytest.mark.slow  # Discord wants five seconds between two logins
def test_a_session_that_discord_forgot_is_begun_anew(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            gateway, aoi = here.discord.gateway, here.discord.person()
            await gateway.invalidate()
            async with asyncio.timeout(BOUND):
                await gateway.connected.wait()
            await here.discord.say(aoi, "CMO")
            await here.answered(aoi, 0)
            assert gateway.identified == 2

    runner.run(scene())


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("INTERACTION_CREATE", {"id": "1", "type": 2}),
        ("INTERACTION_CREATE", None),
        ("MESSAGE_CREATE", {"id": "x", "content": []}),
        ("GUILD_CREATE", {"id": None}),
        ("SOMETHING_NEW", {"a": 1}),
    ],
)
def test_an_event_that_nobody_can_read_ends_nothing(
    runner: asyncio.Runner,
    coach: EngineCoach,
    caplog: pytest.LogCaptureFixture,
    event: str,
    data: object,
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi = here.discord.person()
            await here.discord.gateway.dispatch(event, data)  # type: ignore[arg-type]
            await here.discord.say(aoi, "CMO")
            await here.answered(aoi, 0)
            assert here.discord.gateway.identified == 1

    runner.run(scene())
    assert ("is malformed" in caplog.text) == (event != "SOMETHING_NEW")


def test_no_privileged_intent_is_asked_for(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            wanted = discord.Intents._from_value(here.discord.gateway.intents)
            assert {name for name, on in wanted if on} == {
                "guilds",
                "guild_messages",
                "dm_messages",
            }

    runner.run(scene())


def test_a_wrong_token_is_told_at_once(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def scene() -> None:
        async with Discord() as there:
            wrong = DiscordSettings("wrong", there.api_url, there.gateway_url)
            with pytest.raises(Misconfigured):
                await DiscordAdapter(wrong, coach).run(asyncio.Event())

    runner.run(scene())


def test_an_address_that_is_not_discords_is_told_at_once(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with Discord() as there:
            wrong = DiscordSettings(there.token, f"{there.api_url}/nowhere", there.gateway_url)
            with pytest.raises(Misconfigured, match="DISCORD_API_URL"):
                await DiscordAdapter(wrong, coach).run(asyncio.Event())

    runner.run(scene())


def test_out_of_reach_it_keeps_trying_until_told_to_stop(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}"

    async def scene() -> None:
        stop, said = asyncio.Event(), Said("out of reach")
        adapter = DiscordAdapter(DiscordSettings("t", nobody, nobody), coach)
        running = asyncio.create_task(adapter.run(stop))
        async with asyncio.timeout(BOUND):
            await said.heard.wait()
            stop.set()
            await running

    runner.run(scene())


def test_stopping_finishes_what_is_under_way(runner: asyncio.Runner, coach: EngineCoach) -> None:
    release = asyncio.Event()

    class Slow(EngineCoach):
        async def handle(self, request: object) -> list[Reply]:
            await release.wait()
            return [Reply("間に合いました。")]

    async def scene() -> None:
        async with Discord() as there:
            stop = asyncio.Event()
            adapter = DiscordAdapter(settings(there), Slow(coach.engine))
            adapter.defer_after = 0.01
            running = asyncio.create_task(adapter.run(stop))
            await there.gateway.connected.wait()
            aoi = there.person()
            await there.slash(aoi, "help")
            await there.until(lambda: there.seen[aoi.id])
            stop.set()
            await asyncio.sleep(0)
            release.set()
            async with asyncio.timeout(BOUND):
                await running
            (answer,) = there.seen[aoi.id]
            assert "間に合いました。" in answer.screen.text

    runner.run(scene())


@pytest.mark.parametrize("calls", [0, 1, 2, 3, 4])
def test_it_can_be_stopped_while_it_is_starting(
    runner: asyncio.Runner, coach: EngineCoach, calls: int
) -> None:
    async def scene() -> None:
        others = set(threading.enumerate())  # of tests that ran before in this process
        async with Discord() as there:
            stop = asyncio.Event()
            running = asyncio.create_task(DiscordAdapter(settings(there), coach).run(stop))
            await there.until(lambda: len(there.calls) >= calls)
            stop.set()
            async with asyncio.timeout(BOUND):
                await running
            for thread in set(threading.enumerate()) - others:
                if "keep-alive" in thread.name:
                    thread.join(BOUND)
                    assert not thread.is_alive()

    runner.run(scene())


def test_what_people_wrote_never_reaches_the_log(
    runner: asyncio.Runner, coach: EngineCoach, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")

    async def scene() -> None:
        async with world(coach) as here:
            aoi = here.discord.person()
            await here.discord.say(aoi, "わたしの秘密")
            await here.answered(aoi, 0)
            here.discord.trouble("POST", "/interactions/", 400, 50035)
            await here.discord.slash(aoi, "role", role="わたしの秘密")
            await here.answered(aoi, 1)

    runner.run(scene())
    assert "秘密" not in caplog.text
    assert "test-token" not in caplog.text
