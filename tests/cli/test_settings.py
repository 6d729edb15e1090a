"""Settings that can't be what they are, as the command line says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import BadFile, BadSetting, _dotenv, from_environment
from tests.cli.process import Senpai

TOKEN = {"SLACK_BOT_TOKEN": "xoxb-1"}


@pytest.mark.parametrize(
    "url",
    [
        "foo",
        "mysql://bob:hunter2@host/x",
        "sqlite://senpai.db",
        "postgresql://bob:hunter2",
        "postgresql://bob:hunter2@host:54e2/x",
        "postgresql://bob:hunter2@host:99999/x",
        "postgresql://bob:hun@ter2@host/x",
    ],
)
def test_a_database_that_is_no_address_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(BadSetting) as bad:
        from_environment({"SENPAI_DATABASE": url})
    assert (bad.value.name, bad.value.how) == ("SENPAI_DATABASE", "cli-setting-database")
    assert "ter2" not in bad.value.value


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///senpai.db",
        "sqlite+aiosqlite:////var/lib/senpai.db",
        "postgresql://bob:pa/ss%40?@host:5432/x?sslmode=require",
        "postgresql+asyncpg://postgres:@/x?host=/tmp/socket",
        "postgresql://bob@[::1]/x",
    ],
)
def test_an_address_of_a_database_is_taken(url: str) -> None:
    assert from_environment({"SENPAI_DATABASE": url}).database == url


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_PORT", "99999"),
        ("SLACK_PORT", "0"),
        ("SENPAI_KEEP_DAYS", "1000000"),
        ("SENPAI_KEEP_DAYS", "0"),
    ],
)
def test_a_number_out_of_its_range_is_refused(name: str, value: str) -> None:
    with pytest.raises(BadSetting) as bad:
        from_environment({**TOKEN, name: value})
    assert bad.value.name == name
    assert bad.value.how


def test_what_is_empty_is_as_if_it_were_not_set() -> None:
    slack = from_environment({**TOKEN, "SLACK_HOST": "", "SLACK_PORT": ""}).slack
    assert slack
    assert (slack.host, slack.port) == ("127.0.0.1", 3000)
    assert from_environment({"SENPAI_LOCALE": ""}).locale == "ja"


def test_names_that_no_setting_has_are_known() -> None:
    given = {"SENPAI_DATABSE": "x", "SENPAI_COLOUR": "x", "SLACK_BOT_TOKN": "x", "SLACK_CLI": "x"}
    assert from_environment({**given, "DISCORD_TOKEN": "x"}).unknown == (
        ("SENPAI_COLOUR", ""),
        ("SENPAI_DATABSE", "SENPAI_DATABASE"),
        ("SLACK_BOT_TOKN", "SLACK_BOT_TOKEN"),
    )


def test_a_file_of_settings_may_begin_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_bytes("\ufeffSENPAI_LOCALE=en\r\n".encode())
    assert _dotenv(path) == {"SENPAI_LOCALE": "en"}


def test_a_file_of_settings_that_nobody_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / ".env"
    path.write_bytes("SENPAI_OPERATOR=人事部\n".encode("shift_jis"))
    with pytest.raises(BadFile):
        _dotenv(path)

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(BadFile) as bad:
        _dotenv(path)
    assert bad.value.reason == "Permission denied"


def test_the_doctor_names_what_is_misspelt_and_makes_no_database(senpai: Senpai) -> None:
    path = senpai.folder / "mistyped" / "senpai.sqlite3"
    senpai.environ["SENPAI_DATABASE"] = f"sqlite:///{path}"
    senpai.environ["SENPAI_KEEP_DAY"] = "30"
    out, _ = senpai("doctor", "--locale", "en", code=1)
    assert "✗ No setting is called SENPAI_KEEP_DAY. Is SENPAI_KEEP_DAYS meant?" in out
    assert "holds nothing of Senpai's yet" in out
    assert senpai("feedback", "--disputes")[0] == ""
    assert not path.parent.exists()


def test_what_is_wrong_is_said_in_a_sentence(senpai: Senpai) -> None:
    senpai.environ["SENPAI_LOCALE"] = "fr"
    assert "ja か en にしてください" in senpai(code=2)[1]
    senpai.environ["SENPAI_LOCALE"] = "en"
    (senpai.folder / ".env").write_bytes(b"\xff\xfe")
    assert "saved as UTF-8" in senpai("doctor", "--locale", "en", code=2)[1]
