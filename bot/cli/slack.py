"""`senpai slack manifest`: the description of the Slack app, to paste where one makes it."""

from __future__ import annotations

import argparse

import msgspec

from bot.adapters.slack.manifest import manifest
from bot.commands import ALL
from bot.locale import Texts


def run(options: argparse.Namespace, say: Texts) -> int:
    made = manifest(
        ALL,
        options.prefix,
        socket_mode=not options.url,
        request_url=options.url or "",
        locale=say.locale,
    )
    print(msgspec.json.format(msgspec.json.encode(made), indent=2).decode())
    return 0
