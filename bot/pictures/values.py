"""What pictures show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A title on a way. note: stands under it. known: whether a document tells of it."""

    title: str
    note: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Titles under a heading. more: stands under them, such as how many there are besides."""

    heading: str
    boxes: tuple[Box, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What is gained on the way to a title, in lines beside the arrow, under a heading."""

    heading: str
    gains: tuple[str, ...]
    to: Box


@dataclass(frozen=True, slots=True)
class Curve:
    """shares: covered of a hundred, one a week; None where nothing was judged."""

    name: str
    shares: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """figures: (label, value), at most three. weeks: the labels of the weeks, oldest first.

    nothing: what stands in place of the curves, where there are none.
    """

    title: str
    figures: tuple[tuple[str, str], ...]
    heading: str
    weeks: tuple[str, ...]
    curves: tuple[Curve, ...]
    nothing: str = ""
