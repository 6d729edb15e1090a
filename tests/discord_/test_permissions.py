"""A missing permission is found before the first post, not by it."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from bot.messages import Address, Card, Image, Reply
from bot.port import NotSent, Undeliverable
from tests.coach import EngineCoach
from tests.discord_.world import World, world
from tests.standins.discord_payloads import ATTACH, SEND, SEND_IN_THREADS, VIEW, Channel


def at(channel: Channel) -> Address:
    return Address("discord", "discord", channel.guild, channel.id)


async def refusal(here: World, address: Address) -> tuple[str, str]:
    """The text, and the permission that it names; nothing where Senpai may post."""
    try:
        await here.adapter.can_post(address)
    except Undeliverable as refused:
        return refused.text, refused.values.get("permission", "")
    return "", ""


VIEWING = "チャンネルを見る / View Channel"
SENDING = "メッセージを送信 / Send Messages"
ATTACHING = "ファイルを添付 / Attach Files"
IN_THREADS = "スレッドでメッセージを送信 / Send Messages in Threads"


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize(
    ("denied", "channel", "thread"),
    [
        (0, "", ""),
        (SEND, SENDING, ""),
        (SEND_IN_THREADS, "", IN_THREADS),
        (VIEW, VIEWING, VIEWING),
        (VIEW | SEND, VIEWING, VIEWING),
    ],
)
def test_what_is_missing_is_named_and_a_post_would_be_refused(
    runner: asyncio.Runner,
    coach: EngineCoach,
    denied: int,
    channel: str,
    thread: str,
    *,
    told: bool,
) -> None:
    """told: whether Discord has told of the server; if not, it is asked."""

    async def scene() -> None:
        async with world(coach) as here:
            there = here.discord
            await there.deny(there.channel, denied)
            if not told:
                await there.remove_bot(outage=True)
            await there.heard()
            for place, missing in ((there.channel, channel), (there.thread, thread)):
                expected = ("error-post-forbidden", missing) if missing else ("", "")
                assert await refusal(here, at(place)) == expected
                with suppress(Undeliverable):
                    await here.adapter.send(at(place), Reply("今日の質問"), f"k-{place.id}")
            posted = {there.channel.id} if not channel else set()
            posted |= {there.thread.id} if not thread else set()
            assert there.public.keys() == posted

    runner.run(scene())


@pytest.mark.parametrize(
    ("denied", "missing"),
    [(SEND, SENDING), (VIEW, VIEWING), (ATTACH, ATTACHING), (SEND | ATTACH, SENDING)],
)
def test_a_refusal_names_the_permission_that_is_missing(
    runner: asyncio.Runner, coach: EngineCoach, denied: int, missing: str
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            there = here.discord
            await there.deny(there.channel, denied)
            await there.heard()
            picture = Reply(card=Card("CMO", image=Image(b"\x89PNG", "図")))
            with pytest.raises(Undeliverable) as refused:
                await here.adapter.send(at(there.channel), picture, "k")
            assert refused.value.reason == f"error-post-forbidden {missing}"
            assert there.public == {}

    runner.run(scene())


def test_a_refusal_that_discord_alone_can_explain_names_the_usual_one(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            here.discord.closed[here.discord.channel.id] = 50013
            with pytest.raises(Undeliverable) as refused:
                await here.adapter.send(at(here.discord.channel), Reply("今日の質問"), "k")
            assert refused.value.reason == f"error-post-forbidden {SENDING}"

    runner.run(scene())


def test_nothing_is_posted_to_find_out(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            await here.discord.heard()
            before = len(here.discord.calls)
            assert await refusal(here, at(here.discord.channel)) == ("", "")
            assert here.discord.public == {}
            assert len(here.discord.calls) == before  # Discord has told of it all

    runner.run(scene())


@pytest.mark.parametrize("guild", ["", "404"])
def test_a_channel_or_server_that_is_gone(
    runner: asyncio.Runner, coach: EngineCoach, guild: str
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            gone = Address("discord", "discord", guild or here.discord.channel.guild, "405")
            assert await refusal(here, gone) == ("error-post-gone", "")

    runner.run(scene())


def test_a_locked_thread_takes_no_posts(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            there = here.discord
            await there.lock(there.thread)
            await there.heard()
            assert await refusal(here, at(there.thread)) == ("error-post-gone", "")
            with pytest.raises(Undeliverable):
                await here.adapter.send(at(there.thread), Reply("今日の質問"), "k")

    runner.run(scene())


def test_in_a_dm_there_is_nothing_to_permit(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi = here.discord.person()
            person = Address("discord", "discord", "", "", person=aoi.id)
            dm = Address("discord", "discord", "", aoi.dm)
            assert [await refusal(here, each) for each in (person, dm)] == [("", "")] * 2

    runner.run(scene())


def test_where_discord_cannot_be_asked_nothing_is_said_of_permissions(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            elsewhere = await here.discord.open_channel()
            await here.discord.remove_bot(outage=True)
            await here.discord.heard()
            here.discord.faults.share, here.discord.faults.kinds = 1.0, ("cut before",)
            with pytest.raises(NotSent):
                await here.adapter.can_post(at(elsewhere))

    runner.run(scene())
