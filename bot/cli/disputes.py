"""`senpai feedback --disputes`: what people disputed, of those who agreed to that."""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from collections.abc import Sequence

import msgspec
from sqlalchemy.exc import SQLAlchemyError

from bot import storage
from bot.cli.settings import settings_of
from bot.locale import Texts
from bot.storage.disputes import Dispute
from bot.storage.store import Store, shown
from bot.storage.trouble import DatabaseTrouble


def run(options: argparse.Namespace, say: Texts) -> int:
    """Prints a row a line, and on standard error how many."""
    url = settings_of(options).database
    try:
        found = asyncio.run(_read(url))
    except (SQLAlchemyError, DatabaseTrouble, OSError) as error:
        reason = re.sub(r"\s+", " ", str(getattr(error, "orig", None) or error))[:200]
        print(say("cli-feedback-no-database", url=shown(url), reason=reason), file=sys.stderr)
        return 1
    for dispute in found:
        print(msgspec.json.encode(dispute.labelled()).decode())
    print(say("cli-feedback-disputed", count=len(found)), file=sys.stderr)
    return 0


async def _read(url: str) -> Sequence[Dispute]:
    store = Store(url)
    try:
        await store.upgrade()
        async with store.begin() as session:
            return await storage.disputes.agreed(session)
    finally:
        await store.close()
