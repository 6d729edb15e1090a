"""What is posted while a terminal is open, for whoever sits at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.messages import Address, Reply
from bot.port import NotSent, Pace


@dataclass(frozen=True, slots=True)
class Posted:
    id: str
    address: Address
    reply: Reply

    def is_for(self, person: str, channel: str) -> bool:
        """Whether that person sees it, in that channel or among what is theirs alone."""
        if self.address.person:
            return self.address.person == person
        return self.address.channel == channel


class Posts:
    """Holds posts in memory: with the terminal they are gone, and may be sent anew."""

    resend_within = timedelta.max
    pace: Pace | None = None

    def __init__(self, person: str = "") -> None:
        """person: who sits there, if one does; what is for others waits until they do."""
        self._person = person
        self.shown: list[Posted] = []
        """All posts and changes of posts, in order."""
        self._standing: dict[str, Posted] = {}

    async def send(self, address: Address, reply: Reply, key: str) -> str:
        if self._person and address.person not in ("", self._person):
            raise NotSent("somebody else sits at the terminal")
        if key not in self._standing:
            self._show(Posted(key, address, reply))
        return key

    async def edit(self, address: Address, message: str, reply: Reply) -> None:
        if message in self._standing:
            self._show(Posted(message, address, reply))

    async def delete(self, address: Address, message: str) -> None:
        self._standing.pop(message, None)

    async def find(self, address: Address, key: str, since: datetime) -> str:
        return key if key in self._standing else ""

    async def can_post(self, address: Address) -> None:
        """A terminal takes everything."""

    def stands(self, posted: Posted) -> bool:
        """Whether it is there, with this content."""
        return self._standing.get(posted.id) is posted

    def _show(self, posted: Posted) -> None:
        self._standing[posted.id] = posted
        self.shown.append(posted)
