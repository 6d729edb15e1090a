"""What a platform is given, kept in files, so that a change of the native look is seen.

UPDATE_SNAPSHOTS=1 writes them anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "snapshots"


def matches(name: str, payload: Any) -> None:
    """Compares JSON with snapshots/NAME.json; a missing one is written, and fails once."""
    path = FOLDER / f"{name}.json"
    text = json.dumps(payload, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    missing = not path.exists()
    if missing or os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert not missing, f"{path} was missing; look at it and run again"
    assert path.read_text(encoding="utf-8") == text, f"{path} differs"
