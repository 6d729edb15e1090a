"""Payloads that are broken in any way end nothing, and are answered or ignored."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.slack import parse
from bot.messages import Reply
from tests.slack.coaches import Scripted
from tests.slack.place import CHANNEL, place, run
from tests.standins import slack_payloads as payloads
from tests.standins.slack_payloads import BOT_USER

SHOWN = {"ts": payloads.stamp(), "channel": CHANNEL, "ephemeral_for": "U0AOI", "text": "x"}
VIEW = {
    "id": "V1",
    "type": "modal",
    "hash": "1.x",
    "callback_id": "form",
    "private_metadata": '{"run": "/reflect", "channel": "C0GENERAL"}',
    "blocks": [{"type": "input", "block_id": "line"}, {"type": "input", "block_id": "who"}],
}
PRESSED = {"type": "button", "action_id": "run:0", "value": "/role cmo"}
CHOSEN = {"type": "static_select", "action_id": "menu:0"}
SUGGESTED = {"type": "external_select", "action_id": "suggest:0:/role"}
WHO = {"who": {"person": {"type": "users_select", "selected_user": "U0REN"}}}
STATE = {**WHO, "line": {"line": {"type": "plain_text_input", "value": "はい"}}}
OPTION = {"text": {"type": "plain_text", "text": "CMO"}, "value": "cmo"}


def clicked(element: dict[str, Any], option: dict[str, Any] | None = None) -> dict[str, Any]:
    actions = [payloads.pressed(element, option)]
    return {**payloads.on_message("U0AOI", SHOWN), "trigger_id": "1.2", "actions": actions}


READERS: dict[str, Callable[[Any], object]] = {
    "command": lambda body: parse.command(body, "s-", {"role"}),
    "action": parse.action,
    "submission": parse.submission,
    "mention": lambda body: parse.mention(body, BOT_USER),
    "direct": lambda body: parse.direct(body, BOT_USER),
    "home": parse.home,
    "removal": parse.removal,
    "suggestion": parse.suggestion,
}
REAL: list[tuple[str, str, dict[str, Any]]] = [
    (
        "command",
        "slash_commands",
        payloads.slash("U0AOI", CHANNEL, "/s-role", "cmo", url="http://x/", trigger="1.2"),
    ),
    ("action", "interactive", clicked(PRESSED)),
    ("action", "interactive", clicked(CHOSEN, {**OPTION, "value": "/role cmo"})),
    ("action", "interactive", clicked(SUGGESTED, OPTION)),
    ("submission", "interactive", payloads.submission("U0AOI", VIEW, STATE, "1.2")),
    ("suggestion", "interactive", payloads.suggestion("U0AOI", SUGGESTED, "c")),
    ("mention", "events_api", payloads.event(payloads.mention("U0AOI", CHANNEL, "CMO"))),
    ("direct", "events_api", payloads.event(payloads.direct("U0AOI", "DU0AOI", "CMO"))),
    ("direct", "events_api", payloads.event(payloads.edit("U0AOI", "DU0AOI", "CM", "CMO"))),
    ("home", "events_api", payloads.event(payloads.home_opened("U0AOI", "DU0AOI"))),
    ("removal", "events_api", payloads.event(payloads.uninstalled())),
    ("removal", "events_api", payloads.event(payloads.revoked("U0BOT"))),
]
JUNK: st.SearchStrategy[Any] = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
JUNK = JUNK | st.lists(JUNK, max_size=2) | st.dictionaries(st.text(max_size=3), JUNK, max_size=2)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    return [p for key, each in items for p in ((*path, key), *places(each, (*path, key)))]


@st.composite
def broken(draw: st.DrawFn) -> tuple[str, str, dict[str, Any]]:
    """A real payload in which a few things are missing or of another type."""
    reader, kind, real = draw(st.sampled_from(REAL))
    payload = copy.deepcopy(real)
    for _ in range(draw(st.integers(0, 3))):
        path = draw(st.sampled_from(places(payload) or [("type",)]))
        inner = payload
        for key in path[:-1]:
            inner = inner[key]
        if isinstance(inner, dict) and draw(st.booleans()):
            inner.pop(path[-1], None)
        else:
            inner[path[-1]] = draw(JUNK)
    return reader, kind, payload


@given(broken())
@settings(max_examples=400)
def test_reading_never_raises(case: tuple[str, str, dict[str, Any]]) -> None:
    asked = READERS[case[0]](case[2])
    if isinstance(asked, parse.Asked):
        assert asked.user
        assert asked.id
        assert asked.text


@pytest.mark.parametrize(("reader", "kind", "payload"), REAL)
def test_what_is_whole_is_read(reader: str, kind: str, payload: dict[str, Any]) -> None:
    assert kind
    assert READERS[reader](payload) is not None


@given(st.lists(broken(), min_size=30, max_size=30))
@settings(max_examples=4)
def test_senpai_lives_on_and_logs_nothing_that_was_written(cases: list[Any]) -> None:
    async def conversation() -> None:
        coach = Scripted({"": [Reply("はい")]})
        async with place(coach, socket=False, refusals=True) as here:
            aoi = here.person()
            for _, kind, payload in cases:
                status, _ = await here.slack.by_http(kind, payload)
                assert status in (200, 400, 404, 500)
            await here.adapter.settled()
            await aoi.say("CMO")
            assert "はい" in aoi.screen()

    run(conversation())
