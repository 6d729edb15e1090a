"""How often Discord may be called, and what goes wrong between it and whoever calls."""

from __future__ import annotations

import random
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

_MESSAGES = re.compile(r"/channels/(\d+)/messages")
_APART = ("/interactions/", "/webhooks/")  # answers to what people do are not counted


@dataclass
class Limited:
    """A call too many. after: seconds until it may be tried again."""

    after: float
    whole: bool


@dataclass
class Rates:
    """Limits for all calls in any second, and for each channel; off at first.

    refused: how many calls were too many.
    """

    on: bool = False
    a_second: int = 50
    a_channel: int = 5
    seconds: float = 5.0
    refused: int = 0
    now: Callable[[], float] = time.monotonic
    _calls: deque[float] = field(default_factory=deque)
    _windows: dict[tuple[str, str], tuple[float, int]] = field(default_factory=dict)

    def take(self, method: str, path: str) -> tuple[Limited | None, dict[str, str]]:
        """Whether that is too much, and the headers that tell of the channel's limit."""
        if not self.on or path.startswith(_APART):
            return None, {}
        now, calls = self.now(), self._calls
        while calls and calls[0] <= now - 1:
            calls.popleft()
        if len(calls) >= self.a_second:
            self.refused += 1
            return Limited(calls[0] + 1 - now, whole=True), {}
        limited, headers = self._in_channel(method, path, now)
        if limited:
            self.refused += 1
        else:
            calls.append(now)
        return limited, headers

    def _in_channel(
        self, method: str, path: str, now: float
    ) -> tuple[Limited | None, dict[str, str]]:
        channel = _MESSAGES.match(path)
        if channel is None:
            return None, {}
        key = (method, channel[1])
        ends, left = self._windows.get(key, (0.0, 0))
        if ends <= now:
            ends, left = now + self.seconds, self.a_channel
        limited = Limited(ends - now, whole=False) if left == 0 else None
        self._windows[key] = (ends, max(left - 1, 0))
        return limited, {
            "X-RateLimit-Bucket": f"messages-{method}",
            "X-RateLimit-Limit": str(self.a_channel),
            "X-RateLimit-Remaining": str(max(left - 1, 0)),
            "X-RateLimit-Reset": f"{time.time() + ends - now:.3f}",
            "X-RateLimit-Reset-After": f"{ends - now:.3f}",
        }


Fault = Literal["429", "500", "cut before", "cut after"]
"""Refused, or the connection dropped before or after the call took effect."""


@dataclass
class Faults:
    """A share of the calls on these paths goes wrong, one way or another; none at first."""

    share: float = 0.0
    kinds: tuple[Fault, ...] = ("429", "500", "cut before", "cut after")
    paths: tuple[str, ...] = ("/channels/", "/users/@me/channels")
    retry_after: float = 0.05
    rng: random.Random = field(default_factory=lambda: random.Random(0))
    given: int = 0

    def draw(self, path: str) -> Fault | None:
        if not self.share or not path.startswith(self.paths) or self.rng.random() >= self.share:
            return None
        self.given += 1
        return self.rng.choice(self.kinds)
