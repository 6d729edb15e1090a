"""Replies as Discord's components: one or more messages of text, buttons and menus."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Any

import discord
from discord import ui

from bot.adapters.discord import text
from bot.locale import Texts
from bot.messages import MOST_OPTIONS, Button, Card, Field, Form, Image, Menu, Reply

_ROOM = 3_800  # a message holds 4,000 characters of text
_MOST_MESSAGES = 5
_MOST_BUTTONS = 25  # with their rows, a menu and the texts these are 40 components
_IN_A_ROW = 5
_LONGEST_TITLE = 250
_LONGEST_ID = 100
_LONGEST_URL = 512

_STYLES = {
    "plain": discord.ButtonStyle.secondary,
    "primary": discord.ButtonStyle.primary,
    "danger": discord.ButtonStyle.danger,
}

# Where a line of text stands in a message, from its top to its bottom.
_ABOVE, _CARD, _FIELDS, _FOOTER = range(4)
Page = list[tuple[int, str]]


class Drawn(ui.LayoutView):
    """Components of one message, which wait for nothing.

    A click finds its command in the custom_id, so the client keeps no view in memory, and one
    may be sent again. The custom_id is `NUMBER:RUN`, unique in its message.
    """

    def __init__(self) -> None:
        super().__init__(timeout=None)

    def is_finished(self) -> bool:
        return True

    @cached_property
    def _components(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = super().to_components()  # type: ignore[no-untyped-call]
        return found

    def to_components(self) -> list[dict[str, Any]]:
        """Written out once: the library asks each time it sends, and nothing changes."""
        return self._components


@dataclass(frozen=True, slots=True)
class Part:
    """One message."""

    view: Drawn
    files: tuple[discord.File, ...] = ()


def render(reply: Reply, say: Texts) -> list[Part]:
    """The messages that show a reply, within Discord's limits; none for an empty reply.

    A form is drawn as a button that opens it. `Menu.suggest` without options is left out: a
    slash command suggests.
    """
    image = reply.card.image if reply.card else None
    # What a command line shows again is a page that many ask for; a file can be sent only once.
    if reply.run and not (image or reply.files or reply.form):
        return _kept(reply, say)
    return _render(reply, say)


def _render(reply: Reply, say: Texts) -> list[Part]:
    pages = _pages(reply, say)
    buttons = [b for b in (*reply.buttons, *_opening(reply.form)) if _is_sound(b)]
    image = reply.card.image if reply.card else None
    parts = [_part(page) for page in pages[:-1]]
    last = pages[-1] if pages else []
    first, *more = _chunks(buttons, _MOST_BUTTONS) or [[]]
    menu = reply.menu if reply.menu and reply.menu.options else None
    if last or first or menu or image:
        parts.append(_part(last, first, menu, image))
    parts += [_part([], chunk) for chunk in more]
    return parts + [_file(file.name, file.data) for file in reply.files]


_kept = lru_cache(256)(_render)


def invitation(run: str, say: Texts) -> Part:
    """One line for everybody, and a button that shows the reply to whoever presses it."""
    button = Button(say("discord-look-alone"), run, style="primary")
    return _part([(_ABOVE, text.inert(say("discord-mention")))], [button])


def note(words: str) -> Part:
    return _part([(_ABOVE, line) for line in text.plain_lines(words)])


def _pages(reply: Reply, say: Texts) -> list[Page]:
    """All text, spread over as many messages as it takes."""
    pages: list[Page] = []
    room = 0
    for zone, line in _all_lines(reply, say):
        needed = text.size(line) + 1
        if needed > room:
            pages.append([])
            room = _ROOM
        pages[-1].append((zone, line))
        room -= needed
    pages = [page for page in pages if any(line.strip() for _, line in page)]
    if len(pages) > _MOST_MESSAGES:
        # The last page gives up its end for the sentence that says where the rest is.
        ending = text.inert(say("discord-shortened"))
        kept = pages[_MOST_MESSAGES - 1]
        while sum(text.size(line) + 1 for _, line in kept) + text.size(ending) > _ROOM:
            kept.pop()
        pages = [*pages[: _MOST_MESSAGES - 1], [*kept, (_FOOTER, ending)]]
    return pages


def _all_lines(reply: Reply, say: Texts) -> Iterator[tuple[int, str]]:
    if reply.text:
        yield from ((_ABOVE, line) for line in text.plain_lines(reply.text))
    if reply.card:
        yield from _card_lines(reply.card, say)
    if reply.form:
        yield from ((_CARD, line) for line in _form_lines(reply.form, say))


def _card_lines(card: Card, say: Texts) -> Iterator[tuple[int, str]]:
    if card.title.strip():
        yield _CARD, _heading(card.title)
    if card.body:
        yield from ((_CARD, line) for line in text.lines(card.body))
    for name, value in card.fields:
        yield from ((_FIELDS, line) for line in _named(name, text.lines(value), say))
    if card.footer:
        yield from ((_FOOTER, f"-# {line}") for line in text.plain_lines(card.footer))


def _form_lines(form: Form, say: Texts) -> Iterator[str]:
    """What the form is about, and what was typed before, so that a refusal loses nothing."""
    yield _heading(form.title)
    if form.body:
        yield from text.lines(form.body)
    for field in form.fields:
        if field.value or field.name == form.wrong:
            yield from _named(field.label, _filled(field), say)
        if field.name == form.wrong:
            yield f"-# {say('discord-form-wrong')}"


def _filled(field: Field) -> Iterator[str]:
    if field.kind == "person" and field.value.isdecimal():
        yield f"<@{field.value}>"  # shown as their name; it calls nobody
    else:
        words = {value: label for label, value in field.choices}
        yield from text.plain_lines(words.get(field.value, field.value))


def _named(name: str, lines: Iterator[str], say: Texts) -> Iterator[str]:
    # The value is no value of the sentence: Fluent takes none of more than 1,000 characters.
    bold = f"**{text.inert(text.shorten(text.plain(name), _LONGEST_TITLE))}**"
    yield say("discord-named", name=bold) + next(lines, "")
    yield from lines


def _heading(title: str) -> str:
    return f"### {text.inert(text.shorten(text.plain(title), _LONGEST_TITLE))}"


def _opening(form: Form | None) -> tuple[Button, ...]:
    return (Button(form.title, form.run, style="primary"),) if form else ()


def _part(
    page: Page, buttons: Sequence[Button] = (), menu: Menu | None = None, image: Image | None = None
) -> Part:
    view = Drawn()
    zones = {
        zone: "\n".join(line for _, line in lines).strip("\n")
        for zone, lines in groupby(page, key=lambda each: each[0])
    }
    if above := zones.pop(_ABOVE, ""):
        view.add_item(ui.TextDisplay(above))
    files: tuple[discord.File, ...] = ()
    if zones or image:
        card: ui.Container[Drawn] = ui.Container()
        for zone, words in zones.items():
            if zone == _FIELDS and _CARD in zones:
                card.add_item(ui.Separator())
            if words.strip():
                card.add_item(ui.TextDisplay(words))
        if image:
            files = (_picture(card, image),)
        view.add_item(card)
    for start in range(0, len(buttons), _IN_A_ROW):
        numbered = enumerate(buttons[start : start + _IN_A_ROW], start)
        view.add_item(ui.ActionRow(*(_button(number, button) for number, button in numbered)))
    if menu:
        view.add_item(ui.ActionRow(_select(menu)))
    return Part(view, files)


def _button(number: int, button: Button) -> ui.Button[Drawn]:
    label = text.shorten(text.plain(button.label), 80) or "…"
    if button.url:
        return ui.Button(label=label, url=button.url)
    return ui.Button(label=label, custom_id=f"{number}:{button.run}", style=_STYLES[button.style])


def _select(menu: Menu) -> ui.Select[Drawn]:
    options = [
        discord.SelectOption(
            label=text.shorten(text.plain(label), 100) or "…", value=f"{number}:{run}"
        )
        for number, (label, run) in enumerate(menu.options[:MOST_OPTIONS])
        if len(run) < _LONGEST_ID - 2
    ]
    placeholder = text.shorten(text.plain(menu.placeholder), 150)
    return ui.Select(custom_id="menu", placeholder=placeholder or None, options=options)


def _is_sound(button: Button) -> bool:
    """Whether Discord takes the button; one refused component loses the whole message."""
    if button.url:
        return button.url.startswith(("https://", "http://")) and len(button.url) <= _LONGEST_URL
    return bool(button.run) and len(button.run) < _LONGEST_ID - 3


def _picture(card: ui.Container[Drawn], image: Image) -> discord.File:
    alt = text.shorten(text.plain(image.alt), 1024)
    file = discord.File(io.BytesIO(image.data), filename="senpai.png", description=alt)
    card.add_item(ui.MediaGallery(discord.MediaGalleryItem(file, description=alt)))
    return file


def _file(name: str, data: bytes) -> Part:
    # A view names the file as Discord will: it puts other characters in place of foreign ones.
    safe = re.sub(r"[^A-Za-z0-9._-]", "_", name)[-80:] or "file"
    file = discord.File(io.BytesIO(data), filename=safe)
    view = Drawn()
    view.add_item(ui.File(file))
    return Part(view, (file,))


def _chunks(buttons: Sequence[Button], size: int) -> list[list[Button]]:
    return [list(buttons[i : i + size]) for i in range(0, len(buttons), size)]
