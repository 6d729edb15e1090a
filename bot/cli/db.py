"""`senpai db`: a copy of the database, and a database from a copy."""

from __future__ import annotations

import argparse
import asyncio
import re
import sys

from sqlalchemy.exc import SQLAlchemyError

from bot.cli.settings import settings_of
from bot.locale import Texts
from bot.storage import backup
from bot.storage.store import Store
from bot.storage.trouble import DatabaseTrouble, TooNew

# What may be wrong, and the text that says so.
_WRONG: dict[type[Exception], str] = {
    backup.NothingThere: "cli-db-nothing",
    backup.NotEmpty: "cli-db-not-empty",
    backup.NotABackup: "cli-db-not-a-backup",
    TooNew: "cli-db-too-new",
    FileExistsError: "cli-db-file-exists",
}

_DONE = {"backup": "cli-db-backup-done", "restore": "cli-db-restore-done"}


def run(options: argparse.Namespace, say: Texts) -> int:
    url = settings_of(options).database
    try:
        rows = asyncio.run(_work(options, url))
    except tuple(_WRONG) as wrong:
        text = next(text for kind, text in _WRONG.items() if isinstance(wrong, kind))
        return _fail(say(text, path=str(options.file)))
    except (SQLAlchemyError, DatabaseTrouble, OSError) as error:
        if isinstance(error, FileNotFoundError) and error.filename:
            raise  # a path that somebody typed, not a database's socket
        reason = re.sub(r"\s+", " ", str(getattr(error, "orig", None) or error))
        return _fail(say("cli-db-failed", reason=reason[:200]))
    print(say(_DONE[options.action], path=str(options.file), rows=rows))
    return 0


async def _work(options: argparse.Namespace, url: str) -> int:
    store = Store(url)
    try:
        if options.action == "backup":
            return await backup.save(store, options.file)
        return await backup.load(store, options.file, replace=options.replace)
    finally:
        await store.close()


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
