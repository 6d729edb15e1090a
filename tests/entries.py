"""Made-up entries of a library."""

from __future__ import annotations

from bot.library.career import Careers
from bot.library.library import Document, Library
from bot.library.model import CareerPath, Entry, Step
from bot.library.names import key


def entry(slug: str, *paths: str, name: str = "", aliases: tuple[str, ...] = ()) -> Entry:
    """An entry whose career paths are lines such as `a → b → c`, from line 10 on."""
    return Entry(
        slug=slug,
        lang="ja",
        path=f"content/{slug}.md",
        title=name or slug,
        short_name=name or slug,
        aliases=aliases,
        category="",
        tags=(),
        keywords=(),
        related=(),
        career_paths=tuple(
            CareerPath(tuple(Step(s.strip()) for s in path.split("→")), line, "5. キャリアパス")
            for line, path in enumerate(paths, 10)
        ),
    )


def careers(*entries: Entry) -> Careers:
    """The careers of these entries, found by slug, name and alias."""
    slugs = {key(name): e.slug for e in entries for name in (e.slug, e.short_name, *e.aliases)}
    return Careers(entries, lambda name: slugs.get(key(name), ""))


def library(*entries: Entry) -> Library:
    """A library of these entries; their documents hold nothing more."""
    return Library(Document(e.path, e.slug, (), e) for e in entries)
