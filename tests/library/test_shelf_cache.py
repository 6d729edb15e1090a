"""The cache of parsed documents saves time and never changes what is served."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.library.library import Library
from bot.library.model import Role
from bot.library.shelf import Shelf
from tests.documents import document, write

ROOT = Path(__file__).parents[2]
LANGS = ("ja", "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "docs/cmo.md", document("cmo", front="related_jobs: [sre, nobody]"))
    write(tmp_path, "docs/cmo.en.md", document("cmo", "Chief"))
    write(tmp_path, "docs/sre.md", document("sre"))
    write(tmp_path, "docs/broken.md", "---\nslug: x\n---\n")
    return tmp_path / "docs"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "made" / "if need be"


def roles(library: Library) -> list[Role | None]:
    return [library.role(e.slug, lang) for lang in LANGS for e in library.entries(lang)]


def cache_file(cache: Path) -> Path:
    (file,) = cache.iterdir()
    return file


def test_a_second_start_gives_the_same_roles_and_problems(folder: Path, cache: Path) -> None:
    first, second = Shelf([folder], cache).library, Shelf([folder], cache).library
    assert roles(first) == roles(second) == roles(Shelf([folder]).library)
    assert first.problems == second.problems
    assert len(first) == 2
    assert {p.code for p in second.problems} == {"check-missing-title", "check-unknown-related"}


SECOND_START = """
import sys
from pathlib import Path
from bot.library.shelf import Shelf
shelf = Shelf([Path(sys.argv[1])], Path(sys.argv[2]))
print([shelf.library.role(e.slug, "ja").title for e in shelf.library.entries("ja")])
print(sorted(sys.modules.keys() & {"bot.library.read", "bot.library.front", "yaml"}))
"""


def start(*arguments: Path) -> list[str]:
    command = [sys.executable, "-W", "error", "-c", SECOND_START, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=ROOT)
    return done.stdout.splitlines()


@pytest.mark.slow
def test_an_unchanged_library_starts_without_a_reader(folder: Path, cache: Path) -> None:
    parsing = start(folder, cache)
    assert "bot.library.read" in parsing[1]
    assert start(folder, cache) == [parsing[0], "[]"]


def test_only_what_changed_is_read_anew(folder: Path, cache: Path) -> None:
    Shelf([folder], cache)
    write(folder, "sre.md", document("sre", "新しい名前"))
    library = Shelf([folder], cache).library
    again = Shelf([folder], cache).library
    for found in (library, again):
        assert [e.title for e in found.entries("ja")] == ["CMO", "新しい名前"]


def test_a_document_of_the_same_size_and_time_is_told_apart(folder: Path, cache: Path) -> None:
    file = write(folder, "sre.md", document("sre", "甲の名"))
    Shelf([folder], cache)
    stamp = file.stat().st_mtime_ns
    write(folder, "sre.md", document("sre", "乙の名"))
    os.utime(file, ns=(stamp, stamp))
    entry = Shelf([folder], cache).library.entry("sre", "ja")
    assert entry is not None
    assert entry.title == "乙の名"


def test_a_removed_document_does_not_come_back_from_the_cache(folder: Path, cache: Path) -> None:
    Shelf([folder], cache)
    (folder / "sre.md").unlink()
    assert Shelf([folder], cache).library.entry("sre", "ja") is None


def test_a_file_that_was_renamed_is_reported_under_its_new_name(folder: Path, cache: Path) -> None:
    Shelf([folder], cache)
    (folder / "broken.md").rename(folder / "other.md")
    problems = Shelf([folder], cache).library.problems
    assert {Path(p.path).name for p in problems} == {"cmo.md", "other.md"}


def test_a_last_good_version_is_not_what_the_next_start_serves(folder: Path, cache: Path) -> None:
    shelf = Shelf([folder], cache)
    write(folder, "sre.md", "broken now")
    shelf.refresh()
    assert shelf.library.entry("sre", "ja") is not None
    assert Shelf([folder], cache).library.entry("sre", "ja") is None


DAMAGES = (b"", b"\0" * 100, b"not a cache at all", b"\x81\xa1a\xa1b", b"\x80")


@pytest.mark.parametrize("damage", DAMAGES, ids=repr)
def test_a_damaged_or_foreign_cache_costs_nothing(folder: Path, cache: Path, damage: bytes) -> None:
    expected = roles(Shelf([folder], cache).library)
    file = cache_file(cache)
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert roles(Shelf([folder], cache).library) == expected
    assert cache_file(cache).read_bytes() == whole


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_cache_costs_nothing(folder: Path, cache: Path, kept: float) -> None:
    expected = roles(Shelf([folder], cache).library)
    data = cache_file(cache).read_bytes()
    cache_file(cache).write_bytes(data[: int(len(data) * kept)])
    assert roles(Shelf([folder], cache).library) == expected


@pytest.mark.slow
def test_a_cache_with_flipped_bytes_changes_nothing(folder: Path, cache: Path) -> None:
    expected = roles(Shelf([folder], cache).library)
    file = cache_file(cache)
    data = file.read_bytes()
    for at in range(0, len(data), max(1, len(data) // 60)):
        file.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        assert roles(Shelf([folder], cache).library) == expected


def test_a_cache_folder_that_is_a_file_costs_nothing(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    assert len(Shelf([folder], blocked).library) == 2
    assert len(Shelf([folder], blocked / "below").library) == 2
    assert blocked.read_text() == "no folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_cache_folder_that_cannot_be_written_costs_nothing(folder: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert len(Shelf([folder], closed).library) == 2
    assert not list(closed.iterdir())


def test_a_cache_file_that_is_a_folder_costs_nothing(folder: Path, cache: Path) -> None:
    Shelf([folder], cache)
    file = cache_file(cache)
    file.unlink()
    file.mkdir()
    assert len(Shelf([folder], cache).library) == 2


def test_the_cache_of_another_version_makes_room(folder: Path, cache: Path) -> None:
    Shelf([folder], cache)
    file = cache_file(cache)
    old = file.with_name(file.name.rsplit("-", 1)[0] + "-000000000000.msgpack")
    file.rename(old)
    other = write(cache, "somebody-elses.msgpack", "kept")
    assert len(Shelf([folder], cache).library) == 2
    assert {path.name for path in cache.iterdir()} == {file.name, other.name}


def test_two_folders_share_a_cache_folder(folder: Path, cache: Path, tmp_path: Path) -> None:
    write(tmp_path / "more", "vpe.md", document("vpe"))
    Shelf([folder], cache)
    Shelf([tmp_path / "more"], cache)
    assert len(list(cache.iterdir())) == 2
    assert len(Shelf([folder], cache).library) == 2


@pytest.mark.slow
def test_two_processes_may_start_at_once(folder: Path, cache: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(lambda _: start(folder, cache)[0], range(4)))
    assert set(said) == {"['CMO', 'SRE']"}
    assert [path.suffix for path in cache.iterdir()] == [".msgpack"]
    assert start(folder, cache)[1] == "[]"
