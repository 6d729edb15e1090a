"""Whatever a reply holds, Slack takes it, shows it as it is, and does nothing it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.slack import form, render
from bot.adapters.slack.text import inert, typed
from bot.app import App
from bot.locale import LOCALES, texts
from bot.markup import escape
from bot.messages import Button, Card, Field, Form, Image, Menu, Reply
from tests.standins.slack_blocks import problems_of_message, problems_of_view, texts_of
from tests.standins.slack_payloads import escaped
from tests.standins.slack_person import read
from tests.walking import walk

JA = texts("ja")
HOSTILE = (
    "<!channel> <@U0BOSS> @everyone *x* _y_ `z` :smile: https://evil.example <http://e.vil|ok>"
)


def drawn(reply: Reply) -> list[dict[str, Any]]:
    """The messages and the home of a reply, which must all be within Slack's limits."""
    messages = render.messages(reply, JA)
    home = render.home([reply, reply], JA, way_back=True)
    problems = [problem for message in messages for problem in problems_of_message(message)]
    assert problems + problems_of_view(home) == []
    if reply.form:
        view = form.view(reply.form, JA, "{}")
        assert problems_of_view(view) == []
    return messages


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.slow
def test_every_document_in_every_section_fits(any_app: App, locale: str) -> None:
    count = 0
    for visit in walk(any_app.engine, locale, "slack-limits", "channel"):
        for reply in visit.replies:
            messages = drawn(reply)
            assert len(messages) == 1, visit.run
            shown = read(messages[0])
            for text in (reply.card.title if reply.card else "", *(b.label for b in reply.buttons)):
                assert text in shown, visit.run
            count += 1
    assert count > 100


PLACES = [
    Reply(HOSTILE),
    Reply(card=Card(HOSTILE)),
    Reply(card=Card("x", escape(HOSTILE))),
    Reply(card=Card("x", fields=((HOSTILE, escape(HOSTILE)),))),
    Reply(card=Card("x", footer=HOSTILE)),
    Reply(card=Card("x", image=Image(b"", HOSTILE))),
    Reply(card=Card("x"), buttons=(Button(HOSTILE[:70], "/role cmo"),)),
    Reply(card=Card("x"), menu=Menu(HOSTILE, ((HOSTILE[:70], "/role cmo"),))),
    Reply(form=Form(HOSTILE, "/x", (Field("a", HOSTILE, value=HOSTILE),), escape(HOSTILE))),
]


@pytest.mark.parametrize("reply", PLACES, ids=range(len(PLACES)))
def test_what_others_wrote_is_shown_and_does_nothing(reply: Reply) -> None:
    shown = drawn(reply)
    views = [form.view(reply.form, JA, "{}")] if reply.form else []
    assert any(HOSTILE[:70] in read(one) for one in (*shown, *views))
    for one in (*shown, *views):
        for kind in kinds(one):
            assert kind not in ("mrkdwn", "link", "user", "broadcast", "emoji", "markdown")
        assert all(each is False for each in find("emoji", one))
        assert one.get("text", JA("slack-notification")) == JA("slack-notification")


@pytest.mark.parametrize(
    "unseen", ["\u00ad", "\u061c", "\u200b", "\u202e", "\u2060", "\u2066", "\ufeff", "\U000e0041"]
)
def test_what_nobody_sees_is_left_out(unseen: str) -> None:
    assert inert(f"a{unseen}b") == "ab"


def test_other_breaks_of_lines_are_spaces_and_what_joins_an_emoji_stays() -> None:
    assert inert("a\u2028b\u2029c") == "a b c"
    assert inert("👩‍💻❤️") == "👩‍💻❤️"


def kinds(value: object) -> list[object]:
    return list(find("type", value))


def find(name: str, value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name:
                yield inner
            yield from find(name, inner)
    elif isinstance(value, list):
        for each in value:
            yield from find(name, each)


def test_long_things_are_split_or_shortened_and_say_so() -> None:
    (title,) = drawn(Reply(card=Card("題" * 400)))
    assert "題" * 400 in read(title)
    (label,) = drawn(Reply("x", buttons=(Button("名" * 200, "/role cmo"),)))
    assert "名" * 74 + "…" in read(label)
    body = "\n".join(f"- {number}行目です。" for number in range(300))
    messages = drawn(Reply(card=Card("長い", body), buttons=(Button("次へ", "/next"),)))
    assert "299行目です。" in read(messages[-1])
    assert 1 < len(messages) <= render.MOST_MESSAGES
    assert "次へ" in read(messages[-1])
    assert "次へ" not in read(messages[0])
    longer = drawn(Reply("あ" * 60_000, buttons=(Button("次へ", "/next"),)))
    assert JA("slack-shortened") in read(longer[-1])
    assert "次へ" in read(longer[-1])
    view = render.home([Reply("あ" * 60_000)], JA, way_back=False)
    assert JA("slack-shortened") in read(view)


def test_many_buttons_and_options() -> None:
    buttons = tuple(Button(f"ボタン{i}", f"/role r{i}") for i in range(60))
    options = tuple((f"選択肢{i}", f"/role r{i}") for i in range(100))
    messages = drawn(Reply("x", buttons=buttons, menu=Menu("選ぶ", options)))
    shown = "\n".join(read(message) for message in messages)
    assert all(button.label in shown for button in buttons)
    assert all(label in shown for label, _ in options)
    blocks = [block for message in messages for block in message["blocks"]]
    rows = [len(block["elements"]) for block in blocks if block["type"] == "actions"]
    assert max(rows) <= 5


def test_an_empty_line_between_two_lists_is_no_empty_section() -> None:
    (message,) = drawn(Reply(card=Card("CMO", "- 一つ\n\n- 二つ\n\n終わり")))
    lists = message["blocks"][1]["elements"]
    assert [each["type"].removeprefix("rich_text_") for each in lists] == [
        *("list", "section", "list", "section"),
    ]


def test_bold_and_bullets_are_slacks_own() -> None:
    (message,) = drawn(Reply(card=Card("x", "前の**太字**です\n- 一\n  - 二\n- **三**\n\n後")))
    rich = json.dumps(message["blocks"][1], ensure_ascii=False)
    assert '{"type": "text", "text": "太字", "style": {"bold": true}}' in rich
    indents = [e.get("indent") for e in message["blocks"][1]["elements"]]
    assert indents == [None, 0, 1, 0, None]
    assert "**" not in read(message)


LONG = st.builds(lambda text, times: text * times, st.text(max_size=20), st.sampled_from([1, 300]))
ANY = LONG | st.sampled_from(["", " ", "\n", "\u202e", HOSTILE, "あ" * 3001, "- a\n" * 999])
RUN = st.sampled_from(["/role cmo", "/career", "/role cmo questions page=2"])
BUTTON = st.builds(Button, ANY, RUN, style=st.sampled_from(["plain", "primary", "danger"]))
LINK = st.builds(Button, ANY, st.just(""), ANY | st.just("https://example.com"))
FIELD = st.builds(
    Field,
    st.uuids().map(lambda name: f"f{name.hex}"),
    ANY,
    st.sampled_from(["line", "text", "role", "choice", "person"]),
    st.booleans(),
    st.lists(st.tuples(ANY, RUN), max_size=3).map(tuple),
    st.just("") | ANY,
)
REPLY = st.builds(
    Reply,
    ANY,
    st.none()
    | st.builds(
        Card,
        ANY,
        ANY,
        st.lists(st.tuples(ANY, ANY), max_size=3).map(tuple),
        st.none() | st.builds(Image, st.just(b""), ANY),
        ANY,
    ),
    st.lists(BUTTON | LINK, max_size=8).map(tuple),
    st.none() | st.builds(Menu, ANY, st.lists(st.tuples(ANY, RUN), max_size=4).map(tuple)),
    st.none() | st.builds(Form, ANY, RUN, st.lists(FIELD, min_size=1, max_size=3).map(tuple), ANY),
)


@pytest.mark.slow
@given(REPLY)
@settings(max_examples=60)
def test_any_reply_is_within_the_limits(reply: Reply) -> None:
    for message in drawn(reply):
        assert all(isinstance(text, str) for text in texts_of(message))
        json.dumps(message, ensure_ascii=False).encode()


@given(st.text(max_size=200).map(str.strip))
def test_what_is_typed_arrives_as_it_was_typed(text: str) -> None:
    assert typed(escaped(text)) == text.strip()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("<@U0BOT> CMOになるには？", "CMOになるには？"),
        ("<https://example.com/cmo|CMO>のスキル", "CMOのスキル"),
        ("<https://example.com/cmo>", "https://example.com/cmo"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("<#C012|general> <@U02> <!here>", "#general @U02 @here"),
        ("R&amp;D &lt;b&gt; &amp;amp;", "R&D <b> &amp;"),
    ],
)
def test_slacks_own_marks_are_read(written: str, meant: str) -> None:
    assert typed(written, "U0BOT") == meant
