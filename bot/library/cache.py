"""What was read of documents, kept in a file under the hash of what was read."""

from __future__ import annotations

import hashlib
import logging
import os
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from bot.library.files import Stamp
from bot.library.library import Document
from bot.library.model import Entry
from bot.library.problems import Level, Problem

log = logging.getLogger("senpai.library")

Parsed = tuple[Entry | None, tuple[Problem, ...], bytes]

_SUM = 4
"""Bytes at the start of a cache file, by which a damaged one is told."""

_TICK = 2_000_000_000
"""Nanoseconds. A file that changed so shortly before the cache was written may have changed
again since, under the same stamp."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a cache holds: readings by hash, and for each path the stamp that had that hash."""

    parsed: dict[str, Parsed] = field(default_factory=dict)
    files: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    written: int = 0

    def digest(self, path: str, stamp: Stamp) -> str:
        """The hash of the file with this stamp, if that is certain without reading it."""
        known = self.files.get(path)
        certain = known and known[0] == stamp and stamp[0] < self.written - _TICK
        return known[1] if known and certain else ""


class Cache:
    """One file for one set of places and one version of the reader."""

    def __init__(self, folder: Path, places: Sequence[Path]) -> None:
        where = "\0".join(str(place.resolve()) for place in places)
        self._folder = folder
        self._name = f"library-{hashlib.blake2b(where.encode(), digest_size=6).hexdigest()}"
        self._file = folder / f"{self._name}-{_reader_version()}.msgpack"

    def load(self) -> Known:
        """What was kept; nothing where there is no cache, or a damaged one."""
        try:
            data = memoryview(self._file.read_bytes())
            # Without the sum, a flipped byte in a packed role would only show when it is read.
            if data[:_SUM] != _sum(data[_SUM:]):
                raise msgspec.DecodeError("its sum is wrong")
            parsed, files = msgspec.msgpack.decode(
                data[_SUM:], type=tuple[dict[str, Parsed], dict[str, tuple[Stamp, str]]]
            )
            return Known(parsed, files, self._file.stat().st_mtime_ns)
        except FileNotFoundError:
            return Known()
        except (OSError, ValueError) as error:  # what can't be decoded is a ValueError
            log.info("the cache of parsed documents is not usable (%s); parsing anew", error)
            return Known()

    def save(
        self, documents: Mapping[str, Document], stamps: Mapping[str, Stamp], known: Known
    ) -> None:
        """Keeps these documents for the next start, unless they are just what is kept."""
        # A document that is served in its last good version is not what its file holds now.
        fit = {path: d for path, d in documents.items() if d.digest and _agrees(d)}
        files = {path: (stamps[path], d.digest) for path, d in fit.items()}
        if files == known.files:
            return
        parsed = {d.digest: (d.entry, d.problems, d.packed) for d in fit.values()}
        data = msgspec.msgpack.encode((parsed, files))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh = self._file.with_suffix(f".{os.getpid()}")
            fresh.write_bytes(_sum(data) + data)
            fresh.replace(self._file)
            self._forget(self._folder.glob(f"{self._name}-*.msgpack"))
        except OSError as error:
            log.info("the cache of parsed documents can't be written: %s", error)

    def _forget(self, files: Iterable[Path]) -> None:
        for file in files:
            if file != self._file:
                file.unlink(missing_ok=True)


def _agrees(document: Document) -> bool:
    broken = any(problem.level is Level.ERROR for problem in document.problems)
    return broken == (document.entry is None)


def _sum(data: bytes | memoryview) -> bytes:
    return zlib.crc32(data).to_bytes(_SUM, "big")


def _reader_version() -> str:
    """Changes with any line of the reader, so that no cache outlives what wrote it."""
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
