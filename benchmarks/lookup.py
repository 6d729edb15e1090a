"""Look-up: how soon and how often the right role is found, beside RapidFuzz and SQLite FTS5.

All of them are given the same names: slug, short name, aliases, title, tags, keywords and
category of every role. The others are asked twice, once with the names as they are written (as
far as each folds them itself) and once with names and queries in Senpai's one form for all
spellings, `bot.library.names.key`.
"""

from __future__ import annotations

import gc
import itertools
import sqlite3
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import rapidfuzz
from rapidfuzz import fuzz, process, utils

from benchmarks.generate import Made, roles
from benchmarks.queries import Query, load
from bot.library.find import Index
from bot.library.names import key

# What fits hundreds of roles, or none.
_BROAD = (
    *("a", "の", "マ", "管", "1", "pm", "er", "ース", "金融", "データ", "マネージャー", "manager"),
    *(
        "operations",
        "シニア担当マネージャーアシスタント",
        "宇宙飛行士",
        "qqqqqqqq",
        "🎉",
        "ワワワワ",
    ),
    "manager " * 40,
    "来年の春から働く先を決めかねていて、どの仕事が自分に向いているのかを誰かに聞いてみたいのですが",
)

Find = Callable[[str], Sequence[str]]
Fold = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Result:
    """build: seconds. times: milliseconds, of each query. found: slugs, of each query."""

    name: str
    build: float
    times: list[float]
    found: list[Sequence[str]]


def run(*, quick: bool = False) -> None:
    print("Look-up. The right role first, of a file of queries; odd: its odd lines, for tuning.")
    print(f"RapidFuzz {rapidfuzz.__version__}, SQLite {sqlite3.sqlite_version}. as written: names")
    print("as they are; folded: names and queries in one width, case and kana (names.key).")
    for count in (1_000,) if quick else (1_000, 10_000):
        library, queries = roles(count), load(count)
        missing = {query.slug for query in queries} - {role.slug for role in library}
        if missing:
            raise SystemExit(f"queries-{count}.tsv is not of these roles: {sorted(missing)[:3]}")
        makers: dict[str, Callable[[], Find]] = {
            "Senpai": partial(senpai, library),
            "RapidFuzz WRatio, as written": partial(rapid, library, utils.default_process),
            "RapidFuzz WRatio, folded": partial(rapid, library, key),
            "FTS5 trigram, as written": partial(trigrams, library, str),
            "FTS5 trigram, folded": partial(trigrams, library, key),
        }
        results = [
            measure(name, make, queries, rounds=5 if name == "Senpai" else 1)
            for name, make in makers.items()
        ]
        _print(count, results, queries)
        print(f"  memory of Senpai's index: {_memory(library):.0f} MB")
        print(f"  slowest of {len(_BROAD)} broad queries: {_slowest(library):.2f} ms")


def measure(name: str, make: Callable[[], Find], queries: Sequence[Query], rounds: int) -> Result:
    gc.collect()
    start = time.perf_counter()
    find = make()
    build = time.perf_counter() - start
    times: list[float] = []
    found: list[Sequence[str]] = []
    for _ in range(rounds):
        found = []
        for query in queries:
            start = time.perf_counter()
            slugs = find(query.text)
            times.append((time.perf_counter() - start) * 1000)
            found.append(slugs)
    return Result(name, build, times, found)


def senpai(library: Iterable[Made]) -> Find:
    index = Index([role.entry() for role in library])
    index.find("マネージャー")  # what is made for the first query that is no role's name
    return lambda query: [hit.slug for hit in index.find(query, 5)]


def rapid(library: Iterable[Made], fold: Fold) -> Find:
    names, slugs = _named(library, fold)

    def find(query: str) -> Sequence[str]:
        found = process.extract(fold(query), names, scorer=fuzz.WRatio, limit=5)
        return [slugs[i] for _, _, i in found]

    return find


def trigrams(library: Iterable[Made], fold: Fold) -> Find:
    """Any of the query's trigrams, ranked by bm25: a phrase would allow of no slip."""
    names, slugs = _named(library, fold)
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram')")
    base.executemany("INSERT INTO names(rowid, name) VALUES (?, ?)", enumerate(names))
    matching = "SELECT rowid FROM names WHERE name MATCH ? ORDER BY rank LIMIT 5"
    holding = "SELECT rowid FROM names WHERE name LIKE ? ORDER BY length(name) LIMIT 5"

    def find(query: str) -> Sequence[str]:
        text = fold(query)
        pieces = dict.fromkeys(text[i : i + 3].replace('"', '""') for i in range(len(text) - 2))
        wanted = " OR ".join(f'"{piece}"' for piece in pieces)
        rows = base.execute(*((matching, (wanted,)) if wanted else (holding, (f"%{text}%",))))
        return [slugs[row] for (row,) in rows]

    return find


def _named(library: Iterable[Made], fold: Fold) -> tuple[list[str], list[str]]:
    """Every name with the first role that has it; names that several have come once."""
    owner: dict[str, str] = {}
    for role in library:
        for name in (*role.names, role.title):
            owner[fold(name)] = role.slug
    for role in library:
        for word in (*role.tags, *role.keywords, role.category):
            owner.setdefault(fold(word), role.slug)
    return list(owner), list(owner.values())


def _print(count: int, results: Sequence[Result], queries: Sequence[Query]) -> None:
    odd = [i % 2 == 0 for i in range(len(queries))]  # the first line is line 1
    print(f"\n{count:,} roles, {len(queries)} queries")
    print(f"  {'':30}{'build s':>8}{'median ms':>11}{'p99 ms':>9}", end="")
    print(f"{'first %':>9}{'odd':>7}{'even':>7}{'in five %':>11}")
    for result in results:
        p99 = statistics.quantiles(result.times, n=100)[98]
        right = [q.slug in found[:1] for q, found in zip(queries, result.found, strict=True)]
        five = [q.slug in found for q, found in zip(queries, result.found, strict=True)]
        halves = (list(itertools.compress(right, odd)), _even(right, odd))
        print(f"  {result.name:30}{result.build:8.2f}", end="")
        print(f"{statistics.median(result.times):11.2f}{p99:9.2f}{_percent(right):9.1f}", end="")
        print(f"{_percent(halves[0]):7.1f}{_percent(halves[1]):7.1f}{_percent(five):11.1f}")
    print(f"\n  first, by form of the query, in %\n  {'':24}{'queries':>8}", end="")
    print("".join(f"{_short(result.name):>14}" for result in results))
    for form in dict.fromkeys(sorted(query.form for query in queries)):
        chosen = [i for i, query in enumerate(queries) if query.form == form]
        print(f"  {form:24}{len(chosen):8}", end="")
        for result in results:
            right = [queries[i].slug in result.found[i][:1] for i in chosen]
            print(f"{_percent(right):14.0f}", end="")
        print()


def _even(right: list[bool], odd: list[bool]) -> list[bool]:
    return [r for r, o in zip(right, odd, strict=True) if not o]


def _short(name: str) -> str:
    tool, _, form = name.partition(", ")
    return f"{tool[:5].strip()} {form.split()[-1]}" if form else tool


def _percent(right: Sequence[bool]) -> float:
    return 100 * sum(right) / len(right)


def _slowest(library: Sequence[Made]) -> float:
    find = senpai(library)
    times: list[float] = []
    for query in _BROAD:
        start = time.perf_counter()
        find(query)
        times.append((time.perf_counter() - start) * 1000)
    return max(times)


def _memory(library: Sequence[Made]) -> float:
    entries = [role.entry() for role in library]
    gc.collect()
    tracemalloc.start()
    index = Index(entries)
    assert index.find(entries[0].slug, 1)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / 1e6
