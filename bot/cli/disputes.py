"""`senpai feedback --disputes`: what people disputed, of those who agreed to that."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence

import msgspec

from bot import storage
from bot.cli.settings import settings_of
from bot.locale import Texts
from bot.storage.address import address, shown
from bot.storage.disputes import Dispute
from bot.storage.looking import State, look
from bot.storage.store import Store
from bot.storage.trouble import DatabaseTrouble


def run(options: argparse.Namespace, say: Texts) -> int:
    """Prints a row a line, and on standard error how many."""
    url = settings_of(options).database
    try:
        found = asyncio.run(_read(url))
    except DatabaseTrouble as trouble:
        where = shown(address(url))
        print(say("cli-feedback-no-database", url=where, reason=str(trouble)), file=sys.stderr)
        return 1
    for dispute in found:
        print(msgspec.json.encode(dispute.labelled()).decode())
    print(say("cli-feedback-disputed", count=len(found)), file=sys.stderr)
    return 0


async def _read(url: str) -> Sequence[Dispute]:
    if await look(url) is State.ABSENT:
        return []  # a store would make it
    store = Store(url)
    try:
        await store.upgrade()
        async with store.begin() as session:
            return await storage.disputes.agreed(session)
    finally:
        await store.close()
