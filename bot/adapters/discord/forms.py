"""Forms as Discord's modals."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import discord
from discord import ui

from bot import markup
from bot.adapters.discord import text
from bot.locale import Texts
from bot.messages import Field, Form

log = logging.getLogger("senpai.discord")

_MOST_ROWS = 5  # of a modal, texts and fields together
_LONGEST_TITLE = 45
_LONGEST_LABEL = 45
_LONGEST_VALUE = 4_000
_LONGEST_HINT = 100
_LONGEST_ABOVE = 2_000


class FormModal(ui.Modal):
    """A form. Its custom_id is the command line that it submits to, so nothing is kept of it."""

    def __init__(self, form: Form, say: Texts, words: str = "") -> None:
        """`words` stand at the field that is wrong, else above the fields with the form's own.

        Where the fields take all rows, what would stand above them stands in the first one.
        """
        title = text.shorten(text.plain(form.title), _LONGEST_TITLE) or "…"
        super().__init__(title=title, custom_id=form.run)
        fields = form.fields[:_MOST_ROWS]
        if len(form.fields) > _MOST_ROWS:
            log.error("the form %s has more fields than Discord shows", form.run.split(" ")[0])
        room = len(fields) < _MOST_ROWS
        hints = dict.fromkeys((field.name for field in fields), "")
        if form.wrong in hints and (not room or text.size(words) <= _LONGEST_HINT):
            hints[form.wrong], words = words, ""
        above = "\n".join(_above(form, words)).strip()
        if above and room:
            self.add_item(ui.TextDisplay(text.shorten(above, _LONGEST_ABOVE)))
        elif above:
            body = " ".join(line.text for line in markup.parse(form.body))
            first = fields[0].name
            hints[first] = " ".join(filter(None, (hints[first], words, body)))
        for field in fields:
            self.add_item(_row(field, say, hints[field.name]))

    def is_finished(self) -> bool:
        return True


def _above(form: Form, words: str) -> Iterator[str]:
    if words:
        yield from text.plain_lines(words)
    if form.body:
        yield from text.lines(form.body)


def _row(field: Field, say: Texts, hint: str) -> ui.Label[FormModal]:
    label = text.plain(field.label) or "…"
    shown = text.shorten(label, _LONGEST_LABEL)
    # A label that is too long stands in whole below itself.
    below = " ".join(filter(None, (label if shown != label else "", text.plain(hint))))
    description = text.shorten(below, _LONGEST_HINT) or None
    return ui.Label(text=shown, description=description, component=_component(field, say))


def _component(
    field: Field, say: Texts
) -> ui.TextInput[FormModal] | ui.Select[FormModal] | ui.UserSelect[FormModal]:
    if field.kind == "choice" and field.choices:
        return _select(field)
    if field.kind == "person":
        known = [discord.Object(int(field.value))] if field.value.isdecimal() else []
        return ui.UserSelect(
            custom_id=field.name,
            default_values=known,
            min_values=_fewest(field),
            required=field.required,
        )
    return _input(field, say)


def _input(field: Field, say: Texts) -> ui.TextInput[FormModal]:
    long = field.kind == "text"
    hint = say("discord-role-hint") if field.kind == "role" else None
    return ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
        default=text.shorten(text.clean(field.value), _LONGEST_VALUE) or None,
        placeholder=hint,
        required=field.required,
        max_length=_LONGEST_VALUE,
    )


def _select(field: Field) -> ui.Select[FormModal]:
    options = [
        discord.SelectOption(
            label=text.shorten(text.plain(label), 100) or "…",
            value=value,
            default=value == field.value,
        )
        for label, value in field.choices[:25]
    ]
    return ui.Select(
        custom_id=field.name,
        options=options,
        min_values=_fewest(field),
        required=field.required,
    )


def _fewest(field: Field) -> int:
    return 1 if field.required else 0
