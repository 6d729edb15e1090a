"""Responses, drafts and their end, on every database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import func, select

from bot.messages import Address, Person, Profile, Reply
from bot.storage import (
    asked,
    disputes,
    drafts,
    interviews,
    later,
    mydata,
    outbox,
    persons,
    purge,
    responses,
)
from bot.storage.disputes import Dispute
from bot.storage.drafts import Draft
from bot.storage.interviews import Held
from bot.storage.outbox import Post
from bot.storage.responses import Response
from bot.storage.store import Store
from bot.storage.tables import Base, LaterRow, OutboxRow, PersonRow, VersionRow
from tests.coaching.practice import Practice

NOW = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
DAY = timedelta(days=1)
KEN = Person("slack", "T1", "U1", "けん")
OTHERS = (
    Person("slack", "T2", "U1", "同じIDの人"),
    Person("discord", "T1", "U1", "別のところの人"),
    Person("slack", "T1", "U2", "同僚"),
)


def response(
    id: str, *, asked: str | None = None, slug: str = "cmo", at: datetime = NOW
) -> Response:
    return Response(id, "T1", asked, slug, "q1", "ja", "質問", f"答え{id}", 1, "", at, at)


async def fill(store: Store, person: Person) -> None:
    """What one person may leave: two responses, a former version, a draft, a line and a post."""
    number = f"{person.platform[0]}{person.tenant}{person.id}"
    to = Address(person.platform, person.tenant, "W1", "", person=person.id)
    async with store.begin() as session:
        await persons.choose(session, person, NOW, consented_at=NOW)
        for i in range(2):
            await responses.add(session, person, response(f"{number}{i}", at=NOW + DAY * i))
        await responses.change(session, person, f"{number}1", "あとの答え", NOW + DAY)
        await drafts.put(session, person, Draft("answer cmo q1", (("m1", "書きかけ"),), NOW))
        place = (person.platform, person.tenant, "", "", person.id)
        await later.put(session, later.Due(f"later-{number}", NOW, *place, "/settings"))
        await outbox.put(session, Post(f"dm-{number}", to, Reply("お知らせ")), NOW)


async def rows(store: Store) -> dict[str, int]:
    async with store.begin() as session:
        return {
            mapper.class_.__tablename__: await session.scalar(
                select(func.count()).select_from(mapper.class_)
            )
            or 0
            for mapper in Base.registry.mappers
        }


def test_each_person_has_their_own(store: Store, runner: asyncio.Runner) -> None:
    async def story() -> None:
        for person in (KEN, *OTHERS):
            await fill(store, person)
        async with store.begin() as session:
            mine = await responses.listed(session, KEN)
            assert [each.id for each in mine] == ["sT1U11", "sT1U10"], "newest first"
            assert await responses.roles(session, KEN) == [("cmo", 2)]
            for other in OTHERS:
                assert await responses.get(session, other, "sT1U10") is None
                assert await responses.change(session, other, "sT1U10", "x", NOW) is None
                assert await responses.versions(session, other, "sT1U11") == []
                await responses.remove(session, other, "sT1U10")
            assert await responses.get(session, KEN, "sT1U10") == mine[1]

    runner.run(story())


def test_a_daily_question_has_one_response_of_a_person(
    store: Store, runner: asyncio.Runner
) -> None:
    async def story() -> None:
        async with store.begin() as session:
            await responses.add(session, KEN, response("r1", asked="a1"))
            for number, other in enumerate(OTHERS):
                await responses.add(session, other, response(f"o{number}", asked="a1"))
            await responses.add(session, KEN, response("r2"))
            await responses.add(session, KEN, response("r3"))
        async with store.begin() as session:
            assert not await responses.add(session, KEN, response("r4", asked="a1"))
            assert not await responses.add(session, KEN, response("r3"))

    runner.run(story())


def test_the_days_of_a_streak_are_those_of_the_channel(
    store: Store, runner: asyncio.Runner
) -> None:
    async def story() -> None:
        first = asked.Asked("a1", "slack", "T1", "T1", "C1", date(2026, 11, 24), NOW, "ja")
        async with store.begin() as session:
            for each in (
                first,
                replace(first, id="a2", date=date(2026, 11, 25)),
                replace(first, id="a3", date=date(2026, 11, 26), state="skipped"),
                replace(first, id="a4", channel="C2"),
            ):
                await asked.note(session, each, NOW)
            await responses.add(session, KEN, response("r1", asked="a2"))
            await responses.add(session, OTHERS[2], response("r2", asked="a1"))
            days, answered = await responses.days(session, KEN, "slack", "T1", "C1")
        assert days == [date(2026, 11, 25), date(2026, 11, 24)]
        assert answered == {date(2026, 11, 25)}

    runner.run(story())


def test_a_person_s_data_go_and_nobody_else_s(store: Store, runner: asyncio.Runner) -> None:
    async def story() -> None:
        await fill(store, KEN)
        alone = await rows(store)
        for other in OTHERS:
            await fill(store, other)
        async with store.begin() as session:
            await purge.person(session, KEN)
            mine = await mydata.of(session, KEN)
        assert (mine.about, mine.responses, mine.draft, mine.planned, mine.messages) == (
            None,
            (),
            None,
            (),
            (),
        )
        left = await rows(store)
        assert left == {name: count * len(OTHERS) for name, count in alone.items()}

    runner.run(story())


def test_what_is_kept_of_a_person_is_told_in_whole(store: Store, runner: asyncio.Runner) -> None:
    async def story() -> None:
        await fill(store, KEN)
        async with store.begin() as session:
            mine = await mydata.of(session, KEN)
        assert mine.about
        assert mine.about.name == "けん"
        assert [each.text for each, _ in mine.responses] == ["あとの答え", "答えsT1U10"]
        assert [version.text for version in mine.responses[0][1]] == ["答えsT1U11"]
        assert mine.draft
        assert mine.draft.text == "書きかけ"
        assert [each.run for each in mine.planned] == ["/settings"]
        assert ["お知らせ" in each.reply for each in mine.messages] == [True]

    runner.run(story())


def test_a_response_expires_with_its_versions_and_then_its_person(
    store: Store, runner: asyncio.Runner
) -> None:
    async def story() -> None:
        for person in (KEN, *OTHERS):
            await fill(store, person)
        async with store.begin() as session:
            await persons.choose(session, OTHERS[2], NOW, reminders=False)
            await purge.expire(session, NOW + DAY * 10.5, 10)
            assert [each.text for each in await responses.listed(session, KEN)] == ["あとの答え"]
        async with store.begin() as session:
            await purge.expire(session, NOW + DAY * 12, 10)
            assert await session.scalar(select(func.count()).select_from(VersionRow)) == 0
            assert not (await persons.wishes(session, KEN)).consented
            assert not (await persons.wishes(session, OTHERS[2])).reminders, "a wish stays"

    runner.run(story())


def test_of_who_wants_no_reminders_only_that_is_left(store: Store, runner: asyncio.Runner) -> None:
    async def story() -> None:
        key = ("slack", "T1", "U1")
        chosen = {"chosen_locale": "en", "chosen_timezone": "Asia/Tokyo", "goal": "cmo"}
        agreed = {"consented_at": NOW, "nudged_at": NOW, "outside": "みなとAI", "disputes": "yes"}
        async with store.begin() as session:
            await persons.remember(session, *key, Profile("けん", "ja", "Asia/Tokyo"), NOW)
            await persons.choose(session, KEN, NOW, reminders=False, **chosen, **agreed)
            await responses.add(session, KEN, response("r1"))
            await purge.expire(session, NOW + DAY * 9, 10)
        async with store.begin() as session:
            row = await session.get_one(PersonRow, key)
            assert row.name == "けん", "an answer is there"
            await purge.expire(session, NOW + DAY * 11, 10)
        async with store.begin() as session:
            row = await session.get_one(PersonRow, key)
            columns = {column.key: getattr(row, column.key) for column in row.__table__.columns}
            kept = {"platform": "slack", "tenant": "T1", "id": "U1", "seen_at": NOW}
            told = ("name", "locale", "timezone", "outside", "disputes")
            empty = dict.fromkeys((*told, *chosen), "")
            nothing = {"consented_at": None, "nudged_at": None}
            assert columns == kept | empty | nothing | {"reminders": False}
            assert await persons.wishes(session, KEN) == persons.Wishes(reminders=False)

    runner.run(story())


def test_what_expires_is_taken_out_of_the_channel(store: Store, runner: asyncio.Runner) -> None:
    """Nobody could withdraw it any more."""

    async def story() -> None:
        channel = Address("slack", "T1", "T1", "C1")
        interview = Practice().state
        async with store.begin() as session:
            shared = ("response-r1-1-0", "growth-8f3-C1-0", "response-r2-1-0")
            for key in shared:
                await outbox.put(session, Post(key, channel, Reply("けんさんの回答")), NOW)
                await outbox.done(session, key, f"sent-{key}", NOW)
            await responses.add(session, KEN, replace(response("r1"), shared=shared[0]))
            later_on = response("r2", at=NOW + DAY * 5)
            await responses.add(session, KEN, replace(later_on, shared=shared[2]))
            held = Held(replace(interview, begun_at=NOW, changed_at=NOW), "dm", "T1")
            await interviews.add(session, KEN, held)
            await interviews.share(session, KEN, interview.id, shared[1:2])
        async with store.begin() as session:
            assert (await mydata.count(session, KEN)).shared == (shared[0], shared[2], shared[1])
            await purge.expire(session, NOW + DAY * 11, 10)
            assert (await mydata.count(session, KEN)).shared == (shared[2],)
            due = NOW + DAY * 11
            posts = await outbox.claim(session, due, 9, platform="slack", tenant="T1")
        assert {(post.action, post.target) for post in posts} == {
            ("delete", f"sent-{key}") for key in shared[:2]
        }
        async with store.begin() as session:
            assert await outbox.sent(session, shared[0]) is None
            assert await outbox.sent(session, shared[2])

    runner.run(story())


def test_as_much_is_counted_as_there_is(store: Store, runner: asyncio.Runner) -> None:
    async def story() -> None:
        for person in (KEN, *OTHERS):
            await fill(store, person)
        async with store.begin() as session:
            told = Dispute("質問", "観点", (), "")
            await disputes.add(session, "sT1U10", 1, "p1", told, NOW)
            mine, counts = await mydata.of(session, KEN), await mydata.count(session, KEN)
        assert (counts.known, counts.responses, counts.versions) == (True, 2, 1)
        assert len(mine.responses) == 2
        assert (counts.disputes, counts.draft, counts.messages) == (1, 1, 2)
        assert (len(mine.disputes), len(mine.planned) + len(mine.messages)) == (1, 2)
        assert (counts.shared, counts.interviews, counts.practised, counts.roles) == ((), 0, 0, 0)

    runner.run(story())


def test_a_workspace_goes_with_its_people_where_it_is_their_tenant(
    store: Store, runner: asyncio.Runner
) -> None:
    async def story() -> None:
        await fill(store, KEN)
        await fill(store, OTHERS[1])
        async with store.begin() as session:
            await purge.leave(session, "slack", "T1", NOW + DAY * 2)
            await purge.expire(session, NOW + DAY * 31, 730)
            assert len(await responses.listed(session, KEN)) == 2
        async with store.begin() as session:
            await purge.expire(session, NOW + DAY * 33, 730)
            assert await responses.listed(session, KEN) == []
            assert len(await responses.listed(session, OTHERS[1])) == 2
            for table in (LaterRow, OutboxRow):
                assert list(await session.scalars(select(table.platform))) == ["discord"]

    runner.run(story())
