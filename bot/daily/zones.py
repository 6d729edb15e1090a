"""Time zones: by their IANA name, and by what people call them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from bot.library.names import key

# What people say instead of an IANA name; an underscore is a space. CST and IST are missing as
# they mean more than one zone, and so are countries that have several.
_SAID = {
    "UTC": "utc gmt z 協定世界時 世界",
    "Asia/Tokyo": "日本 東京 大阪 名古屋 福岡 札幌 japan osaka jst",
    "Asia/Seoul": "韓国 ソウル korea south_korea kst",
    "Asia/Shanghai": "中国 上海 北京 深圳 china beijing shenzhen",
    "Asia/Taipei": "台湾 台北 taiwan",
    "Asia/Hong_Kong": "香港 hkt",
    "Asia/Singapore": "シンガポール sgt",
    "Asia/Kuala_Lumpur": "マレーシア クアラルンプール malaysia",
    "Asia/Bangkok": "タイ バンコク thailand",
    "Asia/Ho_Chi_Minh": "ベトナム ホーチミン ハノイ vietnam hanoi",
    "Asia/Jakarta": "ジャカルタ",
    "Asia/Manila": "フィリピン マニラ philippines",
    "Asia/Kolkata": "インド デリー ムンバイ バンガロール india delhi new_delhi mumbai bangalore",
    "Asia/Dubai": "ドバイ uae",
    "Australia/Sydney": "シドニー",
    "Australia/Melbourne": "メルボルン",
    "Australia/Brisbane": "ブリスベン",
    "Australia/Perth": "パース",
    "Pacific/Auckland": "ニュージーランド オークランド new_zealand",
    "Pacific/Honolulu": "ハワイ ホノルル hawaii hst",
    "Europe/London": "イギリス 英国 ロンドン uk united_kingdom england bst",
    "Europe/Dublin": "アイルランド ダブリン ireland",
    "Europe/Paris": "フランス パリ france",
    "Europe/Berlin": "ドイツ ベルリン ミュンヘン フランクフルト germany munich frankfurt",
    "Europe/Amsterdam": "オランダ アムステルダム netherlands",
    "Europe/Zurich": "スイス チューリッヒ switzerland",
    "Europe/Madrid": "スペイン マドリード バルセロナ spain barcelona",
    "Europe/Rome": "イタリア ローマ ミラノ italy milan",
    "Europe/Stockholm": "スウェーデン ストックホルム sweden",
    "America/New_York": "ニューヨーク ボストン ワシントン アメリカ東部 米国東部 東部 nyc boston"
    " washington eastern et est edt",
    "America/Chicago": "シカゴ ダラス アメリカ中部 米国中部 中部 dallas austin houston central"
    " ct cdt",
    "America/Denver": "デンバー アメリカ山岳部 山岳部 mountain mt mst mdt",
    "America/Los_Angeles": "ロサンゼルス サンフランシスコ シアトル シリコンバレー アメリカ西部"
    " 米国西部 太平洋 san_francisco seattle silicon_valley pacific pt pst pdt",
    "America/Vancouver": "バンクーバー",
    "America/Toronto": "トロント",
    "America/Sao_Paulo": "サンパウロ",
    "America/Mexico_City": "メキシコシティ",
}
_NAMED = {key(name): zone for zone, names in _SAID.items() for name in names.split()}
_ENDINGS = ("標準時", "時間", "standardtime", "time")
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([-+−±])\s*([0-9]{1,2})(?::?00)?")
_AREAS = frozenset(
    {
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    }
)
_NO_ZONES = frozenset({"Factory", "localtime", "posixrules"})


def zone(name: str) -> tzinfo:
    """The zone with an IANA name; UTC if this computer doesn't know it."""
    return _loaded(name) or UTC


def known(name: str) -> bool:
    """Whether this computer knows the zone."""
    return _loaded(name) is not None


# ZoneInfo itself keeps only the last eight.
@lru_cache(maxsize=1024)
def _loaded(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None


def read_zone(text: str) -> str | None:
    """The IANA name of a zone: 「日本時間」, `JST`, `asia/tokyo`, `New York`, `UTC+9`; else None.

    The first name that is not among the common ones lists the zones on this computer's disk,
    some tens of ms.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    offset = _OFFSET.fullmatch(plain)
    if offset:
        return _fixed(offset[1], int(offset[2]))
    wanted = key(plain)
    for ending in ("", *_ENDINGS):
        found = _find(wanted.removesuffix(ending)) if wanted.endswith(ending) else None
        if found:
            return found
    return None


def _find(wanted: str) -> str | None:
    return _NAMED.get(wanted) or (_by_key().get(wanted) if wanted.isascii() else None)


def _fixed(sign: str, hours: int) -> str | None:
    """Etc/GMT-9 is nine hours before Greenwich: the sign of these names is the other way round."""
    if hours == 0:
        return "UTC"
    east = sign == "+"
    if sign == "±" or hours > (14 if east else 12):
        return None
    return f"Etc/GMT{'-' if east else '+'}{hours}"


@lru_cache(maxsize=1)
def _by_key() -> Mapping[str, str]:
    """Every zone by the key of its name, and those of a part of the world by that of their city."""
    # Of two names for one city the longer is today's: America/Argentina/Cordoba.
    names = sorted(available_timezones() - _NO_ZONES, key=lambda name: (name.count("/"), name))
    cities = {key(name.rpartition("/")[2]): name for name in names if name.split("/")[0] in _AREAS}
    return {key(name): name for name in names} | cities
