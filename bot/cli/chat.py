"""`senpai chat`: the terminal."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator

from bot.adapters.console.app import Console
from bot.adapters.console.app import run as talk
from bot.app import App
from bot.cli.settings import settings_of
from bot.locale import Texts
from bot.messages import Person


def run(options: argparse.Namespace, say: Texts) -> int:
    app = App(settings_of(options))
    person = Person(
        "console", "console", options.name, options.name, say.locale, is_admin=options.admin
    )
    interactive = sys.stdin.isatty() and sys.stdout.isatty() and not options.json
    console = Console(
        app.engine.handle,
        person,
        say,
        json=options.json,
        colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ and not options.json,
    )
    lines = _typed(say("console-prompt")) if interactive else iter(sys.stdin)
    talk(console, lines, sys.stdout, greet=not options.json, between=app.shelf.refresh)
    if interactive:
        print(say("console-bye"))
    return 0


def _typed(prompt: str) -> Iterator[str]:
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401, PLC0415 - gives input() a history where there is one
    while True:
        try:
            yield input(prompt)
        except EOFError:
            print()
            return
