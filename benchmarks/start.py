"""Starting: from the start of the process to the first answer, at the end of a pipe."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.document import write_all
from benchmarks.generate import roles

_ROOT = Path(__file__).parent.parent


def run(*, quick: bool = False) -> None:
    count = 500 if quick else 10_000
    print("Starting. Seconds from the start of the process to the first answer of /role.")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        own = place / "cache of content"
        print(f"  content/, nothing cached      {_start(_ROOT / 'content', own, 'CMO'):6.2f}")
        print(f"  content/, unchanged           {_median(_ROOT / 'content', own, 'CMO')}")
        library = roles(count)
        documents, cache = place / "documents", place / "cache"
        write_all(library, documents)
        name = library[count // 2].japanese
        slip = name[:-2] + name[-1]
        label = f"{count:,} documents"
        print(f"  {label}, nothing cached{_start(documents, cache, name):8.2f}")
        print(f"  {label}, unchanged{'':7}{_median(documents, cache, name)}")
        print(f"  {label}, with a slip{'':5}{_median(documents, cache, slip)}")
        size = sum(file.stat().st_size for file in cache.iterdir())
        print(f"  the cache of these: {size / 1e6:.0f} MB")


def _median(content: Path, cache: Path, name: str) -> str:
    times = [_start(content, cache, name) for _ in range(7)]
    return f"{statistics.median(times):6.2f}   (slowest of {len(times)}: {max(times):.2f})"


def _start(content: Path, cache: Path, name: str) -> float:
    """Starts Senpai, asks for one role and waits for the answer."""
    command = [sys.executable, "-m", "bot", "chat", "--json", "--content", str(content)]
    environment = os.environ | {"SENPAI_CACHE": str(cache)}
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=_ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"/role {name}\n".encode())
        process.stdin.flush()
        answer = process.stdout.readline()
        seconds = time.perf_counter() - start
        process.stdin.close()
        process.stdout.read()
    assert b'"card"' in answer, answer
    return seconds
