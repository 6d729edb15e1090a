"""The labelled rows, and which of them may be tuned on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from bot.coaching.evaluate import Row

OWN = Path(__file__).parent / "own.jsonl"
SHARED = Path(__file__).parents[3] / "shared" / "feedback"


def own(*, held: bool) -> list[Row]:
    """The rows written for this repository: those to tune on, or those held out."""
    return [_row(r, r["cues"]) for r in _lines(OWN) if r["held"] is held]


def shared() -> list[Row]:
    """The rows shared among developers; none on a clean clone."""
    path = SHARED / "labelled.jsonl"
    if not path.exists():
        return []
    cues = msgspec.json.decode((SHARED / "cues.json").read_bytes())
    return [_row(r, cues.get(r["point"], ())) for r in _lines(path)]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [msgspec.json.decode(line) for line in path.read_bytes().splitlines()]


def _row(r: dict[str, Any], cues: list[str]) -> Row:
    return Row(r["question"], r["point"], r["answer"], r["covered"], r["tag"], tuple(cues))
