"""Senpai among others: answers are for the person alone, posts are for everybody, once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.app import App
from tests.coach import EngineCoach
from tests.slack.place import CHANNEL, ELSEWHERE, place, run, sharing_place
from tests.standins.slack_payloads import BOT_USER, event, mention
from tests.standins.slack_person import read

modes = pytest.mark.parametrize("socket", [True, False], ids=["socket", "http"])


@modes
def test_a_command_in_a_channel_is_answered_to_the_person_alone(app: App, socket: bool) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine), socket=socket) as here:
            aoi, ren = here.person(), here.person("U0REN", "蓮")
            await aoi.command("/role", "cmo", CHANNEL)
            assert "CMO（最高マーケティング責任者）" in aoi.screen()
            assert "ここに共有" in aoi.screen()
            assert ren.screen() == ""
            await aoi.press("主な業務")
            assert "CMO：主な業務" in aoi.screen()
            assert ren.screen() == ""
            assert here.slack.world.in_channel(CHANNEL) == ""

    run(conversation())


def test_a_page_is_turned_in_place(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo questions", CHANNEL)
            first = aoi.shown[0]
            await aoi.press("続きを見る")
            assert aoi.shown == [first]
            assert "（2/4）" in read(first)
            # In the DM with Senpai, messages stay; there too the page is turned, not added.
            await aoi.say("/role cmo questions")
            said = aoi.shown[0]
            await aoi.press("続きを見る")
            assert aoi.shown == [said]
            assert "（2/4）" in read(said)

    run(conversation())


@modes
def test_what_is_shared_everybody_sees_once(app: App, tmp_path: Path, socket: bool) -> None:
    async def conversation() -> None:
        async with sharing_place(app, tmp_path, socket=socket) as here:
            aoi, ren = here.person(), here.person("U0REN", "蓮")
            await aoi.command("/role", "cmo skills", CHANNEL)
            share = aoi.find("ここに共有")
            await asyncio.gather(*(aoi.act(share) for _ in range(5)))
            assert "共有しました。" in here.slack.world.screen("U0AOI")
            assert "もう共有してあります。" in here.slack.world.screen("U0AOI")
            posts = here.slack.world.channels[CHANNEL].messages
            assert len(posts) == 1
            assert "葵さんが共有しました。" in ren.screen()
            assert "CMO：スキルとツール" in ren.screen()
            assert "ここに共有" not in ren.screen()
            (post,) = posts.values()
            assert post["text"] == "Senpaiからお返事です"
            assert post["metadata"]["event_type"] == "senpai_post"
            assert post["metadata"]["event_payload"]["key"].startswith("share-")
            # Who presses a button of the post gets an answer of their own; the post stays.
            before = read(post)
            await ren.press("CMOの概要")
            assert "CMO（最高マーケティング責任者）" in ren.screen()
            assert ren.shown[0]["ephemeral_for"] == "U0REN"
            assert len(posts) == 1
            assert read(post) == before

    run(conversation())


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("not_in_channel", "/invite を使って、Senpaiを招待してください"),
        ("channel_not_found", "/invite を使って、Senpaiを招待してください"),
        ("is_archived", "アーカイブ、または削除されています"),
        ("restricted_action_read_only_channel", "restricted_action_read_only_channel"),
        ("invalid_auth", "トークンの確認をお願いしてください"),
        ("something_new", "Slackがこの投稿を受け付けませんでした（something_new）"),
        ("internal_error", "投稿できたかどうかを確かめられませんでした"),
        ("ratelimited", "少しあとに、こちらから投稿します"),
    ],
)
def test_why_nothing_was_shared_is_said(app: App, tmp_path: Path, error: str, said: str) -> None:
    async def conversation() -> None:
        async with sharing_place(app, tmp_path) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo", CHANNEL)
            here.slack.world.channels[CHANNEL].refuses = error
            await aoi.press("ここに共有")
            assert said in aoi.screen()
            assert here.slack.world.in_channel(CHANNEL) == ""

    run(conversation())


def test_a_scope_that_is_missing_is_named(app: App, tmp_path: Path) -> None:
    async def conversation() -> None:
        async with sharing_place(app, tmp_path) as here:
            aoi = here.person()
            await aoi.command("/role", "cmo", CHANNEL)
            here.slack.scopes.discard("chat:write")
            await aoi.press("ここに共有")
            assert "Slackアプリの権限（chat:write）が足りません" in aoi.screen()

    run(conversation())


@modes
def test_a_mention_is_answered_privately_where_it_was(app: App, socket: bool) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine), socket=socket) as here:
            aoi, ren = here.person(), here.person("U0REN", "蓮")
            await aoi.event(mention(aoi.id, CHANNEL, "CMOになるには？"))
            assert "CMOになる道" in aoi.screen()
            assert aoi.shown[0]["channel"] == CHANNEL
            await aoi.event(mention(aoi.id, CHANNEL, "CMO", thread="1795000000.000042"))
            assert aoi.shown[0]["thread_ts"] == "1795000000.000042"
            await aoi.press("主な業務")
            assert "CMO：主な業務" in aoi.screen()
            await aoi.event(mention(aoi.id, CHANNEL, ""))
            assert "こんにちは、Senpaiです" in aoi.screen()
            assert ren.screen() == ""
            assert here.slack.world.in_channel(CHANNEL) == ""

    run(conversation())


def test_a_mention_where_senpai_is_not_is_answered_in_the_dm(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            aoi = here.person()
            await aoi.event(mention(aoi.id, ELSEWHERE, "CMOになるには？"))
            assert "CMOになる道" in aoi.screen()
            assert aoi.shown[0]["channel"] == aoi.dm

    run(conversation())


def test_senpai_does_not_answer_bots_or_itself(app: App) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine)) as here:
            aoi = here.person()
            by_bot = {**mention("U0ROBOT", CHANNEL, "CMO"), "bot_id": "B0OTHER"}
            own = mention(BOT_USER, CHANNEL, "CMO")
            for inner in (by_bot, own):
                await here.slack.deliver("events_api", event(inner))
            for more in ({"bot_id": "B0OTHER"}, {"subtype": "channel_join"}, {"hidden": True}):
                await aoi.say("" if "hidden" in more else "CMO", **more)
            await here.adapter.settled()
            assert aoi.screen() == ""
            assert here.slack.made("chat.postMessage") == []
            assert here.slack.made("chat.postEphemeral") == []

    run(conversation())


@pytest.mark.parametrize(
    ("command", "text", "seen"),
    [
        ("/s-role", "cmo", "CMO（最高マーケティング責任者）"),
        ("/s-senpai", "role cmo", "CMO（最高マーケティング責任者）"),
        ("/s-senpai", "ROLE cmo skills", "CMO：スキルとツール"),
        ("/s-senpai", "CMOになるには？", "CMOになる道"),
        ("/s-senpai", "/role cmo", "CMO（最高マーケティング責任者）"),
        ("/s-senpai", "", "こんにちは、Senpaiです"),
        ("/s-senpai", "help", "まずはここから"),
        ("/s-career", "&lt;@U0AOI|aoi&gt; R&amp;D", "@U0AOI"),
    ],
)
def test_commands_with_a_prefix_and_all_in_one(
    app: App, command: str, text: str, seen: str
) -> None:
    async def conversation() -> None:
        async with place(EngineCoach(app.engine), prefix="s-") as here:
            aoi = here.person()
            await aoi.command(command, text, CHANNEL)
            assert seen in aoi.screen()

    run(conversation())
