"""What the core and an adapter ask of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.command import Command
from bot.messages import Address, Person, Profile, Reply, Request


@dataclass(frozen=True, slots=True)
class Pace:
    """How many calls a second a platform takes, in all or `by_workspace`.

    dm: how many a post to a person may take, whose DM may have to be opened first.
    """

    per_second: float
    by_workspace: bool = False
    dm: int = 1


class Undeliverable(Exception):
    """The platform refuses, and will again. `text` names the sentence that says why."""

    def __init__(self, text: str, **values: str) -> None:
        super().__init__(text)
        self.text = text
        self.values = values

    @property
    def reason(self) -> str:
        """`text` and what it names (a permission, a scope), to keep: at most 64 characters."""
        return " ".join((self.text, *self.values.values()))[:64]


class NotSent(Exception):
    """The platform certainly did not take the post; it may be tried again later."""


class CannotTell(Exception):
    """The platform doesn't let Senpai see whether a post went out."""


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

    async def wished(self, person: Person) -> Person:
        """The person in the language and time zone that they chose, where they chose one."""

    async def live(self, platform: str, tenant: str) -> list[tuple[str, datetime]]:
        """Persons who are in the middle of something in their DM, each with the moment from which
        on they may have said what nobody heard."""

    async def left(self, platform: str, workspace: str) -> None:
        """Senpai was removed from a workspace; what belongs to it goes after a while."""


class Sender(Protocol):
    """What the core may ask of an adapter."""

    resend_within: timedelta
    """For how long sending with the same key again makes no second post; zero for never."""

    pace: Pace | None

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        """Posts `reply` and gives the message's id.

        Raises Undeliverable or NotSent; anything else leaves open whether it was sent.
        """

    async def edit(self, address: Address, message: str, reply: Reply) -> None:
        """Gives a post another content. A message that is gone is no error.

        Raises Undeliverable or NotSent, as all of these.
        """

    async def delete(self, address: Address, message: str) -> None:
        """Takes a post away; one that is gone already is no error."""

    async def find(self, address: Address, key: str, since: datetime) -> str:
        """The id of the post with that key, sent `since`; empty where there certainly is none.

        Raises CannotTell where Senpai may not look.
        """

    async def can_post(self, address: Address) -> None:
        """Raises Undeliverable where a post would be refused."""
