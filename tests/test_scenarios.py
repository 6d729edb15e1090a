"""Every conversation in scenarios/, on every platform."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.config import Endpoint, FeedbackSettings
from bot.messages import Person
from tests.conftest import CONTENT
from tests.drivers import Driver, MakeDriver
from tests.drivers.console import ConsoleDriver
from tests.drivers.discord import DiscordDriver
from tests.drivers.slack import SlackDriver, SlackHttpDriver
from tests.house import House

DRIVERS: dict[str, MakeDriver] = {
    "console": ConsoleDriver,
    "slack": SlackDriver,
    "slack-http": SlackHttpDriver,
    "discord": DiscordDriver,
}
# Nobody listens there, so answers are judged as without it.
OUTSIDE = FeedbackSettings(judge=Endpoint("http://127.0.0.1:9/v1", "small", "みなとAI"))

SCENARIOS = sorted((Path(__file__).parent / "scenarios").glob("*.yaml"))


def load(path: Path) -> list[Any]:
    """Every conversation on every platform; on the terminal they are quick.

    Over HTTP only those in which no time passes: what comes by itself goes out the same way.
    """
    return [
        pytest.param(
            scenario,
            name,
            id=f"{path.stem}: {scenario['name']}-{name}",
            marks=[] if name == "console" else [pytest.mark.slow],
        )
        for scenario in yaml.safe_load_all(path.read_text(encoding="utf-8"))
        for name in DRIVERS
        if name != "slack-http" or not any("at" in step for step in scenario["steps"])
    ]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, House]:
    """A house a platform, for all conversations in which the clock stands still."""
    return {name: House([CONTENT], tmp_path_factory.mktemp("house")) for name in DRIVERS}


@pytest.mark.parametrize(("scenario", "platform"), [s for path in SCENARIOS for s in load(path)])
def test_scenario(
    scenario: Mapping[str, Any],
    platform: str,
    shared: Mapping[str, House],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    person = Person(platform.split("-", maxsplit=1)[0], "test", "aoi", **scenario.get("person", {}))
    house = shared[platform]
    if any("at" in step for step in scenario["steps"]):
        house = House([CONTENT], tmp_path_factory.getbasetemp())
    if scenario.get("outside"):
        folder = tmp_path_factory.getbasetemp()
        house = House([CONTENT], folder, feedback=OUTSIDE)
    driver = DRIVERS[platform](house, person)
    for number, step in enumerate(scenario["steps"], 1):
        for what, argument in step.items():
            play(driver, house, what, argument, f"step {number}")


def play(driver: Driver, house: House, what: str, argument: Any, where: str) -> None:  # noqa: C901, PLR0912 - one line a word
    match what:
        case "open":
            driver.open()
        case "as":
            name, *more = argument.split()
            driver.be(name, admin="admin" in more)
        case "in":
            driver.go(argument)
        case "say":
            driver.say(argument)
        case "click":
            driver.click(argument)
        case "choose":
            driver.choose(argument)
        case "fill":
            driver.fill(argument)
        case "dm":
            driver.dm(closed=argument == "closed")
        case "at":
            house.clock.at(*([argument] if isinstance(argument, str) else argument))
            driver.look()
        case "see":
            for text in [argument] if isinstance(argument, str) else argument:
                assert text in driver.screen(), f"{where}: no {text!r} in:\n{driver.screen()}"
        case "not_see":
            for text in [argument] if isinstance(argument, str) else argument:
                assert text not in driver.screen(), f"{where}: {text!r} in:\n{driver.screen()}"
        case _:
            pytest.fail(f"{where}: a scenario can't {what!r}")
