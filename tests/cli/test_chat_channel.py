"""`senpai chat --channel`: where what is typed is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.process import Senpai


@pytest.mark.slow
def test_the_daily_question_is_posted_in_the_channel_where_one_sits(
    senpai: Senpai, tmp_path: Path
) -> None:
    senpai.environ["SENPAI_DATABASE"] = f"sqlite:///{tmp_path / 'terminal.sqlite3'}"
    out, _ = senpai("chat", "--admin", "--channel", "#総務", typed="/daily start\n/daily now\n")
    assert "始めました" in out
    assert "■ 今日の一問" in out


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a b", "x" * 41, "#", "日本/語"])
def test_a_name_that_is_none_is_refused(senpai: Senpai, name: str) -> None:
    _, err = senpai("chat", "--channel", name, code=2)
    assert "--channel" in err
