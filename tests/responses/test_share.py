"""An answer is shown to others only after one more look, once, and can be taken back."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.adapters.console.posts import Posts
from bot.adapters.discord.render import render
from bot.adapters.slack.render import messages
from bot.locale import texts
from bot.messages import Address, Reply
from bot.port import Undeliverable
from bot.storage.tables import OutboxRow
from tests.responses.desk import QUESTION, Desk, again, labels, request, run_of


def answer(desk: Desk, text: str = "共有したい答え") -> str:
    desk.ask(f"/answer {QUESTION}", {"text": text})
    return str(desk.responses()[0].id)


def body(post: Reply) -> str:
    assert post.card
    return post.card.body


def test_what_one_looks_at_is_what_others_will_see(desk: Desk) -> None:
    response = answer(desk)
    preview = desk.ask(f"/answers share {response}")
    assert desk.standing() == []
    desk.ask(run_of(preview, "共有する"))
    (post,) = desk.standing()
    assert post.to == "here"
    assert post.card == preview.card
    assert preview.text.endswith(post.text)
    assert "けんさんの回答です" in post.text
    assert [button.run for button in post.buttons] == [f"/answer {QUESTION}"]


def test_five_clicks_share_once(desk: Desk) -> None:
    line = run_of(desk.ask(f"/answers share {answer(desk)}"), "共有する")
    for _ in range(5):
        desk.ask(line)
    assert len(desk.standing()) == 1


def test_what_was_changed_after_the_look_is_shown_before_it_is_shared(desk: Desk) -> None:
    response = answer(desk)
    line = run_of(desk.ask(f"/answers share {response}"), "共有する")
    answer(desk, "あとで直した答え")
    preview = desk.ask(line)
    assert desk.standing() == []
    assert preview.card
    assert "あとで直した答え" in preview.card.body


def test_it_is_withdrawn_and_shared_anew(desk: Desk) -> None:
    response = answer(desk)
    desk.ask(f"/answers post {response} 1")
    assert "取り下げる" in labels(desk.ask(f"/answers show {response}"))
    assert "前の版のままです" in desk.ask(f"/answer {response}", {"text": "新しい答え"}).text
    assert "共有したい答え" in body(desk.standing()[0])
    assert "取り下げました" in desk.ask(f"/answers withdraw {response}").text
    assert desk.standing() == []
    desk.ask(f"/answers post {response} 2")
    (post,) = desk.standing()
    assert "新しい答え" in body(post)


def test_deleting_an_answer_takes_its_post_away(desk: Desk) -> None:
    response = answer(desk)
    desk.ask(f"/answers post {response} 1")
    assert len(desk.standing()) == 1
    assert "消しますか" in desk.ask(f"/answers delete {response}").text
    assert len(desk.standing()) == 1
    desk.ask(f"/answers remove {response}")
    assert desk.standing() == []
    assert desk.responses() == []


@pytest.mark.parametrize("place", ["dm", "elsewhere"])
def test_it_is_shared_only_where_its_question_was_posted(desk: Desk, place: str) -> None:
    response = answer(desk)
    asked = request(f"/answers post {response} 1", place="dm" if place == "dm" else "channel")
    asked = replace(asked, channel="C2") if place == "elsewhere" else asked
    assert "質問が投稿されたチャンネルの中だけ" in desk.asks(asked).text
    assert "内容を確認して共有" not in labels(
        desk.asks(again(asked, text=f"/answers show {response}"))
    )
    assert desk.standing() == []


def test_practice_is_shared_with_nobody(desk: Desk) -> None:
    saved = desk.ask("/answer cmo 1", {"text": "練習"})
    assert "内容を確認して共有" not in labels(saved)
    response = desk.responses()[0].id
    assert "チャンネルの中だけ" in desk.ask(f"/answers post {response} 1").text


class Archived(Posts):
    async def send(self, address: Address, reply: Reply, key: str) -> str:
        raise Undeliverable("error-post-gone")


def test_a_post_that_is_refused_shares_nothing(desk: Desk) -> None:
    response = answer(desk)
    desk.house.senders["slack"] = Archived()
    assert "アーカイブ" in desk.ask(f"/answers post {response} 1").text
    shown = desk.ask(f"/answers show {response}")
    assert "取り下げる" not in labels(shown)
    assert "内容を確認して共有" in labels(shown)


class Slow(Posts):
    def __init__(self) -> None:
        super().__init__()
        self.sending, self.going_on = asyncio.Event(), asyncio.Event()

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        self.sending.set()
        await self.going_on.wait()
        return await super().send(address, reply, key)


@pytest.mark.parametrize("line", ["/answers remove {}", "/answers withdraw {}", "/mydata erase"])
def test_a_post_on_its_way_is_taken_away_when_it_has_arrived(desk: Desk, line: str) -> None:
    response = answer(desk)
    slow = desk.house.senders["slack"] = desk.posts = Slow()

    async def story() -> str:
        engine = desk.house.engine
        sharing = asyncio.create_task(engine.handle(request(f"/answers post {response} 1")))
        await slow.sending.wait()
        # Another process hears the same person meanwhile.
        engine._turns.clear()
        said = await engine.handle(request(line.format(response)))
        slow.going_on.set()
        await sharing
        return said[0].text + (body(said[0]) if said[0].card else "")

    assert "投稿が済みしだい、取り下げます" in desk.run(story())
    assert len(desk.standing()) == 1
    desk.house.clock.at("2026-11-20 12:02")
    assert desk.standing() == []
    assert desk.run(kept(desk)) == []


async def kept(desk: Desk) -> list[str]:
    """Posts whose words are still in the outbox."""
    async with desk.house.service.store.begin() as session:
        rows = await session.scalars(select(OutboxRow).where(OutboxRow.reply != "{}"))
        return [row.key for row in rows if "共有したい答え" in row.reply]


HOSTILE = (
    "*" * 1_500,
    "\n" * 1_499 + "あ",
    "- *a*\n" * 250,
    "<!channel> @everyone " * 80,
    "𠮷" * 1_500,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_shared_is_one_message_that_can_be_taken_away_whole(desk: Desk, text: str) -> None:
    response = answer(desk, f"始{text}終")
    desk.ask(f"/answers post {response} 1")
    (post,) = desk.standing()
    assert len(render(post, texts("ja"))) == 1
    assert len(messages(post, texts("ja"))) == 1
    assert "ここまでを共有しています" in body(post)
