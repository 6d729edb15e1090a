"""What a command is, and what it gets.

A command is an object in `bot.commands.ALL`: a name, the parameters it takes, and a function
from a Context to replies. It never learns which platform it runs on.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from bot.coaching.feedback import Scorers
from bot.config import Operator
from bot.library.library import Library
from bot.library.model import Role
from bot.locale import Texts
from bot.messages import Address, Reply, Request

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from bot.storage.first_answers import FirstAnswers


class UserError(Exception):
    """Something the person can mend. `text` names the sentence that says it to them.

    field: the form field it is about, where it is about one.
    """

    def __init__(self, text: str, *, field: str = "", **values: str | int) -> None:
        super().__init__(text)
        self.text = text
        self.field = field
        self.values = values


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter, by position, by name (`name=value`), or from a form or a slash option.

    kind: a role is a name in any form, and may hold spaces; a choice is the last word, where
    `read` recognises it; a number stands by name.
    choices: the values of a choice; each has a text `NAME-VALUE` for people.
    """

    name: str
    kind: Literal["role", "choice", "number", "text"] = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    read: Callable[[str], str] | None = None


class Out(Protocol):
    """The way out of a transaction: what is put here is sent, once, if it is committed.

    A key names what is sent, at most 64 characters, and each of these gives False where that was
    put down before.
    """

    @property
    def here(self) -> Address:
        """The channel, or the DM, of the request."""

    async def post(
        self,
        key: str,
        reply: Reply,
        to: Address | None = None,
        *,
        expires_at: datetime | None = None,
        note_after: datetime | None = None,
        note: str = "",
        otherwise: str = "",
    ) -> bool:
        """Posts a reply, `here` unless said otherwise; for the rest see bot.storage.outbox.Post.

        Raises UserError where it would go `here` and the person may not post there themselves.
        """

    async def edit(self, key: str, message: str, reply: Reply, at: Address) -> bool:
        """Gives a message that was posted another content."""

    async def delete(self, key: str, message: str, at: Address) -> bool:
        """Takes a message away that was posted."""

    def after(self, work: Callable[[], str], line: str, *, draws: bool = False) -> None:
        """Once all is committed, `work` runs in a thread, and then `line`, in a transaction of
        its own, with what it gave as the value `result`.

        For what takes long. A crash in between loses both: set the same for later too. draws: it
        is a picture, which feedback goes before.
        """


@dataclass(frozen=True, slots=True)
class Context:
    """What a command sees of the world.

    values: the parameters that were given, by name, never empty.
    call: runs another command line for the same person, as if they had typed it, and in the same
    transaction.
    now: the moment of the request, in UTC. rng: where chance has a say. scorers: judge
    answers; they may take their time, so not within the transaction: see Out.after.
    session, out: of a command that `reads` or `writes`: its transaction, and the way out of it.
    """

    request: Request
    library: Library
    texts: Texts
    values: Mapping[str, str]
    commands: Sequence[Command]
    call: Callable[[str], Awaitable[list[Reply]]]
    now: datetime
    rng: random.Random
    operator: Operator
    scorers: Scorers
    session: AsyncSession | None = None
    out: Out | None = None

    @property
    def db(self) -> AsyncSession:
        """The transaction. Raises UserError where there is no database."""
        if self.session is None:
            raise UserError("error-no-database")
        return self.session

    @property
    def outbox(self) -> Out:
        """The way out of the transaction. Raises UserError where there is no database."""
        if self.out is None:
            raise UserError("error-no-database")
        return self.out

    @property
    def lang(self) -> str:
        return self.texts.locale

    def role(self, slug: str) -> Role:
        """The role with that slug, in this language if there is one. Raises UserError if gone."""
        role = self.library.role(slug, self.lang)
        if role is None:
            raise UserError("error-role-gone", slug=slug)
        return role

    def name(self, slug: str) -> str:
        """What people of this language call the role; the slug itself where it is gone."""
        entry = self.library.entry(slug, self.lang)
        return entry.called(self.lang) if entry else slug


@dataclass(frozen=True, slots=True)
class Kept:
    """What is said to somebody whose words are kept, and what follows from it: see Out.after."""

    replies: list[Reply]
    work: Callable[[], str]
    line: str


Handler = Callable[[Context], Awaitable[list[Reply]]]
Listener = Callable[[Context], Awaitable[list[Reply] | None]]
AtOnce = Callable[[Context, "FirstAnswers"], Awaitable[Kept | None]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command. Its texts are `NAME-summary` and, for each parameter, `NAME-PARAM-help`.

    at_once: is asked before `run`, without a transaction; None from it leaves all to `run`.
    on_talk: is offered what is not a command; None from it leaves it to the next command.
    admin: only for people who administrate the workspace, or whom these named.
    public: its replies depend on the line, the language and the library alone and hold nothing
    personal, so they may be kept, and shared with a channel.
    reads, writes: runs in a transaction, and needs the database; what writes runs once an event.
    posts: whether it will post in the channel, given its values; then it only runs where the
    platform lets Senpai post there.
    later: only runs when it was set for later; nobody can type it.
    listed: whether menus and help name it; one that is not runs all the same.
    """

    name: str
    run: Handler
    params: tuple[Param, ...] = ()
    at_once: AtOnce | None = None
    on_talk: Listener | None = None
    admin: bool = False
    public: bool = False
    reads: bool = False
    writes: bool = False
    posts: Callable[[Mapping[str, str]], bool] | None = None
    later: bool = False
    listed: bool = True
