from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CONTENT
from tests.responses.desk import Desk, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with asyncio.Runner() as runner:
        content = tmp_path / "content"
        content.mkdir()
        for file in CONTENT.glob("cmo*"):  # all that is asked here is of this role
            shutil.copy(file, content)
        house = runner.run(open_desk(tmp_path, content))
        desk = Desk(house, runner, content)
        house.senders["slack"] = desk.posts
        yield desk
        runner.run(house.close())
