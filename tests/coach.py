"""The engine as adapters see it, with a memory of people that lasts as long as the test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.command import Command
from bot.engine import Engine
from bot.messages import Person, Profile, Reply, Request


@dataclass
class EngineCoach:
    engine: Engine
    profiles: dict[tuple[str, str, str], Profile] = field(default_factory=dict)
    gone: list[tuple[str, str]] = field(default_factory=list)

    @property
    def commands(self) -> Sequence[Command]:
        return self.engine.commands

    async def handle(self, request: Request) -> list[Reply]:
        return await self.engine.handle(request)

    def suggest(self, typed: str, locale: str) -> list[tuple[str, str]]:
        return self.engine.suggest(typed, locale)

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
