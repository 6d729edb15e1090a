"""What the core and an adapter ask of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.command import Command
from bot.messages import Reply, Request


@dataclass(frozen=True, slots=True)
class Address:
    """Where a post goes. thread: of the message it belongs under, where it does."""

    platform: str
    tenant: str
    workspace: str
    channel: str
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What a platform told of a person; an empty field is one that it doesn't tell."""

    name: str = ""
    locale: str = ""
    timezone: str = ""


class Undeliverable(Exception):
    """The platform refuses, and will again. `text` names the sentence that says why."""

    def __init__(self, text: str, **values: str) -> None:
        super().__init__(text)
        self.text = text
        self.values = values


class NotSent(Exception):
    """The platform certainly did not take the post; it may be tried again later."""


class Misconfigured(Exception):
    """The platform refuses the settings (a token, say); trying again would not help."""


class Coach(Protocol):
    """What an adapter may ask of the core."""

    @property
    def commands(self) -> Sequence[Command]: ...

    async def handle(self, request: Request) -> list[Reply]:
        """The replies to a request, in order; none for one that was handled already."""

    def suggest(self, typed: str, locale: str) -> list[tuple[str, str]]:
        """(name, slug) of up to 25 roles for what was typed so far. No lock, no database."""

    async def recall(self, platform: str, tenant: str, id: str) -> Profile | None:
        """What is known of a person from before."""

    async def remember(self, platform: str, tenant: str, id: str, profile: Profile) -> None:
        """Keeps what a platform told of a person; writes only what is new."""


class Sender(Protocol):
    """What the core may ask of an adapter."""

    resend_within: timedelta
    """For how long sending with the same key again makes no second post; zero for never."""

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        """Posts `reply` and gives the message's id.

        Raises Undeliverable or NotSent; anything else leaves open whether it was sent.
        """
