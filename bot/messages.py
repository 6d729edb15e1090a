"""What commands and adapters say to each other.

Text that an author or a user wrote may stand in any of these; renderers show it inert. `body`
and the values of `fields` are in the markup of bot.markup; all else is plain text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks. The same person has the same (platform, tenant, id) everywhere.

    tenant: the installing Slack team; one constant on Discord and in the terminal.
    locale: "ja" or "en". timezone: a name of the IANA database.
    """

    platform: str
    tenant: str
    id: str
    name: str = ""
    locale: str = "ja"
    timezone: str = "Asia/Tokyo"
    is_admin: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """What a platform told of a person; an empty field is one that it doesn't tell."""

    name: str = ""
    locale: str = ""
    timezone: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a post goes: into a channel, or to `person`, whose DM it then is.

    thread: of the message it belongs under, where it does. lang: of the words that the adapter
    adds itself.
    """

    platform: str
    tenant: str
    workspace: str
    channel: str
    thread: str | None = None
    person: str = ""
    lang: str = "ja"


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that a person did: typed a line, pressed a button, submitted a form.

    id: the platform's own, the same when the platform delivers the same event again.
    text: `/name arguments` is a command, anything else is talk.
    values: what came by name: options of a slash command, fields of a form.
    kind: `later` is a line that was set for this moment, which was `due`; nobody can type one.
    may_post: whether the platform lets the person post where they are, as far as it tells.
    """

    id: str
    person: Person
    text: str
    workspace: str = ""
    channel: str = ""
    place: Literal["channel", "dm", "thread", "home"] = "dm"
    kind: Literal["say", "edit", "later"] = "say"
    message: str | None = None
    thread: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    due: datetime | None = None
    may_post: bool = True

    @property
    def event(self) -> str:
        """Names it among those of all platforms, in at most 200 characters."""
        return f"{self.person.platform}:{self.id}"[:200]


@dataclass(frozen=True, slots=True)
class Image:
    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class File:
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Card:
    """A title, a body, short named fields, a picture, and where it all comes from."""

    title: str
    body: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    image: Image | None = None
    footer: str = ""


LONGEST_RUN = 90
"""Characters in a `run`: Discord's custom_id holds 100, and must hold more than the run."""


@dataclass(frozen=True, slots=True)
class Button:
    """A next step: the command line that it runs, or the page that it opens.

    A `run` is at most LONGEST_RUN ASCII characters: slugs, ids and numbers, never names.
    """

    label: str
    run: str = ""
    url: str = ""
    style: Literal["plain", "primary", "danger"] = "plain"


MOST_OPTIONS = 25
"""Of a menu, on every platform."""


@dataclass(frozen=True, slots=True)
class Menu:
    """One choice of many: (label, run) pairs, at most MOST_OPTIONS.

    suggest: a command that takes a role, such as `/role`. Where a platform can suggest while
    one types, the menu does so instead, and runs the command with the slug that was chosen.
    """

    placeholder: str
    options: tuple[tuple[str, str], ...] = ()
    suggest: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form. choices: (label, value) pairs. value: what it holds when it opens.

    kind: `person` takes a member of the workspace, and gives the platform's id of them.
    """

    name: str
    label: str
    kind: Literal["line", "text", "role", "choice", "person"] = "line"
    required: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """Fields to fill in. Submitting sends `run` with the values; `run` alone opens it again.

    wrong: the field that the reply's text is about, where it refuses what was filled in.
    """

    title: str
    run: str
    fields: tuple[Field, ...]
    body: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What Senpai says back.

    to: `only_you` is seen by the person alone, wherever they asked; `here` is a post that
    everybody in the channel sees; `dm` is the person's own place, and so is `home`, on
    platforms that have one; others leave it out.
    run: the command line that shows the same again, where there is one.
    replace: takes the place of the message whose button was pressed.
    undelivered: the run for when a DM can't be sent, so that nothing starts half.
    unsaved: what the person did could not be kept; a platform that can shall send it again.
    """

    text: str = ""
    card: Card | None = None
    buttons: tuple[Button, ...] = ()
    menu: Menu | None = None
    form: Form | None = None
    files: tuple[File, ...] = ()
    to: Literal["here", "only_you", "dm", "home"] = "only_you"
    run: str = ""
    replace: bool = False
    undelivered: str | None = None
    unsaved: bool = False
