"""A town of people who answered: two workspaces on each platform, and what each of them wrote."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from sqlalchemy import select

from bot import storage
from bot.adapters.console.posts import Posts
from bot.messages import Person, Profile, Reply, Request
from bot.storage.disputes import Dispute
from bot.storage.tables import (
    AskedRow,
    Base,
    CardRow,
    DisputeRow,
    DraftRow,
    InterviewRow,
    PersonRow,
    ResponseRow,
    VersionRow,
)
from tests.conftest import SAMPLE
from tests.house import House

PERSONAL = (
    *(PersonRow, ResponseRow, VersionRow, DraftRow),
    *(InterviewRow, CardRow, DisputeRow),
)
"""The tables that may hold what people wrote."""

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Home:
    """A workspace with a channel, and somebody who answered there."""

    platform: str
    workspace: str
    person: Person
    admin: Person
    stranger: Person
    words: tuple[str, ...]
    """What the person wrote and shared with nobody."""
    shared: str

    @property
    def channel(self) -> str:
        return f"C-{self.workspace}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What nobody else may see."""
        return (*self.words, self.person.id, self.person.name)


def home(platform: str, workspace: str, number: int) -> Home:
    tenant = workspace if platform == "slack" else platform

    def person(role: str, name: str, *, admin: bool = False) -> Person:
        id = f"{role}{number}{number}{number}"
        return Person(platform, tenant, id, name, is_admin=admin)

    things = ("前の版", "回答", "下書き", "練習")
    words = tuple(f"{thing}の{workspace}秘密{number}" for thing in things)
    return Home(
        platform,
        workspace,
        person("UANSWERS", f"あおい{workspace}"),
        person("UADMIN", f"はな{workspace}", admin=True),
        person("USTRANGER", f"けん{workspace}"),
        words,
        f"共有した{workspace}言葉{number}",
    )


@dataclass
class Town:
    house: House
    homes: tuple[Home, ...]
    posts: Posts = field(default_factory=Posts)

    async def ask(
        self,
        home: Home,
        person: Person,
        text: str,
        values: Mapping[str, str] | None = None,
        *,
        dm: bool = False,
        again: str = "",
    ) -> list[Reply]:
        """again: the id of the message, where it is said in the DM."""
        discord_dm = dm and home.platform == "discord"
        request = Request(
            f"town-{next(_numbers)}",
            person,
            text,
            workspace="" if discord_dm else home.workspace,
            channel=f"D-{person.id}" if dm else home.channel,
            place="dm" if dm else "channel",
            message=again or None,
            values=values or {},
        )
        return await self.house.engine.handle(request)

    async def asked(self, home: Home) -> list[str]:
        """The ids of the questions that the channel was asked, in their order."""
        query = select(AskedRow.id).where(AskedRow.workspace == home.workspace)
        async with self.house.service.store.begin() as session:
            return list(await session.scalars(query.order_by(AskedRow.date)))

    async def responses(self, home: Home) -> list[str]:
        query = select(ResponseRow.id).where(ResponseRow.person == home.person.id)
        mine = query.where(ResponseRow.tenant == home.person.tenant)
        async with self.house.service.store.begin() as session:
            return list(await session.scalars(mine.order_by(ResponseRow.created_at)))

    async def rows(self, *, personal: bool) -> list[str]:
        """Every row of the tables that are (or are not) personal, as text."""
        found = []
        async with self.house.service.store.begin() as session:
            for mapper in Base.registry.mappers:
                if (mapper.class_ in PERSONAL) is personal:
                    for row in await session.scalars(select(mapper.class_)):
                        values = {c.key: getattr(row, c.key) for c in mapper.columns}
                        found.append(f"{mapper.class_.__name__} {values}")
        return sorted(found)


async def town(folder: Path) -> Town:
    """In each home a question was asked and answered, twice; another answer was shared."""
    house = House(SAMPLE, folder)
    await house.open()
    homes = (
        home("slack", "T1", 1),
        home("slack", "T2", 2),
        home("discord", "G1", 3),
        home("discord", "G2", 4),
    )
    made = Town(house, homes)
    house.senders.update(slack=made.posts, discord=made.posts)
    house.clock.at("2026-11-24 08:00")
    for each in homes:
        await made.ask(each, each.admin, "/daily start")
    house.clock.at("2026-11-24 09:00")
    await house.tick()
    for each in homes:
        await _first_day(made, each)
    house.clock.at("2026-11-25 09:00")
    await house.tick()
    for each in homes:
        await _second_day(made, each)
    return made


async def _first_day(town: Town, home: Home) -> None:
    """Answers, and answers anew."""
    former, answer, *_ = home.words
    who, (asked,) = home.person, await town.asked(home)
    await town.house.service.remember(who.platform, who.tenant, who.id, Profile(who.name, "ja"))
    await town.ask(home, who, f"/begin answer {asked}")
    await town.ask(home, who, f"/answer {asked}", {"text": former})
    saved = await town.ask(home, who, f"/answer {asked}", {"text": answer})
    assert "2版目" in flat(saved)
    await _dispute(town, home)


async def _dispute(town: Town, home: Home) -> None:
    """Disputes what was found in the first version; on Discord they let the operator have it."""
    (response,) = await town.responses(home)
    told = Dispute(f"{home.workspace}の質問", "観点", ("手がかり",), "")
    store, now = town.house.service.store, town.house.clock.now
    async with store.begin() as session:
        await storage.disputes.add(session, response, 1, "p1", told, now)
        if home.platform == "discord":
            await storage.persons.choose(session, home.person, now, disputes="yes")


async def _second_day(town: Town, home: Home) -> None:
    """Shares an answer, practises, and begins to write another answer."""
    who, (first, second) = home.person, await town.asked(home)
    await town.ask(home, who, f"/answer {second}", {"text": home.shared})
    response = (await town.responses(home))[1]
    shared = await town.ask(home, who, f"/answers post {response} 1")
    assert "共有しました" in flat(shared)
    await _practise(town, home)
    await town.ask(home, who, f"/write {first}")
    said = await town.ask(home, who, home.words[2], dm=True, again=f"m-{home.workspace}")
    assert "保存しました" in flat(said)


async def _practise(town: Town, home: Home) -> None:
    """An interview, stopped after its first answer; what was gained is shared."""
    who = home.person
    await town.ask(home, who, "/interview cmo")
    await town.ask(home, who, home.words[3], dm=True, again=f"i-{home.workspace}")
    for word in ("送信", "終了"):
        await town.ask(home, who, word, dm=True)
    await town.house.tick()
    mine = (InterviewRow.person == who.id, InterviewRow.tenant == who.tenant)
    async with town.house.service.store.begin() as session:
        id = await session.scalar(select(InterviewRow.id).where(*mine))
    shared = await town.ask(home, who, f"/interview growth {id} post")
    assert "共有しました" in flat(shared)


def flat(replies: list[Reply]) -> str:
    return "\n".join(msgspec.json.encode(reply).decode() for reply in replies)


def lines(town: Town, ids: list[str]) -> Iterator[str]:
    """Every command with everything that it might be told: words, slugs, and ids of others."""
    people = [home.person.id for home in town.homes] + [home.person.name for home in town.homes]
    things = ["", "cmo", "cmo 1", "CMO", "page=1", "send", "export", "delete", "status"]
    things += ["disputes", "outside=ask", *ids, *people]
    for command in town.house.commands:
        for thing in things:
            yield f"/{command.name} {thing}".strip()
    for id in ids:
        for do in ("show", "edit", "share", "post", "withdraw", "delete", "remove"):
            yield f"/answers {do} {id}"
            yield f"/answers {do} {id} 1"
        yield f"/write {id} new"
        yield f"/begin answer {id}"
        yield f"/begin answers show {id}"
        yield f"/share answers show {id}"
        yield f"/withdraw response-{id}-1"
    for do in ("pause", "resume", "preview 14", "sample", "managers", "now", "stop"):
        yield f"/daily {do}"
