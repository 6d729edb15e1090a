"""Slack's limits, and text that keeps to them and does nothing."""

from __future__ import annotations

import re
from typing import Any

from bot.markup import UNSEEN

Block = dict[str, Any]
"""A block, element or object of Block Kit."""

HOME = "/home"
"""The line that gives the first screen of the App Home."""

LONGEST_TEXT = 3000
LONGEST_HEADER = 150
LONGEST_LABEL = 75
LONGEST_PLACEHOLDER = 150
LONGEST_TITLE = 24
LONGEST_FIELD_LABEL = 2000
LONGEST_VALUE = 150
"""Characters of an option's value."""
LONGEST_URL = 3000
LONGEST_METADATA = 3000
MOST_OPTIONS = 100
MOST_BLOCKS = 50
MOST_VIEW_BLOCKS = 100
BUTTONS_A_ROW = 5
MOST_BUTTONS = 100
DEEPEST_BULLET = 8

_SPACE = re.compile(r"[\t\u2028\u2029]")
_CONTROL = re.compile(rf"[\x00-\x09\x0b-\x1f\x7f-\x9f{UNSEEN}]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
# What Slack puts into angle brackets: a user, a channel, a broadcast, a link; with its label.
_REFERENCE = re.compile(r"<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>")


def inert(text: str) -> str:
    """Text without control characters and others that nobody sees."""
    if text.isprintable():
        return text
    return _LONE_SURROGATE.sub("\ufffd", _CONTROL.sub("", _SPACE.sub(" ", text)))


def clip(text: str, limit: int) -> str:
    """One line of at most `limit` characters; what is cut off leaves a `…`."""
    text = " ".join(inert(text).split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def plain(text: str, limit: int) -> Block:
    """A plain_text object: no mention, link or emoji comes alive in it. Never empty."""
    return {"type": "plain_text", "text": clip(text, limit) or "…", "emoji": False}


def typed(text: str, bot_user: str = "") -> str:
    """What a person typed, from how Slack writes it; without mentions of the bot itself."""

    def spoken(match: re.Match[str]) -> str:
        mark, target, label = match.groups()
        if mark == "@" and target == bot_user:
            return ""
        if mark == "!":
            return label or f"@{target}"
        if label:
            return label if mark in ("", "@") and label.startswith("@") else f"{mark}{label}"
        return f"{mark}{target}"

    text = _REFERENCE.sub(spoken, text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()
