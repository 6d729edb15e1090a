"""What a role is wanted for, while somebody looks for it in the fields of work."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_AIM = re.compile(r"[a-z]+(?:/[\w*=-]+)+", re.ASCII)
_LONGEST_AIM = 33
"""Leaves room for the field and the page in a `run`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the role that is chosen is wanted for.

    topic: it is shown, at that section. aim: another command line, with * in the place of the
    role and / in that of spaces: `compare/cmo/*`.
    """

    topic: str = ""
    aim: str = ""

    def again(self, field: str = "") -> str:
        """The line that shows all fields, or that one, with what a role is wanted for."""
        first = f"/choose {self.aim}" if self.aim else "/role"
        section = f"section={self.topic}" if self.topic else ""
        return " ".join(filter(None, (first, field, section)))

    def role(self, slug: str) -> str:
        """The line that choosing a role runs."""
        if self.aim:
            return "/" + self.aim.replace("/", " ").replace("*", slug)
        return f"/role {slug} {self.topic}".strip()

    @property
    def suggest(self) -> str:
        """The line that a slug is put behind; empty where it stands elsewhere in it. See Menu."""
        return self.role("").strip() if self.aim.endswith("*") or not self.aim else ""


def aim(words: str) -> str:
    """The aim that was typed; empty where it is none."""
    return words if len(words) <= _LONGEST_AIM and _AIM.fullmatch(words) and "*" in words else ""


def wanted_for(run: Callable[[str], str]) -> Wanted:
    """That of a role for `run`, which takes its slug."""
    found = aim(run("*").removeprefix("/").replace(" ", "/"))
    return Wanted(aim="" if found == "role/*" else found)


def choosing(run: Callable[[str], str]) -> str:
    """The line that shows the fields to whoever needs a role for `run`."""
    return wanted_for(run).again()
