"""What is wrong with a document, for its author."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field


class Level(enum.StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. `code` names a text of the catalogue (`check-…`), `args` fill it in.

    An error keeps the document from being served; a warning does not.
    """

    path: str
    line: int
    level: Level
    code: str
    args: dict[str, str] = field(default_factory=dict)
