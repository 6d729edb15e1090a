"""The server of the stand-in: its channels and threads, and what may be done there."""

from __future__ import annotations

from typing import Any

from tests.standins import discord_payloads as payloads
from tests.standins.discord_payloads import SEND, SEND_IN_THREADS, THREAD, VIEW, Channel

NO_ACCESS, NO_PERMISSION, ARCHIVED = 50001, 50013, 50083


class Server:
    def __init__(self) -> None:
        self.channel = Channel()
        self.thread = Channel(kind=THREAD, parent=self.channel.id)
        self.channels = {each.id: each for each in (self.channel, self.thread)}
        self.denied: dict[str, int] = {}
        self.locked: set[str] = set()

    def payload(self) -> dict[str, Any]:
        return payloads.guild(map(self.described, self.channels.values()))

    def described(self, channel: Channel) -> dict[str, Any]:
        if channel.kind == THREAD:
            return payloads.thread(channel, locked=channel.id in self.locked)
        return payloads.described(channel, self.denied.get(channel.id, 0))

    def add(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        return channel

    def refusal(self, id: str, needed: int = 0) -> int:
        """Discord's code for why the bot may not do there what takes a permission, or 0."""
        channel = self.channels.get(id)
        if channel is None:
            return 0
        inside = channel.kind == THREAD
        denied = self.denied.get(channel.parent if inside else id, 0)
        if denied & VIEW:
            return NO_ACCESS
        if needed and id in self.locked:
            return ARCHIVED
        if needed == SEND and inside:
            needed = SEND_IN_THREADS
        return NO_PERMISSION if denied & needed else 0
