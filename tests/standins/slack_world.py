"""What a Slack workspace holds, and what each person and channel sees of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.standins.slack_blocks import problems_of_message, problems_of_view, texts_of
from tests.standins.slack_payloads import BOT, BOT_USER, TEAM, stamp

Message = dict[str, Any]

TRIGGER_SECONDS = 3
URL_SECONDS = 30 * 60
URL_USES = 5


class Refused(Exception):
    """An error of the Web API, with whatever else the answer holds."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.answer = {"ok": False, "error": error, **more}


@dataclass
class User:
    """profile: what users.info tells beside the id. dm_closed: the app may not write to them."""

    id: str
    profile: dict[str, Any]
    dm_closed: bool = False
    home: Message | None = None
    modals: list[Message] = field(default_factory=list)
    seen: list[Message] = field(default_factory=list)
    """Messages and views in the order in which they came up."""


@dataclass
class Channel:
    """messages: what everybody in it sees, by ts."""

    id: str
    members: set[str]
    archived: bool = False
    refuses: str = ""
    messages: dict[str, Message] = field(default_factory=dict)


@dataclass
class Files:
    """What is uploaded, by id: its name, its size in bytes, and what has come of it."""

    held: dict[str, tuple[str, int, bytes]] = field(default_factory=dict)

    alts: dict[str, str] = field(default_factory=dict)

    def new(self, name: str, length: int, alt: str = "") -> str:
        id = f"F{len(self.held):04}"
        self.held[id] = (name, length, b"")
        self.alts[id] = alt
        return id

    def fill(self, id: str, data: bytes) -> bool:
        """Whether that was as much as was announced."""
        name, length, _ = self.held[id]
        self.held[id] = (name, length, data)
        return len(data) == length

    def is_whole(self, id: str) -> bool:
        return id in self.held and len(self.held[id][2]) == self.held[id][1]


@dataclass
class ResponseUrl:
    user: str
    channel: str
    made_at: float
    original: Message | None
    uses: int = 0


class World:
    """now: seconds, moved by the test alone, so that nothing expires because a test is slow."""

    def __init__(self) -> None:
        self.now = 0.0
        self.clock: Callable[[], float] = lambda: 1795000000.0
        """What messages are stamped with."""
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.triggers: dict[str, float | None] = {}
        self.urls: dict[str, ResponseUrl] = {}
        self.refusals: list[str] = []
        """Why payloads of the adapter were refused; a test wants this empty."""
        self.files = Files()
        self.homes: defaultdict[str, int] = defaultdict(int)

    def add_user(self, id: str, name: str = "", locale: str = "ja-JP", **more: Any) -> User:
        profile = {
            "id": id,
            "team_id": TEAM,
            "name": id.lower(),
            "real_name": name,
            "profile": {"display_name": name, "real_name": name},
            "locale": locale,
            "tz": "Asia/Tokyo",
            "is_admin": False,
            "is_owner": False,
            **more,
        }
        self.users[id] = User(id, profile)
        dm = self.dm(id)
        self.channels[dm] = Channel(dm, {id, BOT_USER})
        return self.users[id]

    def add_channel(self, id: str, *members: str) -> Channel:
        self.channels[id] = Channel(id, set(members))
        return self.channels[id]

    def dm(self, user: str) -> str:
        return f"D{user}"

    def trigger(self) -> str:
        found = f"{len(self.triggers)}.trigger"
        self.triggers[found] = self.now
        return found

    def response_url(self, user: str, channel: str, original: Message | None = None) -> str:
        name = f"r{len(self.urls)}"
        self.urls[name] = ResponseUrl(user, channel, self.now, original)
        return name

    # What the app may do

    def post(self, message: Message) -> Message:
        """chat.postMessage."""
        channel = self._open_channel(message)
        self.check_message(message)
        return self._post(channel, message)

    def whisper(self, message: Message) -> Message:
        """chat.postEphemeral."""
        channel, user = self._open_channel(message), str(message.get("user"))
        if user not in channel.members:
            raise Refused("user_not_in_channel")
        self.check_message(message)
        return self._whisper(channel, user, message)

    def respond(self, name: str, body: Message) -> str:
        """A response_url; gives the error, or nothing."""
        url = self.urls.get(name)
        if url is None or self.now - url.made_at > URL_SECONDS:
            return "expired_url"
        url.uses += 1
        if url.uses > URL_USES:
            return "used_url"
        problems = problems_of_message(body)
        if problems:
            self.refusals.extend(problems)
            return "invalid_blocks"
        channel = self.channels[url.channel]
        if body.get("replace_original") and url.original:
            url.original.update(text=body["text"], blocks=body["blocks"])
            self.users[url.user].seen.append(url.original)
        elif body.get("response_type") == "in_channel":
            self._post(channel, body)
        else:
            self._whisper(channel, url.user, body)
        return ""

    def open_view(self, user: str, trigger: str, view: Message) -> Message:
        made_at = self.triggers.get(trigger, 0.0)
        if trigger not in self.triggers:
            raise Refused("invalid_trigger_id")
        if made_at is None:
            raise Refused("exchanged_trigger_id")
        if self.now - made_at > TRIGGER_SECONDS:
            raise Refused("expired_trigger_id")
        self.triggers[trigger] = None
        self.check_view(view, "modal")
        shown = {**view, "id": f"V{stamp()}", "team_id": TEAM, "hash": stamp()}
        self.users[user].modals.append(shown)
        self.users[user].seen.append(shown)
        return shown

    def publish(self, user: str, view: Message) -> Message:
        if user not in self.users:
            raise Refused("invalid_arguments")
        self.check_view(view, "home")
        shown = {**view, "id": f"V{user}", "team_id": TEAM, "hash": stamp()}
        self.users[user].home = shown
        self.users[user].seen.append(shown)
        self.homes[user] += 1
        return shown

    def check_view(self, view: Message, kind: str) -> None:
        problems = problems_of_view(view)
        if view.get("type") != kind or problems:
            self.refusals.extend(problems or [f"a view of type {view.get('type')}"])
            raise Refused("invalid_arguments", response_metadata={"messages": problems})

    # What people see

    def screen(self, user: str, since: int = 0) -> str:
        """All text that came up for the person since they had seen `since` things."""
        seen = [shown for shown in self.users[user].seen[since:] if not shown.get("deleted")]
        return "\n".join(text for shown in seen for text in texts_of(shown))

    def in_channel(self, channel: str) -> str:
        """All text that everybody in the channel sees."""
        shown = self.channels[channel].messages.values()
        return "\n".join(text for message in shown for text in texts_of(message))

    def _open_channel(self, message: Message) -> Channel:
        """The channel, or the DM of a user, in which Senpai may post."""
        id = str(message.get("channel"))
        user = id if id in self.users else id.removeprefix("D")
        if user in self.users:
            if self.users[user].dm_closed:
                raise Refused("messages_tab_disabled")
            id = self.dm(user)
        channel = self.channels.get(id)
        if channel is None:
            raise Refused("channel_not_found")
        if BOT_USER not in channel.members:
            raise Refused("not_in_channel")
        if channel.archived:
            raise Refused("is_archived")
        if channel.refuses:
            raise Refused(channel.refuses)
        return channel

    def check_message(self, message: Message) -> None:
        problems = problems_of_message(message)
        if problems:
            self.refusals.extend(problems)
            raise Refused("invalid_blocks", errors=problems)

    def _post(self, channel: Channel, message: Message) -> Message:
        names = ("text", "blocks", "metadata", "thread_ts", "file")
        kept: Message = {n: message[n] for n in names if n in message}
        shown: Message = {
            "ts": stamp(self.clock()),
            "channel": channel.id,
            "user": BOT_USER,
            "bot_id": BOT,
            **kept,
        }
        channel.messages[shown["ts"]] = shown
        self.show(channel, shown)
        return shown

    def share_file(self, channel: str, id: str) -> None:
        """Slack shows the name of a file and what is in it, or tells what a picture shows."""
        name, _, data = self.files.held[id]
        inside = self.files.alts[id] if name.endswith(".png") else data.decode()
        shown = {"text": f"{name}\n{inside}", "blocks": [], "file": id}
        self._post(self._open_channel({"channel": channel}), shown)

    def show(self, channel: Channel, message: Message) -> None:
        """Everybody in the channel sees a message that is new or changed."""
        for member in channel.members:
            if member in self.users:
                self.users[member].seen.append(message)

    def _whisper(self, channel: Channel, user: str, message: Message) -> Message:
        kept: Message = {n: message[n] for n in ("text", "blocks", "thread_ts") if n in message}
        shown: Message = {"ts": stamp(), "channel": channel.id, "ephemeral_for": user, **kept}
        self.users[user].seen.append(shown)
        return shown
