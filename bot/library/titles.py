"""The names that a document's title holds."""

from __future__ import annotations

import re

_PARENTHESES = re.compile(r"[（(]([^（）()]*)[）)]")
_SEPARATORS = re.compile(r"[,，、/／;；|｜]|\bor\b|または")
_INTRODUCED = re.compile(r"^(?:(?:略称|通称|別名|別称|英語名?|英|略|aka|a\.k\.a\.)\s*[:：]?\s*)")
_NOT_A_NAME = re.compile(r"[0-9０-９]{4}年|[0-9０-９]年?版|改訂|完全版|最新")
# What follows the name: 「のプロジェクトポジション」, 「とは？」, ": the job and the career".
_TAIL = re.compile(
    r"(?:とは|の(?:プロジェクトポジション|ポジション|お?仕事|職種|役割|キャリア|業務|紹介|解説)"
    r"|\s*[:：|｜]|\s+[-–—]\s).*$"
)


def names(title: str) -> tuple[str, tuple[str, ...]]:
    """The short name and the aliases of 「CMO（Chief Marketing Officer, 最高…）の仕事」.

    The short name is what stands before the parentheses, the aliases what stands in them.
    """
    title = _PARENTHESES.sub(lambda m: "" if _NOT_A_NAME.search(m[1]) else m[0], title).strip()
    match = _PARENTHESES.search(title)
    if not match or not title[: match.start()].strip():
        return _TAIL.sub("", title).strip() or title, ()
    before = title[: match.start()].strip()
    short = _TAIL.sub("", before).strip() or before
    inside = (
        _INTRODUCED.sub("", name.strip()).strip()
        for written in _PARENTHESES.findall(title)
        for name in _SEPARATORS.split(written)
    )
    return short, tuple(dict.fromkeys(name for name in inside if name and name != short))
