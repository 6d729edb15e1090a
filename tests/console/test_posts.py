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
from bot.messages import Address, Button, Card, Field, Form, Image, Menu, Person, Reply, Request

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
    assert "だれに（もう一度" in room.type("/set")
    room.type("mei")
    assert room.requests[-1].values == {"lang": "ja", "who": "mei", "text": "あ" * 100}


def test_what_is_taken_without_a_word_is_acknowledged_and_leaves_the_choices() -> None:
    room = Room(
        ASKED, Reply("次です", buttons=(Button("送信", "/send"), Button("やめる", "/stop")))
    )
    room.type("/ask")
    room.replies = ()
    for _ in range(2):
        said = room.type("一行目です")
        assert said == "受け取りました。\n\n[4] 送信  [5] やめる"
    room.type("4")
    assert room.requests[-1].text == "/send"
    room.type("2")
    assert room.requests[-1].text == "/b"


def test_what_was_posted_is_an_answer_too() -> None:
    room = Room(ASKED)
    room.type("/ask")
    room.replies = ()
    room.send(MINE, POST)
    assert room.type("はい") == "■ 今日の質問\n\n[1] 答えてみる"


def test_in_json_what_is_taken_without_a_word_is_acknowledged_too() -> None:
    room = Room(ASKED, json=True)
    room.type("/ask")
    room.replies = ()
    said = json.loads(room.type("一行目です"))
    assert said["text"] == "受け取りました。"
    assert [button["run"] for button in said["buttons"]] == ["/a", "/b", "/c"]


def test_without_choices_there_is_only_the_acknowledgement() -> None:
    assert Room().type("はい") == "受け取りました。"


PLACE = Form("時刻", "/time", (Field("time", "時刻", value="25:00"),), wrong="time")


def test_what_was_refused_is_not_offered_again() -> None:
    room = Room(Reply("読み取れませんでした。", form=PLACE))
    asked = "時刻（もう一度入れてください。やめるときは「やめる」）："
    assert room.type("/time 25:00").endswith(asked)
    assert room.type("") == f"まだ何も入っていません。\n\n{asked}"
    assert len(room.requests) == 1
    room.type("9:00")
    assert room.requests[-1].values == {"time": "9:00"}


def test_what_was_refused_and_may_be_left_out_says_so() -> None:
    optional = replace(PLACE, fields=(replace(PLACE.fields[0], required=False),))
    room = Room(Reply("読み取れませんでした。", form=optional))
    assert room.type("/time 25:00").endswith(
        "時刻（もう一度入れてください。なければ何も入れずに改行、やめるときは「やめる」）："
    )
    room.type("")
    assert room.requests[-1].values == {"time": ""}


def test_a_form_can_be_left_and_what_stood_before_can_be_chosen_again() -> None:
    room = Room(ASKED)
    room.type("/ask")
    room.replies = [Reply(form=SETTINGS)]
    room.type("1")
    said = room.type("やめる")
    assert said == "入力をやめました。\n\n[1] a  [2] b  [3] c"
    room.type("2")
    assert room.requests[-1].text == "/b"


def test_an_empty_line_is_answered_with_a_word() -> None:
    text = Form("f", "/f", (Field("text", "回答", "text"),))
    room = Room(Reply(form=text))
    room.type("/f")
    assert room.type("").startswith("まだ言葉になっていなくても大丈夫です。")
    assert room.type("").endswith("回答：")
    line = Form("f", "/f", (Field("who", "お名前"),))
    room = Room(Reply(form=line))
    room.type("/f")
    assert (
        room.type("")
        == "まだ何も入っていません。\nやめるときは「やめる」と送ってください。\n\nお名前："
    )


def test_a_choice_that_there_is_none_of_is_said() -> None:
    room = Room(Reply(form=SETTINGS))
    room.type("/set")
    assert room.type("3").startswith("その番号の選択肢はありません。1から2までの番号か")


def test_where_a_picture_can_be_looked_at_is_said() -> None:
    room = Room(Reply(card=Card("道のり", image=Image(b"png", "道のりの図"))))
    assert room.type("/picture") == "■ 道のり\n[道のりの図]"
    room.console.hang = lambda image: f"{len(image.data)} bytes"
    assert room.type("/picture") == "3 bytes\n\n■ 道のり\n[道のりの図]"
