"""What was said to `/daily`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.command import Context

if TYPE_CHECKING:
    from bot.storage.channels import Channel


@dataclass(frozen=True, slots=True)
class Said:
    """In which channel, as it is so far; and what stood behind the part of `/daily`, or nothing."""

    ctx: Context
    channel: Channel
    typed: str = ""
