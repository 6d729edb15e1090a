"""Settings, with what the command line says of them."""

from __future__ import annotations

import argparse
from dataclasses import replace

from bot.config import Settings, from_environment


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings of the environment; `--content` goes before them."""
    settings = from_environment()
    if options.content:
        return replace(settings, content=tuple(options.content))
    return settings
