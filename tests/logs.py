"""What is logged while a test runs."""

from __future__ import annotations

import pytest


def messages(caplog: pytest.LogCaptureFixture) -> list[str]:
    """All but what connections say that other tests of the same process keep open.

    A loop that runs only while their tests do hears late of a heartbeat, and discord.py says so
    from a thread of its own.
    """
    return [each.getMessage() for each in caplog.records if not each.name.startswith("discord.")]
