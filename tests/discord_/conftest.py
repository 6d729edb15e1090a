from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from bot.app import App
from tests.coach import EngineCoach


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def coach(app: App) -> EngineCoach:
    return EngineCoach(app.engine)
