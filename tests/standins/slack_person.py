"""A person in the stand-in's workspace: types, presses and fills in as Slack's clients let them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any

from tests.standins import slack_payloads as payloads
from tests.standins.slack import SlackStandIn
from tests.standins.slack_blocks import problems_of_message, problems_of_option, texts_of

Shown = dict[str, Any]
Found = tuple[Shown, Shown, Shown | None]
"""What is shown, the element in it, and the option in that."""


TROUBLE = "We had some trouble connecting. Try again?"
"""What Slack shows in a form that was not acknowledged, and that stays open then."""


class SlackPerson:
    """settled: waits until the app has nothing more to do."""

    def __init__(
        self, slack: SlackStandIn, id: str, settled: Callable[[], Awaitable[None]]
    ) -> None:
        self.slack = slack
        self.id = id
        self.dm = slack.world.dm(id)
        self.colleagues: dict[str, str] = {}
        """The ids of those whom they can pick in a form, by name."""
        self._settled = settled
        self._since = 0
        self._typed: tuple[str, Shown] = ("", {})
        """The form that they filled in last, and what stands in its fields."""

    # What they see

    def screen(self) -> str:
        """All text that came up since the last action; forms that are still open too."""
        text = self.slack.world.screen(self.id, self._since)
        return "\n".join((text, *self.errors))

    @property
    def shown(self) -> list[Shown]:
        return self.slack.world.users[self.id].seen[self._since :]

    @property
    def modal(self) -> Shown | None:
        modals = self.slack.world.users[self.id].modals
        return modals[-1] if modals else None

    # What they do

    errors: tuple[str, ...] = ()
    """What the open form says is wrong, at the fields whose names are in `wrong`."""
    wrong: tuple[str, ...] = ()

    async def command(self, name: str, text: str = "", channel: str = "") -> None:
        self._begin()
        channel = channel or self.dm
        url = self.slack.world.response_url(self.id, channel)
        trigger = self.slack.trigger(self.id)
        body = payloads.slash(
            self.id, channel, name, text, url=self.slack.url(url), trigger=trigger
        )
        ack = await self.slack.deliver("slash_commands", body)
        if ack:
            self._take_ack(channel, ack)
        await self._settled()

    async def say(self, text: str, **more: Any) -> None:
        """Writes in the DM."""
        await self.event(payloads.direct(self.id, self.dm, text, **more))

    async def event(self, inner: Shown, event_id: str = "") -> None:
        self._begin()
        await self.slack.deliver("events_api", payloads.event(inner, event_id))
        await self._settled()

    async def press(self, label: str) -> None:
        """Presses the button, or takes the option, that says `label`."""
        await self.act(self.find(label))

    async def act(self, found: Found) -> None:
        payload = self.click(found)
        self._begin()
        await self.slack.deliver("interactive", payload)
        await self._settled()

    def click(self, found: Found) -> Shown:
        """The payload of a click."""
        shown, element, option = found
        if shown.get("type") in ("home", "modal"):
            payload = payloads.on_view(self.id, shown)
        else:
            payload = payloads.on_message(self.id, shown)
            url = self.slack.world.response_url(self.id, shown["channel"], shown)
            payload["response_url"] = self.slack.url(url)
        trigger = self.slack.trigger(self.id)
        return {**payload, "trigger_id": trigger, "actions": [payloads.pressed(element, option)]}

    def find(self, label: str) -> Found:
        """The newest button or option with that label that they can still see."""
        user = self.slack.world.users[self.id]
        for shown in reversed(user.seen):
            if shown.get("deleted") or (shown.get("type") == "home" and shown is not user.home):
                continue
            for element in _elements(shown):
                if element["type"] == "button" and element["text"]["text"] == label:
                    return shown, element, None
                for option in element.get("options", ()):
                    if option["text"]["text"] == label:
                        return shown, element, option
        raise AssertionError(f"no {label!r} on the screen:\n{self.screen()}")

    def newest_button(self) -> Found:
        """The first button of what came up last."""
        for shown in reversed(self.slack.world.users[self.id].seen):
            for element in _elements(shown):
                if element["type"] == "button":
                    return shown, element, None
        raise AssertionError(f"no button on the screen:\n{self.screen()}")

    async def suggestions(self, element: Shown, typed: str) -> list[Shown]:
        """The options that come up while one types into a menu."""
        payload = payloads.suggestion(self.id, element, typed)
        options = (await self.slack.deliver("interactive", payload)).get("options", [])
        assert len(options) <= 100
        assert not [problem for option in options for problem in problems_of_option(option)]
        return list(options)

    async def pick(self, typed: str) -> None:
        """Types into the menu that suggests roles, and takes the first."""
        menus = [(s, e) for s in self.shown for e in _elements(s) if e["type"] == "external_select"]
        shown, element = menus[-1]
        options = await self.suggestions(element, typed)
        await self.act((shown, element, options[0]))

    async def fill(self, values: Mapping[str, str]) -> None:
        """Fills in the form that stands open, by labels, and submits it."""
        view = self.modal
        assert view, f"no form is open:\n{self.screen()}"
        standing = self._typed[1] if self._typed[0] == view["id"] else {}
        state: dict[str, Any] = {}
        left = dict(values)
        for block in view["blocks"]:
            if block["type"] == "input":
                label, name = block["label"]["text"], block["block_id"]
                state[name] = standing.get(name)
                if label in left or name not in standing:
                    state[name] = await self._filled(block["element"], left.pop(label, ""))
                (held,) = state[name].values()
                is_empty = not [v for k, v in held.items() if k != "type" and v]
                assert block.get("optional") or not is_empty, f"{label} is required"
        assert not left, f"the form doesn't ask for {sorted(left)}"
        self._typed = (view["id"], state)
        self._begin()
        trigger = self.slack.trigger(self.id)
        payload = payloads.submission(self.id, view, state, trigger)
        answer = await self.slack.offer("interactive", payload)
        if answer is None:
            self.errors = (TROUBLE,)
        else:
            self._take_answer(view, answer)
        await self._settled()

    async def _filled(self, element: Shown, value: str) -> Shown:
        state: Shown = {"type": element["type"]}
        if element["type"] == "plain_text_input":
            state["value"] = value or element.get("initial_value")
            return {element["action_id"]: state}
        if element["type"] == "users_select":
            chosen = self.colleagues.get(value, value) or element.get("initial_user")
            return {element["action_id"]: {**state, "selected_user": chosen}}
        options = element.get("options", [])
        if element["type"] == "external_select" and value:
            options = (await self.suggestions(element, value))[:1]
        elif value:
            options = [option for option in options if option["text"]["text"] == value]
        state["selected_option"] = options[0] if value else element.get("initial_option")
        return {element["action_id"]: state}

    def _take_answer(self, view: Shown, answer: Shown) -> None:
        """What Slack does with the answer to a submission."""
        user = self.slack.world.users[self.id]
        match answer.get("response_action"):
            case "errors":
                inputs = {block.get("block_id") for block in view["blocks"]}
                assert answer["errors"].keys() <= inputs, answer
                self.errors = tuple(answer["errors"].values())
                self.wrong = tuple(answer["errors"])
                user.seen.append(view)
            case "update":
                self.slack.world.check_view(answer["view"], "modal")
                user.modals[-1] = {**view, **answer["view"]}
                user.seen.append(user.modals[-1])
            case None:
                user.modals.clear()
            case other:
                raise AssertionError(other)

    def _take_ack(self, channel: str, ack: Shown) -> None:
        problems = problems_of_message(ack)
        assert not problems, problems
        shown = {"ts": payloads.stamp(), "channel": channel, **ack}
        if ack.get("response_type") == "in_channel":
            self.slack.world.channels[channel].messages[shown["ts"]] = shown
        else:
            shown["ephemeral_for"] = self.id
        self.slack.world.users[self.id].seen.append(shown)

    def _begin(self) -> None:
        self._since = len(self.slack.world.users[self.id].seen)
        self.errors = ()


def _elements(shown: Shown) -> Iterator[Shown]:
    for block in shown["blocks"]:
        if block["type"] == "actions":
            yield from block["elements"]


def read(shown: Shown) -> str:
    """All text of a message or view."""
    return "\n".join(texts_of(shown))
