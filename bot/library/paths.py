"""Career paths: every `A → B → C` line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.library.model import Block, CareerPath, Section, Step

_ARROW = re.compile(r"(?:[→⇒➡➔➜➝⟶⟹⇨↓⇓⇩⬇▶►▷]\ufe0e?\ufe0f?)+|[-=－ー―＝─━]{1,3}[>＞]")
_ANY = re.compile(r"[→⇒➡➔➜➝⟶⟹⇨↓⇓⇩⬇▶►▷＞>»›≫&]")
_CHEVRON = re.compile(r"[＞>»›≫]")
# At the start of a line these are bullets, not arrows.
_BULLET = re.compile(r"^[▶►▷]\ufe0e?\ufe0f?\s*(?=\S)")
_NOTE = re.compile(r"\s*[（(\[［]([^（）()\[\]［］]*)[）)\]］]\s*$")
_LABEL = re.compile(r"^(?:[【［\[]([^】］\]]{1,30})[】］\]]\s*[：:]?|([^：:]{1,30})[：:])\s*")
_QUOTED = re.compile(r"[「『“\"]([^「」『』“”\"]*)[」』”\"]")
_LONGEST_STEP = 60
_LONGEST_PART = 500


def paths(section: Section, *, chevrons: bool = False) -> Iterator[CareerPath]:
    """The career paths in `section`.

    `chevrons`: whether `A > B` is an arrow too, as it is in a section about careers.
    """
    if not _ANY.search(section.text):
        return
    for line, text in _joined(section.blocks):
        arrow = _ARROW
        if not arrow.search(text):
            if not (chevrons and _CHEVRON.search(text)):
                continue
            arrow = _CHEVRON
        label = ""
        match = _LABEL.match(text)
        if match and not arrow.search(match[0]):
            label = (match[1] or match[2]).strip()
        path = text[match.end() :] if label and match else text
        # 「たとえば「A → B」のように進みます」: the path is what is quoted.
        quoted = next((m[1] for m in _QUOTED.finditer(path) if arrow.search(m[1])), path)
        steps = tuple(_steps(arrow.split(quoted)))
        if len(steps) >= 2 and all(0 < len(step.step) <= _LONGEST_STEP for step in steps):
            yield CareerPath(steps, line, section.heading, label)


def _joined(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Lines with their numbers; one that ends or begins with an arrow goes on in the next."""
    start = 0
    pending: list[str] = []
    open_end = False
    for block in blocks:
        for offset, line in enumerate(_texts(block)):
            text = _BULLET.sub("", line)
            # Most lines hold no arrow: only those near one need a closer look.
            arrows = list(_ARROW.finditer(text))
            if pending and (open_end or (arrows and arrows[0].start() == 0)):
                pending.append(text)
            else:
                if pending:
                    yield start, " ".join(pending)
                start, pending = block.line + offset, [text]
            open_end = bool(arrows and arrows[-1].end() == len(text))
    if pending:
        yield start, " ".join(pending)


def _texts(block: Block) -> list[str]:
    if block.cells:
        # A cell that holds a path, with what stands before it for its label.
        held = next((i for i, cell in enumerate(block.cells) if _ARROW.search(cell)), 0)
        label = "／".join(cell for cell in block.cells[:held] if cell)
        text = f"{label}：{block.cells[held]}" if label else " ".join(block.cells)
        return [text.replace("\n", " ")]
    name, rest = block.bold, block.text.removeprefix(block.bold)
    if name and rest and not _ARROW.search(name) and not _ARROW.match(rest.lstrip()):
        return f"{name.rstrip('：: ')}：{rest.lstrip('：: ')}".split("\n")
    return block.text.split("\n")


def _steps(parts: Sequence[str]) -> Iterator[Step]:
    """The steps, where `→（3年）→` is a note on the step before it."""
    step: Step | None = None
    for part in parts:
        text = part.strip().strip("*").strip()[:_LONGEST_PART]
        note = _NOTE.fullmatch(text)
        if step and note:
            step = Step(step.step, "、".join(filter(None, (step.note, note[1].strip()))))
        elif text:
            if step:
                yield step
            step = _step(text)
    if step:
        yield step


def _step(text: str) -> Step:
    text, _, rest = text.partition("。")
    note = rest.strip().rstrip("。")
    match = _NOTE.search(text)
    if match and match.start() > 0:
        note = "、".join(part for part in (match[1].strip(), note) if part)
        text = text[: match.start()]
    return Step(text.strip(), note)
