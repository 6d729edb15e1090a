"""What comes unasked: posts and DMs, changed, taken away and found again; who removes Senpai."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.adapters.slack.app import SlackAdapter
from bot.messages import Address, Button, Card, Reply
from bot.port import CannotTell, NotSent, Pace, Undeliverable
from tests.slack.coaches import Scripted
from tests.slack.place import CHANNEL, ELSEWHERE, Place, place, run
from tests.standins.slack_limits import Fault
from tests.standins.slack_payloads import TEAM, event, revoked, stamp, uninstalled
from tests.standins.slack_person import read

POST = Reply(card=Card("今日の質問", "CMOの面接で"), buttons=(Button("答えてみる", "/answer a1"),))
LATER = Reply(card=Card("今日の質問", "3人が答えました"))
IN_CHANNEL = Address("slack", TEAM, TEAM, CHANNEL)
DM = Address("slack", TEAM, TEAM, "", person="U0AOI")
WHERE = pytest.mark.parametrize("address", [IN_CHANNEL, DM], ids=["channel", "dm"])
SENT = datetime.fromtimestamp(float(stamp()), UTC)


def test_a_dm_is_seen_by_one_person_and_speaks_their_language() -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            aoi, ren = here.person(), here.person("U0REN", "蓮")
            address = Address("slack", TEAM, TEAM, CHANNEL, person=aoi.id, lang="en")
            sent = await here.adapter.send(address, POST, "key-1")
            assert list(here.slack.world.channels[aoi.dm].messages) == [sent]
            assert "今日の質問" in aoi.screen()
            assert aoi.shown[0]["text"] == "A reply from Senpai"
            assert ren.screen() == ""

    run(conversation())


def test_who_left_the_workspace_is_not_written_to() -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            aoi = here.person(deleted=True)
            with pytest.raises(Undeliverable):
                await here.adapter.send(DM, POST, "key-1")
            assert here.slack.made("chat.postMessage") == []
            assert aoi.screen() == ""

    run(conversation())


@WHERE
def test_a_post_gets_another_content_and_goes(address: Address) -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            aoi = here.person()
            sent = await here.adapter.send(address, POST, "key-1")
            await here.adapter.edit(address, sent, LATER)
            (post,) = here.slack.world.channels[address.channel or aoi.dm].messages.values()
            assert "3人が答えました" in read(post)
            assert "答えてみる" not in read(post)
            assert post["metadata"]["event_payload"] == {"key": "key-1"}
            await here.adapter.delete(address, sent)
            assert here.slack.world.channels[address.channel or aoi.dm].messages == {}
            # Gone is gone: neither is an error.
            await here.adapter.edit(address, sent, LATER)
            await here.adapter.delete(address, sent)

    run(conversation())


Act = Callable[[SlackAdapter, Address, str], Awaitable[object]]
ACTS: dict[str, tuple[str, Act]] = {
    "edit": ("chat.update", lambda senpai, address, ts: senpai.edit(address, ts, LATER)),
    "delete": ("chat.delete", lambda senpai, address, ts: senpai.delete(address, ts)),
    "can_post": (
        "chat.postEphemeral",
        lambda senpai, address, _: senpai.can_post(
            Address("slack", TEAM, TEAM, address.channel, person="U0AOI")
        ),
    ),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("error", "text"),
    [
        ("channel_not_found", "error-post-not-in-channel"),
        ("restricted_action", "error-post-forbidden"),
        ("is_archived", "error-post-gone"),
        ("is_inactive", "error-post-gone"),
        ("edit_window_closed", "slack-post-refused"),
        ("token_revoked", "slack-token-refused"),
        ("missing_scope", "error-post-scope"),
    ],
)
def test_what_slack_refuses_for_good_is_undeliverable(act: str, error: str, text: str) -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            here.person()
            sent = await here.adapter.send(IN_CHANNEL, POST, "key-1")
            method, do = ACTS[act]
            here.slack.faults[method].append(Fault(error=error))
            with pytest.raises(Undeliverable) as refused:
                await do(here.adapter, IN_CHANNEL, sent)
            assert refused.value.text == text

    run(conversation())


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    "fault",
    [Fault(429, retry_after="60"), Fault(503), Fault(0), Fault(error="internal_error")],
    ids=["429", "503", "dropped", "internal"],
)
def test_trouble_that_passes_is_for_another_time(act: str, fault: Fault) -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            here.person()
            sent = await here.adapter.send(IN_CHANNEL, POST, "key-1")
            method, do = ACTS[act]
            here.slack.faults[method].extend([fault] * 3)
            with pytest.raises(NotSent):
                await do(here.adapter, IN_CHANNEL, sent)
            here.slack.faults[method].clear()
            await do(here.adapter, IN_CHANNEL, sent)

    run(conversation())


def test_before_slack_is_there_nothing_is_done_and_nothing_is_told() -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            adapter = here.adapter
        for _, do in ACTS.values():
            with pytest.raises(NotSent):
                await do(adapter, IN_CHANNEL, "1.2")
        with pytest.raises(CannotTell):
            await adapter.find(IN_CHANNEL, "key-1", SENT)

    run(conversation())


def test_whether_posts_are_taken_is_found_out_without_others_seeing_it() -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            aoi, ren = here.person(), here.person("U0REN", "蓮")
            address = Address("slack", TEAM, TEAM, CHANNEL, person=aoi.id)
            await here.adapter.can_post(address)
            assert "ここに投稿できることを確かめました。" in aoi.screen()
            assert ren.screen() == ""
            assert here.slack.world.in_channel(CHANNEL) == ""
            elsewhere = Address("slack", TEAM, TEAM, ELSEWHERE, person=aoi.id)
            with pytest.raises(Undeliverable, match="error-post-not-in-channel"):
                await here.adapter.can_post(elsewhere)
            here.slack.world.channels[CHANNEL].archived = True
            with pytest.raises(Undeliverable, match="error-post-gone"):
                await here.adapter.can_post(address)
            here.slack.world.channels[CHANNEL].archived = False
            here.slack.world.channels[CHANNEL].members.discard(aoi.id)
            await here.adapter.can_post(address)  # nothing against Senpai

    run(conversation())


# Finding a post of which nobody knows whether it went out


async def lost(here: Place, address: Address, key: str, *, taken: bool) -> None:
    """Sends a post and hears nothing of it."""
    here.slack.faults["chat.postMessage"].append(Fault(0, taken=taken))
    with pytest.raises(Exception):  # noqa: B017, PT011 - of whichever library
        await here.adapter.send(address, POST, key)


@WHERE
@pytest.mark.parametrize("hours", [0, 1, 24])
def test_a_post_that_went_out_is_found_by_its_key(address: Address, hours: int) -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            here.person()
            here.slack.scopes |= {"channels:history"}
            await here.adapter.send(address, POST, "key-0")
            await lost(here, address, "key-1", taken=True)
            await lost(here, address, "key-2", taken=False)
            # Our clock may be ahead of Slack's.
            since = SENT + timedelta(hours=hours)
            found = await here.adapter.find(address, "key-1", since)
            await here.adapter.edit(address, found, LATER)
            channel = here.slack.world.channels[address.channel or "DU0AOI"]
            assert ["3人が答えました" in read(m) for m in channel.messages.values()] == [
                False,
                True,
            ]
            assert await here.adapter.find(address, "key-2", since) == ""

    run(conversation())


def test_a_post_is_found_in_a_thread_and_in_a_channel_that_talks_much() -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            here.slack.scopes |= {"channels:history"}
            first = await here.adapter.send(IN_CHANNEL, POST, "key-1")
            thread = Address("slack", TEAM, TEAM, CHANNEL, thread=first)
            reply = await here.adapter.send(thread, POST, "key-2")
            world = here.slack.world
            for number in range(450):
                world.post({"channel": CHANNEL, "text": f"{number}"})
            assert await here.adapter.find(IN_CHANNEL, "key-1", SENT) == first
            assert await here.adapter.find(IN_CHANNEL, "key-2", SENT) == ""
            assert await here.adapter.find(thread, "key-2", SENT) == reply
            for number in range(5000):
                world.post({"channel": CHANNEL, "text": f"{number}"})
            with pytest.raises(CannotTell):
                await here.adapter.find(IN_CHANNEL, "key-1", SENT)

    run(conversation())


@pytest.mark.parametrize("why", ["scope", "channel", "429", "dm scope", "token"])
def test_where_senpai_may_not_look_it_says_so(why: str) -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            here.person()
            address = IN_CHANNEL
            if why != "scope":
                here.slack.scopes |= {"channels:history"}
            if why == "channel":
                address = Address("slack", TEAM, TEAM, ELSEWHERE)
            if why == "429":
                here.slack.faults["conversations.history"].append(Fault(429, retry_after="60"))
            if why == "dm scope":
                address = DM
                here.slack.scopes -= {"im:write"}
            if why == "token":
                here.slack.faults["conversations.history"].append(Fault(error="invalid_auth"))
            with pytest.raises(CannotTell):
                await here.adapter.find(address, "key-1", SENT)

    run(conversation())


@pytest.mark.parametrize("closed", [True, False])
def test_a_dm_that_cannot_be_sent(closed: bool) -> None:
    async def conversation() -> None:
        async with place(Scripted({})) as here:
            here.person()
            here.slack.world.users["U0AOI"].dm_closed = closed
            stranger = Address("slack", TEAM, TEAM, "", person="U0GONE")
            with pytest.raises(Undeliverable, match="error-dm-closed"):
                await here.adapter.send(DM if closed else stranger, POST, "key-1")

    run(conversation())


# Leaving


@pytest.mark.parametrize("socket", [True, False], ids=["socket", "http"])
@pytest.mark.parametrize(
    ("inner", "gone"),
    [(uninstalled(), True), (revoked("U0BOT"), True), (revoked(), False)],
    ids=["uninstalled", "revoked", "revoked of a user"],
)
def test_who_removes_senpai_from_a_workspace_is_heard(
    socket: bool, inner: dict[str, Any], gone: bool
) -> None:
    async def conversation() -> None:
        coach = Scripted({})
        async with place(coach, socket=socket) as here:
            await here.slack.deliver("events_api", event(inner))
            assert coach.gone == ([("slack", TEAM)] if gone else [])

    run(conversation())


class Forgetful(Scripted):
    """Whose database is away at first."""

    tries = 0

    async def left(self, platform: str, workspace: str) -> None:
        self.tries += 1
        if self.tries == 1:
            raise OSError
        await super().left(platform, workspace)


def test_a_removal_that_could_not_be_noted_is_told_again() -> None:
    async def conversation() -> None:
        coach = Forgetful({})
        async with place(coach, socket=False) as here:
            payload = event(uninstalled())
            assert await here.slack.offer("events_api", payload) is None
            assert await here.slack.offer("events_api", payload) == {}
            assert coach.gone == [("slack", TEAM)]

    run(conversation())


def test_slack_takes_what_the_pace_allows() -> None:
    """By the figures: a workspace takes 300 messages in any minute."""
    pace = SlackAdapter.pace
    assert isinstance(pace, Pace)
    assert pace.by_workspace
    assert 0.95 * 5 <= pace.per_second < 5
