"""Nobody learns what another wrote: by no command, in no log, and in no table but their own."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot import storage
from bot.messages import Person
from bot.storage.tables import DraftRow, OutboxRow
from tests.privacy import Home, Town, flat, lines, town

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("drawn_once")]

Story = Callable[[Town], Awaitable[None]]


@pytest.fixture
def tell(tmp_path: Path) -> Callable[[Story], None]:
    def run(story: Story) -> None:
        async def whole() -> None:
            made = await town(tmp_path)
            await story(made)
            await made.house.close()

        asyncio.run(whole())

    return run


async def all_ids(made: Town) -> list[str]:
    found: list[str] = []
    for home in made.homes:
        found += [*await made.asked(home), *await made.responses(home)]
    return found


async def nobody_learns(made: Town, home: Home, person: Person) -> None:
    """The person tries every command, in the channel and in the DM."""
    ids = await all_ids(made)
    for dm in (False, True):
        for line in lines(made, ids):
            said = flat(await made.ask(home, person, line, dm=dm))
            for other in made.homes:
                # A line that says who or what it asks about may be quoted back.
                secrets = [s for s in (*other.secrets, other.shared) if s not in line]
                assert [s for s in secrets if s in said] == [], f"{line}: {said}"


@pytest.mark.slow
# One home a platform: the second differs in its names alone, and its secrets are looked for here.
@pytest.mark.parametrize("number", [0, 2], ids=("slack", "discord"))
@pytest.mark.parametrize("role", ["admin", "stranger"])
def test_no_command_tells_of_another(role: str, number: int, tell: Callable[[Story], None]) -> None:
    async def story(made: Town) -> None:
        home = made.homes[number]
        await made.ask(home, getattr(home, role), "/begin")
        before = await made.rows(personal=True)
        await nobody_learns(made, home, getattr(home, role))
        own = getattr(home, role).id
        after = await made.rows(personal=True)
        assert [r for r in after if own not in r] == [r for r in before if own not in r]

    tell(story)


def test_an_answer_of_somebody_else_can_t_be_changed_shared_or_deleted(
    tell: Callable[[Story], None],
) -> None:
    async def story(made: Town) -> None:
        before = await made.rows(personal=True)
        for home in made.homes:
            for other in made.homes:
                for id in await made.responses(other):
                    for who in (home.admin, home.stranger):
                        said = await made.ask(home, who, f"/answer {id}", {"text": "書きかえ"})
                        assert "見つかりませんでした" in flat(said)
                        for do in ("post", "withdraw", "remove"):
                            said = await made.ask(home, who, f"/answers {do} {id} 1")
                            assert "見つかりませんでした" in flat(said)
        assert await made.rows(personal=True) == before

    tell(story)


def test_a_question_of_another_workspace_is_not_found(tell: Callable[[Story], None]) -> None:
    async def story(made: Town) -> None:
        for home in made.homes:
            for other in made.homes:
                for id in await made.asked(other) if other is not home else ():
                    for line in (f"/answer {id}", f"/write {id}", f"/hint {id}", f"/points {id}"):
                        said = flat(await made.ask(home, home.person, line))
                        assert "見つかりません" in said, (line, said)

    tell(story)


def test_on_discord_answers_follow_the_person_and_on_slack_they_stay_in_the_workspace(
    tell: Callable[[Story], None],
) -> None:
    async def story(made: Town) -> None:
        first, second, third, fourth = made.homes
        assert "3件" in flat(await made.ask(fourth, third.person, "/answers"))
        assert "3件" in flat(await made.ask(third, third.person, "/answers", dm=True))
        same_id = Person("slack", second.person.tenant, first.person.id, "別人")
        assert "まだありません" in flat(await made.ask(second, same_id, "/answers"))

    tell(story)


def test_no_log_and_no_other_table_holds_what_people_wrote(
    tell: Callable[[Story], None], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def story(made: Town) -> None:
        lines = ("/answers", "/mydata", "/mydata export", "/mydata disputes")
        for home in made.homes:
            for line in (*lines, "/write send", "/settings"):
                await made.ask(home, home.person, line)
        # A fault of ours in the middle of it is logged too.
        home = made.homes[0]
        await made.ask(home, home.person, f"/write {(await made.asked(home))[0]}")
        async with made.house.service.store.begin() as session:
            await session.execute(update(DraftRow).values(parts=f"[[{home.words[2]}"))
        await made.ask(home, home.person, home.words[2], dm=True)
        words = [word for home in made.homes for word in home.words]
        words += [home.shared for home in made.homes]
        logged = "\n".join(_whole(record) for record in caplog.records)
        assert "failed (error number" in logged
        assert [word for word in words if word in logged] == []
        others = "\n".join(await made.rows(personal=False))
        private = [word for home in made.homes for word in home.words]
        assert [word for word in private if word in others] == []
        async with made.house.service.store.begin() as session:
            posts = (await session.scalars(select(OutboxRow))).all()
        shared = [home.shared for home in made.homes]
        holding = [post.key for post in posts for word in shared if word in post.reply]
        assert len(holding) == len(shared)
        assert all(key.startswith("response-") for key in holding)
        assert [word for word in shared if others.count(word) != 1] == []

    tell(story)


def _whole(record: logging.LogRecord) -> str:
    """With the traceback, as a handler would write it."""
    return logging.Formatter("%(name)s %(message)s").format(record)


def test_all_that_is_kept_of_a_person_goes_and_nothing_of_anybody_else(
    tell: Callable[[Story], None],
) -> None:
    async def story(made: Town) -> None:
        for home in made.homes:
            others = [o.person.id for o in made.homes if o is not home]
            before = [r for r in await made.rows(personal=True) if any(o in r for o in others)]
            by = f"{home.person.name}さん"
            shown = [p for p in made.posts.shown if by in flat([p.reply])]
            assert [made.posts.stands(post) for post in shown] == [True, True], "answer, interview"
            said = flat(await made.ask(home, home.person, "/mydata erase", dm=True))
            assert "回答 3件" in said
            assert "共有した投稿 2件" in said
            assert "面接の練習 1回" in said
            assert "書きかけの回答" in said
            await made.house.tick()
            rows = await made.rows(personal=True)
            assert [row for row in rows if home.person.id in row] == []
            assert [row for row in rows if any(word in row for word in home.words)] == []
            assert [r for r in rows if any(o in r for o in others)] == before
            everything = "\n".join(await made.rows(personal=False))
            for secret in (*home.secrets, home.shared):
                assert secret not in everything
            assert [made.posts.stands(post) for post in shown] == [False, False]
            made.homes = tuple(each for each in made.homes if each is not home)

    tell(story)


def test_the_export_holds_everything_and_can_be_read(tell: Callable[[Story], None]) -> None:
    async def story(made: Town) -> None:
        home = made.homes[0]
        (reply,) = await made.ask(home, home.person, "/mydata export")
        (file,) = reply.files
        assert reply.to == "dm"
        text = file.data.decode()
        for word in (*home.words, home.shared, home.person.name):
            assert word in text
        assert text.count("\n") > 20
        for other in made.homes[1:]:
            assert [secret for secret in other.secrets if secret in text] == []

    tell(story)


def test_what_was_disputed_goes_to_the_operator_for_who_agreed_alone(
    tell: Callable[[Story], None],
) -> None:
    async def story(made: Town) -> None:
        async def taken() -> list[dict[str, object]]:
            async with made.house.service.store.begin() as session:
                return [each.labelled() for each in await storage.disputes.agreed(session)]

        *_, third, fourth = made.homes
        found = await taken()
        assert {row["answer"] for row in found} == {third.words[0], fourth.words[0]}
        assert len(found) == 2
        everything = str(found)
        for home in made.homes:
            for secret in (home.person.id, home.person.name, home.words[1], home.shared):
                assert secret not in everything
        await made.ask(third, third.person, "/settings disputes=off")
        assert [row["answer"] for row in await taken()] == [fourth.words[0]]
        await made.ask(third, third.person, "/settings disputes=on")
        response, *_ = await made.responses(fourth)
        await made.ask(fourth, fourth.person, f"/answers remove {response} 2", dm=True)
        assert [row["answer"] for row in await taken()] == [third.words[0]]
        (reply,) = await made.ask(third, third.person, "/mydata disputes")
        assert reply.to == "dm"
        (row,) = map(json.loads, reply.files[0].data.decode().splitlines())
        assert row == {**(await taken())[0], "cues": ["手がかり"]}
        await made.ask(third, third.person, "/mydata erase")
        assert await taken() == []

    tell(story)


def test_a_workspace_that_senpai_left_is_forgotten_after_a_while(
    tell: Callable[[Story], None],
) -> None:
    async def story(made: Town) -> None:
        clock, service = made.house.clock, made.house.service
        slack, other, discord, _ = made.homes
        await service.left("slack", slack.workspace)
        await service.left("discord", discord.workspace)
        made.house.senders.clear()
        clock.at("2026-12-20 09:00")
        await service.tidy()
        assert len(await made.responses(slack)) == 3
        clock.at("2026-12-26 09:00")
        await service.tidy()
        assert await made.responses(slack) == []
        assert await made.asked(slack) == []
        assert await made.asked(discord) == []
        everything = "\n".join(await made.rows(personal=True) + await made.rows(personal=False))
        for secret in slack.secrets:
            assert secret not in everything
        assert slack.channel not in everything
        assert discord.channel not in everything
        assert len(await made.responses(discord)) == 3, "on Discord answers are the person's own"
        assert len(await made.responses(other)) == 3

    tell(story)


def test_a_workspace_that_is_used_again_keeps_what_is_its_own(
    tell: Callable[[Story], None],
) -> None:
    async def story(made: Town) -> None:
        clock, service = made.house.clock, made.house.service
        slack, other, *_ = made.homes
        await service.left("slack", slack.workspace)
        await service.left("slack", other.workspace)
        made.house.senders.clear()
        clock.at("2026-12-01 12:00")
        await made.ask(slack, slack.person, "/settings reminders=off")
        clock.at("2026-12-26 09:00")
        await service.tidy()
        assert len(await made.responses(slack)) == 3
        assert await made.responses(other) == []
        clock.at("2027-02-26 09:00")
        await service.tidy()
        assert len(await made.responses(slack)) == 3

    tell(story)


def test_answers_go_when_their_time_is_over(tell: Callable[[Story], None]) -> None:
    async def story(made: Town) -> None:
        clock, service, home = made.house.clock, made.house.service, made.homes[0]
        made.house.senders.clear()
        clock.at("2027-06-01 09:00")
        mended = (await made.responses(home))[0]
        await made.ask(home, home.person, f"/answer {mended}", {"text": "まだ使う答え"})
        clock.at("2028-11-26 09:00")  # a day more than 730 days
        await service.tidy()
        assert await made.responses(home) == [mended]
        rows = "\n".join(await made.rows(personal=True) + await made.rows(personal=False))
        assert home.words[2] not in rows
        assert home.shared not in rows
        for other in made.homes[1:]:
            assert [secret for secret in other.secrets if secret in rows] == []
        clock.at("2029-06-02 09:00")
        await service.tidy()
        assert await made.rows(personal=True) == []

    tell(story)
