"""What a picture is: the same bytes for the same values, small, and readable."""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures import canvas, career, progress
from bot.pictures.canvas import WIDTH, balanced, known, width, wrapped
from bot.pictures.values import Box, Curve, Group, Progress, Step

pytestmark = pytest.mark.slow

HOSTILE = "費用 $x^2$ {a}\\ 🎉𠮷\u202e\n\tEND"
WEEKS = ("10/5", "10/12", "10/19", "10/26", "11/2", "11/9", "11/16", "11/23")


def the_progress(curves: int = 3) -> bytes:
    names = ("CMO", "プロダクトマネージャー（とても長い名前）", HOSTILE, "人事", "経理", "法務")
    shares = (20, None, 30, 45, 60, None, 70, 100)
    drawn = tuple(Curve(name, shares[i:] + shares[:i]) for i, name in enumerate(names[:curves]))
    figures = (("続けた日", "12日"), ("面接の練習", "8回"), ("復習の時期", "120問"))
    return progress.progress(Progress("これまでの歩み", figures, HOSTILE, WEEKS, drawn, "まだです"))


def the_surroundings(count: int = 6) -> bytes:
    boxes = [Box("マーケティング部長", "未収録", known=False), Box(HOSTILE), Box("CMO" * 40)]
    group = Group("CMOになる道", tuple((boxes * 2)[:count]), "ほか3件")
    return career.around(group, Box("CMO"), group)


def the_way(steps: int = 3) -> bytes:
    gains = ("戦略の立案", HOSTILE, "A very long skill " * 9)
    return career.way(
        Box("担当"), tuple(Step("スキル", gains, Box(f"次の{n}")) for n in range(steps))
    )


DRAWINGS = [
    the_progress,
    lambda: the_progress(0),
    lambda: the_progress(6),
    the_surroundings,
    lambda: the_surroundings(0),
    the_way,
    lambda: the_way(8),
]


@pytest.mark.parametrize("draw", DRAWINGS)
def test_a_picture_is_a_small_png_twice_as_sharp_as_a_phone(draw: Callable[[], bytes]) -> None:
    data = draw()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", data[16:20])[0] == 2 * WIDTH
    assert len(data) < 200_000


@pytest.mark.parametrize("draw", [the_progress, the_surroundings, the_way])
def test_the_same_values_give_the_same_bytes_in_any_thread(draw: Callable[[], bytes]) -> None:
    def anew(_: int) -> bytes:
        career.around.cache_clear()
        career.way.cache_clear()
        return draw()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(anew, range(8)))) == 1


def test_other_values_give_another_picture() -> None:
    assert len({the_progress(1), the_progress(2), the_way(2), the_way(3)}) == 4


def test_drawing_changes_nothing_for_others() -> None:
    the_way()
    assert "matplotlib.pyplot" not in sys.modules
    assert "matplotlib_fontja" not in sys.modules


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in (canvas.INK, canvas.FAINT) for ground in ("SHEET", "FIELD")),
        (canvas.ACCENT, "FIELD"),
        (canvas.ON_ACCENT, "ACCENT"),
        *((colour, "SHEET") for colour, _ in progress.LOOKS),
    ],
)
def test_colours_can_be_told_from_what_is_behind_them(ink: str, ground: str) -> None:
    lighter, darker = sorted((_luminance(getattr(canvas, ground)), _luminance(ink)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_letters_that_the_font_lacks_are_left_out() -> None:
    assert known("最高マーケティング責任者（CMO）— Ça") == "最高マーケティング責任者（CMO）— Ça"
    assert known("祝🎉い\u202e") == "祝い"


@given(st.text("マーケティング部長、。（）Senior Vice President x", max_size=60), st.integers(1, 4))
def test_lines_fit_and_lose_nothing_unless_there_is_an_ellipsis(words: str, most: int) -> None:
    for lines in (wrapped(words, 14, 120, most), balanced(words, 14, 120, most)):
        assert len(lines) <= most
        assert all(width(line, 14) <= 120 for line in lines)
        if lines and not lines[-1].endswith("…"):
            assert "".join(lines).replace(" ", "") == "".join(words.split())


def test_a_title_is_parted_evenly_and_not_before_a_long_vowel() -> None:
    assert balanced("マーケティングマネージャー", 14, 142, 3) == ["マーケティング", "マネージャー"]
    assert balanced("フロントエンドエンジニア", 14, 142, 3) == ["フロントエンド", "エンジニア"]
    assert balanced("エンジニアリングマネージャー", 14, 142, 3) == [
        "エンジニアリング",
        "マネージャー",
    ]
    assert balanced("データサイエンティスト", 14, 170, 3) == ["データサイエンティスト"]
    assert wrapped("プロダクトマネージャー", 14, 14 * 9, 3)[1][0] != "ー"
    assert wrapped("Vice President", 14, 70, 2) == ["Vice", "President"]
