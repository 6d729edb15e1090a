"""How somebody is coming on: some figures, and how much was covered, week by week."""

from __future__ import annotations

from bot.pictures.canvas import (
    ACCENT,
    FAINT,
    FIELD,
    INK,
    LINE,
    MARGIN,
    WIDTH,
    Canvas,
    draw,
    wrapped,
)
from bot.pictures.values import Curve, Progress

MOST_CURVES = 4
"""More of them nobody tells apart."""

_ROOM = WIDTH - 2 * MARGIN
_GAP = 10
_TILE = 76
_CHART = 190
_AXIS = 38  # for the numbers at its left
_ROW = 24

# Each also has a form of its own, for who can't tell the colours apart.
LOOKS = (("#1f4e79", "o"), ("#a8480b", "s"), ("#2f6b3a", "^"), ("#7a3b8f", "D"))


def progress(values: Progress) -> bytes:
    """A PNG; curves beyond MOST_CURVES are left out."""
    curves = values.curves[:MOST_CURVES]
    height = 2 * MARGIN + 34 + _TILE + 46 + _CHART + 14 + len(curves) * _ROW

    def fill(canvas: Canvas) -> None:
        y = MARGIN + 20.0
        canvas.text(MARGIN, y, values.title, 18)
        y += 14
        _figures(canvas, values.figures, y)
        y += _TILE + 28
        canvas.text(MARGIN, y, values.heading, 13, FAINT)
        y += 18
        if not curves:
            canvas.box((MARGIN, y, _ROOM, _CHART), FIELD)
            for number, line in enumerate(wrapped(values.nothing, 14, _ROOM - 40, 4)):
                canvas.text(WIDTH / 2, y + 80 + number * 20, line, 14, FAINT, "center")
            return
        _chart(canvas, values.weeks, curves, y)
        y += _CHART + 34
        for (colour, marker), curve in zip(LOOKS, curves, strict=False):
            canvas.line((MARGIN + 4, MARGIN + 20, MARGIN + 36), (y, y, y), colour, 2.4)
            canvas.line((MARGIN + 20,), (y,), colour, 0, marker)
            name = wrapped(curve.name, 14, _ROOM - 100, 1)
            canvas.text(MARGIN + 46, y + 5, "".join(name), 14)
            latest = next((share for share in reversed(curve.shares) if share is not None), 0)
            canvas.text(WIDTH - MARGIN, y + 5, f"{latest}%", 14, INK, "right")
            y += _ROW

    return draw(height, fill)


def _figures(canvas: Canvas, figures: tuple[tuple[str, str], ...], y: float) -> None:
    wide = (_ROOM - _GAP * (len(figures) - 1)) / len(figures)
    for number, (label, value) in enumerate(figures):
        x = MARGIN + number * (wide + _GAP)
        canvas.box((x, y, wide, _TILE), FIELD)
        canvas.text(x + wide / 2, y + 36, value, 24, ACCENT, "center")
        name = "".join(wrapped(label, 12, wide - 8, 1))
        canvas.text(x + wide / 2, y + 60, name, 12, FAINT, "center")


def _chart(canvas: Canvas, weeks: tuple[str, ...], curves: tuple[Curve, ...], top: float) -> None:
    left, right = MARGIN + _AXIS, WIDTH - MARGIN - 14
    step = (right - left) / max(1, len(weeks) - 1)

    def at(share: float) -> float:
        return top + _CHART * (1 - share / 100)

    for share in (0, 25, 50, 75, 100):
        canvas.line((left - 8, right + 8), (at(share), at(share)), LINE, 0.6)
        if share % 50 == 0:
            canvas.text(left - 14, at(share) + 4, f"{share}%", 12, FAINT, "right")
    every = 1 if len(weeks) <= 4 else 2
    for number, week in enumerate(weeks):
        if (len(weeks) - 1 - number) % every == 0:  # the last one always
            canvas.text(left + number * step, top + _CHART + 18, week, 12, FAINT, "center")
    for (colour, marker), curve in zip(LOOKS, curves, strict=False):
        known = [(i, share) for i, share in enumerate(curve.shares) if share is not None]
        xs, ys = [left + i * step for i, _ in known], [at(share) for _, share in known]
        canvas.line(xs, ys, colour, 2.4, marker)
