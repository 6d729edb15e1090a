"""Every conversation in scenarios/, on every platform."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.app import App
from bot.messages import Person
from tests.drivers import Driver, MakeDriver
from tests.drivers.console import ConsoleDriver
from tests.drivers.discord import DiscordDriver
from tests.drivers.slack import SlackDriver, SlackHttpDriver

DRIVERS: dict[str, MakeDriver] = {
    "console": ConsoleDriver,
    "slack": SlackDriver,
    "slack-http": SlackHttpDriver,
    "discord": DiscordDriver,
}
SCENARIOS = sorted((Path(__file__).parent / "scenarios").glob("*.yaml"))


def load(path: Path) -> list[Any]:
    return [
        pytest.param(scenario, id=f"{path.stem}: {scenario['name']}")
        for scenario in yaml.safe_load_all(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("platform", DRIVERS)
@pytest.mark.parametrize("scenario", [s for path in SCENARIOS for s in load(path)])
def test_scenario(scenario: Mapping[str, Any], platform: str, app: App) -> None:
    person = Person(platform.split("-", maxsplit=1)[0], "test", "aoi", **scenario.get("person", {}))
    driver = DRIVERS[platform](app.engine, person)
    for number, step in enumerate(scenario["steps"], 1):
        for what, argument in step.items():
            play(driver, what, argument, f"step {number}")


def play(driver: Driver, what: str, argument: Any, where: str) -> None:
    match what:
        case "open":
            driver.open()
        case "say":
            driver.say(argument)
        case "click":
            driver.click(argument)
        case "choose":
            driver.choose(argument)
        case "fill":
            driver.fill(argument)
        case "see":
            for text in [argument] if isinstance(argument, str) else argument:
                assert text in driver.screen(), f"{where}: no {text!r} in:\n{driver.screen()}"
        case "not_see":
            for text in [argument] if isinstance(argument, str) else argument:
                assert text not in driver.screen(), f"{where}: {text!r} in:\n{driver.screen()}"
        case _:
            pytest.fail(f"{where}: a scenario can't {what!r}")
