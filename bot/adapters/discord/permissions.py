"""Whether Senpai may post somewhere, before it has to."""

from __future__ import annotations

import discord

from bot.adapters.discord.post import forbidden, repeatable
from bot.messages import Address
from bot.port import NotSent, Undeliverable


async def can_post(client: discord.Client, address: Address, *, files: bool = False) -> None:
    """Raises Undeliverable where a post would be refused, NotSent where Discord can't be asked.

    files: whether the post holds any. Whether somebody takes DMs shows only when one is sent.
    """
    if address.person or not address.workspace:
        return
    if client.user is None:
        raise NotSent
    with repeatable():
        guild = await _server(client, int(address.workspace))
        me = guild.get_member(client.user.id) or await guild.fetch_member(client.user.id)
        channel = await _channel(guild, int(address.thread or address.channel))
        if isinstance(channel, discord.Thread):
            parent = await _channel(guild, channel.parent_id)
            may = parent.permissions_for(me)
            _check(may, channel)
        else:
            may = channel.permissions_for(me)
            _check(may)
        if files and not may.attach_files:
            raise forbidden("discord-permission-files")


async def _server(client: discord.Client, id: int) -> discord.Guild:
    """What Discord has told of it, else what it says when asked."""
    known = client.get_guild(id)
    return known if known and not known.unavailable else await client.fetch_guild(id)


async def _channel(guild: discord.Guild, id: int) -> discord.abc.GuildChannel | discord.Thread:
    return guild.get_channel_or_thread(id) or await guild.fetch_channel(id)


def _check(may: discord.Permissions, thread: discord.Thread | None = None) -> None:
    """may: in the channel, or the one around the thread."""
    if not may.view_channel:
        raise forbidden("discord-permission-view")
    if thread is None and not may.send_messages:
        raise forbidden("discord-permission-send")
    if thread and not may.send_messages_in_threads:
        raise forbidden("discord-permission-threads")
    if thread and thread.locked and not may.manage_threads:
        raise Undeliverable("error-post-gone")
