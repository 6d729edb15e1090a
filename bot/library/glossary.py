"""The glossary beside the documents: how skills and tools are spelt, and which rungs there are.

`glossary.yaml` is a list of terms:

    - {term: "広告運用", en: "Ad operations", abbr: "", synonyms: ["Web広告運用"], kind: skill}

kind is skill, tool, kpi or rung: a title that career paths may name without a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.library.names import key
from bot.library.problems import Level, Problem

NAME = "glossary.yaml"

RUNG = "rung"


@dataclass(frozen=True, slots=True)
class Term:
    """`text` is how Japanese documents spell it, `english` how English ones do.

    `others` are the spellings that mean the same and are to be written as one of these two.
    """

    text: str
    english: str
    others: tuple[str, ...]
    kind: str
    line: int

    def spelt(self, lang: str) -> str:
        return self.text if lang == "ja" else self.english


class Glossary:
    """The terms of all glossaries. Their text is only parsed when somebody asks for a term."""

    def __init__(self, *files: tuple[str, bytes]) -> None:
        """files: each with the path that people are shown, and what it holds."""
        self._files = files

    def joined(self, other: Glossary) -> Glossary:
        """Both in one; what both call the same, this one decides."""
        return Glossary(*dict.fromkeys((*self._files, *other._files)))

    def __bool__(self) -> bool:
        return any(data.strip() for _, data in self._files)

    def term(self, text: str) -> Term | None:
        """The skill, tool or indicator that is spelt like this in any way, or None."""
        return self._terms.get(key(text))

    def is_rung(self, title: str) -> bool:
        return key(title) in self._rungs

    def same(self, text: str) -> str:
        """A key that is one for all spellings of a term; for what is no term, that of its text."""
        term = self.term(text) if self else None
        return key(term.text if term else text)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
        from bot.library.terms import read  # noqa: PLC0415 - brings a YAML parser

        terms: list[Term] = []
        problems: list[Problem] = []
        for path, data in self._files:
            found, wrong = read(path, data)
            terms.extend(found)
            problems.extend(wrong)
            problems.extend(_shared(path, found))
        return tuple(terms), tuple(problems)

    @cached_property
    def _terms(self) -> dict[str, Term]:
        return _by_spelling([term for term in self._read[0] if term.kind != RUNG])

    @cached_property
    def _rungs(self) -> dict[str, Term]:
        return _by_spelling([term for term in self._read[0] if term.kind == RUNG])


def _by_spelling(terms: Sequence[Term]) -> dict[str, Term]:
    # What one term is called outweighs what another is called as well.
    found = {key(other): term for term in reversed(terms) for other in term.others}
    found |= {key(name): term for term in reversed(terms) for name in (term.english, term.text)}
    return found


def _shared(path: str, terms: Sequence[Term]) -> Iterator[Problem]:
    """Spellings that stand for two terms, so that nobody can tell which is meant."""
    owners: dict[tuple[str, bool], Term] = {}
    for term in terms:
        for name in (term.text, term.english, *term.others):
            owner = owners.setdefault((key(name), term.kind == RUNG), term)
            if owner is not term:
                args = {"text": name, "first": owner.text, "second": term.text}
                yield Problem(path, term.line, Level.WARNING, "check-glossary-shared", args)
