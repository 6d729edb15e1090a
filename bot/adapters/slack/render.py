"""Replies as Slack messages and as the view of the App Home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

import msgspec

from bot.adapters.slack import rich
from bot.adapters.slack.text import (
    BUTTONS_A_ROW,
    HOME,
    LONGEST_HEADER,
    LONGEST_LABEL,
    LONGEST_PLACEHOLDER,
    LONGEST_TEXT,
    LONGEST_URL,
    LONGEST_VALUE,
    MOST_BLOCKS,
    MOST_BUTTONS,
    MOST_OPTIONS,
    MOST_VIEW_BLOCKS,
    Block,
    inert,
    plain,
)
from bot.locale import Texts
from bot.markup import Line, Run
from bot.messages import Button, Card, Menu, Reply

SUGGEST = "suggest:"
"""Begins the action_id of a menu that suggests roles; the command that takes one follows."""

MOST_MESSAGES = 3
"""Messages that one reply may take; beyond, it is shortened and says so."""

# Characters of JSON. Slack refuses blocks that are too much in all, and says no number.
_LARGEST_MESSAGE = 16_000
_LARGEST_HOME = 40_000


@dataclass(slots=True)
class Drawing:
    """The blocks of a message or view: what there is to read, then what there is to press.

    The action_ids of one drawing are counted, so that no two are the same.
    """

    say: Texts
    content: list[Block] = field(default_factory=list)
    controls: list[Block] = field(default_factory=list)
    _ids: Iterator[int] = field(default_factory=count)

    def add(self, reply: Reply) -> None:
        if reply.text:
            self.content.extend(rich.blocks(rich.said(reply.text)))
        if reply.card:
            self._card(reply.card)
        buttons = reply.buttons
        if reply.form:  # where it can't be opened, a button runs what opens it
            title = f"**{reply.form.title}**" if reply.form.body else ""
            self.content.extend(rich.blocks(rich.body(f"{title}\n{reply.form.body}")))
            buttons = (Button(reply.form.title, reply.form.run, style="primary"), *buttons)
        self._buttons(buttons)
        if reply.menu:
            self._menu(reply.menu)

    def note(self, text: str) -> None:
        self.content.append(_context(text))

    def _card(self, card: Card) -> None:
        if inert(card.title).strip():
            self.content.append({"type": "header", "text": plain(card.title, LONGEST_HEADER)})
            if len(card.title) > LONGEST_HEADER:
                whole = Line((Run(inert(card.title), bold=True),))
                self.content.extend(rich.blocks(rich.split(whole)))
        lines = rich.body(card.body) if card.body else []
        if lines and card.fields:
            lines.append(Line(()))
        for name, value in card.fields:
            first, *more = rich.body(value)
            named = (Run(inert(name), bold=True), Run(": "), *first.runs)
            lines.extend((*rich.split(Line(named)), *more))
        self.content.extend(rich.blocks(lines))
        if card.image and inert(card.image.alt).strip():
            self.note(f"[{card.image.alt}]")
        for start in range(0, len(card.footer), LONGEST_TEXT):
            if inert(card.footer[start : start + LONGEST_TEXT]).strip():
                self.note(card.footer[start : start + LONGEST_TEXT])

    def _buttons(self, buttons: Sequence[Button]) -> None:
        drawn = [self._button(button) for button in buttons[:MOST_BUTTONS] if _works(button)]
        for start in range(0, len(drawn), BUTTONS_A_ROW):
            self._row(drawn[start : start + BUTTONS_A_ROW])

    def _button(self, button: Button) -> Block:
        drawn: Block = {
            "type": "button",
            "text": plain(button.label, LONGEST_LABEL),
            "action_id": f"run:{next(self._ids)}",
        }
        if button.url:
            drawn["url"] = button.url
        else:
            drawn["value"] = button.run
        if button.style != "plain":
            drawn["style"] = button.style
        return drawn

    def _menu(self, menu: Menu) -> None:
        if menu.options:
            self._row([self._choices(menu)])
        if menu.suggest:
            self._row(
                [
                    {
                        "type": "external_select",
                        "action_id": f"{SUGGEST}{next(self._ids)}:{menu.suggest}",
                        "placeholder": plain(self.say("slack-suggest"), LONGEST_PLACEHOLDER),
                        "min_query_length": 0,
                    }
                ]
            )

    def _choices(self, menu: Menu) -> Block:
        options = [option(label, run) for label, run in menu.options[:MOST_OPTIONS]]
        return {
            "type": "static_select",
            "action_id": f"menu:{next(self._ids)}",
            "placeholder": plain(menu.placeholder, LONGEST_PLACEHOLDER),
            "options": options,
        }

    def _row(self, elements: list[Block]) -> None:
        self.controls.append({"type": "actions", "elements": elements})


def option(label: str, value: str) -> Block:
    """An option of a menu. A value that is too long for Slack is cut: runs never are."""
    return {"text": plain(label, LONGEST_LABEL), "value": value[:LONGEST_VALUE]}


def messages(reply: Reply, say: Texts) -> list[Block]:
    """The reply as one or more messages: a text for notifications, which tells nothing, and
    blocks. None for a reply with nothing to show. The blocks are shared: never change them.
    """
    # What shows the same again for everybody is kept drawn.
    draw = _kept if reply.run else _draw
    return [dict(message) for message in draw(reply, say)]


@lru_cache(maxsize=512)
def acknowledgement(reply: Reply, say: Texts) -> str | None:
    """The reply as the JSON that answers a slash command; None where it is not one message.

    It is kept, so this is for what shows the same again for everybody.
    """
    drawn = messages(reply, say)
    return as_json({**drawn[0], "response_type": "ephemeral"}) if len(drawn) == 1 else None


def as_json(answer: Block) -> str:
    return msgspec.json.encode(answer).decode()  # Bolt's own way takes eight times as long


def _draw(reply: Reply, say: Texts) -> list[Block]:
    drawing = Drawing(say)
    drawing.add(reply)
    return drawn(drawing)


_kept = lru_cache(maxsize=512)(_draw)


def drawn(drawing: Drawing) -> list[Block]:
    text = drawing.say("slack-notification")
    whole = [*drawing.content, *drawing.controls]
    if _fits(whole, MOST_BLOCKS, _LARGEST_MESSAGE):  # as nearly always
        return [{"text": text, "blocks": whole}] if whole else []
    screens = list(_packed(drawing.content, MOST_BLOCKS, _LARGEST_MESSAGE))
    if len(screens) > MOST_MESSAGES:
        screens = screens[:MOST_MESSAGES]
        screens[-1][-1:] = [_context(drawing.say("slack-shortened"))]
    last = screens.pop() if screens else []
    screens.extend(_packed([*last, *drawing.controls], MOST_BLOCKS, 2 * _LARGEST_MESSAGE))
    return [{"text": text, "blocks": screen} for screen in screens]


def home(replies: Iterable[Reply], say: Texts, *, way_back: bool) -> Block:
    """The view of the App Home. way_back: whether it ends in a button to its first screen."""
    drawing = Drawing(say)
    blocks: list[Block] = []
    for reply in replies:
        drawing.add(reply)
        blocks.extend(_cut(drawing))
        drawing.content, drawing.controls = [], []
    if way_back:
        drawing.add(Reply(buttons=(Button(say("slack-home-back"), HOME),)))
        blocks = [*blocks[: MOST_VIEW_BLOCKS - 1], *drawing.controls]
    return {"type": "home", "blocks": blocks[:MOST_VIEW_BLOCKS]}


def _cut(drawing: Drawing) -> list[Block]:
    """One reply's blocks, shortened to what a view holds beside others."""
    room = MOST_VIEW_BLOCKS // 2
    screens = list(_packed(drawing.content, room, _LARGEST_HOME // 2))
    if len(screens) > 1:
        screens[0][-1:] = [_context(drawing.say("slack-shortened"))]
    return [*(screens[0] if screens else []), *drawing.controls[: room // 2]]


def _fits(blocks: Sequence[Block], most: int, largest: int) -> bool:
    return len(blocks) <= most and len(repr(blocks)) <= largest


def _packed(blocks: Sequence[Block], most: int, largest: int) -> Iterator[list[Block]]:
    """The blocks in groups of at most `most`, of at most about `largest` characters as JSON."""
    group: list[Block] = []
    size = 0
    for block in blocks:
        length = len(repr(block))
        if group and (len(group) >= most or size + length > largest):
            yield group
            group, size = [], 0
        group.append(block)
        size += length
    if group:
        yield group


def _context(text: str) -> Block:
    element = {"type": "plain_text", "text": inert(text).strip()[:LONGEST_TEXT], "emoji": False}
    return {"type": "context", "elements": [element]}


def _works(button: Button) -> bool:
    url = button.url
    return bool(button.run) or (url.startswith(("https://", "http://")) and len(url) <= LONGEST_URL)
