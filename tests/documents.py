"""Role documents for tests."""

from __future__ import annotations

from pathlib import Path

_BODY = """
## 1. 概要

{slug}の仕事です。

## 2. キャリアパス

* {paths}

## 3. 面接の質問

1. **なぜこの仕事を選びましたか。**

   * *回答ポイント：経験、理解*
"""


def document(slug: str, title: str = "", front: str = "", paths: str = "見習い → 熟練") -> str:
    """A small document without problems. `front`: further lines of front matter."""
    fields = f"slug: {slug}\ntitle: {title or slug.upper()}\n{front}".strip()
    return f"---\n{fields}\n---\n{_BODY.format(slug=slug, paths=paths)}"


def write(folder: Path, name: str, text: str) -> Path:
    """Writes a file below `folder`, making the folders it stands in."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
