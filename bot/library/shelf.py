"""The role documents that are served: loaded from disk, and reloaded when they change.

Parsing takes some milliseconds a document, so what was read is kept in a cache. A damaged,
foreign or missing cache costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bot.library.cache import Cache, Known
from bot.library.files import (
    AWAY,
    Stamp,
    below,
    content,
    cues,
    cues_of,
    glossaries,
    scan,
    shown,
)
from bot.library.glossary import Glossary
from bot.library.library import Document, Library, pack
from bot.library.model import Entry
from bot.library.problems import Level, Problem
from bot.markup import UNSEEN

log = logging.getLogger("senpai.library")

# A terminal that shows the log would obey what stands in a document.
_CONTROL = re.compile(rf"[\x00-\x1f\x7f-\x9f{UNSEEN}]")


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
            if not os.access(place, os.F_OK):
                raise FileNotFoundError(str(place))
        self._places = tuple(places)
        self._report = report
        self._warm = tuple(warm)
        self._cache = Cache(cache, places) if cache else None
        self._stamps: dict[str, Stamp] = {}
        self._documents: dict[str, Document] = {}
        self._glossaries: dict[str, Stamp] = {}
        self._texts: dict[str, bytes | Problem] = {}
        self.library = Library()
        self.refresh()

    def refresh(self) -> bool:
        """Reads what has changed since; True where anything has.

        A document that no longer can be read keeps its last good version in service, and so
        does all that a place or folder held that is away; the problem is reported all the same.
        """
        found = scan(self._places)
        away = [path for path, stamp in found.items() if stamp == AWAY]
        stamps = _with_former(found, self._stamps, away)
        beside = _with_former(glossaries(self._places), self._glossaries, away)
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
        texts = {
            path: self._texts[path] if stamp == self._glossaries.get(path) else _text(path)
            for path, stamp in beside.items()
        }
        changed = documents != self._documents or texts != self._texts
        self._stamps, self._documents = stamps, documents
        self._glossaries, self._texts = beside, texts
        if changed:
            self._serve(_library(documents, texts))
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


def _with_former(
    now: Mapping[str, Stamp], former: Mapping[str, Stamp], away: Sequence[str]
) -> dict[str, Stamp]:
    """What there is now and what lay in the folders that are away, by path in order."""
    kept = {path: stamp for path, stamp in former.items() if below(path, away)} if away else {}
    found = kept | dict(now)
    return {path: found[path] for path in sorted(found)}


def _library(
    documents: Mapping[str, Document], glossaries: Mapping[str, bytes | Problem]
) -> Library:
    texts = [(shown(path), text) for path, text in glossaries.items() if isinstance(text, bytes)]
    unread = [
        Document(problem.path, "", (problem,))
        for problem in glossaries.values()
        if isinstance(problem, Problem)
    ]
    return Library((*documents.values(), *unread), Glossary(*texts))


def _text(path: str) -> bytes | Problem:
    """What a glossary holds, or why nobody can tell."""
    try:
        return content(path)
    except OSError as error:
        return _unreadable(shown(path), error, Level.WARNING)


def _unreadable(name: str, error: OSError, level: Level) -> Problem:
    return Problem(name, 1, level, "check-unreadable", {"reason": error.strerror or str(error)})


def _read(path: str, stamp: Stamp, known: Known) -> Document:
    name = shown(path)
    digest = known.digest(path, stamp)
    data = beside = b""
    if digest not in known.parsed:
        try:
            data = content(path)
        except OSError as error:
            return Document(name, "", (_unreadable(name, error, Level.ERROR),))
        try:
            beside = cues(path)
        except OSError as error:
            document = _parse(name, data, b"", "")  # without a digest it is not cached
            problem = _unreadable(cues_of(name), error, Level.WARNING)
            return replace(document, problems=(*document.problems, problem))
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
    line = f"{problem.path}:{problem.line}: {problem.level}: {problem.code} {details}".rstrip()
    return _CONTROL.sub("\ufffd", line)
