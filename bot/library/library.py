"""All role documents together, as they are at one moment."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import msgspec

from bot.library.career import Careers, Node
from bot.library.find import Hit, Index
from bot.library.glossary import Glossary
from bot.library.model import QUESTIONS, Entry, Question, Role
from bot.library.names import keys
from bot.library.problems import Level, Problem
from bot.library.renames import NATURAL, Renames

FALLBACK = "ja"
"""The language of a role's document where there is none in the language asked for."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read: its entry and role, or neither where an error stands in `problems`.

    `packed` is the role as compressed MessagePack, unpacked when somebody looks at it, with its
    questions and points under their natural ids.
    """

    path: str
    digest: str
    problems: tuple[Problem, ...]
    entry: Entry | None = None
    packed: bytes = b""
    renames: Renames = NATURAL


@dataclass(frozen=True, slots=True)
class _Asking:
    """The part of a packed role that holds its questions; the rest is passed over."""

    questions: tuple[Question, ...]


def pack(role: Role) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(role), 1)


@lru_cache(maxsize=256)
def _unpack(packed: bytes, renames: Renames) -> Role:
    role = msgspec.msgpack.decode(zlib.decompress(packed), type=Role)
    return renames.role(role) if renames else role


class Library:
    """A library never changes: reloading makes a new one.

    Sets of questions are told by their slugs alone: nothing lists, finds or connects them.
    """

    def __init__(
        self, documents: Iterable[Document] = (), glossary: Glossary | None = None
    ) -> None:
        self.glossary = glossary or Glossary()
        self._documents: dict[str, dict[str, Document]] = defaultdict(dict)
        self._careers: dict[str, Careers] = {}
        problems: list[Problem] = []
        for document in documents:
            problems.extend(document.problems)
            entry = document.entry
            if entry is None:
                continue
            first = self._documents[entry.slug].setdefault(entry.lang, document)
            if first is not document:
                args = {"slug": entry.slug, "lang": entry.lang, "other": first.path}
                problems.append(
                    Problem(document.path, 1, Level.ERROR, "check-duplicate-slug", args)
                )
        self.sets = frozenset(entry.slug for entry in self.all_entries() if entry.kind == QUESTIONS)
        problems.extend(self._dangling())
        self.problems = tuple(sorted(problems, key=lambda p: (p.path, p.line, p.level)))

    def __len__(self) -> int:
        """The number of roles, whatever the number of languages."""
        return len(self._documents) - len(self.sets)

    def _dangling(self) -> Iterable[Problem]:
        for versions in self._documents.values():
            for document in versions.values():
                for slug in document.entry.related if document.entry else ():
                    if slug.text not in self._documents:
                        args = {"slug": slug.text}
                        yield Problem(
                            document.path, slug.line, Level.WARNING, "check-unknown-related", args
                        )

    def role(self, slug: str, lang: str) -> Role | None:
        """The role in that language, in Japanese, or in any; None where there is no such role."""
        document = self._document(slug, lang)
        return _unpack(document.packed, document.renames) if document else None

    def entry(self, slug: str, lang: str) -> Entry | None:
        document = self._document(slug, lang)
        return document.entry if document else None

    def _document(self, slug: str, lang: str) -> Document | None:
        versions: Mapping[str, Document] = self._documents.get(slug, {})
        return versions.get(lang) or versions.get(FALLBACK) or next(iter(versions.values()), None)

    def all_entries(self) -> list[Entry]:
        """The entries of all roles and sets of questions in all languages."""
        return [document.entry for document in self._all() if document.entry]

    def asked(self, slug: str, lang: str) -> tuple[Question, ...]:
        """The questions of the document in that very language, under their natural ids."""
        packed = zlib.decompress(self._documents[slug][lang].packed)
        return msgspec.msgpack.decode(packed, type=_Asking).questions

    def joined(self, other: Library) -> Library:
        """Both in one; of a role that both have in a language, the document of this one."""
        both = (document for library in (self, other) for document in library._all())  # noqa: SLF001
        return Library(both, self.glossary.joined(other.glossary))

    def _all(self) -> Iterable[Document]:
        return (document for found in self._documents.values() for document in found.values())

    def with_ids(self, renames: Mapping[tuple[str, str], Renames]) -> Library:
        """The same library with other ids of questions and points. renames: by slug, language."""
        library = copy(self)
        library._documents = self._documents.copy()  # noqa: SLF001
        for (slug, lang), ids in renames.items():
            document = self._documents[slug][lang]
            if not document.entry:
                continue
            entry = replace(document.entry, question_ids=ids.ids(document.entry.question_ids))
            renamed = replace(document, entry=entry, renames=ids)
            library._documents[slug] = library._documents[slug] | {lang: renamed}  # noqa: SLF001
        return library

    def entries(self, lang: str) -> list[Entry]:
        """One entry a role, in that language where there is one, by slug."""
        slugs = sorted(self._documents.keys() - self.sets)
        found = (self.entry(slug, lang) for slug in slugs)
        return [entry for entry in found if entry]

    def categories(self, lang: str) -> dict[str, list[Entry]]:
        """Roles by category, the fullest category first."""
        shelves: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries(lang):
            shelves[entry.category].append(entry)
        return dict(sorted(shelves.items(), key=lambda item: (-len(item[1]), item[0])))

    @cached_property
    def index(self) -> Index:
        return Index(entry for entry in self.all_entries() if entry.slug not in self.sets)

    def warm(self, langs: Iterable[str]) -> None:
        """Makes all that is made when first needed, so that nobody has to wait for it."""
        self.find("a")
        self.glossary.same("")
        _ = self.rungs
        for lang in langs:
            self.careers(lang)

    def find(self, query: str, limit: int = 5) -> list[Hit]:
        return self.index.find(query, limit)

    def exact(self, name: str) -> str:
        """The slug of the one role that bears this name; empty where none or several do."""
        if name in self._documents and name not in self.sets:
            return name
        slugs = self.index.exact(name)
        return slugs[0] if len(slugs) == 1 else ""

    def slug(self, name: str) -> str:
        """The same, but also the very slug of a set of questions."""
        return name if name in self.sets else self.exact(name)

    def careers(self, lang: str) -> Careers:
        """The career paths as documents in that language (else in Japanese) tell them."""
        if lang not in self._careers:
            self._careers[lang] = Careers(self.entries(lang), self.exact)
        return self._careers[lang]

    @cached_property
    def rungs(self) -> frozenset[str]:
        """The keys of titles that stand on career paths only, in any language."""
        paths = (path for entry in self.all_entries() for path in entry.career_paths)
        titles = keys(step.step for path in paths for step in path.steps)
        return frozenset(title for title in titles.values() if not self.index.bearing(title))

    def node(self, name: str, lang: str) -> Node | None:
        """The title of that very name: a role's, or one that stands on a career path only."""
        return self.careers(lang).node(name)
