"""What Slack refuses of messages and views. `problems_of_…` give a line for each fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Block = dict[str, Any]

# type: the least and most elements, options or characters
_ELEMENTS = ("button", "static_select", "external_select", "overflow")
_INLINE = ("text", "link", "emoji", "user", "channel", "usergroup", "broadcast", "date")
_LONGEST_BLOCKS = 100_000


def problems_of_message(message: Block) -> list[str]:
    """message: what chat.postMessage or a response_url takes."""
    found = list(_size("text", message.get("text"), 40_000))
    blocks = message.get("blocks")
    if blocks is None:
        return found if message.get("text") else [*found, "no_text"]
    return [*found, *_blocks(blocks, 50, ("header", "rich_text", "context", "actions", "section"))]


def problems_of_view(view: Block) -> list[str]:
    """view: of views.open or views.publish, or in an answer to a submission."""
    kinds: tuple[str, ...] = ("header", "rich_text", "context", "actions", "section")
    found: list[str] = []
    if view.get("type") == "modal":
        kinds = (*kinds, "input")
        found.extend(_plain("title", view.get("title"), 24))
        for name in ("submit", "close"):
            if name in view:
                found.extend(_plain(name, view[name], 24))
        if any(b.get("type") == "input" for b in view.get("blocks", ())) and "submit" not in view:
            found.append("a view with inputs needs submit")
    elif view.get("type") != "home":
        found.append(f"view type {view.get('type')!r}")
    found.extend(_size("private_metadata", view.get("private_metadata", "-"), 3000))
    found.extend(_size("callback_id", view.get("callback_id", "-"), 255))
    if len(str(view)) > 250_000:
        found.append("view_too_large")
    return [*found, *_blocks(view.get("blocks"), 100, kinds)]


def _blocks(blocks: object, most: int, kinds: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(blocks, list) or not 1 <= len(blocks) <= most:
        yield f"{len(blocks) if isinstance(blocks, list) else 'no'} blocks"
        return
    if len(str(blocks)) > _LONGEST_BLOCKS:
        yield "msg_blocks_too_long"
    for block in blocks:
        if not isinstance(block, dict) or block.get("type") not in kinds:
            yield f"invalid block {block!r:.80}"
        else:
            yield from _one(block)
    action_ids = [
        element.get("action_id")
        for block in blocks
        for element in (*block.get("elements", ()), block.get("element") or {})
        if element.get("type") in (*_ELEMENTS, "plain_text_input")
    ]
    if block_ids := [block["block_id"] for block in blocks if "block_id" in block]:
        yield from (f"block_id {i!r} twice" for i in block_ids if block_ids.count(i) > 1)
        yield from (p for i in block_ids for p in _size("block_id", i, 255))
    inputs = any(block["type"] == "input" for block in blocks)
    if not inputs and len(set(action_ids)) != len(action_ids):
        yield f"action_id twice: {action_ids}"


def _one(block: Block) -> Iterator[str]:
    match block["type"]:
        case "header":
            yield from _plain("header", block.get("text"), 150)
        case "section":
            yield from _size("section", (block.get("text") or {}).get("text"), 3000)
        case "context":
            elements = block.get("elements", [])
            yield from _count("context", elements, 10)
            for element in elements:
                yield from _size("context text", element.get("text"), 3000)
        case "actions":
            yield from _count("actions", block.get("elements"), 25)
            for element in block.get("elements", []):
                yield from _element(element)
        case "input":
            yield from _plain("label", block.get("label"), 2000)
            yield from _element(block.get("element") or {})
        case _:
            yield from _rich(block)


def _element(element: Block) -> Iterator[str]:
    yield from _size("action_id", element.get("action_id"), 255)
    if "placeholder" in element:
        yield from _plain("placeholder", element["placeholder"], 150)
    kinds = {
        "button": _button,
        "static_select": _static_select,
        "external_select": _external_select,
        "plain_text_input": _text_input,
        "users_select": _users_select,
    }
    kind = kinds.get(str(element.get("type")))
    yield from kind(element) if kind else [f"element {element.get('type')!r}"]


def _button(element: Block) -> Iterator[str]:
    yield from _plain("button", element.get("text"), 75)
    yield from _size("value", element.get("value", "-"), 2000)
    yield from _size("url", element.get("url", "-"), 3000)
    if element.get("style", "primary") not in ("primary", "danger"):
        yield f"style {element['style']!r}"


def _static_select(element: Block) -> Iterator[str]:
    options = element.get("options")
    yield from _count("options", options, 100)
    for each in options or ():
        yield from problems_of_option(each)
    if "initial_option" in element and element["initial_option"] not in (options or ()):
        yield "initial_option is not one of the options"


def _external_select(element: Block) -> Iterator[str]:
    if "initial_option" in element:
        yield from problems_of_option(element["initial_option"])


def _users_select(element: Block) -> Iterator[str]:
    if not re.fullmatch("[UW][A-Z0-9]+", element.get("initial_user", "U0")):
        yield f"initial_user {element['initial_user']!r}"


def _text_input(element: Block) -> Iterator[str]:
    if not 1 <= element.get("max_length", 3000) <= 3000:
        yield "max_length"
    if len(element.get("initial_value", "")) > element.get("max_length", 3000):
        yield "initial_value is too long"


def problems_of_option(option: Block) -> Iterator[str]:
    yield from _plain("option", option.get("text"), 75)
    yield from _size("option value", option.get("value"), 150)


def _rich(block: Block) -> Iterator[str]:
    elements = block.get("elements")
    if not isinstance(elements, list) or not elements:
        yield "an empty rich_text"
        return
    size = 0
    for element in elements:
        sections = [element]
        if element.get("type") == "rich_text_list":
            sections = element.get("elements", [])
            if element.get("style") not in ("bullet", "ordered") or not sections:
                yield "a bad rich_text_list"
            if not 0 <= element.get("indent", 0) <= 8:
                yield f"indent {element['indent']}"
        for section in sections:
            yield from _section(section)
            size += sum(len(run.get("text", "")) for run in section.get("elements", ()))
    if size > 3000:
        yield f"a rich_text of {size} characters"


def _section(section: Block) -> Iterator[str]:
    if section.get("type") != "rich_text_section" or not section.get("elements"):
        yield f"a bad section {section!r:.60}"
    for run in section.get("elements", ()):
        if run.get("type") not in _INLINE or not run.get("text"):
            yield f"a bad run {run!r:.60}"


def _plain(what: str, value: object, most: int) -> Iterator[str]:
    if not isinstance(value, dict) or value.get("type") != "plain_text":
        yield f"{what} is no plain_text"
    else:
        yield from _size(what, value.get("text"), most)


def _size(what: str, value: object, most: int) -> Iterator[str]:
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        yield f"{what} of {len(value) if isinstance(value, str) else value} characters"


def _count(what: str, value: object, most: int) -> Iterator[str]:
    if not isinstance(value, list) or not 1 <= len(value) <= most:
        yield f"{len(value) if isinstance(value, list) else 'no'} {what}"


def texts_of(value: object) -> Iterator[str]:
    """All that a person reads in a message or view, in order: texts, labels and options."""
    if isinstance(value, list):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, dict):
        if value.get("type") in ("rich_text_section", "rich_text_preformatted"):
            yield "".join(run.get("text", "") for run in value["elements"])
            return
        for name in ("title", "text", "label", "placeholder", "element", "elements", "options"):
            inner = value.get(name)
            if isinstance(inner, str):
                yield inner
            else:
                yield from texts_of(inner)
        yield from texts_of(value.get("blocks"))
        yield from texts_of(value.get("submit"))
