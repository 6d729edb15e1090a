"""How an interaction is answered, whatever the coach takes and says."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.command import Context
from bot.library.library import Library
from bot.messages import Button, Card, Field, Form, Reply
from tests.coach import EngineCoach
from tests.discord_.world import button, made_up, press, senpai, world
from tests.standins.discord import Discord
from tests.standins.discord_limits import EPHEMERAL

FORM = Form("質問する", "/ask", (Field("text", "質問", kind="text"),), "何でもどうぞ。")


async def ask(ctx: Context) -> list[Reply]:
    given = ctx.request.values.get("text", "")
    if not given:
        return [Reply(form=FORM)]
    if given == "?":
        refused = Form(FORM.title, FORM.run, (Field("text", "質問", value=given),))
        return [Reply("もう少し詳しく書いてください。", form=refused)]
    return [Reply(f"「{given}」ですね。")]


async def count(ctx: Context) -> list[Reply]:
    number = int(ctx.request.text.removeprefix("/count") or "1")
    following = (Button("次へ", f"/count {number + 1}"),)
    return [Reply(f"{number}回目", replace=number > 1, buttons=following)]


async def by_dm(_ctx: Context) -> list[Reply]:
    return [Reply("二人だけの話です。", to="dm", undelivered="/closed")]


async def closed(_ctx: Context) -> list[Reply]:
    return [Reply("では、ここで続けましょう。")]


async def nowhere(_ctx: Context) -> list[Reply]:
    return [Reply("二人だけの話です。", to="dm")]


def test_a_slash_command_is_answered_at_once_and_privately(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi = here.discord.person(locale="en-US")
            await here.discord.slash(
                aoi, "role", here.discord.channel, role="cmo", section="skills"
            )
            (answer,) = await here.answered(aoi, 0)
            assert answer.how == "private"
            assert "CMO: Skills and tools" in answer.screen.text
            assert here.discord.public == {}
            assert not here.discord.refusals

    runner.run(scene())


def test_thinking_for_long_is_shown_privately_and_gives_way_to_the_answer(
    runner: asyncio.Runner, library: Library
) -> None:
    ready = asyncio.Event()

    async def slow(_ctx: Context) -> list[Reply]:
        await ready.wait()
        return [Reply("考えました。"), Reply(card=Card("もう一つ"))]

    async def scene() -> None:
        async with world(made_up(library, slow=slow)) as here:
            here.adapter.defer_after = 0.01
            aoi, discord = here.discord.person(), here.discord
            pressing = asyncio.create_task(press(here, aoi, "/slow", discord.channel))
            await discord.until(lambda: discord.seen[aoi.id])
            assert discord.seen[aoi.id][0].how == "thinking"
            assert discord.seen[aoi.id][0].payload["flags"] & EPHEMERAL
            ready.set()
            await pressing
            assert [sight.how for sight in discord.seen[aoi.id]] == ["private", "private"]
            assert "考えました。" in discord.seen[aoi.id][0].screen.text
            assert "もう一つ" in discord.seen[aoi.id][1].screen.text
            assert discord.public == {}

    runner.run(scene())


def test_five_clicks_are_answered_in_order_once_each(
    runner: asyncio.Runner, library: Library
) -> None:
    served: list[str] = []

    async def next_one(ctx: Context) -> list[Reply]:
        await asyncio.sleep(0)
        served.append(ctx.request.id)
        return [Reply(f"{len(served)}番目")]

    async def scene() -> None:
        async with world(made_up(library, next=next_one)) as here:
            aoi = here.discord.person()
            await asyncio.gather(*(press(here, aoi, "/next") for _ in range(5)))
            await here.answered(aoi, 4)
            seen = [sight.screen.text.strip() for sight in here.discord.seen[aoi.id]]
            assert sorted(seen) == [f"{n}番目" for n in range(1, 6)]
            assert served == sorted(served)

    runner.run(scene())


def test_a_form_opens_is_filled_in_and_answered(runner: asyncio.Runner, library: Library) -> None:
    async def scene() -> None:
        async with world(made_up(library, ask=ask)) as here:
            aoi = here.discord.person()
            form = await press(here, aoi, "/ask")
            assert form.how == "form"
            assert form.screen.text.startswith("何でもどうぞ。")
            await here.discord.submit(aoi, form, {"質問": "CMOの一日は？"})
            (answer,) = await here.answered(aoi, 1)
            assert "「CMOの一日は？」ですね。" in answer.screen.text

    runner.run(scene())


def test_what_a_refused_form_held_is_not_lost(runner: asyncio.Runner, library: Library) -> None:
    async def scene() -> None:
        async with world(made_up(library, ask=ask)) as here:
            aoi = here.discord.person()
            form = await press(here, aoi, "/ask")
            await here.discord.submit(aoi, form, {"質問": "?"})
            (answer,) = await here.answered(aoi, 1)
            assert "もう少し詳しく" in answer.screen.text
            assert "質問：?" in answer.screen.text
            await here.discord.click(aoi, answer, "質問する")
            (again,) = await here.answered(aoi, 2)
            assert again.how == "form"

    runner.run(scene())


def test_after_thinking_a_form_stands_behind_a_button(
    runner: asyncio.Runner, library: Library
) -> None:
    ready = asyncio.Event()

    async def slow(ctx: Context) -> list[Reply]:
        await ready.wait()
        return await ask(ctx)

    async def scene() -> None:
        async with world(made_up(library, slow=slow, ask=ask)) as here:
            here.adapter.defer_after = 0.01
            aoi, discord = here.discord.person(), here.discord
            pressing = asyncio.create_task(press(here, aoi, "/slow"))
            await discord.until(lambda: discord.seen[aoi.id])
            ready.set()
            answer = await pressing
            here.adapter.defer_after = 2.0
            await discord.click(aoi, answer, "質問する")
            (form,) = await here.answered(aoi, 1)
            assert form.how == "form"

    runner.run(scene())


@pytest.mark.parametrize("in_channel", [False, True])
def test_a_reply_takes_the_place_of_the_message_that_only_the_person_sees(
    runner: asyncio.Runner, library: Library, *, in_channel: bool
) -> None:
    async def scene() -> None:
        async with world(made_up(library, count=count)) as here:
            aoi, discord = here.discord.person(), here.discord
            where = discord.channel if in_channel else None
            first = await press(here, aoi, "/count", where)
            await discord.click(aoi, first, "次へ")
            await discord.until(lambda: first.edits)
            await here.adapter.idle(5)
            assert "2回目" in first.screen.text
            assert discord.seen[aoi.id] == [first]
            assert not discord.refusals

    runner.run(scene())


def test_an_answer_by_dm_comes_there_and_the_click_is_acknowledged(
    runner: asyncio.Runner, library: Library
) -> None:
    async def scene() -> None:
        async with world(made_up(library, talk=by_dm, closed=closed)) as here:
            aoi, discord = here.discord.person(), here.discord
            await press(here, aoi, "/talk", discord.channel)
            dm, note = discord.seen[aoi.id]
            assert (dm.channel, dm.screen.text.strip()) == (aoi.dm, "二人だけの話です。")
            assert (note.how, "DMにお送りしました" in note.screen.text) == ("private", True)

    runner.run(scene())


@pytest.mark.parametrize(
    ("run", "text"), [("/talk", "では、ここで続けましょう。"), ("/nowhere", "DMを送れませんでした")]
)
def test_a_closed_dm_is_said_where_the_person_asked(
    runner: asyncio.Runner, library: Library, run: str, text: str
) -> None:
    async def scene() -> None:
        coach = made_up(library, talk=by_dm, closed=closed, nowhere=nowhere)
        async with world(coach) as here:
            aoi, discord = here.discord.person(), here.discord
            discord.closed[aoi.dm] = 50007
            answer = await press(here, aoi, run, discord.channel)
            assert (answer.how, len(discord.seen[aoi.id])) == ("private", 1)
            assert text in answer.screen.text

    runner.run(scene())


def test_a_button_pressed_after_a_restart_works(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def scene() -> None:
        async with Discord() as discord:
            aoi = discord.person()
            async with senpai(discord, coach) as before:
                await discord.slash(aoi, "role", role="cmo")
                (card,) = await before.answered(aoi, 0)
            async with senpai(discord, coach) as after:
                await discord.click(aoi, card, "スキルとツール")
                (answer,) = await after.answered(aoi, 1)
                assert "CMO：スキルとツール" in answer.screen.text

    runner.run(scene())


def test_a_click_that_changes_only_a_home_is_settled(
    runner: asyncio.Runner, library: Library
) -> None:
    """As at the end of an interview, whose words go out by themselves."""

    async def changed(_ctx: Context) -> list[Reply]:
        return [Reply("目指す職種", to="home")]

    async def scene() -> None:
        async with world(made_up(library, changed=changed)) as here:
            aoi = here.discord.person()
            shown = replace(button("/changed"), channel=aoi.dm)
            pending = await here.discord.click(aoi, shown, "押す")
            await here.discord.until(lambda: pending.responded)
            assert here.discord.seen[aoi.id] == []

    runner.run(scene())


def test_roles_are_suggested_while_typing(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi = here.discord.person()
            await here.discord.type_option(aoi, "role", "role", "ブランド")
            (shown,) = await here.answered(aoi, 0)
            assert {"name": "ブランドマネージャー", "value": "brand_manager"} in shown.payload[
                "choices"
            ]

    runner.run(scene())


def test_what_discord_refuses_is_apologised_for(runner: asyncio.Runner, coach: EngineCoach) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi = here.discord.person()
            here.discord.trouble("POST", "/interactions/", 400, 50035)
            await here.discord.slash(aoi, "role", role="cmo")
            (answer,) = await here.answered(aoi, 0)
            assert "こちらの不具合でお答えできませんでした" in answer.screen.text

    runner.run(scene())


def test_a_person_is_remembered_as_discord_tells(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    """A DM tells no language; a slash command of before does."""

    async def scene() -> None:
        async with world(coach) as here:
            ann = here.discord.person("Ann", "en-GB")
            await here.discord.say(ann, "CMO")
            (unknown,) = await here.answered(ann, 0)
            assert "最高マーケティング責任者" in unknown.screen.text
            await here.discord.slash(ann, "help")
            await here.answered(ann, 1)
            await here.discord.say(ann, "CMO")
            (known,) = await here.answered(ann, 2)
            assert "CMO (Chief Marketing Officer)" in known.screen.text

    runner.run(scene())
