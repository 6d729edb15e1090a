"""From a request to replies, whatever goes wrong on the way."""

from __future__ import annotations

import asyncio
import logging
import re

import pytest

from bot.command import Command, Context, Param, UserError
from bot.engine import LONGEST_TEXT, Engine
from bot.library.library import Library
from bot.messages import Person, Reply, Request

WORDS = "給料が安いので辞めたい"


async def echo(ctx: Context) -> list[Reply]:
    return [Reply(f"{dict(ctx.values)}")]


async def fail(ctx: Context) -> list[Reply]:
    raise RuntimeError(f"no such table: {len(ctx.request.text)}")


async def refuse(_: Context) -> list[Reply]:
    raise UserError("error-role-gone", slug="cmo")


async def broken_text(ctx: Context) -> list[Reply]:
    return [Reply(ctx.texts("no-such-text"))]


async def relay(ctx: Context) -> list[Reply]:
    return [Reply("first"), *await ctx.call("/echo one two")]


async def relay_to_admin(ctx: Context) -> list[Reply]:
    return await ctx.call("/admin")


async def hear(ctx: Context) -> list[Reply] | None:
    return [Reply("heard")] if "hear" in ctx.request.text else None


async def overhear(ctx: Context) -> list[Reply] | None:
    return [Reply("overheard")] if "over" in ctx.request.text else None


COMMANDS = (
    Command("echo", echo, params=(Param("word"), Param("page", kind="number"))),
    Command("fail", fail),
    Command("refuse", refuse),
    Command("broken", broken_text),
    Command("relay", relay),
    Command("sneak", relay_to_admin),
    Command("admin", echo, admin=True, listed=False),
    Command("listen", echo, on_talk=hear),
    Command("eaves", echo, on_talk=overhear),
)
LIBRARY = Library()


def ask(text: str, locale: str = "en", *, admin: bool = False, **values: str) -> list[Reply]:
    person = Person("test", "test", "aoi", locale=locale, is_admin=admin)
    request = Request("request-7", person, text, values=values)
    return asyncio.run(Engine(COMMANDS, lambda: LIBRARY).handle(request))


def said(text: str, locale: str = "en", *, admin: bool = False, **values: str) -> str:
    return "\n".join(reply.text for reply in ask(text, locale, admin=admin, **values))


@pytest.mark.parametrize(
    "line", ["/echo hi", "  /echo   hi ", "／echo hi", "/ECHO hi", "/echo\thi", "/echo\nhi"]
)
def test_a_command_is_recognised_however_it_is_typed(line: str) -> None:
    assert said(line) == "{'word': 'hi'}"


def test_values_come_by_name_and_are_never_read_as_text() -> None:
    assert said("/echo", word="page=3 /fail") == "{'word': 'page=3 /fail'}"


def test_what_no_database_keeps_is_left_out_of_the_line_and_of_what_comes_by_name() -> None:
    assert said("/ec\0ho a\ud83d") == str({"word": "a\ufffd"})
    assert said("/echo \0", word="\0a\udfff") == str({"word": "a\ufffd"})


def test_an_unknown_command_offers_the_likeliest_and_help() -> None:
    (reply,) = ask("/ehco hello")
    assert "/ehco" in reply.text
    assert "hello" not in reply.text
    assert [button.run for button in reply.buttons] == ["/echo", "/help"]


def test_a_command_that_is_not_listed_is_not_offered() -> None:
    (reply,) = ask("/admn")
    assert "/admin" not in [button.run for button in reply.buttons]


@pytest.mark.parametrize("line", ["/", "／", "/ ", "/ echo", "//", "/é", "/\u3000", "/x" * 500])
def test_what_is_hardly_a_command_is_answered_all_the_same(line: str) -> None:
    (reply,) = ask(line)
    assert reply.text
    assert len(reply.text) < 300


def test_only_administrators_may_do_what_is_theirs() -> None:
    assert "administrators" in said("/admin")
    assert said("/admin", admin=True) == "{}"


def test_a_command_called_by_another_is_authorised_as_if_typed() -> None:
    assert "administrators" in said("/sneak")
    assert said("/sneak", admin=True) == "{}"


def test_a_command_may_answer_with_what_another_says() -> None:
    assert said("/relay") == "first\n{'word': 'one two'}"


def test_values_of_the_request_are_not_those_of_a_called_command() -> None:
    assert said("/relay", page="2") == "first\n{'word': 'one two'}"


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        ("ja", "cmo の文書は、いまはありません。"),
        ("fr", "cmo の文書は、いまはありません。"),
        ("en-GB", "There is no document on cmo any more."),
    ],
)
def test_what_a_person_can_mend_is_said_in_their_language(locale: str, sentence: str) -> None:
    assert said("/refuse", locale) == sentence


@pytest.mark.parametrize("line", ["/fail", "/broken"])
def test_a_fault_is_apologised_for_with_a_number_that_the_log_has_too(
    line: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    (reply,) = ask(f"{line} {WORDS}")
    number = re.search(r"the number ([0-9a-f]{6}) ", reply.text)
    assert number is not None
    assert number[1] in caplog.text
    assert "request-7" in caplog.text
    assert [button.run for button in reply.buttons] == ["/help"]
    assert WORDS not in caplog.text
    assert WORDS not in reply.text


@pytest.mark.parametrize(
    "line", [f"/echo {WORDS}", f"/refuse {WORDS}", f"/none {WORDS}", WORDS, WORDS * 20_000]
)
def test_what_people_write_is_not_logged(line: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="senpai")
    ask(line)
    assert WORDS not in caplog.text


def test_a_text_that_is_too_long_is_refused_with_the_limit() -> None:
    assert f"{LONGEST_TEXT:,}" in said("x" * (LONGEST_TEXT + 1))
    assert said("over" * (LONGEST_TEXT // 4)) == "overheard"


def test_a_command_line_is_short_whatever_comes_by_name_or_as_talk() -> None:
    assert "up to 1,000 characters" in said("/echo " + "x" * 995)
    assert said("/echo " + "x" * 994) == str({"word": "x" * 994})
    assert said("/echo", word="x" * 5_000) == str({"word": "x" * 5_000})
    assert said("over" * 500) == "overheard"


def test_talk_is_offered_to_the_commands_in_order() -> None:
    assert said("overhear me") == "heard"
    assert said("over and out") == "overheard"
    assert "couldn't make that out" in said("nobody knows")


def test_an_event_that_is_delivered_twice_is_answered_once() -> None:
    engine = Engine(COMMANDS, lambda: LIBRARY)
    request = Request("same", Person("test", "test", "aoi", locale="en"), "/echo hi")
    assert [len(asyncio.run(engine.handle(request))) for _ in range(3)] == [1, 0, 0]


def test_an_event_that_failed_may_be_delivered_again() -> None:
    engine = Engine(COMMANDS, lambda: LIBRARY)
    request = Request("same", Person("test", "test", "aoi", locale="en"), "/fail")
    assert [len(asyncio.run(engine.handle(request))) for _ in range(2)] == [1, 1]


def test_each_request_sees_the_library_of_its_moment() -> None:
    libraries = iter([Library(), Library()])
    seen: list[Library] = []

    async def look(ctx: Context) -> list[Reply]:
        seen.append(ctx.library)
        return await ctx.call("/look-again") if not seen[1:] else []

    async def look_again(ctx: Context) -> list[Reply]:
        seen.append(ctx.library)
        return []

    engine = Engine(
        (Command("look", look), Command("look-again", look_again)), lambda: next(libraries)
    )
    person = Person("test", "test", "aoi")
    asyncio.run(engine.handle(Request("1", person, "/look")))
    assert seen[0] is seen[1]
    asyncio.run(engine.handle(Request("2", person, "/look-again")))
    assert seen[2] is not seen[0]
