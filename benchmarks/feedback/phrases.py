"""`python -m benchmarks.feedback.phrases`: makes bot/coaching/sense.bin from the role library.

Every answer point comes with phrases that say the same in other words. Vectors of pieces are
learned so that two phrases of one point (or two names of one term) lie nearer to each other than
to those of any other point in the batch, its neighbours under the same question among them. No
labelled row takes part. Some minutes on one core; the same bytes from the same library.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import yaml
from numpy.typing import NDArray

from bot.coaching import sense
from bot.coaching.terms import groups

CONTENT = Path(__file__).parents[2] / "content"
FILE = Path(sense.__file__).with_name("sense.bin")
SIZE = 64
ROUNDS = 24
_BATCH = 384  # points
_RARE = 4  # a piece in fewer phrases is left out
_WARMTH = 0.2
_PASSES = 6
_STEP = 0.006
_DROPPED = 0.4  # of a phrase's pieces, anew each time: no single one may be relied on

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Subject:
    """Phrases that say the same; those with one `family` are neighbours."""

    family: str
    phrases: tuple[str, ...]


def subjects(content: Path = CONTENT) -> list[Subject]:
    found = []
    for path in sorted(content.rglob("*.cues.yaml")):
        for question, points in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for point, cues in points.items():
                phrases = (str(point), *map(str, cues))
                found.append(Subject(f"{path.name} {question}", phrases))
    for path in sorted(content.rglob("glossary*.yaml")):
        for term in yaml.safe_load(path.read_text(encoding="utf-8")):
            names = dict.fromkeys((term["term"], term.get("en"), *term.get("synonyms", ())))
            found.append(Subject("glossary", tuple(str(name) for name in names if name)))
    found += [Subject("terms", names) for names in groups()]
    return [subject for subject in found if len(subject.phrases) > 1]


@dataclass(frozen=True, slots=True)
class Bags:
    """Phrases as rows of numbers of pieces, padded with the number that is no piece's."""

    pieces: tuple[str, ...]
    rows: Whole
    weights: Floats  # of the rows' pieces; a row's has length 1
    rarity: Floats  # by piece


def bags(phrases: Sequence[str]) -> Bags:
    counted = [sense.pieces(phrase) for phrase in phrases]
    spread = Counter(piece for bag in counted for piece in bag)
    known = tuple(sorted(piece for piece, n in spread.items() if n >= _RARE))
    number = {piece: n for n, piece in enumerate(known)}
    rarity = np.array([np.log(len(phrases) / spread[p]) for p in known] + [0.0], np.float32)
    bounded = [[(number[p], n) for p, n in bag.items() if p in number] for bag in counted]
    longest = max(map(len, bounded))
    rows = np.full((len(phrases), longest), len(known), np.int64)
    weights = np.zeros((len(phrases), longest), np.float32)
    for i, bag in enumerate(bounded):
        for j, (piece, times) in enumerate(bag):
            rows[i, j] = piece
            weights[i, j] = rarity[piece] * min(times, 2) ** 0.5
    weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-6)
    return Bags(known, rows, weights, rarity)


def learn(given: Sequence[Subject], bag: Bags) -> Floats:
    """A vector a piece, with a last row for the padding."""
    rng = np.random.default_rng(0)
    starts = np.cumsum([0, *(len(s.phrases) for s in given)])
    families: dict[str, list[int]] = {}
    for i, subject in enumerate(given):
        families.setdefault(subject.family, []).append(i)
    vectors = _together(bag, starts[:-1], rng)
    walk = Adam(vectors)
    names = list(families)
    for _ in range(ROUNDS):
        rng.shuffle(names)
        order = [i for name in names for i in families[name]]
        for first in range(0, len(order), _BATCH):
            batch = order[first : first + _BATCH]
            chosen = [starts[i] + rng.choice(len(given[i].phrases), 2, False) for i in batch]
            one, other = (np.array(side) for side in zip(*chosen, strict=True))
            walk.step(vectors, _slope(vectors, bag, one, other, rng))
    return vectors


def _together(bag: Bags, starts: Whole, rng: np.random.Generator) -> Floats:
    """To begin with: the directions in which pieces stand together in points (LSA)."""
    vectors = rng.normal(0, 1, (len(bag.pieces) + 1, SIZE)).astype(np.float32)
    sizes = np.diff([*starts, len(bag.rows)])
    for _ in range(_PASSES):
        vectors = np.linalg.qr(vectors)[0].astype(np.float32)
        phrases = np.concatenate(
            [
                np.einsum("ij,ijk->ik", bag.weights[i : i + 1000], vectors[bag.rows[i : i + 1000]])
                for i in range(0, len(bag.rows), 1000)
            ]
        )
        points = np.repeat(np.add.reduceat(phrases, starts), sizes, axis=0)
        vectors = np.zeros_like(vectors)
        for column in range(bag.rows.shape[1]):
            used = bag.weights[:, column] > 0
            there = bag.weights[used, column, None] * points[used]
            np.add.at(vectors, bag.rows[used, column], there)
    vectors = np.linalg.qr(vectors)[0].astype(np.float32)
    vectors *= 0.1 / vectors.std()
    return vectors


class Adam:
    def __init__(self, like: Floats) -> None:
        self._mean, self._square, self._steps = np.zeros_like(like), np.zeros_like(like), 0

    def step(self, values: Floats, slope: Floats) -> None:
        self._steps += 1
        self._mean += 0.1 * (slope - self._mean)
        self._square += 0.001 * (slope * slope - self._square)
        mean = self._mean / (1 - 0.9**self._steps)
        square = self._square / (1 - 0.999**self._steps)
        values -= _STEP * mean / (np.sqrt(square) + 1e-8)


def _slope(
    vectors: Floats, bag: Bags, one: Whole, other: Whole, rng: np.random.Generator
) -> Floats:
    """Of the loss: how unsurely each phrase finds its partner among the others', and back."""
    sides = []
    for rows in (one, other):
        pieces, weights = bag.rows[rows], bag.weights[rows]
        weights = weights * (rng.random(weights.shape) > _DROPPED)
        total = np.einsum("ij,ijk->ik", weights, vectors[pieces])
        length = np.linalg.norm(total, axis=1, keepdims=True) + 1e-6
        sides.append((pieces, weights, total / length, length))
    a, b = sides[0][2], sides[1][2]
    likes = a @ b.T / _WARMTH
    error = _shares(likes) + _shares(likes.T).T - 2 * np.eye(len(one), dtype=np.float32)
    error /= 2 * len(one) * _WARMTH
    slope = np.zeros_like(vectors)
    for (pieces, weights, unit, length), pull in zip(sides, (error @ b, error.T @ a), strict=True):
        inward = (pull - unit * (pull * unit).sum(1, keepdims=True)) / length
        used = weights > 0
        np.add.at(slope, pieces[used], (weights[..., None] * inward[:, None, :])[used])
    return slope


def _shares(likes: Floats) -> Floats:
    raised = np.exp(likes - likes.max(1, keepdims=True))
    shares: Floats = raised / raised.sum(1, keepdims=True)
    return shares


def made(given: Sequence[Subject]) -> sense.Learned:
    bag = bags([phrase for subject in given for phrase in subject.phrases])
    vectors = learn(given, bag)[:-1] * bag.rarity[:-1, None]
    bound = float(np.quantile(np.abs(vectors), 0.9995))
    small = np.clip(np.rint(vectors * 127 / bound), -127, 127).astype(np.int8)
    return sense.Learned(SIZE, bag.pieces, small.tobytes())


def accuracy(learned: sense.Learned, given: Iterable[Subject]) -> tuple[float, float]:
    """How often a last phrase finds its point among the neighbours: learned, and by chance."""
    embedder = sense.Sense(learned)
    families: dict[str, list[Subject]] = {}
    for subject in given:
        if len(subject.phrases) > 4:
            families.setdefault(subject.family, []).append(subject)
    right = tried = 0
    chance = 0.0
    for family in families.values():
        known = [np.array(embedder.embed(s.phrases[:-2], query=True)) for s in family]
        for i, subject in enumerate(family):
            for vector in np.array(embedder.embed(subject.phrases[-2:], query=False)):
                near = [likes.max() + likes.mean() / 2 for likes in (k @ vector for k in known)]
                right += int(np.argmax(near)) == i
                tried, chance = tried + 1, chance + 1 / len(family)
    return right / tried, chance / tried


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what unseen roles give")
    given = subjects()
    if parser.parse_args().check:
        roles = sorted({s.family.split()[0] for s in given if s.family != "terms"})
        unseen = set(roles[::5])
        left = [s for s in given if s.family.split()[0] in unseen]
        learned = made([s for s in given if s.family.split()[0] not in unseen])
        print("right, by chance: {:.3f}, {:.3f}".format(*accuracy(learned, left)))
        return
    learned = made(given)
    FILE.write_bytes(msgspec.msgpack.encode(learned))
    print(f"{len(given)} subjects, {len(learned.pieces)} pieces, {FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
