"""How replies name where something is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from bot.library.career import Source
from bot.library.model import Role, Section
from bot.locale import Texts

_MARKED = 2


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

    A claim carries marks such as ［1・2］; the notes say once what each number stands for.
    """

    def __init__(self, say: Texts) -> None:
        self._say = say
        self._numbers: dict[str, int] = {}

    def mark(self, sources: Iterable[Source]) -> str:
        """The mark for what these sources say: two of them where there are many.

        What is noted already comes first, so that a card on which twenty documents agree ends
        in a handful of notes.
        """
        places = dict.fromkeys(_where(self._say, s.path, s.section) for s in sources)
        return self._mark(sorted(places, key=lambda place: place not in self._numbers)[:_MARKED])

    def mark_role(self, role: Role, heading: str) -> str:
        """The mark for what stands in a role's document under `heading`."""
        return self._mark([_where(self._say, role.path, heading)])

    def _mark(self, places: Iterable[str]) -> str:
        found = {place: self._numbers.setdefault(place, len(self._numbers) + 1) for place in places}
        numbers = self._say("source-and").join(map(str, sorted(found.values())))
        return self._say("source-mark", numbers=numbers)

    def text(self) -> str:
        """All notes, or nothing where no mark was set."""
        notes = [
            self._say("source-note", number=number, where=place)
            for place, number in self._numbers.items()
        ]
        return self._say("sources", list="\n".join(notes)) if notes else ""


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
