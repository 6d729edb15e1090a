"""`senpai run`: every platform that is configured; without any, the terminal."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys

from bot.cli import chat
from bot.cli.settings import settings_of
from bot.locale import Texts


def run(options: argparse.Namespace, say: Texts) -> int:
    settings = settings_of(options)
    if not settings.slack and not settings.discord:
        print(say("run-no-platform"), file=sys.stderr)
        return chat.run(options, say)
    # Brings the database; the terminal does without.
    from bot.service import Service, stop_on_signals  # noqa: PLC0415

    logging.getLogger().handlers[0].setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    logging.getLogger("senpai").setLevel(logging.INFO)

    async def serve() -> bool:
        stop = asyncio.Event()
        stop_on_signals(stop)
        return await Service(settings).run(stop)

    return 0 if asyncio.run(serve()) else 1
