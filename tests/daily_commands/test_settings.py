"""Settings: what stands in a form can be sent back as it is; what is shown is what is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from bot.commands.daily.setting import SETTINGS
from bot.messages import Person, Reply
from bot.storage import channels
from bot.storage.channels import Channel
from tests.daily_commands.conftest import HANA, Town, words

SCHEDULED = [name for name in SETTINGS if name not in ("roles", "language")]
VARIOUS: tuple[dict[str, Any], ...] = (
    {},
    {"time": time(18, 5), "timezone": "America/New_York", "holidays": "US"},
    {"weekdays": frozenset(range(7)), "holidays": "US-CA", "days_off": ("12-29/01-03",)},
    {"weekdays": frozenset({5, 6}), "holidays": "", "tolerance": timedelta(minutes=90)},
    {"weekdays": frozenset({1}), "timezone": "Etc/GMT-9", "tolerance": timedelta(hours=12)},
    {"timezone": "UTC", "days_off": ("2026-12-29/2027-01-03", "05-01", "2027-02-28")},
    {"timezone": "America/Argentina/Cordoba", "holidays": "GB"},
)


def stored(town: Town, change: dict[str, Any] | None = None) -> Channel:
    """The channel C1 as it is kept, after a change of its schedule."""

    async def read() -> Channel:
        async with town.store.begin() as session:
            found = await channels.get(session, "slack", "T1", "C1")
            assert found
            if change is not None:
                found = replace(found, schedule=replace(found.schedule, **change))
                await channels.save(session, found)
            return found

    channel: Channel = town.run(read())
    return channel


def held(reply: Reply) -> dict[str, str]:
    """What the form holds when it opens."""
    assert reply.form
    return {field.name: field.value for field in reply.form.fields}


def fill(town: Town, name: str, person: Person = HANA, **values: str) -> Reply:
    """Opens the form of a setting, changes these values and sends it."""
    [opened] = town.say(f"/daily {name}", person)
    assert opened.form
    [reply] = town.say(opened.form.run, person, values={**held(opened), **values})
    return reply


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("various", VARIOUS)
def test_a_form_sent_back_as_it_is_changes_nothing(
    town: Town, various: dict[str, Any], locale: str
) -> None:
    person = replace(HANA, locale=locale)
    before = stored(town, various)
    for name in SETTINGS:
        reply = fill(town, name, person)
        assert reply.card, words(reply)
        assert stored(town) == before, name
        if name in SCHEDULED:
            [opened] = town.say(f"/daily {name}", person)
            [reply] = town.say(f"/daily {name} {held(opened)['more']}", person)
            assert reply.card, words(reply)
            assert stored(town) == before, name


def test_the_proposal_follows_the_asking_person(new_town: Town) -> None:
    person = Person("slack", "T1", "U7", locale="en", timezone="America/New_York", is_admin=True)
    said = new_town.text("/daily", person)
    assert "Weekdays 9:00 · Eastern Time · public holidays off (United States) · all roles" in said
    assert "English" in said


def test_a_proposal_is_not_kept_before_something_is_changed(new_town: Town) -> None:
    async def read() -> Channel | None:
        async with new_town.store.begin() as session:
            return await channels.get(session, "slack", "T1", "C1")

    for line in ("/daily", "/daily sample", "/daily preview", "/daily status", "/daily stop yes"):
        new_town.say(line)
    assert new_town.run(read()) is None
    new_town.say("/daily time 10:00")
    assert new_town.run(read())
    new_town.at("2026-11-24 10:00")
    assert new_town.posts == []


def test_refused_values_stay_in_the_form(town: Town) -> None:
    for name in SETTINGS:
        reply = fill(town, name, more="いつか")
        assert reply.form
        assert reply.form.wrong == "more"
        assert held(reply)["more"] == "いつか"
        assert "「いつか」" in reply.text


def test_all_that_was_understood_of_a_channel_is_kept(town: Town) -> None:
    town.say("/daily daysoff 年末年始、2027/5/6")
    town.say("/daily lateness 90分")
    town.say("/daily language English")
    town.say("/daily roles CMO")
    channel = stored(town)
    assert channel.schedule.days_off == ("12-29/01-03", "2027-05-06")
    assert channel.schedule.tolerance == timedelta(minutes=90)
    assert (channel.lang, channel.roles, channel.category) == ("en", ("cmo",), "")
    town.at("2026-11-24 09:00")
    assert town.posts[-1].card
    assert town.posts[-1].card.title == "Today’s question"


def test_a_field_of_work_or_some_roles(large_town: Town) -> None:
    [opened] = large_town.say("/daily roles")
    assert opened.form
    name, category = opened.form.fields[0].choices[1]
    assert f"・{name}" in words(fill(large_town, "roles", category=category))
    assert stored(large_town).category == category
    assert "・全職種" in words(fill(large_town, "roles", category="all"))
    large_town.say(f"/daily roles {name}")
    assert stored(large_town).category == category
    fill(large_town, "roles", more="CMO, brand manager")
    assert (stored(large_town).roles, stored(large_town).category) == (("cmo", "brand_manager"), "")
    # Another field goes before the names that stood there.
    fill(large_town, "roles", category=category)
    assert (stored(large_town).roles, stored(large_town).category) == ((), category)
    fill(large_town, "roles", category="all")
    assert (stored(large_town).roles, stored(large_town).category) == ((), "")


def test_a_setting_that_this_computer_no_longer_knows_is_named(town: Town) -> None:
    stored(town, {"timezone": "Mars/Olympus"})
    said = town.text("/daily")
    assert "いまは使えない設定があります（Mars/Olympus）" in said
    for line in ("/daily status", "/daily preview", "/daily timezone", "/daily now"):
        assert "番号" not in town.text(line)


def test_the_week_of_a_channel_that_never_asks_says_so(town: Town) -> None:
    said = town.text("/daily daysoff 1/1〜12/31")
    assert "出題する日がありません" in said
    town.at("2026-11-24 09:00")
    assert town.posts == []


@pytest.mark.parametrize("typed", ["０", "-3", "999", "たくさん", "²"])
def test_any_number_of_days_is_answered(town: Town, typed: str) -> None:
    assert "これからの" in town.text(f"/daily preview {typed}")


def test_managers_are_named_by_administrators_alone(town: Town) -> None:
    ken = Person("slack", "T1", "U2", "健")
    assert "加えました" in town.text("/daily managers add U2")
    assert "再開" not in town.text("/daily", ken)
    assert "管理者の方だけ" in town.text("/daily managers add U3", ken)
    assert "加えた方だけ" in town.text("/daily", ken, workspace="T9", channel="C9")
    [reply] = town.say("/daily managers")
    assert [b.run for b in reply.buttons] == [
        "/daily managers add",
        "/daily managers remove U2",
        "/daily",
    ]
    assert "外しました" in town.text("/daily managers remove U2")
    assert "加えた方だけ" in town.text("/daily", ken)


def test_every_button_of_the_card_leads_somewhere(town: Town) -> None:
    for state in ("/daily", "/daily pause", "/daily stop yes", "/daily start"):
        [card] = town.say(state)
        for button in card.buttons:
            said = town.text(button.run)
            assert "うまく読み取れませんでした" not in said
            assert "番号" not in said


def test_of_a_long_text_only_the_beginning_is_quoted(large_town: Town) -> None:
    for name in SETTINGS:
        reply = fill(large_town, name, more="あ\n" * 1500)
        assert len(reply.text) < 200
        assert held(reply)["more"] == ("あ\n" * 1500).strip()
        assert "「あ" in reply.text


def test_of_many_managers_the_card_names_all(town: Town) -> None:
    for number in range(30):
        town.say(f"/daily managers add M{number}")
    [reply] = town.say("/daily managers")
    assert "M29" in words(reply)
    assert len(reply.buttons) <= 25
