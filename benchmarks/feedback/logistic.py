"""Logistic regression with a penalty, by Newton's method with conjugate gradients.

Thirty lines of the standard library in place of a learning library: there are some thousand rows
and a hundred features, and what comes out is the same to the last printed digit on any machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, sqrt
from operator import mul

Vector = list[float]


def fit(
    rows: Sequence[dict[str, float]],
    labels: Sequence[bool],
    importance: Sequence[float],
    names: Sequence[str],
    penalty: float,
) -> tuple[float, dict[str, float]]:
    """The bias and a weight a name; features are standardised while fitting."""
    columns = [[row.get(name, 0.0) for row in rows] for name in names]
    means = [sum(c) / len(c) for c in columns]
    scales = [
        sqrt(sum((x - m) ** 2 for x in c) / len(c)) or 1.0
        for c, m in zip(columns, means, strict=True)
    ]
    standard = [[(x - m) / s for x in c] for c, m, s in zip(columns, means, scales, strict=True)]
    standard.append([1.0] * len(rows))
    fitted = _newton(standard, [float(y) for y in labels], importance, penalty)
    weights = {n: w / s for n, w, s in zip(names, fitted, scales, strict=False)}
    return fitted[-1] - sum(w * m for w, m in zip(weights.values(), means, strict=True)), weights


def _newton(
    columns: list[Vector], labels: Vector, importance: Sequence[float], penalty: float
) -> Vector:
    across = list(zip(*columns, strict=True))
    penalties = [penalty] * (len(columns) - 1) + [1e-9]
    weights = [0.0] * len(columns)
    for _ in range(12):
        p = [1 / (1 + exp(-_dot(row, weights))) for row in across]
        miss = [i * (y - q) for i, y, q in zip(importance, labels, p, strict=True)]
        slope = [_dot(c, miss) - k * w for c, k, w in zip(columns, penalties, weights, strict=True)]
        curve = [i * q * (1 - q) for i, q in zip(importance, p, strict=True)]
        step = _solve(columns, across, curve, penalties, slope)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-7:
            break
    return weights


def _solve(
    columns: list[Vector],
    across: Sequence[Sequence[float]],
    curve: Vector,
    penalties: Vector,
    slope: Vector,
) -> Vector:
    """Solves (XᵀDX + L) step = slope."""
    step, left, way = [0.0] * len(slope), slope, slope
    size = _dot(left, left)
    for _ in range(2 * len(slope)):
        if size < 1e-16:
            break
        bent = [_dot(row, way) * d for row, d in zip(across, curve, strict=True)]
        image = [_dot(c, bent) + k * w for c, k, w in zip(columns, penalties, way, strict=True)]
        far = size / _dot(way, image)
        step = [s + far * w for s, w in zip(step, way, strict=True)]
        left = [r - far * i for r, i in zip(left, image, strict=True)]
        size, before = _dot(left, left), size
        way = [r + size / before * w for r, w in zip(left, way, strict=True)]
    return step


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    return float(sum(map(mul, a, b)))
