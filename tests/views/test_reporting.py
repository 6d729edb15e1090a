"""「誤りを知らせる」 opens the operator's address, made out for what is on the screen."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.console.render import Style, as_text
from bot.adapters.discord.render import render as discord_parts
from bot.adapters.slack.render import messages as slack_messages
from bot.app import App
from bot.commands import ALL
from bot.config import BadSetting, Operator, from_environment
from bot.engine import Engine
from bot.locale import texts
from bot.messages import Person, Reply, Request
from bot.views.reporting import LONGEST_ADDRESS, filled
from tests.discord_.world import payload

TRACKER = "https://example.com/new?title={title}&label={slug}&body={section}"


def reply_to(app: App, report: str, line: str) -> Reply:
    engine = Engine(ALL, lambda: app.shelf.library, operator=Operator(report=report))
    (reply,) = asyncio.run(engine.handle(Request("1", Person("t", "t", "t"), line)))
    return reply


def address(reply: Reply) -> str:
    (url,) = (button.url for button in reply.buttons if button.url)
    return url


def test_the_address_tells_role_and_section(app: App) -> None:
    card, section = (reply_to(app, TRACKER, f"/role fpa{more}") for more in ("", " skills"))
    about = {"title": ["FP&A担当"], "label": ["fpa"]}
    assert parse_qs(urlsplit(address(card)).query) == about
    assert parse_qs(urlsplit(address(section)).query) == {
        **about,
        "body": ["3. 必要なスキルとツール"],
    }


def test_every_platform_shows_it(app: App) -> None:
    reply = reply_to(app, TRACKER, "/role fpa skills")
    url = address(reply)
    assert f"誤りを知らせる {url}" in as_text(reply, 1, Style(colour=False))
    assert url in json.dumps(slack_messages(reply, texts("ja")))

    async def on_discord() -> str:
        return str([payload(part) for part in discord_parts(reply, texts("ja"))])

    assert url in asyncio.run(on_discord())


def test_a_mail_address_stands_under_the_card_as_buttons_open_no_mail(app: App) -> None:
    reply = reply_to(app, "mailto:docs+senpai@example.com?subject={slug}", "/role cmo")
    assert not any(button.url for button in reply.buttons)
    assert reply.card
    assert reply.card.footer.endswith("\n誤りを知らせる：docs+senpai@example.com")
    for drawn in (as_text(reply, 1, Style(colour=False)), str(slack_messages(reply, texts("ja")))):
        assert "docs+senpai@example.com" in drawn


def test_without_an_address_nothing_is_shown(app: App) -> None:
    for line in ("/role cmo", "/role cmo skills"):
        assert "誤り" not in str(asdict(reply_to(app, "", line)))


@given(st.text(min_size=1), st.text())
def test_whatever_stands_in_a_document_stays_within_its_place(title: str, section: str) -> None:
    url = filled(TRACKER, "cmo", title, section)
    assert len(url) <= LONGEST_ADDRESS
    assert url.startswith("https://example.com/new?title=")
    assert url.count("&") == 2
    told = parse_qs(urlsplit(url).query, keep_blank_values=True)
    assert title.startswith(told["title"][0])
    assert told["label"] == ["cmo"]


def test_names_of_usual_length_are_told_whole() -> None:
    title, section = "マーケティングマネージャー", "5. キャリアパスと成長の方向性"
    assert filled(TRACKER, "x", title, section).endswith(quote(section))


@pytest.mark.parametrize(
    "good",
    [
        TRACKER,
        "https://example.com/",
        "http://wiki.internal:8080/{slug}",
        "mailto:docs@example.com",
        "mailto:docs@example.com?subject={title}",
    ],
)
def test_addresses_that_can_be_used(good: str) -> None:
    assert from_environment({"SENPAI_REPORT_URL": f" {good} "}).operator.report == good


@pytest.mark.parametrize(
    "bad",
    [
        "example.com/report",
        "javascript:alert(1)",
        "https://",
        "https:///report",
        "https://{slug}.example.com/",
        "https://example.com/{name}",
        "https://example.com/{}",
        "https://example.com/{slug!r}",
        "https://example.com/{slug:>99}",
        "https://example.com/{slug.__class__}",
        "https://example.com/{slug",
        "https://[example.com/",
        "https://example.com/a b",
        "https://example.com/\u202e",
        "https://example.com/" + "a" * 300,
        "mailto:",
        "mailto:{slug}@example.com",
    ],
)
def test_addresses_that_cannot(bad: str) -> None:
    with pytest.raises(BadSetting) as raised:
        from_environment({"SENPAI_REPORT_URL": bad})
    assert (raised.value.name, raised.value.value) == ("SENPAI_REPORT_URL", bad)
    assert all("mailto:" in texts(lang)(raised.value.how, places="{slug}") for lang in ("ja", "en"))
