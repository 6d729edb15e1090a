"""The ways into a role and on from it, and the way from one role to another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.pictures.canvas import (
    ACCENT,
    FAINT,
    FIELD,
    INK,
    LINE,
    MARGIN,
    ON_ACCENT,
    SHEET,
    WIDTH,
    Canvas,
    balanced,
    draw,
    wrapped,
)
from bot.pictures.values import Box, Group, Step

_KEPT = 64
_TITLE, _NOTE = 14, 12.5
_LEADING = 1.35
_INSIDE = 12
_PADDING = 8
_GAP = 10
_ARROW = 34
_ROOM = WIDTH - 2 * MARGIN
_BESIDE = 40  # from the margin to what stands beside an arrow


@lru_cache(_KEPT)
def around(into: Group, role: Box, out: Group) -> bytes:
    """The role between what leads to it and what comes next."""
    middle = _Drawn(role, _ROOM, chosen=True)
    groups = [_Grouped(group) for group in (into, out)]
    height = 2 * MARGIN + 2 * _ARROW + middle.height + sum(each.height for each in groups)

    def fill(canvas: Canvas) -> None:
        y: float = MARGIN
        y = _arrow(canvas, groups[0].draw(canvas, y))
        middle.draw(canvas, MARGIN, y)
        groups[1].draw(canvas, _arrow(canvas, y + middle.height))

    return draw(height, fill)


@lru_cache(_KEPT)
def way(start: Box, steps: tuple[Step, ...]) -> bytes:
    """The titles from the top to the bottom, and beside each arrow what is new."""
    first = _Drawn(start, _ROOM)
    drawn = [_Stepped(step, last=step is steps[-1]) for step in steps]
    height = 2 * MARGIN + first.height + sum(each.height for each in drawn)

    def fill(canvas: Canvas) -> None:
        first.draw(canvas, MARGIN, MARGIN)
        y = MARGIN + first.height
        for each in drawn:
            each.draw(canvas, y)
            y += each.height

    return draw(height, fill)


def _arrow(canvas: Canvas, y: float) -> float:
    canvas.arrow(WIDTH / 2, y + 4, y + _ARROW - 4)
    return y + _ARROW


class _Drawn:
    """A box with its lines laid out. chosen: what the picture is about."""

    def __init__(self, box: Box, room: float, *, chosen: bool = False) -> None:
        inside = room - 2 * _PADDING
        self._box, self._room, self._chosen = box, room, chosen
        self._title = balanced(box.title, _TITLE, inside, 3)
        self._note = wrapped(box.note, _NOTE, inside, 1)
        lines = len(self._title) * _TITLE + len(self._note) * _NOTE
        self.height = lines * _LEADING + 2 * (_INSIDE - 2)

    def draw(self, canvas: Canvas, x: float, y: float, height: float = 0) -> None:
        height = height or self.height
        fill, edge = (ACCENT, ACCENT) if self._chosen else (SHEET, ACCENT)
        if not self._box.known and not self._chosen:
            edge = LINE
        canvas.box((x, y, self._room, height), fill, edge, dashed=not self._box.known)
        middle, base = x + self._room / 2, y + (height - self.height) / 2 + _INSIDE - 2
        for line in self._title:
            colour = ON_ACCENT if self._chosen else INK
            canvas.text(middle, base + _TITLE, line, _TITLE, colour, "center")
            base += _TITLE * _LEADING
        for line in self._note:
            colour = ON_ACCENT if self._chosen else FAINT
            canvas.text(middle, base + _NOTE, line, _NOTE, colour, "center")


class _Grouped:
    """Boxes in pairs on a field."""

    def __init__(self, group: Group) -> None:
        self._group = group
        self._heading = wrapped(group.heading, _NOTE, _ROOM - 2 * _INSIDE, 2)
        half = (_ROOM - 2 * _INSIDE - _GAP) / 2
        boxes = [_Drawn(box, half) for box in group.boxes]
        self._half = half
        self._rows = [boxes[i : i + 2] for i in range(0, len(boxes), 2)]
        lines = len(self._heading) + bool(group.more)
        rows = sum(_tallest(row) + _GAP for row in self._rows)
        self.height = 2 * _INSIDE + lines * _NOTE * _LEADING + rows - 2

    def draw(self, canvas: Canvas, y: float) -> float:
        """Gives where it ends."""
        canvas.box((MARGIN, y, _ROOM, self.height), FIELD)
        left, base = MARGIN + _INSIDE, y + _INSIDE
        for line in self._heading:
            canvas.text(left, base + _NOTE, line, _NOTE, FAINT)
            base += _NOTE * _LEADING
        base += _GAP - 4
        for row in self._rows:
            tallest = _tallest(row)
            for number, box in enumerate(row):
                box.draw(canvas, left + number * (self._half + _GAP), base, tallest)
            base += tallest + _GAP
        if self._group.more:
            canvas.text(left, base + _NOTE - 4, self._group.more, _NOTE, FAINT)
        return y + self.height


class _Stepped:
    """An arrow, what stands beside it, and the box that it leads to."""

    def __init__(self, step: Step, *, last: bool) -> None:
        room = _ROOM - _BESIDE
        self._heading = wrapped(step.heading, _NOTE, room, 2)
        self._gains = [wrapped(f"・{gain}", _NOTE + 1, room, 2) for gain in step.gains]
        self._to = _Drawn(step.to, _ROOM, chosen=last)
        lines = len(self._heading) * _NOTE + sum(map(len, self._gains)) * (_NOTE + 1)
        self._beside = max(_ARROW, lines * _LEADING + 2 * _GAP)
        self.height = self._beside + self._to.height

    def draw(self, canvas: Canvas, y: float) -> None:
        canvas.arrow(MARGIN + _BESIDE / 2, y + 4, y + self._beside - 4)
        left, base = MARGIN + _BESIDE, y + _GAP
        for line in self._heading:
            canvas.text(left, base + _NOTE, line, _NOTE, FAINT)
            base += _NOTE * _LEADING
        for lines in self._gains:
            for line in lines:
                canvas.text(left, base + _NOTE + 1, line, _NOTE + 1)
                base += (_NOTE + 1) * _LEADING
        self._to.draw(canvas, MARGIN, y + self._beside)


def _tallest(row: Sequence[_Drawn]) -> float:
    return max(box.height for box in row)
