"""`senpai roles try`: answers a question of a document, for who tunes its points and cues."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.adapters.console.render import inert
from bot.coaching.feedback import Feedback, Judged, Kind, Point, Verdict
from bot.coaching.nearness import nearest
from bot.coaching.scorer import OfflineScorer
from bot.config import Settings
from bot.library.model import Question
from bot.library.problems import Level, Problem
from bot.library.shelf import Shelf
from bot.locale import Texts
from bot.views.feedback import NO_ANSWER, written


def run(options: argparse.Namespace, settings: Settings, say: Texts) -> int:
    del settings
    asked, _ = _read(options.file, options.question, say)
    if asked is None:
        return 1
    print(inert(say("cli-try-question", number=asked.number, question=asked.text)))
    if options.answer_file:
        return _tried(options, options.answer_file.read_text("utf-8", "replace"), say)
    if sys.stdin.isatty():
        print(say("cli-try-how"))
    code = 0
    for answer in _answers():
        code = _tried(options, answer, say)
    return code


def explained(problem: Problem, say: Texts) -> str:
    """Where something is wrong with a document, what, and what to do about it."""
    return inert(f"{problem.path}:{problem.line}: {say(problem.code, **problem.args)}")


def _tried(options: argparse.Namespace, answer: str, say: Texts) -> int:
    """Judges by the document as it is now."""
    asked, lang = _read(options.file, options.question, say)
    if asked is None:
        return 1
    points = [Point(point.text, point.cues) for point in asked.points]
    found = OfflineScorer().judge(asked.text, points, answer)
    lines = [*_report(asked, points, answer, found, say)]
    if found.kind is Kind.ANSWER:
        lines.append(say("feedback-signs"))
        lines += (f"    {line}" for line in written(say, found, lang))
    print(inert("\n".join(lines)), end="\n\n", flush=True)
    return 0


def _read(path: Path, wanted: str, say: Texts) -> tuple[Question | None, str]:
    """The question by its number or id, and its language; says so where there is none."""
    library = Shelf([path], None, report=False).library
    for entry in library.all_entries():
        role = library.role(entry.slug, entry.lang)
        for question in role.questions if role else ():
            if wanted in (str(question.number), question.id):
                return question, entry.lang
    # Errors only: what a document read by itself lacks of the library is no fault of it.
    for problem in (found for found in library.problems if found.level is Level.ERROR):
        print(explained(problem, say), file=sys.stderr)
    print(say("cli-try-no-question", path=str(path), question=wanted), file=sys.stderr)
    return None, ""


def _answers() -> Iterator[str]:
    """What is typed up to each empty line."""
    lines: list[str] = []
    for line in sys.stdin:
        if line.strip():
            lines.append(line)
        elif lines:
            yield "".join(lines)
            lines = []
    if lines:
        yield "".join(lines)


def _report(
    asked: Question, points: list[Point], answer: str, found: Feedback, say: Texts
) -> Iterator[str]:
    if not points:
        yield say("cli-try-no-points")
    if found.kind is not Kind.ANSWER:
        yield say(NO_ANSWER[found.kind])
        return
    for point, judged in zip(points, found.points, strict=True):
        score = f"{judged.score:.2f}"
        yield say("cli-try-point", verdict=str(judged.verdict), score=score, point=point.text)
        yield from (f"    {line}" for line in _why(asked, point, answer, judged, say))
    if found.other_angle:
        yield say("feedback-other-angle")


def _why(asked: Question, point: Point, answer: str, judged: Judged, say: Texts) -> Iterator[str]:
    if judged.verdict is not Verdict.MISSED:
        yield say("cli-try-evidence", sentence=judged.evidence)
    near = nearest(asked.text, point, answer)
    if near:
        yield say("cli-try-near", phrase=near.phrase, share=f"{near.share:.0%}")
    else:
        yield say("cli-try-near-none")
    if not point.cues:
        yield say("cli-try-no-cues")
