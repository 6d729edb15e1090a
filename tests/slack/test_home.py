"""The App Home: where somebody heads for, what is due, how it goes, and what changes there."""

from __future__ import annotations

from pathlib import Path

from bot.app import App
from bot.messages import Person
from tests.conftest import SAMPLE
from tests.drivers.slack import SlackDriver
from tests.house import House
from tests.slack.place import CHANNEL, run, sharing_place
from tests.snapshots import matches
from tests.standins.slack_payloads import home_opened
from tests.standins.slack_person import read


def test_a_goal_is_set_changed_and_practised_there(app: App, tmp_path: Path) -> None:
    async def conversation() -> None:
        async with sharing_place(app, tmp_path) as here:
            aoi = here.person()
            user = here.slack.world.users[aoi.id]
            await aoi.event(home_opened(aoi.id, aoi.dm))
            assert "目指す職種は、まだ決まっていません" in read(user.home or {})
            await aoi.press("目指す職種を決める")
            await aoi.pick("cmo")
            shown = read(user.home or {})
            assert "目指す職種をCMOにしました" in shown
            assert "目指す職種：CMO" in shown
            assert "ホームに戻る" not in shown
            await aoi.press("目指す職種を変える")
            await aoi.pick("product_manager")
            assert "目指す職種：プロダクトマネージャー" in read(user.home or {})
            await aoi.press("プロダクトマネージャーの面接を練習する")
            assert "はじめる" in read(user.home or {})
            await aoi.press("はじめる")
            assert "DMで始めました" in read(user.home or {})
            assert "質問 1/3" in aoi.screen()

    run(conversation())


def test_it_shows_a_change_that_was_made_elsewhere(app: App, tmp_path: Path) -> None:
    async def conversation() -> None:
        async with sharing_place(app, tmp_path) as here:
            aoi = here.person()
            user = here.slack.world.users[aoi.id]
            await aoi.event(home_opened(aoi.id, aoi.dm))
            await aoi.command("/goal", "cmo", CHANNEL)
            await here.adapter.settled()
            assert "目指す職種：CMO" in read(user.home or {})
            assert "まずはここから" in read(user.home or {})
            await aoi.command("/goal", "未定", CHANNEL)
            await here.adapter.settled()
            assert "まだ決まっていません" in read(user.home or {})

    run(conversation())


def test_it_shows_how_it_goes(tmp_path: Path) -> None:
    house = House(SAMPLE, tmp_path)
    driver = SlackDriver(house, Person("slack", "test", "aoi"))
    house.clock.at("2026-11-24 20:00")
    for line in ("/goal cmo", "/interview"):
        driver.say(line)
    driver.click("はじめる")
    driver.say("担当した店の来店数を2割増やしました。毎週の数字を見て決めました。")
    driver.say("以上です")
    house.clock.at("2026-11-24 20:20")
    driver.say("やめます")
    world = driver._slack.world
    home = world.users[driver._person.id].home
    assert home
    assert "面接の練習は1回、回答は1件です" in read(home)
    house.clock.at("2026-12-24 20:00")
    driver.open()
    home = world.users[driver._person.id].home
    assert home
    assert "復習の時期" in read(home)
    matches("slack/home-with-goal", home["blocks"])
