"""Forms as modal views, and what is sent back from one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from bot.adapters.slack import rich
from bot.adapters.slack.render import option
from bot.adapters.slack.text import (
    LONGEST_FIELD_LABEL,
    LONGEST_TEXT,
    LONGEST_TITLE,
    LONGEST_VALUE,
    MOST_OPTIONS,
    MOST_VIEW_BLOCKS,
    Block,
    clip,
    inert,
    plain,
)
from bot.locale import Texts
from bot.messages import Field, Form

CALLBACK = "form"
_USER = re.compile("[UW][A-Z0-9]+")
ROLE = "role"
"""The action_id of a field that takes a role; those of the others are their kinds."""


def view(form: Form, say: Texts, metadata: str) -> Block:
    """The form as a modal. metadata: comes back with what is submitted, LONGEST_METADATA."""
    intro = rich.body(form.body) if form.body else []
    if len(form.title) > LONGEST_TITLE:
        intro = [*rich.said(form.title), *intro]
    inputs = [_input(field, say) for field in form.fields]
    blocks = [*rich.blocks(intro), *inputs]
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": plain(form.title, LONGEST_TITLE),
        "submit": plain(say("slack-submit"), LONGEST_TITLE),
        "close": plain(say("slack-cancel"), LONGEST_TITLE),
        "private_metadata": metadata,
        "blocks": blocks[-MOST_VIEW_BLOCKS:],
    }


def _input(field: Field, say: Texts) -> Block:
    return {
        "type": "input",
        "block_id": field.name,
        "optional": not field.required,
        "label": plain(field.label, LONGEST_FIELD_LABEL),
        "element": _element(field, say),
    }


def _element(field: Field, say: Texts) -> Block:
    if field.kind == "role":
        found: Block = {
            "type": "external_select",
            "action_id": ROLE,
            "placeholder": plain(say("slack-suggest"), 150),
            "min_query_length": 0,
        }
        if clip(field.value, LONGEST_VALUE):
            found["initial_option"] = option(field.value, field.value)
        return found
    if field.kind == "person":
        found = {"type": "users_select", "action_id": field.kind}
        if _USER.fullmatch(field.value):
            found["initial_user"] = field.value
        return found
    if field.kind == "choice" and field.choices:
        options = [option(*choice) for choice in field.choices[:MOST_OPTIONS]]
        found = {"type": "static_select", "action_id": "choice", "options": options}
        chosen = [each for each in options if each["value"] == field.value]
        if chosen:
            found["initial_option"] = chosen[0]
        return found
    found = {
        "type": "plain_text_input",
        "action_id": field.kind,
        "multiline": field.kind == "text",
        "max_length": LONGEST_TEXT,
    }
    value = inert(field.value)[:LONGEST_TEXT]
    if value:
        found["initial_value"] = value
    return found


def values(state: object) -> dict[str, str]:
    """The fields by name, from the state of a view; nothing for what is malformed."""
    found: dict[str, str] = {}
    for name, actions in _items(_get(state, "values")):
        for _, action in _items(actions):
            value = (
                _get(action, "value")
                or _get(_get(action, "selected_option"), "value")
                or _get(action, "selected_user")
            )
            if isinstance(value, str):
                found[name] = value
    return found


def inputs(view: object) -> tuple[str, ...]:
    """The names of the fields that a view has, in order; none for what is malformed."""
    blocks = _get(view, "blocks")
    found = [b for b in blocks if _get(b, "type") == "input"] if isinstance(blocks, list) else []
    return tuple(str(_get(block, "block_id")) for block in found if _get(block, "block_id"))


def errors(field: str, text: str) -> Block:
    """An answer to a form that keeps it open with what was typed, and says what is wrong.

    field: must be one of the form that stands open.
    """
    return {"response_action": "errors", "errors": {field: text}}


def metadata(values: Mapping[str, str | bool]) -> str:
    return msgspec.json.encode({name: value for name, value in values.items() if value}).decode()


def from_metadata(text: object) -> dict[str, Any]:
    """What `metadata` made; nothing for what is malformed."""
    try:
        found = msgspec.json.decode(text) if isinstance(text, str) else None
    except msgspec.DecodeError:
        found = None
    return found if isinstance(found, dict) else {}


def _get(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, dict) else None


def _items(value: object) -> list[tuple[str, object]]:
    return [i for i in value.items() if isinstance(i[0], str)] if isinstance(value, dict) else []
