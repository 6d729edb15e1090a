"""The texts people read, in Japanese and English, as Fluent catalogues.

`ja/` and `en/` hold the same files with the same messages; each file is about one subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LOCALES = ("ja", "en")
"""The languages Senpai speaks; the first is for everybody who speaks neither."""

_LONGEST_VALUE = 900


def supported(locale: str) -> str:
    """The one of LOCALES that fits a platform's locale: "en" for "en-GB", "ja" for "fr"."""
    language = locale.replace("_", "-").split("-")[0].lower()
    return language if language in LOCALES else LOCALES[0]


class Texts:
    """The texts of one language."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._plain: dict[str, str] = {}
        self._bundle = FluentBundle([locale], use_isolating=False)
        for path in sorted((Path(__file__).parent / locale).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def __call__(self, name: str, /, **values: str | int) -> str:
        """The text `name` with `values` filled in.

        Raises KeyError for a text or a value that is missing: a broken sentence never
        reaches a person.
        """
        if not values:
            if name not in self._plain:
                self._plain[name] = self._format(name, {})
            return self._plain[name]
        long = {key: value for key, value in values.items() if len(str(value)) > _LONGEST_VALUE}
        if not long:
            return self._format(name, values)
        # Fluent takes long values for an attack; what stands for them is taken out afterwards.
        stand_ins = {key: f"\ue000{i}\ue001" for i, key in enumerate(long)}
        text = self._format(name, {**values, **stand_ins})
        for key, stand_in in stand_ins.items():
            text = text.replace(stand_in, str(long[key]))
        return text

    def _format(self, name: str, values: Mapping[str, str | int]) -> str:
        message = self._bundle.get_message(name)
        if message.value is None:
            raise KeyError(name)
        text, errors = self._bundle.format_pattern(message.value, dict(values))
        if errors:
            raise KeyError(f"{name}: {errors[0]}")
        return str(text)

    def has(self, name: str) -> bool:
        return bool(self._bundle.has_message(name))


@cache
def texts(locale: str) -> Texts:
    """The texts of a supported locale, read once."""
    return Texts(locale)
