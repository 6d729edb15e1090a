"""Ids outlive edits of the documents: from the files, through the database, to what is served."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import ProgrammingError

from bot import storage
from bot.carrying import Carrying
from bot.config import Settings
from bot.library.library import Library
from bot.library.model import Question
from bot.library.shelf import Shelf
from bot.messages import Person
from bot.service import Service
from bot.storage.responses import Response
from bot.storage.store import Store
from bot.storage.trouble import DatabaseTrouble
from tests.blank import blank, unsafe
from tests.documents import write

NOW = datetime(2026, 11, 22, tzinfo=UTC)
AOI = Person("test", "T1", "aoi")
WHY = "なぜこの仕事を選びましたか。 → 原体験、将来像"
REWORDED = "この仕事を選ばれた理由は何ですか。 → 原体験、将来像、入社後の計画"
MONEY = "予算はいくらでしたか。"


@pytest.fixture(params=("sqlite", "postgresql"))
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgresql":
        url: str = request.getfixturevalue("postgres_url")
        return url
    return f"sqlite+aiosqlite:///{tmp_path / 'senpai.sqlite3'}"


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def store(url: str, runner: asyncio.Runner) -> Iterator[Store]:
    store = Store(url)
    if store.url.database and store.url.get_backend_name() == "sqlite":
        blank(Path(store.url.database))
        unsafe(store)
    yield store
    runner.run(store.close())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "roles"


def put(folder: Path, *written: str, slug: str = "cmo", lang: str = "ja") -> Path:
    lines = []
    for line in written:
        asked, _, points = line.partition(" → ")
        lines.append(f"1. {asked}\n   - 回答ポイント：{points}" if points else f"1. {asked}")
    front = f"---\nslug: {slug}\ntitle: {slug}\nlang: {lang}\n---\n"
    return write(folder, f"{slug}.{lang}.md", f"{front}## 質問\n" + "\n".join(lines))


def questions(library: Library, slug: str = "cmo", lang: str = "ja") -> tuple[Question, ...]:
    role = library.role(slug, lang)
    assert role
    entry = library.entry(slug, lang)
    assert entry
    assert entry.question_ids == tuple(question.id for question in role.questions)
    return role.questions


def ids(library: Library, slug: str = "cmo", lang: str = "ja") -> list[str]:
    return [question.id for question in questions(library, slug, lang)]


def served(store: Store, folder: Path, runner: asyncio.Runner) -> Library:
    """What a process serves that starts now."""
    carrying = Carrying(store, Shelf([folder], report=False))
    runner.run(carrying.refresh())
    return carrying.library


def test_a_question_that_is_edited_keeps_its_id_and_its_points_theirs(
    store: Store, folder: Path, runner: asyncio.Runner
) -> None:
    put(folder, WHY, MONEY)
    shelf = Shelf([folder])
    carrying = Carrying(store, shelf)
    runner.run(carrying.refresh())
    why, money = before = questions(carrying.library)
    put(folder, MONEY, REWORDED)
    shelf.refresh()
    runner.run(carrying.refresh())
    now = questions(carrying.library)
    assert [question.id for question in now] == [money.id, why.id]
    assert now[1].text == "この仕事を選ばれた理由は何ですか。"
    assert [point.id for point in now[1].points[:2]] == [point.id for point in before[0].points]
    assert questions(served(store, folder, runner)) == now


def test_an_answer_finds_its_question_after_an_edit_and_a_restart(
    store: Store, folder: Path, runner: asyncio.Runner
) -> None:
    async def answered(question: Question) -> None:
        about = ("cmo", question.id, "ja", question.text)
        row = Response("r1", "W1", None, *about, "縁です", 1, "", NOW, NOW)
        async with store.begin() as session:
            await storage.responses.add(session, AOI, row)

    async def response() -> Response:
        async with store.begin() as session:
            found = await storage.responses.get(session, AOI, "r1")
        assert found
        return found

    put(folder, WHY, MONEY)
    runner.run(answered(questions(served(store, folder, runner))[0]))
    put(folder, "自己紹介をしてください。", MONEY, REWORDED)
    library = served(store, folder, runner)
    kept = runner.run(response())
    (found,) = [q for q in questions(library, kept.slug) if q.id == kept.question]
    assert found.text == "この仕事を選ばれた理由は何ですか。"


def test_each_language_has_ids_of_its_own(
    store: Store, folder: Path, runner: asyncio.Runner
) -> None:
    put(folder, WHY)
    put(folder, "Why this job?", lang="en")
    before = served(store, folder, runner)
    put(folder, "Why this job? {#why}", lang="en")
    after = served(store, folder, runner)
    assert ids(after) == ids(before)
    assert ids(after, lang="en") == ids(before, lang="en")
    put(folder, "まったく別のことですか。 {#why}")
    assert ids(served(store, folder, runner)) == ["why"]


def test_a_role_that_was_away_comes_back_with_its_ids(
    store: Store, folder: Path, runner: asyncio.Runner
) -> None:
    put(folder, WHY)
    put(folder, MONEY, slug="sre")
    before = ids(served(store, folder, runner))
    put(folder, REWORDED).unlink()
    assert served(store, folder, runner).role("cmo", "ja") is None
    put(folder, REWORDED)
    assert ids(served(store, folder, runner)) == before


def test_processes_with_different_documents_disturb_each_other_in_nothing(
    store: Store, tmp_path: Path, runner: asyncio.Runner
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    put(old, WHY, MONEY)
    before = ids(served(store, old, runner))
    put(new, "何人と働きましたか。", REWORDED, MONEY)
    after = ids(served(store, new, runner))
    assert after[1:] == before
    for _ in range(3):
        assert ids(served(store, old, runner)) == before
        assert ids(served(store, new, runner)) == after


def test_processes_that_see_an_edit_at_once_agree(
    url: str, store: Store, folder: Path, runner: asyncio.Runner
) -> None:
    for number in range(60):
        put(folder, WHY, MONEY, slug=f"role-{number}")
    before = served(store, folder, runner)
    for number in range(60):
        put(folder, MONEY, REWORDED, f"{number}人の部下とどう働きますか。", slug=f"role-{number}")

    async def at_once() -> list[Library]:
        stores = [Store(url) for _ in range(4)]
        all_of_them = [Carrying(s, Shelf([folder], report=False)) for s in stores]
        await asyncio.gather(*(carrying.refresh() for carrying in all_of_them))
        for each in stores:
            await each.close()
        return [carrying.library for carrying in all_of_them]

    first, *others = runner.run(at_once())
    for number in range(60):
        slug = f"role-{number}"
        assert ids(first, slug)[:2] == ids(before, slug)[::-1]
        assert all(ids(other, slug) == ids(first, slug) for other in others)


def test_a_later_start_writes_nothing_and_reads_no_questions(
    store: Store, folder: Path, runner: asyncio.Runner
) -> None:
    put(folder, WHY)
    served(store, folder, runner)
    put(folder, REWORDED)
    before = ids(served(store, folder, runner))
    asked: list[str] = []
    event.listen(
        store.engine.sync_engine, "before_cursor_execute", lambda *given: asked.append(given[2])
    )
    assert ids(served(store, folder, runner)) == before
    assert [line.split()[0] for line in asked if not line.startswith("BEGIN")] == ["SELECT"]
    assert "questions" not in "".join(asked)


def test_what_nobody_edited_stays_the_same_library(
    store: Store, folder: Path, runner: asyncio.Runner
) -> None:
    put(folder, WHY)
    shelf = Shelf([folder])
    carrying = Carrying(store, shelf)
    runner.run(carrying.refresh())
    library = carrying.library
    shelf.refresh()
    runner.run(carrying.refresh())
    assert carrying.library is library


def test_without_its_database_a_new_version_waits(
    store: Store, folder: Path, runner: asyncio.Runner
) -> None:
    async def rename(old: str, new: str) -> None:
        async with store.engine.begin() as connection:
            await connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))

    put(folder, WHY)
    shelf = Shelf([folder])
    carrying = Carrying(store, shelf)
    runner.run(carrying.refresh())
    (why,) = ids(carrying.library)
    put(folder, REWORDED)
    shelf.refresh()
    runner.run(rename("documents", "lost"))
    with pytest.raises((DatabaseTrouble, ProgrammingError)):
        runner.run(carrying.refresh())
    assert questions(carrying.library)[0].text == "なぜこの仕事を選びましたか。"
    runner.run(rename("lost", "documents"))
    runner.run(carrying.refresh())
    (after,) = questions(carrying.library)
    assert (after.id, after.text) == (why, "この仕事を選ばれた理由は何ですか。")


def test_the_service_serves_carried_ids_and_picks_up_an_edit(tmp_path: Path, folder: Path) -> None:
    settings = Settings(
        content=(folder,),
        cache=tmp_path / "cache",
        locale="ja",
        database=f"sqlite+aiosqlite:///{tmp_path / 'senpai.sqlite3'}",
    )

    async def scenario() -> None:
        put(folder, WHY)
        first = Service(settings)
        await first.open()
        before = ids(first.carrying.library)
        await first.close()
        put(folder, REWORDED)
        second = Service(settings)
        await second.open()
        assert ids(second.carrying.library) == before
        put(folder, MONEY, REWORDED)
        await second.reload()
        assert ids(second.carrying.library)[1:] == before
        await second.close()

    asyncio.run(scenario())
