"""From Discord's events to requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import discord

from bot.messages import Person, Profile, Request

PLATFORM = "discord"
TENANT = "discord"
"""One for all servers: a person is the same in each of them and in a DM."""

_UNLIKE_DISCORD = (AttributeError, IndexError, KeyError, TypeError, ValueError)
_SPOKEN = (discord.MessageType.default, discord.MessageType.reply)
_THREADS = (
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
)


class Malformed(Exception):
    """An event that is not as Discord describes it."""


def interaction(event: discord.Interaction) -> Request:
    """What was typed as a slash command, pressed, chosen or submitted. Raises Malformed."""
    try:
        text, values = _asked(event)
        place = _place(event)
        return Request(
            id=str(event.id),
            person=person(event),
            text=text,
            workspace=str(event.guild_id) if event.guild_id and place != "dm" else "",
            channel=_channel(event.channel) or str(event.channel_id or ""),
            place=place,
            message=str(event.message.id) if event.message else None,
            thread=str(event.channel_id) if place == "thread" else None,
            values=values,
            may_post=_may_post(event, place),
        )
    except _UNLIKE_DISCORD as error:
        raise Malformed(type(error).__name__) from None  # its text may hold what was written


def person(event: discord.Interaction) -> Person:
    user = event.user
    return Person(
        PLATFORM,
        TENANT,
        str(user.id),
        name=user.display_name,
        locale=str(event.locale),
        is_admin=event.is_guild_integration() and event.permissions.manage_guild,
    )


def typed(event: discord.Interaction) -> str:
    """What stands so far in the option that is being typed. Raises Malformed."""
    try:
        for option in _mapping(event.data).get("options", ()):
            if option.get("focused"):
                return str(option.get("value", ""))
    except _UNLIKE_DISCORD as error:
        raise Malformed(type(error).__name__) from None
    return ""


def written(event: discord.Interaction) -> list[str]:
    """What stands in the text fields of a modal that was submitted."""
    if event.type is not discord.InteractionType.modal_submit:
        return []
    leaves = _leaves(_mapping(event.data)["components"])
    return [_word(leaf["value"]) for leaf in leaves if leaf.get("value")]


def is_for(event: discord.Message, bot: int) -> bool:
    """Whether somebody said it to `bot`: in a DM, or by its name in a server."""
    author = getattr(event, "author", None)  # the library leaves out what did not come
    if author is None or author.bot or event.webhook_id or event.type not in _SPOKEN:
        return False
    # A reply to a shared card counts as a mention too, but is said to people; the name is not
    # in its text.
    return _in_dm(event) or re.search(rf"<@!?{bot}>", str(event.content)) is not None


def message(event: discord.Message, bot: int, known: Profile | None) -> Request:
    """What was said to `bot`. Raises Malformed.

    known: what Discord told of the person before; a message tells no language.
    """
    try:
        author, edited, dm = event.author, event.edited_at, _in_dm(event)
        thread = getattr(event.channel, "type", None) in _THREADS
        guild = event.guild
        return Request(
            id=f"{event.id}-{edited.timestamp()}" if edited else str(event.id),
            person=Person(
                PLATFORM,
                TENANT,
                str(author.id),
                name=author.display_name,
                locale=known.locale if known and known.locale else "ja",
                is_admin=guild is not None and _manages(author),
            ),
            text=re.sub(rf"<@!?{bot}>", " ", _word(event.content)).strip(),
            workspace=str(guild.id) if guild else "",
            channel=_channel(event.channel) or str(event.channel.id),
            place="dm" if dm else "thread" if thread else "channel",
            thread=str(event.channel.id) if thread else None,
            kind="edit" if edited else "say",
            message=str(event.id),
        )
    except _UNLIKE_DISCORD as error:
        raise Malformed(type(error).__name__) from None


def _in_dm(event: discord.Message) -> bool:
    # A server that isn't known yet is no server to the library, but its channel is no DM either.
    return isinstance(event.channel, discord.DMChannel)


def _asked(event: discord.Interaction) -> tuple[str, dict[str, str]]:
    """The command line, and what came by name beside it."""
    data = _mapping(event.data)
    if event.type is discord.InteractionType.application_command:
        options = data.get("options", ())
        return f"/{_word(data['name'])}", {_word(o["name"]): _word(o["value"]) for o in options}
    if event.type is discord.InteractionType.component:
        chosen = data.get("values") or [data["custom_id"]]
        return _run(_word(chosen[0]).partition(":")[2]), {}
    if event.type is discord.InteractionType.modal_submit:
        return _run(_word(data["custom_id"])), dict(_filled(data["components"]))
    raise Malformed(str(event.type))


def _filled(components: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """The fields of a modal by their names."""
    for leaf in _leaves(components):
        if "values" in leaf:
            yield _word(leaf["custom_id"]), "".join(map(_word, leaf["values"][:1]))
        elif "value" in leaf:
            yield _word(leaf["custom_id"]), _word(leaf["value"])


def _leaves(components: Sequence[Any]) -> Iterator[Any]:
    """The fields of a modal, which stand in labels or, in older ones, in rows."""
    for component in components:
        inner = component.get("components") or [component.get("component")]
        if inner != [None]:
            yield from _leaves(inner)
        else:
            yield component


def _place(event: discord.Interaction) -> Any:
    """Where somebody who isn't a member may post is a channel; elsewhere nothing can be shared.

    In a server that has not installed Senpai, and in others' DMs, a person may use it who has
    installed it for themselves, but Senpai can post nothing there: that is as good as a DM.
    """
    if event.guild_id is None or not event.is_guild_integration():
        return "dm"
    channel = event.channel
    return "thread" if channel is not None and channel.type in _THREADS else "channel"


def _may_post(event: discord.Interaction, place: str) -> bool:
    """Commands may be allowed in a channel in which people only read."""
    may = event.permissions
    if place == "dm" or may.administrator:
        return True
    return may.send_messages_in_threads if place == "thread" else may.send_messages


def _channel(place: object) -> str:
    """The channel that a thread belongs to; empty for what is no thread."""
    parent = getattr(place, "parent_id", None)
    return str(parent) if parent and getattr(place, "type", None) in _THREADS else ""


def _manages(author: discord.User | discord.Member) -> bool:
    return isinstance(author, discord.Member) and author.guild_permissions.manage_guild


def _run(line: str) -> str:
    if not line.startswith("/"):
        raise Malformed("run")
    return line


def _word(value: object) -> str:
    """A string, number or truth value as text; anything else is no value of Discord's."""
    if isinstance(value, str | int | float):
        return str(value)
    raise Malformed(type(value).__name__)


def _mapping(data: object) -> Mapping[str, Any]:
    if isinstance(data, Mapping):
        return data
    raise Malformed(type(data).__name__)
