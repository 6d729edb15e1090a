"""Which question comes, over months."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.commands.daily.asking import candidates
from bot.daily.schedule import Schedule
from bot.library.library import Document, Library
from bot.storage.channels import Channel
from tests.daily_commands.conftest import Town
from tests.entries import entry

DAY = timedelta(days=1)


def channel(**more: object) -> Channel:
    schedule = Schedule(time(9), "UTC", frozenset(range(7)))
    now = datetime(2026, 11, 24, tzinfo=UTC)
    return Channel("slack", "T1", "T1", "C1", schedule, "ja", now, 7, **more)  # type: ignore[arg-type]


def bodies(town: Town) -> list[str]:
    return [post.card.body for post in town.posts if post.card]


@pytest.mark.slow
def test_no_question_repeats_until_all_were_asked_not_even_after_a_stop(large_town: Town) -> None:
    large_town.say("/daily weekdays 毎日")
    large_town.say("/daily holidays なし")
    large_town.say("/daily roles CMO、ブランドマネージャー")
    count = sum(
        map(
            len,
            candidates(
                large_town.house.service._shelf.library, channel(roles=("cmo", "brand_manager"))
            ).values(),
        )
    )
    day = datetime(2026, 11, 24, 9, tzinfo=UTC)
    for number in range(count * 2):
        if number == count // 3:
            large_town.say("/daily stop yes")
            large_town.say("/daily start")
        large_town.at(f"{day:%Y-%m-%d %H:%M}")
        day += DAY
    asked = bodies(large_town)
    assert len(asked) == count * 2
    assert set(Counter(asked[:count]).values()) == {1}
    assert set(asked[count:]) == set(asked[:count])
    roles = ["職種：CMO" in body for body in asked[: count // 2]]
    assert all(a != b for a, b in itertools.pairwise(roles))


def test_the_preview_is_what_comes(town: Town) -> None:
    told = town.text("/daily preview 8")
    town.at("2026-11-24 09:00")
    town.at("2026-11-25 09:00")
    town.at("2026-11-26 09:00")
    for body in bodies(town):
        question = body.split("**")[1]
        assert question[:30] in told


def test_the_sample_is_the_next_post(town: Town) -> None:
    [sample] = town.say("/daily sample")
    assert sample.card
    assert sample.to == "only_you"
    town.at("2026-11-24 09:00")
    assert bodies(town) == [sample.card.body]


def test_candidates_are_those_of_the_channels_language_role_and_field() -> None:
    ja = replace(entry("cmo"), question_ids=("a", "b"), category="marketing")
    en = replace(ja, lang="en", path="cmo.en.md", question_ids=("c",))
    pdm = replace(entry("pdm"), question_ids=("d",), category="製品")
    # Their text can't be unpacked: it need not be.
    library = Library(Document(e.path, e.path, (), e, b"broken") for e in (ja, en, pdm))
    assert candidates(library, channel()) == {"cmo": ("a", "b"), "pdm": ("d",)}
    assert candidates(library, replace(channel(), lang="en")) == {"cmo": ("c",)}
    assert candidates(library, channel(category="marketing")) == {"cmo": ("a", "b")}
    assert candidates(library, channel(roles=("pdm", "gone"))) == {"pdm": ("d",)}
    assert candidates(library, replace(channel(), lang="en", roles=("pdm",))) == {"pdm": ("d",)}
    assert candidates(Library(), channel()) == {}
    assert candidates(library, channel()) is candidates(library, channel())
