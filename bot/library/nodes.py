"""YAML that stands beside documents, as nodes that know their lines."""

from __future__ import annotations

import re
from itertools import accumulate

import yaml

# Written in C where PyYAML was built with it, which reads in a sixth of the time.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 1_000
"""The most brackets within each other that are read: libyaml takes quadratic time for them."""

_BRACKET = re.compile(r"[][{}]")

# The same without brackets, `- - - -`.
_NESTED = re.compile(r"(?:[?:-][ \t]+){20}")


def compose(data: bytes) -> yaml.Node | None:
    """The root, None where there is nothing. Raises yaml.YAMLError, UnicodeDecodeError or
    RecursionError."""
    text = data.decode("utf-8-sig")
    depths = accumulate(1 if bracket in "[{" else -1 for bracket in _BRACKET.findall(text))
    if max(depths, default=0) > DEEPEST or _NESTED.search(text):
        raise yaml.MarkedYAMLError(problem="too many brackets")
    root: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    return root
