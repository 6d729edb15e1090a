"""The command line: what each subcommand is called and takes. Each has a module of its own."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot import __version__
from bot.config import REPORT_PLACES, BadFile, BadSetting, from_environment
from bot.locale import LOCALES, Texts, texts
from bot.storage.trouble import DatabaseTrouble, TooNew

# Subcommand to the module in this folder that runs it; None is no subcommand at all.
_MODULES = {
    None: "chat",
    "chat": "chat",
    "run": "serve",
    "doctor": "doctor",
    "slack": "slack",
    "roles": "roles",
    "db": "db",
    "feedback": "feedback",
}

_DEFAULTS: dict[str, object] = {
    "content": None,
    "json": False,
    "name": "you",
    "admin": False,
    "channel": "",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs `senpai` with `argv`, else with the process's own arguments; gives the exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Windows would write Japanese in a code page that has none.
            stream.reconfigure(encoding="utf-8", errors="replace")
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    arguments = sys.argv[1:] if argv is None else list(argv)
    say = texts(_locale(arguments))
    given = argparse.Namespace(**_DEFAULTS, locale=say.locale)
    options = _parser(say).parse_args(arguments, given)
    try:
        return _run(options, say)
    except (BadSetting, TooNew, DatabaseTrouble) as wrong:
        print(*_sentences(wrong, say), sep="\n", file=sys.stderr)
        return 2 if isinstance(wrong, BadSetting) else 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read us has gone; say nothing more, not even at exit.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except FileNotFoundError as missing:
        print(say("cli-no-such-path", path=str(missing.filename or missing)), file=sys.stderr)
        return 2


def _sentences(wrong: BadSetting | TooNew | DatabaseTrouble, say: Texts) -> Iterator[str]:
    """What is wrong with the settings or the database, and what to do."""
    if isinstance(wrong, TooNew):
        yield say("cli-db-too-new")
    elif isinstance(wrong, DatabaseTrouble):
        yield say("cli-no-database", reason=str(wrong))
    elif isinstance(wrong, BadFile):
        yield say("cli-bad-file", path=wrong.name, reason=wrong.reason)
    else:
        yield say("cli-bad-setting", name=wrong.name, value=wrong.value)
        if wrong.how:
            places = ", ".join(f"{{{place}}}" for place in REPORT_PLACES)
            yield say(wrong.how, places=places)


def _run(options: argparse.Namespace, say: Texts) -> int:
    # Each brings only what it uses; a terminal needs no platform and no database.
    module = importlib.import_module(f"bot.cli.{_MODULES[options.command]}")
    code: int = module.run(options, say)
    return code


def _locale(arguments: Sequence[str]) -> str:
    """The language of the help too, so it is looked for before the arguments are parsed."""
    try:
        wanted = from_environment().locale
    except BadSetting:
        wanted = ""  # said in `main`, where the settings are read to be used
    for i, argument in enumerate(arguments):
        if argument == "--locale" and i + 1 < len(arguments):
            wanted = arguments[i + 1]
        elif argument.startswith("--locale="):
            wanted = argument.partition("=")[2]
    return wanted if wanted in LOCALES else LOCALES[0]


def _parser(say: Texts) -> argparse.ArgumentParser:
    # What is not given stays unset, see _DEFAULTS: else the default of `chat --json` would
    # overwrite what stands before it in `senpai --json chat`.
    unset = argparse.SUPPRESS
    common = argparse.ArgumentParser(add_help=False, argument_default=unset)
    common.add_argument("--locale", choices=LOCALES, help=say("cli-locale"))
    common.add_argument(
        "--content", type=Path, action="append", metavar="PATH", help=say("cli-content")
    )
    chat = argparse.ArgumentParser(add_help=False)
    chat.add_argument("--json", action="store_true", default=unset, help=say("cli-chat-json"))
    chat.add_argument("--as", dest="name", default=unset, metavar="NAME", help=say("cli-chat-as"))
    chat.add_argument("--admin", action="store_true", default=unset, help=say("cli-chat-admin"))
    chat.add_argument("--channel", default=unset, metavar="NAME", help=say("cli-chat-channel"))

    parser = argparse.ArgumentParser(
        "senpai", description=say("cli-senpai"), parents=[common, chat]
    )
    parser.add_argument("--version", action="version", version=f"senpai {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("chat", help=say("cli-chat"), parents=[common, chat])
    commands.add_parser("run", help=say("cli-run"), parents=[common, chat])
    commands.add_parser("doctor", help=say("cli-doctor"), parents=[common])
    slack = commands.add_parser("slack", help=say("cli-slack"))
    _add_slack(slack, common, say)
    roles = commands.add_parser("roles", help=say("cli-roles"))
    _add_roles(roles, common, say)
    db = commands.add_parser("db", help=say("cli-db"))
    _add_db(db, common, say)
    feedback = commands.add_parser("feedback", help=say("cli-feedback"), parents=[common])
    feedback.add_argument(
        "--evaluate", type=Path, metavar="FILE", help=say("cli-feedback-evaluate")
    )
    feedback.add_argument("--cues", type=Path, metavar="FILE", help=say("cli-feedback-cues"))
    feedback.add_argument("--disputes", action="store_true", help=say("cli-feedback-disputes"))
    feedback.add_argument("--embedding", action="store_true", help=say("cli-feedback-embedding"))
    return parser


def _add_slack(
    parser: argparse.ArgumentParser, common: argparse.ArgumentParser, say: Texts
) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    manifest = actions.add_parser("manifest", help=say("cli-slack-manifest"), parents=[common])
    manifest.add_argument("--prefix", default="", help=say("cli-slack-prefix"))
    manifest.add_argument("--url", metavar="URL", help=say("cli-slack-url"))


def _add_roles(
    parser: argparse.ArgumentParser, common: argparse.ArgumentParser, say: Texts
) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    check = actions.add_parser("check", help=say("cli-roles-check"), parents=[common])
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.add_argument("--json", action="store_true", help=say("cli-roles-json"))
    check.add_argument("--strict", action="store_true", help=say("cli-roles-strict"))
    check.add_argument("--cues", action="store_true", help=say("cli-roles-cues"))
    attempt = actions.add_parser("try", help=say("cli-roles-try"), parents=[common])
    attempt.add_argument("file", type=Path, metavar="FILE")
    attempt.add_argument("question", metavar="N|ID")
    attempt.add_argument(
        "--answer-file", type=Path, metavar="FILE", help=say("cli-roles-answer-file")
    )
    stats = actions.add_parser("stats", help=say("cli-roles-stats"), parents=[common])
    stats.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    show = actions.add_parser("show", help=say("cli-roles-show"), parents=[common])
    show.add_argument("role", metavar="SLUG|FILE")
    show.add_argument("--json", action="store_true", help=say("cli-roles-json"))
    new = actions.add_parser("new", help=say("cli-roles-new"), parents=[common])
    new.add_argument("name", metavar="NAME")
    new.add_argument("--slug", help=say("cli-roles-slug"))
    new.add_argument("--to", type=Path, metavar="FOLDER", help=say("cli-roles-to"))


def _add_db(parser: argparse.ArgumentParser, common: argparse.ArgumentParser, say: Texts) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    backup = actions.add_parser("backup", help=say("cli-db-backup"), parents=[common])
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = actions.add_parser("restore", help=say("cli-db-restore"), parents=[common])
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--replace", action="store_true", help=say("cli-db-replace"))
