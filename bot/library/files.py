"""Role documents on disk: which there are, and what they hold."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from bot.library.glossary import NAME as GLOSSARY

Stamp = tuple[int, int]
"""When a file was last changed, in nanoseconds, and its size. Another stamp, another content."""

AWAY: Stamp = (0, -1)
"""The stamp of a file or folder that is not there, or that can't be looked into."""

_GLOSSARY_ELSEWHERE = "glossary.yml"

_MOST_READ = 2_000_000
"""Of a huge file this much is read, which is enough to tell that it is too large."""


def scan(places: Sequence[Path]) -> dict[str, Stamp]:
    """The documents in these files and folders, by path in order, with their stamps.

    Files ending in .md are documents, but for README.md and names that begin with _ or a dot.
    A place that is not there and a folder that can't be listed stand among them, with AWAY.
    """
    found = dict(_found(places))
    return {path: found[path] for path in sorted(found)}


def below(path: str, folders: Iterable[str]) -> bool:
    """Whether the path is one of the folders, or lies in one."""
    return any(path == folder or path.startswith(folder + os.sep) for folder in folders)


def content(path: str) -> bytes:
    """What the file holds. Raises OSError."""
    with open(path, "rb") as file:  # noqa: PTH123 - ten thousand Paths take a third of a second
        return file.read(_MOST_READ)


def cues_of(path: str) -> str:
    """Where the cue phrases of a document stand, if it has any."""
    return f"{path.removesuffix('.md')}.cues.yaml"


def cues(path: str) -> bytes:
    """What the file with the document's cue phrases holds; empty where there is none.

    An empty file is a line with nothing on it. Raises OSError.
    """
    try:
        return content(cues_of(path)) or b"\n"
    except FileNotFoundError:
        return b""


def glossaries(places: Sequence[Path]) -> dict[str, Stamp]:
    """The glossaries that stand in these folders or beside these files, with their stamps."""
    found: dict[str, Stamp] = {}
    for place in places:
        with contextlib.suppress(OSError):
            path = (place.parent if place.is_file() else place) / GLOSSARY
            found[str(path)] = _stamp(path.stat())
    return found


def strays(places: Sequence[Path]) -> Iterator[str]:
    """Files in these folders that are named nearly like cue phrases or a glossary: nobody reads
    them."""
    for place in places:
        for folder, folders, names in os.walk(place):
            folders[:] = sorted(name for name in folders if name[0] not in "._")
            found = set(names)
            for name in sorted(name for name in names if name[0] not in "._"):
                if name == _GLOSSARY_ELSEWHERE or (
                    name.endswith((".cues.yaml", ".cues.yml"))
                    and f"{name.removesuffix('.cues.yaml')}.md" not in found
                ):
                    yield str(Path(folder, name))


def shown(path: str) -> str:
    """The path as people are shown it: from the working directory where it lies below it."""
    folder, name = os.path.split(path)
    within = _shown_folder(folder)
    return name if within == "." else f"{within}/{name}"


@lru_cache(maxsize=256)
def _shown_folder(folder: str) -> str:
    try:
        return Path(folder).resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return Path(folder).as_posix()


def _found(places: Sequence[Path]) -> Iterator[tuple[str, Stamp]]:
    for place in places:
        try:
            stamp = _stamp(place.stat())
            folder = place.is_dir()
        except OSError:
            yield str(place), AWAY
        else:
            path = str(place)
            yield from _in_folder(path) if folder else [(path, _with_cues(stamp, cues_of(path)))]


def _in_folder(
    folder: str, around: frozenset[tuple[int, int]] = frozenset()
) -> Iterator[tuple[str, Stamp]]:
    """around: the folders that it lies in, as the system numbers them: a link may lead back."""
    try:
        status = os.stat(folder)  # noqa: PTH116 - see above
        number = (status.st_dev, status.st_ino)
        if number in around:
            return
        with os.scandir(folder) as scanned:
            entries = {entry.name: entry for entry in scanned if entry.name[0] not in "._"}
    except FileNotFoundError:
        return  # gone since it was found
    except OSError:
        yield folder, AWAY
        return
    for name, entry in entries.items():
        if _is_folder(entry):
            yield from _in_folder(entry.path, around | {number})
        elif name.endswith(".md") and name.lower() != "readme.md":
            try:
                stamp = _stamp(entry.stat())
            except OSError:
                continue  # gone since it was listed, or a dangling link
            beside = cues_of(name)
            yield (
                entry.path,
                _with_cues(stamp, entries[beside].path) if beside in entries else stamp,
            )


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_mtime_ns, stat.st_size


def _with_cues(stamp: Stamp, path: str) -> Stamp:
    """The stamp of a document and its cue phrases together."""
    try:
        changed, size = _stamp(Path(path).stat())
    except OSError:
        return stamp
    return max(stamp[0], changed), stamp[1] + size
