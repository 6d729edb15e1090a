"""Forms as Discord's modals: nothing of them is dropped, and nothing that was written is lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.adapters.discord.forms import FormModal
from bot.adapters.discord.render import render
from bot.command import Context
from bot.library.library import Library
from bot.locale import texts
from bot.messages import Field, Form, Reply
from tests.discord_.world import made_up, payload, press, world
from tests.standins import discord_limits as limits
from tests.standins.discord_shown import Screen, screen

FIELDS = tuple(Field(name, f"{name}の欄") for name in "abcde")
BODY = "平日の朝9時に投稿します。**いつでも**変えられます。"


def opened(form: Form, words: str = "") -> Screen:
    shown = FormModal(form, texts("ja"), words).to_dict()
    assert limits.modal(shown) == {}
    return screen(shown)


def described(form: Form, words: str = "") -> dict[str, str]:
    """What stands below each label."""
    shown = FormModal(form, texts("ja"), words).to_dict()
    rows = [row for row in shown["components"] if row["type"] == limits.LABEL]
    return {row["component"]["custom_id"]: row.get("description") or "" for row in rows}


@pytest.mark.parametrize("count", range(1, 6))
def test_the_words_of_a_form_are_shown_however_many_fields_it_has(count: int) -> None:
    form = Form("毎日の質問", "/daily", FIELDS[:count], BODY)
    shown = opened(form, "時刻を確かめてください。")
    assert list(shown.fields) == [field.label for field in FIELDS[:count]]
    assert "いつでも変えられます。" in shown.text
    assert "時刻を確かめてください。" in shown.text
    assert "**" not in shown.text


@pytest.mark.parametrize("count", range(2, 6))
@pytest.mark.parametrize("wrong", [0, 1, -1])
def test_what_is_wrong_is_said_at_its_field(count: int, wrong: int) -> None:
    fields = FIELDS[:count]
    name = fields[wrong].name
    form = Form("毎日の質問", "/daily", fields, BODY, wrong=name)
    below = described(form, "9:00のように入れてください。")
    assert below[name].startswith("9:00のように入れてください。")
    assert sum("9:00" in words for words in below.values()) == 1
    assert "いつでも変えられます。" in opened(form).text


def test_a_long_word_about_a_field_stands_above_where_there_is_room() -> None:
    form = Form("毎日の質問", "/daily", FIELDS[:2], wrong="b")
    words = "時刻は、9:00のように入れてください。" * 8
    assert words in opened(form, words).text


def test_behind_a_button_the_wrong_field_is_marked_even_if_it_is_empty() -> None:
    zone = Field("zone", "時間帯", "choice", choices=(("日本時間", "Asia/Tokyo"),))
    fields = (Field("time", "時刻"), replace(zone, value="Asia/Tokyo"))
    form = Form("毎日の質問", "/daily", fields, wrong="time")
    (part,) = render(Reply("時刻を入れてください。", form=form), texts("ja"))
    lines = screen(payload(part)).text.splitlines()
    assert lines[0] == "時刻を入れてください。"
    assert lines.index("時刻：") + 1 == lines.index("↑ こちらをもう一度ご確認ください。")
    assert "時間帯：日本時間" in lines


async def admins(ctx: Context) -> list[Reply]:
    given = ctx.request.values
    who = Field("who", "担当者", "person", value="", required=False)
    if "note" not in given:
        return [Reply(form=Form("担当者", "/admins", (who, Field("note", "メモ"))))]
    if not given["who"]:
        again = (replace(who, value=ctx.request.person.id), Field("note", "メモ"))
        return [Reply("選んでください。", form=Form("担当者", "/admins", again, wrong="who"))]
    return [Reply(f"番号{given['who']}の方ですね。")]


def test_a_person_is_picked_and_their_id_arrives(runner: asyncio.Runner, library: Library) -> None:
    async def scene() -> None:
        async with world(made_up(library, admins=admins)) as here:
            aoi, ken = here.discord.person("葵"), here.discord.person("健")
            form = await press(here, aoi, "/admins", here.discord.channel)
            assert form.screen.fields["担当者"]["type"] == limits.USER_SELECT
            await here.discord.submit(aoi, form, {"担当者": ken.id, "メモ": "x"})
            (answer,) = await here.answered(aoi, 1)
            assert f"番号{ken.id}の方ですね。" in answer.screen.text

    runner.run(scene())


def test_nobody_picked_is_no_value_and_who_was_picked_is_shown(
    runner: asyncio.Runner, library: Library
) -> None:
    async def scene() -> None:
        async with world(made_up(library, admins=admins)) as here:
            aoi = here.discord.person("葵")
            form = await press(here, aoi, "/admins")
            await here.discord.submit(aoi, form, {"メモ": "x"})
            (answer,) = await here.answered(aoi, 1)
            assert f"担当者：<@{aoi.id}>" in answer.screen.text
            assert answer.payload["allowed_mentions"] == {"parse": []}
            chosen = FormModal(
                Form("担当者", "/admins", (Field("who", "担当者", "person", value=aoi.id),)),
                texts("ja"),
            ).to_dict()
            assert limits.modal(chosen) == {}
            assert aoi.id in str(chosen)

    runner.run(scene())


WORDS = "CPAを28%下げました。\n@everyone に見せる**前に**、まだ直したいです。"


@pytest.mark.parametrize("in_channel", [False, True])
def test_words_that_could_not_be_kept_are_given_back_to_their_author_alone(
    runner: asyncio.Runner, library: Library, *, in_channel: bool
) -> None:
    async def answer(ctx: Context) -> list[Reply]:
        if not ctx.request.values:
            fields = (Field("text", "回答", "text"), Field("who", "相談相手", "person"))
            return [Reply(form=Form("答えてみる", "/answer", fields))]
        return [Reply("いま保存できませんでした。", unsaved=True)]

    async def scene() -> None:
        async with world(made_up(library, answer=answer)) as here:
            aoi, there = here.discord.person(), here.discord
            form = await press(here, aoi, "/answer", there.channel if in_channel else None)
            await there.submit(aoi, form, {"回答": WORDS, "相談相手": aoi.id})
            (given,) = await here.answered(aoi, 1)
            assert given.screen.text.startswith("いま保存できませんでした。")
            assert WORDS in given.screen.text
            assert "お書きになった内容" in given.screen.text
            assert set(given.screen.alive) <= {"###"}
            assert given.how == ("private" if in_channel else "message")
            assert aoi.id not in given.screen.text
            assert there.public == {}

    runner.run(scene())


def test_a_form_that_is_slow_to_save_waits_privately(
    runner: asyncio.Runner, library: Library
) -> None:
    saved = asyncio.Event()

    async def answer(ctx: Context) -> list[Reply]:
        if not ctx.request.values:
            return [Reply(form=Form("答えてみる", "/answer", (Field("text", "回答", "text"),)))]
        await saved.wait()
        return [Reply("保存しました。")]

    async def scene() -> None:
        async with world(made_up(library, answer=answer)) as here:
            here.adapter.defer_after = 0.01
            aoi, there = here.discord.person(), here.discord
            form = await press(here, aoi, "/answer", there.channel)
            await there.submit(aoi, form, {"回答": WORDS})
            await there.until(lambda: len(there.seen[aoi.id]) == 2)
            waiting = there.seen[aoi.id][1]
            assert waiting.how == "thinking"
            assert waiting.payload["flags"] & limits.EPHEMERAL
            saved.set()
            await here.adapter.idle(5)
            assert (waiting.how, waiting.screen.text.strip()) == ("private", "保存しました。")
            assert there.public == {}

    runner.run(scene())
