"""Who is in the middle of something in their DM, and since when."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.coaching.interview import Interview, Life
from bot.messages import Person
from bot.storage import conversations, drafts, interviews
from bot.storage.drafts import Draft
from bot.storage.interviews import Held
from bot.storage.store import Store

NOW = datetime(2026, 11, 24, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_live_conversations_and_no_others(runner: asyncio.Runner, store: Store) -> None:
    def of(id: str, tenant: str = "discord") -> Person:
        return Person("discord", tenant, id)

    async def scene() -> list[tuple[str, datetime]]:
        async with store.begin() as session:
            for id, begun, changed, life, place in (
                ("long", 9 * HOUR, 2 * HOUR, Life.LIVE, "dm"),
                ("new", HOUR / 2, HOUR / 4, Life.LIVE, "dm"),
                ("paused", HOUR, HOUR, Life.PAUSED, "dm"),
                ("ended", HOUR, HOUR, Life.ENDED, "dm"),
                ("here", HOUR, HOUR, Life.LIVE, "here"),
                ("old", 9 * 24 * HOUR, 8 * 24 * HOUR, Life.LIVE, "dm"),
            ):
                new = Interview(id, "cmo", "ja", 3, NOW - begun, NOW - changed, life=life)
                await interviews.add(session, of(id), Held(new, place, ""))
                await interviews.save(session, of(id), new)
            draft = Draft("answer cmo q1", (("m1", "書きかけ"),), NOW - HOUR)
            await drafts.put(session, of("writing"), draft)
            await drafts.put(session, of("elsewhere", "other"), draft)
            old = replace(draft, changed_at=NOW - 8 * 24 * HOUR)
            await drafts.put(session, of("old-draft"), old)
            return await conversations.live(session, "discord", "discord", NOW)

    assert dict(runner.run(scene())) == {
        "writing": NOW - HOUR,
        "long": NOW - 3 * HOUR,  # it may have gone on by itself since
        "new": NOW - HOUR / 2,
    }
