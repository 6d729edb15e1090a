"""Reading: documents a second, beside a front matter and a Markdown parser alone."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import frontmatter
from markdown_it import MarkdownIt

from benchmarks.document import document
from benchmarks.generate import roles
from bot.library.read import read

_CONTENT = Path(__file__).parent.parent / "content"
_Named = tuple[str, bytes]


def run(*, quick: bool = False) -> None:
    ours = [
        (path.name, path.read_bytes())
        for path in sorted(_CONTENT.glob("*.md"))
        if path.name != "README.md"
    ]
    made = [(f"{role.slug}.md", document(role).encode()) for role in roles(50)]
    alone = f"frontmatter {version('python-frontmatter')} + markdown-it {version('markdown-it-py')}"
    print(f"Reading. Senpai beside {alone} alone: the same documents, by turns.")
    print(f"  {'':26}{'Senpai/s':>10}{'alone/s':>9}{'ratio':>7}   (medians of the rounds)")
    for name, documents in (("content/", ours), ("made-up documents", made)):
        _compare(f"{len(documents)} of {name}", documents, rounds=5 if quick else 25)


def _compare(name: str, documents: Sequence[_Named], rounds: int) -> None:
    parser = MarkdownIt("commonmark").enable("table")

    def senpai() -> None:
        for path, data in documents:
            role, _ = read(path, data)
            assert role, path

    def alone() -> None:
        for _, data in documents:
            parser.parse(frontmatter.loads(data.decode()).content)

    _seconds(senpai), _seconds(alone)  # what either does once only
    mine: list[float] = []
    theirs: list[float] = []
    for turn in range(rounds):
        for part in (senpai, alone) if turn % 2 else (alone, senpai):
            (mine if part is senpai else theirs).append(_seconds(part))
    ratio = statistics.median(b / a for a, b in zip(mine, theirs, strict=True))
    speeds = [len(documents) / statistics.median(times) for times in (mine, theirs)]
    print(f"  {name:26}{speeds[0]:10.0f}{speeds[1]:9.0f}{ratio:7.2f}")


def _seconds(part: Callable[[], None]) -> float:
    start = time.perf_counter()
    part()
    return time.perf_counter() - start
