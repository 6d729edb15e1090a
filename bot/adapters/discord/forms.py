"""Forms as Discord's modals."""

from __future__ import annotations

import logging

import discord
from discord import ui

from bot.adapters.discord import text
from bot.locale import Texts
from bot.messages import Field, Form

log = logging.getLogger("senpai.discord")

_MOST_ROWS = 5  # of a modal, texts and fields together
_LONGEST_TITLE = 45
_LONGEST_LABEL = 45
_LONGEST_VALUE = 4_000
_LONGEST_HINT = 100


class FormModal(ui.Modal):
    """A form. Its custom_id is the command line that it submits to, so nothing is kept of it."""

    def __init__(self, form: Form, say: Texts, words: str = "") -> None:
        """`words` stand above the fields, beside what the form says itself, if there is room."""
        title = text.shorten(text.plain(form.title), _LONGEST_TITLE) or "…"
        super().__init__(title=title, custom_id=form.run)
        said = [*text.plain_lines(words)] if words else []
        said += text.lines(form.body) if form.body else []
        above = text.shorten("\n".join(said).strip(), 2_000)
        fields = form.fields[:_MOST_ROWS]
        if len(form.fields) > _MOST_ROWS:
            log.error("the form %s has more fields than Discord shows", form.run.split(" ")[0])
        if above and len(fields) < _MOST_ROWS:
            self.add_item(ui.TextDisplay(above))
        for field in fields:
            self.add_item(_row(field, say))

    def is_finished(self) -> bool:
        return True


def _row(field: Field, say: Texts) -> ui.Label[FormModal]:
    label = text.plain(field.label) or "…"
    shown = text.shorten(label, _LONGEST_LABEL)
    component = _select(field) if field.kind == "choice" and field.choices else _input(field, say)
    # A label that is too long stands in whole below itself.
    whole = text.shorten(label, _LONGEST_HINT) if shown != label else None
    return ui.Label(text=shown, description=whole, component=component)


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
    fewest = 1 if field.required else 0
    return ui.Select(
        custom_id=field.name, options=options, min_values=fewest, required=field.required
    )
