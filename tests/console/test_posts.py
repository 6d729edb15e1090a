"""What comes unasked to a terminal, and forms that hold something already."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.adapters.console.app import Console
from bot.adapters.console.posts import Posts
from bot.locale import texts
from bot.messages import Address, Button, Card, Field, Form, Menu, Person, Reply, Request

AOI = Person("console", "console", "aoi")
HERE = Address("console", "console", "console", "console")
MINE = replace(HERE, person="aoi")
POST = Reply(card=Card("今日の質問"), buttons=(Button("答えてみる", "/answer a1"),))
ASKED = Reply(
    "どれですか", buttons=(Button("a", "/a"), Button("b", "/b")), menu=Menu("m", (("c", "/c"),))
)


class Room:
    """A terminal, what is said there, and what reaches Senpai."""

    def __init__(self, *replies: Reply, json: bool = False) -> None:
        self.posts = Posts()
        self.replies: Sequence[Reply] = replies
        self.requests: list[Request] = []
        self.wish = AOI
        self.console = Console(
            self._handle, AOI, texts("ja"), json=json, posts=self.posts, wished=self._wished
        )

    async def _handle(self, request: Request) -> list[Reply]:
        self.requests.append(request)
        return list(self.replies)

    async def _wished(self, person: Person) -> Person:
        return self.wish

    def send(self, address: Address, reply: Reply, key: str = "k1") -> str:
        return asyncio.run(self.posts.send(address, reply, key))

    def type(self, line: str) -> str:
        return asyncio.run(self.console.type(line))


def test_what_was_posted_stands_under_the_answer_and_its_choices_go_on_counting() -> None:
    room = Room(ASKED)
    room.send(HERE, POST)
    shown = room.type("こんにちは")
    assert shown.index("[3] c") < shown.index("■ 今日の質問") < shown.index("[4] 答えてみる")
    room.type("4")
    assert room.requests[-1].text == "/answer a1"


def test_what_was_posted_is_shown_once_and_only_to_whom_it_is_for() -> None:
    room = Room()
    room.send(replace(HERE, person="ren"), Reply("蓮さんへ"), "k1")
    room.send(replace(HERE, channel="elsewhere"), Reply("ほかの場所"), "k2")
    room.send(MINE, Reply("葵さんへ"), "k3")
    assert room.console.news() == "葵さんへ"
    assert room.console.news() == ""
    assert room.type("") == ""


def test_a_post_with_the_same_key_is_one_post() -> None:
    room = Room()
    sent = room.send(HERE, POST)
    assert room.send(HERE, POST) == sent
    assert room.console.news().count("今日の質問") == 1
    since = datetime.now(UTC)
    assert asyncio.run(room.posts.find(HERE, "k1", since)) == sent
    assert asyncio.run(room.posts.find(HERE, "k2", since)) == ""


def test_a_post_that_changed_is_shown_again_and_one_that_went_is_not() -> None:
    room = Room()
    sent = room.send(HERE, POST)
    asyncio.run(room.posts.edit(HERE, sent, Reply("3人が答えました")))
    assert room.console.news() == "3人が答えました"
    asyncio.run(room.posts.edit(HERE, sent, POST))
    asyncio.run(room.posts.delete(HERE, sent))
    assert room.console.news() == ""
    asyncio.run(room.posts.edit(HERE, sent, POST))
    asyncio.run(room.posts.delete(HERE, sent))
    assert room.console.news() == ""


def test_what_comes_in_between_does_not_disturb_a_form() -> None:
    form = Form("f", "/f", (Field("name", "お名前"), Field("note", "メモ", required=False)))
    room = Room(Reply(form=form))
    room.send(HERE, POST)
    assert room.type("/f").endswith("お名前：")
    room.type("葵")
    room.send(HERE, Reply("お知らせ"), "k2")
    assert room.console.news() == "お知らせ"
    room.type("なし")
    assert room.requests[-1].values == {"name": "葵", "note": "なし"}


def test_in_json_a_post_is_a_line_like_any_other() -> None:
    room = Room(Reply("はい"), json=True)
    room.send(HERE, POST)
    said, posted = (json.loads(line) for line in room.type("こんにちは").split("\n"))
    assert said["text"] == "はい"
    assert posted["card"]["title"] == "今日の質問"


def test_the_language_that_somebody_chose_holds_for_the_terminals_own_words() -> None:
    room = Room(Reply(form=Form("f", "/f", (Field("name", "Name"),))))
    room.wish = replace(AOI, locale="en")
    assert room.type("/f").endswith("Name:")
    assert room.requests[-1].person.locale == "en"
    assert room.requests[-1].workspace == "console"


SETTINGS = Form(
    "設定",
    "/set",
    (
        Field("lang", "ことば", "choice", choices=(("日本語", "ja"), ("英語", "en")), value="ja"),
        Field("who", "だれに", "person"),
        Field("text", "説明", "text", required=False, value="あ" * 100),
    ),
)


def test_a_form_says_what_it_holds() -> None:
    room = Room(Reply(form=SETTINGS))
    assert "ことば（いまは「日本語」。そのままなら何も入れずに改行）：" in room.type("/set")
    assert room.type("").endswith("だれに：")
    assert f"「{'あ' * 39}…」" in room.type("ren")
    room.type("")
    assert room.requests[-1].values == {"lang": "ja", "who": "ren", "text": "あ" * 100}


def test_only_what_was_wrong_is_asked_again() -> None:
    room = Room(Reply("その方は見つかりません。", form=replace(SETTINGS, wrong="who")))
    assert room.type("/set").endswith("だれに：")
    room.type("mei")
    assert room.requests[-1].values == {"lang": "ja", "who": "mei", "text": "あ" * 100}
