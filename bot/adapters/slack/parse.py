"""From Slack's payloads to what a person asks. Nothing here raises: what is malformed is None."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.adapters.slack import form
from bot.adapters.slack.render import SUGGEST
from bot.adapters.slack.text import HOME, typed

Payload = Mapping[str, Any]

ALL_IN_ONE = "senpai"
"""The slash command that takes every other one, and plain words."""

LONGEST_MENU_RUN = 200

# What a slash command says of itself, in the order in which `command` reads it.
_COMMAND = (
    *("command", "text", "channel_id", "user_id", "trigger_id", "response_url"),
    *("team_id", "user_name"),
)


@dataclass(frozen=True, slots=True)
class Way:
    """How to answer. All that is kept of it is in Slack: no restart loses it.

    url: a response_url. visible: the place is the person's own with Senpai, so what is said
    there may stay. replace: the clicked message is theirs alone, so it may be replaced.
    home: the answer is the App Home.
    """

    user: str
    channel: str = ""
    thread: str | None = None
    url: str = ""
    visible: bool = False
    replace: bool = False
    home: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person did. name: how Slack calls them, where it says. trigger: opens a form.

    fields: of the form that was sent, and stands open until it is acknowledged.
    """

    id: str
    tenant: str
    user: str
    text: str
    way: Way
    place: Literal["channel", "dm", "thread", "home"]
    name: str = ""
    kind: Literal["say", "edit"] = "say"
    message: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    trigger: str = ""
    fields: tuple[str, ...] = ()


def command(body: Payload, prefix: str, names: Collection[str]) -> Asked | None:
    """A slash command. names: of the commands, as the prefix goes before them."""
    said, text, channel, user, trigger, url, tenant, person = (
        value if isinstance(value := body.get(name), str) else "" for name in _COMMAND
    )
    name = said.lstrip("/").lower().removeprefix(prefix.lower())
    arguments = typed(text)
    if name == ALL_IN_ONE:
        first = arguments.split(maxsplit=1)[0].lower() if arguments else ""
        line = f"/{arguments}" if first in names else arguments or "/hello"
    else:
        line = f"/{name} {arguments}".strip()
    if not (name and user and channel):
        return None
    way = Way(user, channel, url=url)
    event = _hash("command", trigger, user, url)
    return Asked(event, tenant, user, line, way, _place(channel), person, trigger=trigger)


def action(body: Payload) -> Asked | None:
    """A pressed button or a choice of a menu; None for one that only Slack itself acts on."""
    actions = body.get("actions")
    first = actions[0] if isinstance(actions, list) and actions else None
    run = _run(first)
    user = _text(body, "user", "id")
    is_home = _text(body, "view", "type") == "home"
    if not (run and user) or (body.get("view") and not is_home):
        return None
    trigger = _text(body, "trigger_id")
    stamp = _text(first, "action_ts")
    event = _hash("action", trigger, user, stamp, _text(first, "action_id"))
    tenant, name = _team(body), _text(body, "user", "username") or _text(body, "user", "name")
    if is_home:
        way = Way(user, home=True)
        return Asked(event, tenant, user, run, way, "home", name, trigger=trigger)
    channel = _text(body, "container", "channel_id") or _text(body, "channel", "id")
    thread = _text(body, "container", "thread_ts") or _text(body, "message", "thread_ts") or None
    unseen = _get(body, "container", "is_ephemeral") is True
    # A message of Senpai's own that stays, in a DM, can only stand in the DM with Senpai.
    own = channel.startswith("D") and not unseen
    way = Way(user, channel, thread, _text(body, "response_url"), own, replace=unseen or own)
    shown = _text(body, "container", "message_ts") or _text(body, "message", "ts") or None
    place = _place(channel, thread)
    return Asked(event, tenant, user, run, way, place, name, message=shown, trigger=trigger)


def _run(chosen: object) -> str:
    """The command line behind what was pressed or chosen."""
    run = _text(chosen, "value") or _text(chosen, "selected_option", "value")
    action_id = _text(chosen, "action_id")
    if action_id.startswith(SUGGEST):
        run = f"{action_id.removeprefix(SUGGEST).partition(':')[2]} {run}" if run else ""
    return run if run.startswith("/") and len(run) <= LONGEST_MENU_RUN else ""


def submission(body: Payload) -> Asked | None:
    """A form that was sent: its run, and the fields by name."""
    kept = form.from_metadata(_get(body, "view", "private_metadata"))
    run, user = _text(kept, "run"), _text(body, "user", "id")
    if not (run.startswith("/") and user):
        return None
    home = kept.get("home") is True
    channel, thread = _text(kept, "channel"), _text(kept, "thread") or None
    visible = kept.get("visible") is True
    way = Way(user, channel, thread, _text(kept, "url"), visible, home=home)
    values = form.values(_get(body, "view", "state"))
    trigger, view = _text(body, "trigger_id"), _text(body, "view", "id")
    event = _hash("form", trigger, view, _text(body, "view", "hash"), user)
    place = "home" if home else _place(channel, thread)
    name = _text(body, "user", "username") or _text(body, "user", "name")
    # The trigger of a submission is left: the form that sent it stands in the way of another.
    fields = form.inputs(_get(body, "view"))
    return Asked(event, _team(body), user, run, way, place, name, values=values, fields=fields)


def mention(body: Payload, bot_user: str) -> Asked | None:
    """Senpai's name in a channel. Answered to the person alone."""
    event = body.get("event")
    user, channel = _text(event, "user"), _text(event, "channel")
    if not (user and channel) or user == bot_user or _get(event, "bot_id"):
        return None
    thread = _text(event, "thread_ts") or None
    text = typed(_text(event, "text"), bot_user) or "/hello"
    way, place = Way(user, channel, thread), _place(channel, thread)
    shown = _text(event, "ts") or None
    return Asked(_event_id(body), _team(body), user, text, way, place, message=shown)


def direct(body: Payload, bot_user: str) -> Asked | None:
    """What somebody wrote in the DM, or changed there. None for all else that happens in it."""
    event = body.get("event")
    channel, subtype = _text(event, "channel"), _text(event, "subtype")
    said: object = event
    if subtype == "message_changed":
        said = _get(event, "message")
        # Slack changes messages too, to show what a link leads to.
        if not _get(said, "edited") or _get(event, "previous_message", "text") == _get(
            said, "text"
        ):
            return None
    elif subtype not in ("", "file_share"):
        return None
    user, text = _text(said, "user"), typed(_text(said, "text"), bot_user)
    if not (user and text and channel) or user == bot_user or _get(said, "bot_id"):
        return None
    if _text(event, "channel_type") not in ("", "im") or not channel.startswith("D"):
        return None
    way = Way(user, channel, _text(said, "thread_ts") or None, visible=True)
    kind: Literal["say", "edit"] = "edit" if subtype == "message_changed" else "say"
    shown = _text(said, "ts") or None
    event_id, team = _event_id(body), _team(body)
    return Asked(event_id, team, user, text, way, "dm", kind=kind, message=shown)


def home(body: Payload) -> Asked | None:
    """The App Home was opened."""
    event = body.get("event")
    user = _text(event, "user")
    if not user or _text(event, "tab") != "home":
        return None
    return Asked(_event_id(body), _team(body), user, HOME, Way(user, home=True), "home")


def removal(body: Payload) -> str | None:
    """The workspace that Senpai was removed from; None where it still has its own token."""
    event = body.get("event")
    if _text(event, "type") == "tokens_revoked" and not _get(event, "tokens", "bot"):
        return None
    return _team(body) or None


@dataclass(frozen=True, slots=True)
class Typing:
    """What somebody has typed so far into a menu that suggests roles."""

    tenant: str
    user: str
    typed: str
    in_form: bool


def suggestion(body: Payload) -> Typing | None:
    user, action_id = _text(body, "user", "id"), _text(body, "action_id")
    if not user or not (action_id == form.ROLE or action_id.startswith(SUGGEST)):
        return None
    return Typing(_team(body), user, typed(_text(body, "value")), action_id == form.ROLE)


def _place(channel: str, thread: str | None = None) -> Literal["channel", "dm", "thread"]:
    if not channel or channel.startswith("D"):
        return "dm"
    return "thread" if thread else "channel"


def _team(body: Payload) -> str:
    team = _text(body, "team", "id") or _text(body, "team_id") or _text(body, "user", "team_id")
    return team or _text(body, "view", "team_id")


def _event_id(body: Payload) -> str:
    event = body.get("event")
    stamp = _text(event, "event_ts") or _text(event, "ts")
    parts = (_text(event, "type"), _text(event, "channel"), _text(event, "user"), stamp)
    return _text(body, "event_id") or _hash("event", *parts)


def _hash(*parts: str) -> str:
    """The same for the same thing however often it is delivered."""
    return hashlib.blake2b("\0".join(parts).encode(errors="replace"), digest_size=12).hexdigest()


def _get(value: object, *path: str) -> object:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _text(value: object, *path: str) -> str:
    found = _get(value, *path)
    return found if isinstance(found, str) else ""
