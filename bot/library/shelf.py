"""The role documents that are served: loaded from disk, and reloaded when they change.

Parsing takes some milliseconds a document, so what was read is kept in a cache. A damaged,
foreign or missing cache costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.library.cache import Cache, Known
from bot.library.files import Stamp, content, cues, cues_of, glossaries, scan, shown
from bot.library.glossary import Glossary
from bot.library.library import Document, Library, pack
from bot.library.model import Entry
from bot.library.problems import Level, Problem

log = logging.getLogger("senpai.library")


class Shelf:
    """Folders and files of role documents, and the library made of them.

    `library` is replaced, never changed: whoever holds one keeps a consistent view.
    """

    def __init__(
        self,
        places: Sequence[Path],
        cache: Path | None = None,
        *,
        report: bool = True,
        warm: Sequence[str] = (),
    ) -> None:
        """Loads at once; bot.library.files says which files are documents.

        `cache` is a folder, made if need be. `report`: whether errors go to the log. `warm`:
        the languages in which a library is made ready before it is served. Raises
        FileNotFoundError for a place that doesn't exist.
        """
        for place in places:
            if not place.exists():
                raise FileNotFoundError(str(place))
        self._places = tuple(places)
        self._report = report
        self._warm = tuple(warm)
        self._cache = Cache(cache, places) if cache else None
        self._stamps: dict[str, Stamp] = {}
        self._documents: dict[str, Document] = {}
        self._glossaries: dict[str, Stamp] = {}
        self.library = Library()
        self.refresh()

    def refresh(self) -> bool:
        """Reads what has changed since; True where anything has.

        A document that no longer can be read keeps its last good version in service; its
        problems are reported all the same.
        """
        stamps, beside = scan(self._places), glossaries(self._places)
        if stamps == self._stamps and beside == self._glossaries and self._documents:
            return False
        known = self._cache.load() if self._cache and not self._documents else Known()
        documents: dict[str, Document] = {}
        for path, stamp in stamps.items():
            before = self._documents.get(path)
            if before and stamp == self._stamps.get(path):
                documents[path] = before
            else:
                documents[path] = _keeping(before, _read(path, stamp, known))
        changed = documents != self._documents or beside != self._glossaries
        self._stamps, self._documents, self._glossaries = stamps, documents, beside
        if changed:
            self._serve(Library(documents.values(), _glossary(beside)))
        if self._cache:
            self._cache.save(documents, stamps, known)
        return changed

    def _serve(self, library: Library) -> None:
        reported = set(map(_line, self.library.problems))
        if self._warm:
            library.warm(self._warm)
        self.library = library
        for problem in library.problems if self._report else ():
            if problem.level is Level.ERROR and _line(problem) not in reported:
                log.error("%s", _line(problem))


def _glossary(paths: Iterable[str]) -> Glossary:
    found = []
    for path in paths:
        with contextlib.suppress(OSError):  # gone since it was found
            found.append((shown(path), content(path)))
    return Glossary(*found)


def _read(path: str, stamp: Stamp, known: Known) -> Document:
    name = shown(path)
    digest = known.digest(path, stamp)
    data = beside = b""
    if digest not in known.parsed:
        try:
            data, beside = content(path), cues(path)
        except OSError as error:
            args = {"reason": error.strerror or str(error)}
            problem = Problem(name, 1, Level.ERROR, "check-unreadable", args)
            return Document(name, "", (problem,))
        digest = hashlib.blake2b(
            b"\0".join((name.encode(), data, beside)), digest_size=16
        ).hexdigest()
    if digest in known.parsed:
        entry, problems, packed = known.parsed[digest]
        return Document(name, digest, problems, entry, packed)
    return _parse(name, data, beside, digest)


def _parse(name: str, data: bytes, beside: bytes, digest: str) -> Document:
    # The reader brings a Markdown and a YAML parser; an unchanged library needs neither.
    from bot.library.cues import attach  # noqa: PLC0415
    from bot.library.read import read  # noqa: PLC0415

    try:
        role, found = read(name, data)
        if role and beside:
            role, more = attach(role, cues_of(name), beside)
            found += more
    except Exception:
        log.exception("%s could not be read", name)
        problem = Problem(name, 1, Level.ERROR, "check-reader-failed")
        return Document(name, "", (problem,))  # without a digest it is not cached
    if role is None:
        return Document(name, digest, tuple(found))
    return Document(name, digest, tuple(found), Entry.of(role), pack(role))


def _keeping(before: Document | None, now: Document) -> Document:
    """The document as it is now, with the role as it was where now there is none to serve."""
    if now.entry or not before or not before.entry:
        return now
    return Document(now.path, now.digest, now.problems, before.entry, before.packed)


def _line(problem: Problem) -> str:
    details = " ".join(f"{name}={value}" for name, value in problem.args.items())
    return f"{problem.path}:{problem.line}: {problem.level}: {problem.code} {details}".rstrip()
