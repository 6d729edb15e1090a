"""Whatever arrives instead of what Discord describes, nothing but Malformed comes of it."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Iterator
from typing import Any

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.discord import parse
from bot.adapters.discord.app import DiscordAdapter
from bot.adapters.discord.client import Client
from bot.config import DiscordSettings
from bot.messages import Request
from tests.coach import EngineCoach
from tests.discord_.world import world
from tests.standins import discord_payloads as payloads
from tests.standins.discord_payloads import Channel, Member

BOT = int(payloads.APPLICATION)
AOI = Member()
CHANNEL = Channel()
MESSAGE = payloads.message("5", CHANNEL.id, {"components": [], "flags": 1 << 15 | 64})
DATA: list[tuple[int, dict[str, Any]]] = [
    (2, {"id": "1", "name": "role", "type": 1, "options": []}),
    (2, {"name": "role", "type": 1, "options": [{"name": "role", "type": 3, "value": "cmo"}]}),
    (3, {"custom_id": "0:/role cmo", "component_type": 2}),
    (3, {"custom_id": "menu", "component_type": 3, "values": ["1:/role cmo"]}),
    (4, {"name": "role", "options": [{"name": "role", "value": "c", "focused": True}]}),
    (5, {"custom_id": "/career", "components": [
        {"type": 18, "component": {"type": 4, "custom_id": "role", "value": "cmo"}},
        {"type": 18, "component": {"type": 3, "custom_id": "to", "values": ["a"]}},
        {"type": 1, "components": [{"type": 4, "custom_id": "x", "value": "y"}]},
    ]}),
]  # fmt: skip
WHERE = ((None, 1), (CHANNEL, 0), (Channel(kind=payloads.THREAD), 0))
EVENTS = [
    ("INTERACTION_CREATE", payloads.interaction(AOI, kind, data, channel, context))
    for kind, data in DATA
    for channel, context in WHERE
] + [
    ("MESSAGE_CREATE", payloads.said(AOI, "CMO", None)),
    ("MESSAGE_CREATE", payloads.said(AOI, f"<@{payloads.APPLICATION}> CMO", CHANNEL)),
    ("MESSAGE_UPDATE", payloads.said(AOI, "CMO", None, edited_timestamp=payloads.NOW)),
]
for _, event in EVENTS[6:9]:
    event["message"] = MESSAGE

ODD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.just([]), st.just({}),
    st.just([None]), st.just({"id": None}), st.just("/"), st.just(10**30),
)  # fmt: skip


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every key of every object and list within."""
    if isinstance(value, list):
        keys: list[Any] = list(range(len(value)))
    else:
        keys = list(value) if isinstance(value, dict) else []
    for key in keys:
        yield value, key
        yield from places(value[key])


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    name, sound = draw(st.sampled_from(EVENTS))
    event = copy.deepcopy(sound)
    for _ in range(draw(st.integers(0, 3))):
        where = list(places(event))
        holder, key = where[draw(st.integers(0, len(where) - 1))]
        if draw(st.booleans()):
            holder[key] = copy.deepcopy(draw(ODD))
        else:
            del holder[key]
    return name, event


class Ears:
    """What the client hears, read at once."""

    def __init__(self) -> None:
        self.requests: list[Request] = []

    async def on_setup(self, client: Client) -> None: ...

    async def on_connect(self) -> None: ...

    async def on_guild_remove(self, guild: discord.Guild) -> None: ...

    async def on_interaction(self, event: discord.Interaction) -> None:
        try:
            if event.type is discord.InteractionType.autocomplete:
                assert isinstance(parse.typed(event), str)
            else:
                self.requests.append(parse.interaction(event))
        except parse.Malformed:
            pass

    async def on_message(self, event: discord.Message) -> None:
        try:
            if parse.is_for(event, BOT):
                self.requests.append(parse.message(event, BOT, None))
        except parse.Malformed:
            pass


async def hear(name: str, event: dict[str, Any]) -> list[Request]:
    """The requests that discord.py and the parser make of an event."""
    ears = Ears()
    client = Client(ears)
    failed: list[str] = []

    async def on_error(event: str, *_: object, **__: object) -> None:
        failed.append(event)

    client.on_error = on_error  # type: ignore[method-assign]
    async with client:
        client._connection.user = discord.ClientUser(state=client._connection, data=payloads.BOT)  # type: ignore[arg-type]
        client._connection.parsers[name](event)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others)
    assert failed == []
    return ears.requests


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(mutated())
def test_a_mutated_event_is_read_or_left_out(case: tuple[str, dict[str, Any]]) -> None:
    with asyncio.Runner() as runner:
        for request in runner.run(hear(*case)):
            assert all(isinstance(value, str) for value in request.values.values())
            assert all(
                isinstance(getattr(request, name), str) for name in ("text", "id", "channel")
            )


def test_sound_events_are_all_read(runner: asyncio.Runner) -> None:
    read = [runner.run(hear(name, event)) for name, event in copy.deepcopy(EVENTS)]
    missed = [EVENTS[n] for n, requests in enumerate(read) if not requests]
    assert all(event["type"] == 4 for _, event in missed)
    values = next(r[0].values for r in read if r and r[0].text == "/career")
    assert values == {"role": "cmo", "to": "a", "x": "y"}


def test_a_client_never_hears_itself_or_other_bots(
    runner: asyncio.Runner, coach: EngineCoach
) -> None:
    async def scene() -> None:
        async with world(coach) as here:
            aoi = here.discord.person()
            for changes in (
                {"author": payloads.BOT},
                {"author": payloads.user("77", "Other", bot=True)},
                {"webhook_id": "78"},
                {"type": 6},  # "pinned a message"
            ):
                await here.discord.gateway.dispatch(
                    "MESSAGE_CREATE", payloads.said(aoi, "CMO", None, **changes)
                )
            await here.discord.say(aoi, "CMO")
            await here.answered(aoi, 0)
            assert len(here.discord.seen[aoi.id]) == 1

    runner.run(scene())


def test_settings_never_show_the_token() -> None:
    adapter = DiscordAdapter(DiscordSettings("secret"), None)  # type: ignore[arg-type]
    assert "secret" not in repr(vars(adapter))
