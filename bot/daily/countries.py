"""Public holidays, of a country or a part of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from bot.library.names import key

# What people say for a country besides its code and its English name.
_SAID = {
    "": "なし 無し 無 休まない 祝日なし none no nobody off",
    "JP": "日本 にほん 日本の祝日",
    "US": "アメリカ 米国 合衆国 america",
    "GB": "イギリス 英国 britain great_britain",
    "GB-ENG": "イングランド england",
    "KR": "韓国",
    "CN": "中国",
    "TW": "台湾",
    "HK": "香港",
    "SG": "シンガポール",
    "MY": "マレーシア",
    "TH": "タイ",
    "VN": "ベトナム vietnam",
    "ID": "インドネシア",
    "PH": "フィリピン",
    "IN": "インド",
    "AE": "アラブ首長国連邦 ドバイ uae",
    "AU": "オーストラリア 豪州",
    "NZ": "ニュージーランド",
    "CA": "カナダ",
    "MX": "メキシコ",
    "BR": "ブラジル",
    "FR": "フランス",
    "DE": "ドイツ",
    "NL": "オランダ holland",
    "CH": "スイス",
    "ES": "スペイン",
    "IT": "イタリア",
    "IE": "アイルランド",
    "SE": "スウェーデン",
}
_NAMED = {key(name): code for code, names in _SAID.items() for name in names.split()}


def read_holidays(text: str) -> str | None:
    """Whose holidays: 「日本」, `JP`, `Japan`, `us-ca`; "" for 「なし」; None for neither."""
    wanted = key(text)
    code = _NAMED.get(wanted, _codes().get(wanted)) if wanted else None
    if code is not None:
        return code
    country, _, part = text.strip().casefold().partition("-")
    code = _codes().get(key(country), "")
    return next((f"{code}-{p}" for p in _parts().get(code, ()) if p.casefold() == part), None)


def known(code: str) -> bool:
    """Whether there is a list of these holidays; so is nobody's, the empty one."""
    country, _, part = code.partition("-")
    return not code or (country in _parts() and (not part or part in _parts()[country]))


# The holidays library takes 100 ms to import, and longer for its first country.
@lru_cache(maxsize=512)
def names(code: str, lang: str, year: int) -> Mapping[date, str]:
    """The holidays of a year by date, named in ja or en; none for a code that isn't `known`.

    In Japanese are those of Japan; others are in English, or as the country writes them.
    """
    import holidays  # noqa: PLC0415

    if not code or not known(code):
        return {}
    country, _, part = code.partition("-")
    spoken = holidays.country_holidays(country).supported_languages
    # Without a language the library would take that of the computer.
    language = next((tag for tag in (lang, "en_US") if tag in spoken), None)
    found = holidays.country_holidays(country, part or None, years=year, language=language)
    return dict(found)


@lru_cache(maxsize=1)
def _parts() -> Mapping[str, Sequence[str]]:
    """The codes of the parts that have holidays of their own, by the country's."""
    import holidays  # noqa: PLC0415

    return holidays.list_supported_countries(include_aliases=False)


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    """The two-letter codes of countries, by the keys of their names and codes."""
    from holidays.registry import COUNTRIES  # noqa: PLC0415

    found: dict[str, str] = {}
    for module, (name, code, *others) in COUNTRIES.items():
        found |= {key(each): code for each in (module, name, code, *others)}
    return found
