"""Every reply fits Discord's limits, and what people and authors wrote means nothing there."""

from __future__ import annotations

import pytest

from bot.adapters.discord.forms import FormModal
from bot.adapters.discord.render import invitation, note, render
from bot.app import App
from bot.locale import LOCALES, texts
from bot.markup import bold, bullets, escape
from bot.messages import Button, Card, Field, File, Form, Image, Menu, Reply
from tests.discord_.world import payload
from tests.standins import discord_limits as limits
from tests.standins.discord_shown import Screen, screen
from tests.walking import walk

HOSTILE = (
    "@everyone @here <@123> <@&5> <#9> <:a:1> </role:1> <t:1:R> <id:home>",
    "**bold** *it* __under__ _it_ ~~strike~~ ||spoiler|| `code` ```block```",
    "# heading\n## two\n-# small\n> quote\n>>> quotes\n- item\n* item\n12. item",
    "[click](https://evil.example) https://evil.example/a_b_c <https://evil.example> :smile:",
    r"\*escaped\* \@everyone \\**b\\** \ ** \** `",
    "**a****b** ***c*** ****",
    "a" * 9_000,
    "🦄" * 5_000,
    "*" * 5_000,
    "改行\n" * 3_000,
    " ",
    "\u202eright to left\u202c \x1b[31m \x00",
    "- " * 3_000,
    "half \ud83e a character \udd84",
)
_SEEN_AS_SPACE = str.maketrans({"\u202e": "", "\u202c": "", "\x1b": "", "\x00": ""})
# What the look itself is made of: bold, bullets, headings and small print.
_OURS = {"###", "-", "-#"}


def checked(reply: Reply, locale: str = "ja") -> list[Screen]:
    """The screens of a reply, all of which Discord takes."""
    parts = render(reply, texts(locale))
    for part in parts:
        names = [file.filename for file in part.files]
        assert limits.message(payload(part), names) == {}
    return [screen(payload(part)) for part in parts]


@pytest.mark.slow
def test_every_reply_over_the_whole_library_fits(any_app: App) -> None:
    for locale in LOCALES:
        seen: set[str] = set()
        offered: set[str] = set()
        for visit in walk(any_app.engine, locale, "discord-limits"):
            seen.add(visit.run)
            for reply in visit.replies:
                screens = checked(reply, locale)
                assert len(screens) == 1, f"{visit.run} takes {len(screens)} messages"
                assert set(screens[0].alive) <= _OURS, visit.run
                offered |= {value.split(":", 1)[1] for value in screens[0].buttons.values()}
                offered |= {value.split(":", 1)[1] for _, value in screens[0].options.values()}
                if reply.form:
                    modal = FormModal(reply.form, texts(locale)).to_dict()
                    assert limits.modal(modal) == {}
        # What Discord draws carries the runs that lead to everything.
        slugs = {entry.slug for entry in any_app.shelf.library.entries("ja")}
        assert {f"/role {slug} questions" for slug in slugs} <= seen & offered


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_fit_and_mean_nothing_anywhere(words: str) -> None:
    body = "\n".join((escape(words), bold(words), bullets([escape(words)])))
    form = Form(words, "/ask", (Field("a", words, value=words),), escape(words))
    replies = (
        Reply(words),
        Reply(card=Card(words, body, ((words, escape(words)),), footer=words)),
        Reply(card=Card(words, image=Image(b"x", words)), menu=Menu(words, ((words, "/a"),))),
        Reply("?", buttons=(Button(words, "/a"), Button(words, url="javascript:alert(1)"))),
        Reply(form=form),
    )
    for reply in replies:
        for shown in checked(reply):
            assert set(shown.alive) <= _OURS
            assert "\u202e" not in shown.text
            assert "\x1b" not in shown.text


@pytest.mark.parametrize("words", HOSTILE[:6], ids=range(6))
def test_hostile_words_are_shown_as_they_were_written(words: str) -> None:
    for reply in (Reply(words), Reply(card=Card("x", escape(words))), Reply(card=Card(words))):
        flat = words.translate(_SEEN_AS_SPACE)
        if reply.card and reply.card.title != "x":
            flat = " ".join(flat.split())
        assert flat in checked(reply)[0].text
    (button,) = checked(Reply("?", buttons=(Button(words[:70], "/a"),)))[0].buttons
    assert button == " ".join(words[:70].split())


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_fit_a_form(words: str) -> None:
    fields = (
        Field("a", words, kind="text", value=words),
        Field("b", words, kind="choice", choices=((words, "1"), ("b", "2")), required=False),
        Field("c", words, kind="role"),
    )
    modal = FormModal(Form(words, "/ask", fields, escape(words)), texts("ja"), words).to_dict()
    assert limits.modal(modal) == {}
    assert set(screen(modal).alive) <= _OURS


def test_bold_and_bullets_of_the_markup_are_kept() -> None:
    (shown,) = checked(Reply(card=Card("題", "**太字**：ふつう\n- 一\n  - 二")))
    assert "太字：ふつう\n• 一\n  • 二" in shown.text
    part = render(Reply(card=Card("題", "**太字**の**、****続き**")), texts("ja"))[0]
    assert "**太字**の**、続き**" in str(payload(part))


def test_a_long_text_is_spread_over_messages_and_a_longer_one_says_where_the_rest_is() -> None:
    long = "\n".join(f"{n}行目 " + "あ" * 90 for n in range(100))
    screens = checked(Reply(card=Card("題", escape(long)), buttons=(Button("次", "/a"),)))
    assert 2 <= len(screens) <= 5
    assert all(f"{n}行目" in "".join(shown.text for shown in screens) for n in range(100))
    assert [bool(shown.buttons) for shown in screens] == [False] * (len(screens) - 1) + [True]
    longer = checked(Reply(card=Card("題", escape(long * 10)), buttons=(Button("次", "/a"),)))
    assert len(longer) == 5
    assert "…長いため、ここまでを表示しています" in longer[-1].text
    assert longer[-1].buttons


def test_any_number_of_buttons_fits() -> None:
    buttons = tuple(Button(f"{n}番", f"/a {n}") for n in range(60))
    menu = Menu("選ぶ", tuple((f"{n}", f"/b {n}") for n in range(40)))
    card = Card("題", "文", (("名", "値"),), Image(b"x", "図"), "出典")
    form = Form("開く", "/f", (Field("a", "b"),))
    screens = checked(Reply("先", card, buttons, menu, form, (File("表 1.csv", b"a"),)))
    labels = [label for shown in screens for label in shown.buttons]
    assert labels == [*(f"{n}番" for n in range(60)), "開く"]


def test_what_cannot_be_pressed_is_left_out_and_the_rest_stays() -> None:
    buttons = (
        Button("悪い", url="javascript:alert(1)"),
        Button("何もない"),
        Button("長い", "/" + "a" * 120),
        Button("良い", "/a"),
        Button("頁", url="https://example.com/"),
    )
    (shown,) = checked(Reply("?", buttons=buttons))
    assert list(shown.buttons) == ["良い", "頁"]


def test_a_reply_without_anything_is_no_message() -> None:
    assert render(Reply(), texts("ja")) == []
    assert render(Reply(menu=Menu("x", suggest="/role")), texts("ja")) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_adapters_own_lines_fit(locale: str) -> None:
    for part in (invitation("/role " + "a" * 84, texts(locale)), note("済みました。")):
        assert limits.message(payload(part)) == {}
