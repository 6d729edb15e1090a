"""A sheet to draw on, as wide as a phone."""

from __future__ import annotations

import io
import logging
import re
import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Polygon
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from PIL import Image

# It tells of each folder that it may not write to.
logging.getLogger("matplotlib").setLevel(logging.ERROR)

WIDTH = 390
"""Of a phone, in its own pixels, in which all lengths here are."""

MARGIN = 20
_SHARPNESS = 2  # pixels of the picture for each of a phone's
_POINT = 72
_COLOURS = 128

# A sheet of its own is readable in light and in dark surroundings.
SHEET, FIELD = "#fcfaf5", "#efebe1"
INK, FAINT, LINE = "#22262b", "#575c63", "#a9a597"
ACCENT, ON_ACCENT = "#1f4e79", "#ffffff"

_drawing = threading.Lock()  # matplotlib draws letters for one thread at a time


def draw(height: float, fill: Callable[[Canvas], None]) -> bytes:
    """A PNG of that height that `fill` draws."""
    with _drawing:
        canvas = Canvas(height)
        fill(canvas)
        return canvas.png()


class Canvas:
    """x goes to the right and y down, from the top left."""

    def __init__(self, height: float) -> None:
        size = (WIDTH / _POINT, height / _POINT)
        self._figure = Figure(figsize=size, dpi=_POINT * _SHARPNESS, facecolor=SHEET)
        self._paper = FigureCanvasAgg(self._figure)
        flipped = Affine2D().scale(_SHARPNESS, -_SHARPNESS)
        self._transform = flipped.translate(0, height * _SHARPNESS)

    def text(
        self, x: float, y: float, words: str, size: float, colour: str = INK, align: str = "left"
    ) -> None:
        """A line of text that stands on y; align: which part of it is at x."""
        font = FontProperties(fname=font_file(), size=size)
        shown = Text(x, y, known(words), color=colour, fontproperties=font, parse_math=False)
        shown.set_horizontalalignment(align)  # type: ignore[arg-type]
        self._add(shown)

    def box(
        self,
        place: tuple[float, float, float, float],
        fill: str,
        edge: str = "",
        *,
        dashed: bool = False,
    ) -> None:
        """A box with round corners. place: x, y, width, height."""
        x, y, width, height = place
        box = FancyBboxPatch((x, y), width, height, boxstyle="round,pad=0,rounding_size=8")
        box.set(facecolor=fill, edgecolor=edge or fill, linewidth=1.2)
        box.set_linestyle((0, (3, 2)) if dashed else "solid")
        self._add(box)

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        colour: str = LINE,
        width: float = 1,
        marker: str = "",
    ) -> None:
        drawn = Line2D(xs, ys, color=colour, linewidth=width, marker=marker, markersize=7)
        drawn.set(markeredgecolor=SHEET, markeredgewidth=1, solid_capstyle="round")
        self._add(drawn)

    def arrow(self, x: float, start: float, end: float) -> None:
        """Straight down."""
        self.line((x, x), (start, end - 6), ACCENT, 2)
        self._add(Polygon([(x - 6, end - 9), (x + 6, end - 9), (x, end)], color=ACCENT))

    def png(self) -> bytes:
        self._paper.draw()  # type: ignore[no-untyped-call]
        pixels = np.asarray(self._paper.buffer_rgba())  # type: ignore[no-untyped-call]
        drawn = Image.fromarray(pixels).convert("RGB")
        out = io.BytesIO()
        # As many colours as smooth edges take, and a third of the bytes.
        drawn.quantize(_COLOURS).save(out, "PNG", optimize=True)
        return out.getvalue()

    def _add(self, artist: Artist) -> None:
        artist.set_transform(self._transform)
        self._figure.add_artist(artist)


@lru_cache(1)
def font_file() -> Path:
    """IPAex Gothic, in a package whose import would change matplotlib for everybody."""
    package = find_spec("matplotlib_fontja")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("matplotlib_fontja")
    return Path(package.submodule_search_locations[0], "fonts", "ipaexg.ttf")


@lru_cache(1)
def _letters() -> frozenset[str]:
    return frozenset(map(chr, FT2Font(str(font_file())).get_charmap()))


def known(words: str) -> str:
    """Without the letters that the font doesn't have, such as emoji."""
    return "".join(filter(_letters().__contains__, " ".join(words.split())))


@lru_cache(8000)
def _advance(letter: str) -> float:
    """Of its height."""
    font = FT2Font(str(font_file()))
    font.set_size(1000, _POINT)
    return font.load_char(ord(letter)).horiAdvance / 64 / 1000


def width(words: str, size: float) -> float:
    """How wide a line of text is."""
    return size * sum(map(_advance, known(words)))


def wrapped(words: str, size: float, room: float, most: int) -> list[str]:
    """At most so many lines that fit into the room; what doesn't is cut with an ellipsis."""
    lines: list[str] = []
    rest = known(words)
    while rest and len(lines) < most:
        rest = rest.lstrip()
        end = _end(rest, size, room)
        lines.append(rest[:end])
        rest = rest[end:]
    if rest:
        last = lines[-1] + rest
        while last and width(f"{last}…", size) > room:
            last = last[:-1]
        lines[-1] = f"{last.rstrip()}…"
    return [line.rstrip() for line in lines]


def balanced(words: str, size: float, room: float, most: int) -> list[str]:
    """The same in as few lines, but each about as long as the others, or parted at a word."""
    lines = wrapped(words, size, room, most)
    if len(lines) == 2 and (match := _LAST_WORD.search(known(words))):
        parted = [known(words)[: match.start()], match[0]]
        if all(width(part, size) <= room for part in parted):
            return parted
    while len(lines) > 1 and not lines[-1].endswith("…"):
        room -= size / 2
        narrower = wrapped(words, size, room, most)
        if len(narrower) > len(lines) or narrower[-1].endswith("…"):
            break
        lines = narrower
    return lines


# Titles in katakana are several words without a sign between them; these are the last ones.
_LAST_WORD = re.compile(
    "(?<=[ァ-ヶー])(?:マネージャー|エンジニア|デザイナー|ディレクター|コンサルタント|マーケター|リーダー"
    "|アナリスト|サイエンティスト|サポート|サクセス|セールス)$"
)

# What must not begin a line in Japanese.
_HANGING = "、。，．・：；？！）」』】〉》］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.:;?!)]}"


def _end(words: str, size: float, room: float) -> int:
    """Where the first line ends."""
    end = len(words)
    while end > 1 and width(words[:end], size) > room:
        end -= 1
    if end == len(words):
        return end
    if _in_word(words, end):  # Latin words stay whole, if they are no wider than the room
        end = next((i for i in range(end, 0, -1) if not _in_word(words, i)), end)
    while end > 1 and words[end] in _HANGING:
        end -= 1
    return end


def _in_word(words: str, at: int) -> bool:
    before, after = words[at - 1], words[at]
    return before.isascii() and before != " " and after.isascii() and after != " "
