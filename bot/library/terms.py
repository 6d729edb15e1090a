"""Reads the text of a glossary."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import yaml

from bot.library.glossary import RUNG, Term
from bot.library.nodes import compose
from bot.library.problems import Level, Problem

KINDS = ("skill", "tool", "kpi", RUNG)


@lru_cache(maxsize=4)  # every change of a document makes a library anew, with the same glossary
def read(path: str, data: bytes) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """The terms in a glossary, and what can't be read of it. `path` is only named."""
    try:
        return tuple(_terms(data)), ()
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        what = str(getattr(error, "problem", "") or type(error).__name__)
        line = mark.line + 1 if mark else 1
        args = {"problem": what}
        return (), (Problem(path, line, Level.WARNING, "check-glossary-unreadable", args),)


def _terms(data: bytes) -> Iterator[Term]:
    root = compose(data)
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise _odd(root, "no list")
    for node in root.value:
        yield _term(node)


def _term(node: yaml.Node) -> Term:
    if not isinstance(node, yaml.MappingNode):
        raise _odd(node, "no term")
    fields = {_text(name): value for name, value in node.value}
    text = _text(fields["term"]) if "term" in fields else ""
    kind = _text(fields["kind"]) if "kind" in fields else ""
    if not text or kind not in KINDS:
        raise _odd(node, f"no term with a kind of {', '.join(KINDS)}")
    others = [_text(fields["abbr"])] if "abbr" in fields else []
    synonyms = fields.get("synonyms")
    if isinstance(synonyms, yaml.SequenceNode):
        others += [_text(each) for each in synonyms.value]
    english = _text(fields["en"]) if "en" in fields else ""
    line = node.start_mark.line + 1
    return Term(text, english or text, tuple(filter(None, others)), kind, line)


def _text(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _odd(node, "no text")
    return str(node.value).strip()


def _odd(node: yaml.Node, problem: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
