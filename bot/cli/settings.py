"""Settings, with what the command line says of them."""

from __future__ import annotations

import argparse
from dataclasses import replace

from bot.config import BadSetting, Settings, from_environment
from bot.locale import LOCALES


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings of the environment; `--content` goes before them. Raises BadSetting."""
    settings = from_environment()
    if settings.locale not in LOCALES:
        raise BadSetting("SENPAI_LOCALE", settings.locale, "cli-setting-locale")
    if options.content:
        return replace(settings, content=tuple(options.content))
    return settings
