"""What a command is, and what it gets.

A command is an object in `bot.commands.ALL`: a name, the parameters it takes, and a function
from a Context to replies. It never learns which platform it runs on.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.library.library import Library
from bot.library.model import Role
from bot.locale import Texts
from bot.messages import Reply, Request

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession


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


@dataclass(frozen=True, slots=True)
class Context:
    """What a command sees of the world.

    values: the parameters that were given, by name, never empty.
    call: runs another command line for the same person, as if they had typed it.
    session, post: of a command that writes: its transaction, and `await post(key, reply)`,
    which puts a post for the channel into it; False where that key was posted before.
    """

    request: Request
    library: Library
    texts: Texts
    values: Mapping[str, str]
    commands: Sequence[Command]
    call: Callable[[str], Awaitable[list[Reply]]]
    session: AsyncSession | None = None
    post: Callable[[str, Reply], Awaitable[bool]] | None = None

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
        return entry.short_name if entry else slug


Handler = Callable[[Context], Awaitable[list[Reply]]]
Listener = Callable[[Context], Awaitable[list[Reply] | None]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command. Its texts are `NAME-summary` and, for each parameter, `NAME-PARAM-help`.

    on_talk: is offered what is not a command; None from it leaves it to the next command.
    admin: only for people who administrate the workspace.
    public: its replies depend on the line, the language and the library alone and hold nothing
    personal, so they may be kept, and shared with a channel.
    writes: runs in a transaction, once an event, and needs the database.
    listed: whether menus and help name it; one that is not runs all the same.
    """

    name: str
    run: Handler
    params: tuple[Param, ...] = ()
    on_talk: Listener | None = None
    admin: bool = False
    public: bool = False
    writes: bool = False
    listed: bool = True
