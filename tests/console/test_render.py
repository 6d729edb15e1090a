"""What stands in the terminal."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import fields

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.adapters.console.render import WIDTH, Style, as_json, as_text, inert, width
from bot.markup import bold, bullets, escape
from bot.messages import Button, Card, Field, File, Form, Image, Menu, Reply

PLAIN, COLOUR = Style(colour=False), Style(colour=True)
EVERYTHING = Reply(
    "text",
    Card("title", f"{bold('b')}\n{bullets(['i'])}", (("name", "value"),), Image(b"\0", "alt"), "f"),
    (Button("go", "/go"), Button("open", url="https://example.com")),
    Menu("pick", (("one", "/one"),)),
    Form("form", "/form", (Field("role", "Role"),), "fill in"),
    (File("report.csv", b"\xff\x00"),),
)


def test_a_reply_from_top_to_bottom() -> None:
    assert as_text(EVERYTHING, 1, PLAIN) == (
        "text\n\n■ title\nb\n  ・i\nname: value\n[alt]\nf\n\n■ form\nfill in\n\n"
        "■ report.csv\n\ufffd\n\n"
        "[1] go  [2] one\n\n"
        "open https://example.com"
    )


def test_choices_go_on_counting_from_the_reply_before() -> None:
    assert "[8] go  [9] one" in as_text(EVERYTHING, 8, PLAIN)


def test_deeper_bullets_stand_further_in() -> None:
    reply = Reply(card=Card("t", "- a\n  - b\n    - c"))
    assert as_text(reply, 1, PLAIN).split("\n")[1:] == ["  ・a", "    ・b", "      ・c"]


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[31mred",
        "\x9b31m",
        "\x07\x08\x0c\x0d",
        "\x1b]0;title\x07",
        "\u202eright to left",
        "\u2066isolated",
        "\x7f",
        "\u061c",
        "\u200b\u2060\u00ad",
        "\U000e0041",
    ],
    ids=repr,
)
def test_what_a_terminal_would_obey_is_not_sent_to_it(hostile: str) -> None:
    reply = Reply(
        hostile,
        Card(
            hostile,
            escape(hostile),
            ((hostile, escape(hostile)),),
            Image(b"", hostile),
            hostile,
        ),
        (Button(hostile, "/x"),),
        Menu("", ((hostile, "/y"),)),
        Form(hostile, "/form", (), escape(hostile)),
    )
    for style in (PLAIN, COLOUR):
        shown = re.sub(r"\x1b\[[0-9;]*m(?=.|\n|$)", "", as_text(reply, 1, style))
        if style is PLAIN:
            assert shown == as_text(reply, 1, style)
        assert all(char == "\n" or char.isprintable() or char == "\u3000" for char in shown)


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b" not in as_text(EVERYTHING, 1, PLAIN)
    coloured = as_text(EVERYTHING, 1, COLOUR)
    assert "\x1b[1mb\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == as_text(EVERYTHING, 1, PLAIN)


@given(st.lists(st.text("aあ漢 ", min_size=1, max_size=30), max_size=30))
def test_choices_are_broken_into_lines_that_fit(labels: list[str]) -> None:
    shown = as_text(Reply(buttons=tuple(Button(x, "/x") for x in labels)), 1, PLAIN)
    assert all(width(line) <= WIDTH for line in shown.split("\n"))
    assert re.findall(r"\[(\d+)\] ", shown) == [str(i + 1) for i in range(len(labels))]


def test_a_label_wider_than_the_screen_has_a_line_of_its_own() -> None:
    shown = as_text(Reply(buttons=(Button("あ" * 60, "/x"), Button("b", "/y"))), 1, PLAIN)
    assert shown.split("\n") == ["[1] " + "あ" * 60, "[2] b"]


@given(st.text())
@example("a\tb\u2028c\u2029d\u200be\n\u3000f")
def test_text_loses_nothing_but_what_cannot_be_seen(text: str) -> None:
    spaced = re.sub(r"[\t\u2028\u2029]", " ", text)
    wanted = [char for char in spaced if char.isprintable() or char in "\n\u3000"]
    assert [char for char in inert(text) if char.isprintable() or char in "\n\u3000"] == wanted


def test_json_is_one_line_with_all_that_a_reply_has() -> None:
    line = as_json(EVERYTHING)
    assert "\n" not in line
    value = json.loads(line)
    assert list(value) == [field.name for field in fields(Reply)]
    assert value["buttons"][1]["url"] == "https://example.com"
    assert value["menu"]["options"] == [["one", "/one"]]
    assert value["card"]["fields"] == [["name", "value"]]
    assert base64.b64decode(value["files"][0]["data"]) == b"\xff\x00"


def test_json_of_an_empty_reply_has_every_field_too() -> None:
    assert list(json.loads(as_json(Reply()))) == [field.name for field in fields(Reply)]
