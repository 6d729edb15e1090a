"""How replies name where something is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from bot.library.career import Source
from bot.library.model import Role, Section
from bot.locale import Texts

_MARKED = 2

_Place = tuple[str, str]
"""The name of a file, and a heading in it."""


def footer(say: Texts, role: Role, section: Section | None = None) -> str:
    """Document, section and date of the last revision, in one line under a card."""
    parts = [say("source", where=_where(say, role.path, section.heading if section else ""))]
    if role.revised:
        parts.append(say("revised", date=role.revised))
    if role.lang != say.locale and say.has(f"language-{role.lang}"):
        parts.append(say("other-language", language=say(f"language-{role.lang}")))
    return " · ".join(parts)


class Notes:
    """The numbered notes under a card that rests on several documents.

    A claim carries marks such as ［1・2］; the notes say once what each number stands for, and
    name a section once where several documents have one of that name.
    """

    def __init__(self, say: Texts) -> None:
        self._say = say
        self._numbers: dict[_Place, int] = {}
        self._langs: set[str] = set()

    def mark(self, sources: Iterable[Source]) -> str:
        """The mark for what these sources say: two of them where there are many.

        What is noted already comes first, so that a card on which twenty documents agree ends
        in a handful of notes.
        """
        found = {(PurePath(s.path).name, s.section): s.lang for s in sources}
        places = sorted(found, key=lambda place: place not in self._numbers)[:_MARKED]
        return self._mark({place: found[place] for place in places})

    def mark_role(self, role: Role, heading: str) -> str:
        """The mark for what stands in a role's document under `heading`."""
        return self._mark({(PurePath(role.path).name, heading): role.lang})

    def _mark(self, places: Mapping[_Place, str]) -> str:
        self._langs.update(places.values())
        found = {place: self._numbers.setdefault(place, len(self._numbers) + 1) for place in places}
        numbers = self._say("source-and").join(map(str, sorted(found.values())))
        return self._say("source-mark", numbers=numbers)

    def text(self) -> str:
        """All notes, or nothing where no mark was set."""
        if not self._numbers:
            return ""
        say, sections = self._say, defaultdict[str, list[str]](list)
        for (file, section), number in self._numbers.items():
            sections[section].append(say("source-note", number=number, where=file))
        lines = [_notes(say, section, files) for section, files in sections.items()]
        text = say("sources", list="\n".join(lines))
        others = sorted(self._langs - {say.locale})
        named = [say(f"language-{lang}") for lang in others if say.has(f"language-{lang}")]
        return "\n".join((text, *(say("other-language-some", language=name) for name in named)))


def _notes(say: Texts, section: str, files: Sequence[str]) -> str:
    """Notes on the section of this name in each of the files, in a line."""
    if len(files) > 1 and section:
        return say("source-section", section=section, files=say("list-separator").join(files))
    return "\n".join(say("source-place", file=f, section=section) if section else f for f in files)


def listed(say: Texts, items: Iterable[str], limit: int) -> str:
    """The items in a row; of many the first `limit`, and how many more there are."""
    found = list(items)
    more = len(found) - limit
    if more > 0:
        found = [*found[:limit], say("more-items", count=more)]
    return say("list-separator").join(found)


def _where(say: Texts, path: str, heading: str) -> str:
    file = PurePath(path).name
    return say("source-place", file=file, section=heading) if heading else file
