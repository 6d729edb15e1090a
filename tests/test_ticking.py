"""The clock of the service goes on, whatever happens to a tick."""

from __future__ import annotations

import asyncio

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import ticking
from tests.logs import messages

EVERY = 0.02


def ticks(wanted: int, *, failing: bool = False) -> list[int]:
    """What ticks gave until `wanted` of them had run; the test's own timeout is generous."""
    seen: list[int] = []

    async def main() -> None:
        stop = asyncio.Event()

        async def work() -> int:
            seen.append(len(seen))
            if len(seen) >= wanted:
                stop.set()
            if failing:
                raise RuntimeError
            return 0

        await asyncio.wait_for(ticking.keep_ticking(work, stop, EVERY), 20)

    asyncio.run(main())
    return seen


def test_it_ticks_again_and_again() -> None:
    assert len(ticks(3)) >= 3


def test_a_tick_that_fails_ends_nothing() -> None:
    assert len(ticks(3, failing=True)) >= 3


def test_a_tick_goes_on_while_there_is_more_to_do() -> None:
    async def main() -> list[int]:
        stop, left, seen = asyncio.Event(), [3, 2, 1, 0], []

        async def work() -> int:
            seen.append(left[0])
            if left == [0]:
                stop.set()
            return left.pop(0) if len(left) > 1 else 0

        await asyncio.wait_for(ticking.keep_ticking(work, stop, EVERY), 20)
        return seen

    assert asyncio.run(main())[:4] == [3, 2, 1, 0]


@pytest.mark.slow
def test_a_scheduler_that_fell_silent_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it does when the clock of the machine is set back: its next run is a day away."""
    made: list[AsyncIOScheduler] = []
    make = ticking._scheduler

    def silent_at_first(*arguments: object) -> AsyncIOScheduler:
        scheduler = make(*arguments)  # type: ignore[arg-type]
        if not made:
            scheduler.pause()
        made.append(scheduler)
        return scheduler

    monkeypatch.setattr(ticking, "_scheduler", silent_at_first)
    assert ticks(2)
    assert len(made) >= 2


def test_a_tick_under_way_ends_by_itself_when_it_is_stopped(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def main() -> list[str]:
        stop, seen = asyncio.Event(), []

        async def work() -> int:
            seen.append("begun")
            stop.set()
            await asyncio.sleep(0.1)
            seen.append("ended")
            return 1

        await asyncio.wait_for(ticking.keep_ticking(work, stop, EVERY), 20)
        return seen

    assert asyncio.run(main()) == ["begun", "ended"]
    assert messages(caplog) == []
