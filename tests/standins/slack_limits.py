"""When Slack says no to what is well formed: too much at once, and trouble of its own."""

from __future__ import annotations

import math
import random
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass
class Fault:
    """What a call is answered with instead. status 0: the connection is dropped.

    taken: the call has its effect all the same.
    """

    status: int = 200
    error: str = ""
    retry_after: str = ""
    taken: bool = False


@dataclass
class Trouble:
    """A share of calls fails, by chance. methods: of these only; empty for all but the start."""

    share: float
    seed: int = 0
    faults: Sequence[Fault] = (
        Fault(429, retry_after="0"),
        Fault(500),
        Fault(500, taken=True),
        Fault(0),
        Fault(0, taken=True),
    )
    methods: frozenset[str] = frozenset()
    _chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)

    def fault(self, method: str) -> Fault | None:
        hit = method in self.methods if self.methods else method not in _START
        if not hit or self._chance.random() >= self.share:
            return None
        return self._chance.choice(self.faults)


_START = ("auth.test", "apps.connections.open")


@dataclass
class Limits:
    """How many messages may be posted. clock: seconds.

    A channel takes `per_second` in the long run, and `burst` at once; the workspace takes
    `a_minute` in any 60 seconds.
    """

    per_second: float = 1.0
    burst: int = 3
    a_minute: int = 300
    clock: Callable[[], float] = time.monotonic
    refused: int = 0
    """How many calls were answered 429."""
    _full_at: dict[str, float] = field(default_factory=dict)
    """When a channel may burst in full again."""
    _posted: deque[float] = field(default_factory=deque)

    def wait(self, channel: str) -> int:
        """Whole seconds to wait before the next message; 0 where it may be posted, and counts."""
        now = self.clock()
        while self._posted and now - self._posted[0] >= 60:
            self._posted.popleft()
        full_at = max(now, self._full_at.get(channel, now)) + 1 / self.per_second
        over = full_at - now - self.burst / self.per_second
        if len(self._posted) >= self.a_minute:
            over = max(over, self._posted[0] + 60 - now)
        if over > 1e-9:
            self.refused += 1
            return math.ceil(over)
        self._full_at[channel] = full_at
        self._posted.append(now)
        return 0
