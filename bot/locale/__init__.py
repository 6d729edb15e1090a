"""The texts people read, in Japanese and English, as Fluent catalogues.

`ja/` and `en/` hold the same files with the same messages; each file is about one subject.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LOCALES = ("ja", "en")
"""The languages Senpai speaks; the first is for everybody who speaks neither."""


def supported(locale: str) -> str:
    """The one of LOCALES that fits a platform's locale: "en" for "en-GB", "ja" for "fr"."""
    language = locale.replace("_", "-").split("-")[0].lower()
    return language if language in LOCALES else LOCALES[0]


class Texts:
    """The texts of one language."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._bundle = FluentBundle([locale], use_isolating=False)
        for path in sorted((Path(__file__).parent / locale).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def __call__(self, name: str, /, **values: str | int) -> str:
        """The text `name` with `values` filled in.

        Raises KeyError for a text or a value that is missing: a broken sentence never
        reaches a person.
        """
        message = self._bundle.get_message(name)
        if message.value is None:
            raise KeyError(name)
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise KeyError(f"{name}: {errors[0]}")
        return str(text)

    def has(self, name: str) -> bool:
        return bool(self._bundle.has_message(name))


@cache
def texts(locale: str) -> Texts:
    """The texts of a supported locale, read once."""
    return Texts(locale)
