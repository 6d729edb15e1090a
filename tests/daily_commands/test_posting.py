"""What becomes of a channel's posts when something goes wrong."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.messages import Person
from bot.port import CannotTell, NotSent, Undeliverable
from bot.storage import later, persons
from bot.storage.channels import digest
from bot.storage.tables import AskedRow, ChannelRow, LaterRow
from tests.daily_commands.conftest import HANA, KEN, Town, words


def test_a_refused_post_stops_the_channel_and_its_admin_is_told_once(town: Town) -> None:
    town.wall.trouble = Undeliverable("error-post-not-in-channel")
    town.at("2026-11-24 09:00")
    town.at("2026-11-25 09:00")
    town.at("2026-11-26 10:00")
    assert town.wall.tried == 2  # the post, and the DM
    [(person, told)] = town.dms
    assert person == HANA.id
    assert "投稿できなかったため、止めました" in told.text
    assert "/invite" in told.text
    assert [button.run for button in told.buttons] == ["/settings reminders=off"]
    status = town.text("/daily status")
    assert "11月24日（火）：投稿できませんでした。Senpaiがチャンネルにいないため" in status
    assert "11月25日" not in status

    assert town.text("/daily resume") == (
        "このチャンネルに投稿できません。チャンネルで /invite を使って、Senpaiを招待してください。"
    )
    town.wall.trouble = None
    assert "次の出題は11月27日（金）9:00" in town.text("/daily resume")
    town.at("2026-11-27 09:00")
    assert len(town.posts) == 1
    assert len(town.dms) == 1


@pytest.mark.parametrize(
    ("refused", "named"),
    [
        (
            Undeliverable("error-post-forbidden", permission="メッセージを送信"),
            "「メッセージを送信」の権限",
        ),
        (Undeliverable("error-post-scope", scope="chat:write"), "アプリの権限（chat:write）"),
        (Undeliverable("error-post-not-in-channel"), "/invite"),
    ],
)
def test_what_is_missing_is_named_to_the_admin_and_in_the_channel(
    town: Town, refused: Undeliverable, named: str
) -> None:
    town.wall.trouble = refused
    town.at("2026-11-24 09:00")
    [(_, told)] = town.dms
    assert named in told.text
    assert named in town.text("/daily")
    assert named in town.text("/daily status")


def test_what_the_admin_is_told_is_their_message_of_the_week(town: Town) -> None:
    async def choose() -> None:
        async with town.store.begin() as session:
            await persons.choose(session, HANA, town.now, chosen_locale="en")

    async def may_nudge() -> bool:
        async with town.store.begin() as session:
            return await persons.may_nudge(session, HANA, town.now)

    town.run(choose())
    town.wall.trouble = Undeliverable("error-post-gone")
    town.at("2026-11-24 09:00")
    [(_, told)] = town.dms
    assert "could not be posted" in told.text
    assert not town.run(may_nudge())


@pytest.mark.parametrize("line", ["/daily start", "/daily resume", "/daily now", "/daily start x"])
def test_where_posting_is_refused_nothing_begins(new_town: Town, line: str) -> None:
    town = new_town
    town.wall.trouble = Undeliverable("error-post-forbidden", permission="メッセージを送信")
    assert "権限（メッセージを送信）がありません" in town.text(line)
    town.wall.trouble = None
    town.at("2026-11-24 09:00")
    assert town.posts == []
    assert "まだ出題していません" in town.text("/daily")


def test_a_post_that_may_have_gone_out_is_not_sent_again(town: Town) -> None:
    town.wall.trouble = CannotTell()
    town.at("2026-11-24 09:00")
    town.wall.trouble = None
    town.at("2026-11-24 10:00")
    assert town.posts == []
    assert "投稿できたか確かめられなかったため、二度は投稿していません" in town.text(
        "/daily status"
    )
    town.at("2026-11-25 09:00")
    assert len(town.posts) == 1


def test_a_platform_that_is_away_for_too_long_gets_no_post(town: Town) -> None:
    town.wall.trouble = NotSent()
    town.at("2026-11-24 09:00")
    assert "11月24日（火）：投稿しているところです" in town.text("/daily status")
    town.wall.trouble = None
    town.at("2026-11-24 12:01")
    assert town.posts == []
    assert "11月24日（火）：動いていない間に時間が過ぎたため、見送りました" in town.text(
        "/daily status"
    )


def test_a_platform_that_comes_back_in_time_gets_a_late_post(town: Town) -> None:
    town.wall.trouble = NotSent()
    town.at("2026-11-24 09:00")
    town.wall.trouble = None
    town.at("2026-11-24 09:30")
    [post] = town.posts
    assert post.text == "予定より遅れての投稿です。"


def test_a_clock_that_goes_back_asks_nothing_twice(town: Town) -> None:
    town.at("2026-11-24 09:00")
    town.at("2026-11-23 08:00")
    assert "次の出題は11月25日" in town.text("/daily")
    for moment in ("2026-11-23 09:00", "2026-11-24 09:00", "2026-11-24 15:00"):
        town.at(moment)
    assert len(town.posts) == 1
    town.at("2026-11-25 09:00")
    assert len(town.posts) == 2


def test_a_line_that_comes_a_second_time_asks_nothing_more(town: Town) -> None:
    async def again() -> None:
        async with town.store.begin() as session:
            place = ("slack", "T1", "T1", "C1", "")
            run = "/daily-post 2026-11-24"
            await later.put(session, later.Due("daily-again", town.now, *place, run))

    town.at("2026-11-24 09:00")
    town.run(again())
    town.at("2026-11-24 09:01")
    assert len(town.posts) == 1


def test_one_line_waits_for_a_channel_whatever_is_changed(town: Town) -> None:
    async def waiting() -> list[str]:
        async with town.store.begin() as session:
            return list(await session.scalars(select(LaterRow.run)))

    for line in ("/daily time 10:00", "/daily weekdays 毎日", "/daily start", "/daily resume"):
        town.say(line)
        assert town.run(waiting()) == ["/daily-post 2026-11-24"]
    town.say("/daily pause")
    assert town.run(waiting()) == []
    town.say("/daily lateness 1時間")
    assert town.run(waiting()) == []
    town.say("/daily resume")
    assert town.run(waiting()) == ["/daily-post 2026-11-24"]
    town.say("/daily stop yes")
    assert town.run(waiting()) == []


def test_every_channel_has_a_schedule_and_an_order_of_its_own(town: Town) -> None:
    town.say("/daily time 10:00", channel="C2")
    town.say("/daily start", channel="C2")
    asked: dict[int, list[str]] = {9: [], 10: []}
    for day in (24, 25, 26):  # the same three in a row by chance: one in hundreds of thousands
        for hour, posts in asked.items():
            before = len(town.posts)
            town.at(f"2026-11-{day} {hour:02}:00")
            (new,) = town.posts[before:]
            posts.append(words(new))
    assert asked[9] != asked[10]


def test_two_admins_at_once_post_one_question(town: Town) -> None:
    other = replace(HANA, id="U9")

    async def all_at_once() -> None:
        requests = [town.request("/daily now", person) for person in (HANA, other, HANA)]
        await asyncio.gather(*map(town.house.coach.handle, requests))

    town.run(all_at_once())
    assert len(town.posts) == 1


def test_a_question_under_an_id_of_former_times_is_the_one_of_its_day(town: Town) -> None:
    """They were worked out from channel and date; the posts that have them are answered still."""
    town.at("2026-11-24 09:00")
    former = "bce1bfd8603b"

    async def change() -> None:
        async with town.store.begin() as session:
            await session.execute(update(AskedRow).values(id=former))
            await session.execute(update(ChannelRow).values(last=""))
            place = ("slack", "T1", "T1", "C1", "")
            run = "/daily-post 2026-11-24"
            await later.put(session, later.Due("daily-again", town.now, *place, run))

    town.run(change())
    town.at("2026-11-24 09:01")
    assert len(town.posts) == 1
    town.run(change())
    assert "もう済んでいます" in town.text("/daily now")
    assert len(town.posts) == 1
    assert "回答ポイント" in town.text(f"/points {former}")
    town.at("2026-11-25 09:00")
    assert len(town.posts) == 2


def test_who_knows_where_and_when_finds_no_question(town: Town) -> None:
    """A server's and channel's ids and the date are no secret on Discord."""
    admin = replace(HANA, platform="discord", tenant="discord")
    town.say("/daily start", admin, workspace="111", channel="222")
    town.at("2026-11-24 09:00")
    stranger = replace(KEN, platform="discord", tenant="discord")
    guess = digest("discord", "111", "222", "2026-11-24").hex()[:12]
    for line in ("answer", "points", "hint", "write"):
        said = town.text(f"/{line} {guess}", stranger, workspace="", channel="D9", place="dm")
        assert "見つかりませんでした" in said


def test_without_questions_a_day_is_left_out_and_said_to_be(folder: Path, tmp_path: Path) -> None:
    bare = Town(folder, tmp_path)
    bare.house.clock.at("2026-11-24 08:00")
    assert "出せる質問がありません" in bare.text("/daily start")
    assert "出せる質問がありません" in bare.text("/daily sample")
    assert "出せる質問がありません" in bare.text("/daily now")
    assert "出せる質問がありません" in bare.text("/daily preview")
    bare.at("2026-11-24 09:00")
    assert bare.posts == []
    assert "11月24日（火）：出せる質問がなかったため、見送りました" in bare.text("/daily status")
    bare.close()


def test_the_note_of_a_lost_week_is_one_row_a_date(town: Town) -> None:
    async def rows() -> list[tuple[str, ...]]:
        async with town.store.begin() as session:
            query = select(AskedRow.date, AskedRow.state, AskedRow.reason).order_by(AskedRow.date)
            return [tuple(row) for row in await session.execute(query)]

    town.at("2026-11-30 20:00")
    assert town.run(rows()) == [
        (f"2026-11-{day}", "skipped", "late") for day in (24, 25, 26, 27, 30)
    ]


def test_who_belongs_to_no_workspace_learns_where_it_is_set_up(town: Town) -> None:
    person = Person("slack", "T1", "U5", is_admin=True)
    for place in ("dm", "home"):
        said = town.text("/daily", person, place=place, workspace="", channel="D1")
        assert said == "「毎日の一問」は、出題するチャンネルで /daily を使って決めます。"


def test_in_a_thread_it_is_the_channels(town: Town) -> None:
    said = town.text("/daily", place="thread", thread="m1")
    assert "次の出題は11月24日（火）9:00" in said
    town.say("/daily now", place="thread", thread="m1")
    [post] = [p for p in town.wall.shown if not p.address.person]
    assert (post.address.channel, post.address.thread) == ("C1", None)
