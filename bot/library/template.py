"""A new role document to fill in."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from string import Template

import yaml

from bot.library.model import Topic
from bot.library.read import LONGEST_SLUG, is_slug, read

_TEMPLATES = Path(__file__).parent / "templates"


def slug_for(name: str) -> str:
    """`sre` for 「SRE（サイト信頼性エンジニア）」; a hash where the name has no Latin letters."""
    words = re.findall(r"[a-z0-9]+", name.lower())
    slug = "_".join(words)[:LONGEST_SLUG].strip("_")
    return slug or "role_" + hashlib.blake2b(name.encode(), digest_size=4).hexdigest()


def new_document(folder: Path, name: str, lang: str, slug: str | None = None) -> Path:
    """Writes a document about `name` to be filled in, and gives its path.

    Raises ValueError for a slug that isn't one or a name of nothing but spaces, FileExistsError
    rather than write over a file.
    """
    # A shell may hand over bytes that are no text.
    name = " ".join(name.encode(errors="replace").decode().split())
    slug = slug or slug_for(name)
    if not name or not is_slug(slug):
        raise ValueError(slug)
    # A JSON string is a YAML string, whatever it holds; unquoted, the slug `no` would be False.
    yaml_name = json.dumps(name, ensure_ascii=False)
    yaml_slug = slug if yaml.safe_load(slug) == slug else json.dumps(slug)
    text = _filled(lang, name=name, yaml_name=yaml_name, yaml_slug=yaml_slug)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (f"{slug}.md" if lang == "ja" else f"{slug}.{lang}.md")
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return path


@cache
def blanks(lang: str) -> frozenset[str]:
    """What the template says where words of the author's own are to stand."""
    if lang not in ("ja", "en"):
        return frozenset()
    name = "NAME"
    text = _filled(lang, name=name, yaml_name=name, yaml_slug="x")
    role, _ = read(f"x.{lang}.md", text.encode())
    if not role:
        return frozenset()
    # The question of the template can be asked as it is.
    blocks = [
        block
        for section in role.sections
        if section.topic is not Topic.QUESTIONS
        for block in section.blocks
        if block.kind != "heading" and name not in block.text
    ]
    return frozenset((*(block.text for block in blocks), *role.tags, *role.keywords))


def _filled(lang: str, **values: str) -> str:
    text = (_TEMPLATES / f"role.{lang}.md").read_text(encoding="utf-8")
    return Template(text).substitute(values)
