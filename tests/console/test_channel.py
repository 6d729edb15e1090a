"""A terminal that sits in a channel: all of the daily question can be tried there."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from bot.adapters.console.app import Console
from bot.adapters.console.posts import Posts
from bot.locale import texts
from bot.messages import Person
from tests.conftest import SAMPLE
from tests.house import House


def number(label: str, screen: str) -> str:
    found = re.search(rf"\[(\d+)\] {label}", screen)
    assert found, f"no choice {label!r} in:\n{screen}"
    return found[1]


async def conversation(folder: Path) -> None:
    house = House(SAMPLE, folder)
    posts = house.senders["console"] = Posts("hana")
    await house.open()
    hana = Person("console", "console", "hana", "花", is_admin=True)
    console = Console(house.coach.handle, hana, texts("ja"), posts=posts)
    console.sit_in("general")
    assert "始めました" in await console.type("/daily start")
    screen = await console.type("/daily now")
    assert "■ 今日の一問" in screen
    before = await console.type(number("答えてみる", screen))
    assert "何も保存しません" in before
    assert "回答" in await console.type(number("はじめる", before))
    said = await console.type("毎週の数字を見て、効きの悪い枠を止め、予算を移しました。")
    assert "保存しました" in said
    assert "フィードバック" in said
    shown = await console.type(number("内容を確認して共有", said))
    shared = await console.type(number("共有する", shown))
    assert "効きの悪い枠を止め" in shared
    assert {post.address.channel for post in posts.shown if not post.address.person} == {"general"}
    assert "■ CMOのキャリア" in await console.type("CMOになるには？")
    interview = await console.type("/interview cmo")
    assert "DMで始めました" in interview
    assert "質問 1/3" in interview
    await console.type("毎週の数字を見て、効きの悪い枠を止めました。")
    assert "フィードバック" in await console.type("以上です")
    await house.close()


@pytest.mark.slow
def test_an_administrator_tries_all_of_it_alone(tmp_path: Path) -> None:
    asyncio.run(conversation(tmp_path))
