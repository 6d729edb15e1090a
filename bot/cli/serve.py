"""`senpai run`: every platform that is configured; without any, the terminal."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys

from bot.cli import chat
from bot.cli.settings import settings_of
from bot.config import BadSetting
from bot.locale import Texts


def run(options: argparse.Namespace, say: Texts) -> int:
    settings = settings_of(options)
    if not settings.slack and not settings.discord:
        print(say("run-no-platform"), file=sys.stderr)
        return chat.run(options, say)
    # Brings the database; the terminal does without.
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

    from bot.service import Service, stop_on_signals  # noqa: PLC0415
    from bot.storage.store import address, shown  # noqa: PLC0415

    try:
        address(settings.database)
    except ArgumentError:
        raise BadSetting("SENPAI_DATABASE", shown(settings.database)) from None
    logging.getLogger().handlers[0].setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    logging.getLogger("senpai").setLevel(logging.INFO)

    async def serve() -> bool:
        stop = asyncio.Event()
        stop_on_signals(stop)
        return await Service(settings).run(stop)

    return 0 if asyncio.run(serve()) else 1
