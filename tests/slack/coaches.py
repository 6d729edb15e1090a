"""Coaches that say just what a test wants said."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.command import Command
from bot.messages import Person, Profile, Reply, Request


@dataclass
class Scripted:
    """Says what `script` has for a text, else what it has for the empty one.

    gate: when set, nothing is answered before it is open.
    """

    script: dict[str, Sequence[Reply]]
    gate: asyncio.Event | None = None
    names: Sequence[tuple[str, str]] = (("CMO", "cmo"),)
    asked: list[Request] = field(default_factory=list)
    profiles: dict[tuple[str, str, str], Profile] = field(default_factory=dict)
    commands: Sequence[Command] = ()
    gone: list[tuple[str, str]] = field(default_factory=list)

    async def handle(self, request: Request) -> list[Reply]:
        if request.id in [asked.id for asked in self.asked]:
            return []
        self.asked.append(request)
        if self.gate:
            await self.gate.wait()
        return list(self.script.get(request.text, self.script.get("", ())))

    def suggest(self, typed: str, locale: str) -> list[tuple[str, str]]:
        return [name for name in self.names if typed.lower() in name[0].lower() and locale]

    async def recall(self, platform: str, tenant: str, id: str) -> Profile | None:
        return self.profiles.get((platform, tenant, id))

    async def remember(self, platform: str, tenant: str, id: str, profile: Profile) -> None:
        self.profiles[platform, tenant, id] = profile

    async def wished(self, person: Person) -> Person:
        return person

    async def live(self, platform: str, tenant: str) -> list[tuple[str, datetime]]:
        return []

    async def left(self, platform: str, workspace: str) -> None:
        self.gone.append((platform, workspace))
