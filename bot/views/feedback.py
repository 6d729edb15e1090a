"""What is said to an answer: the points that it covers, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.coaching.feedback import Feedback, Kind, Sign, Verdict
from bot.coaching.turns import LEAST_CHARACTERS, MOST_CHARACTERS, TARGET, Aspect, Turn
from bot.coaching.words import asks_back
from bot.command import Context
from bot.locale import Texts
from bot.markup import bold, bullets, escape
from bot.messages import MOST_OPTIONS, Card, Menu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NO_ANSWER = {
    Kind.STUFFED: "feedback-stuffed",
    Kind.COPIED: "feedback-copied",
    Kind.OFF_TOPIC: "feedback-off-topic",
    Kind.EMPTY: "feedback-empty",
    Kind.GIVE_UP: "feedback-gave-up",
}
_SPANS = 2
_LONGEST_SPAN = 60
_LONGEST_EXAMPLE = 60
_CHARACTERS_A_SECOND = {"ja": 5.5, "en": 14.0}
"""Of somebody who speaks at ease."""


def card(ctx: Context, turn: Turn, *, timed: bool = False) -> Card:
    """What was found in an answer, as markup with the person's own sentences."""
    say, feedback = ctx.texts, turn.feedback
    if feedback is None:
        return Card(say("feedback-title"), escape(say("feedback-not-yet")))
    parts = list(_found(say, turn, feedback))
    if not asks_back(turn.words):  # short is right there
        parts += _written(say, feedback, ctx.lang)
    if timed:
        name = "feedback-in-time" if turn.seconds <= TARGET else "feedback-over-time"
        parts.append(escape(say(name, seconds=turn.seconds, target=TARGET)))
    return Card(say("feedback-title"), "\n\n".join(parts), footer=_note(say, turn))


def disputes(say: Texts, turn: Turn, run: Callable[[str], str]) -> Menu | None:
    """「書いたつもりです」 for each verdict that may be wrong. run: the line for a point's id."""
    options = [
        (say("feedback-dispute", point=_clip(point.text, 40)), run(point.id))
        for point, judged in turn.verdicts()
        if judged.verdict is not Verdict.COVERED
    ]
    return Menu(say("feedback-disputes"), tuple(options[:MOST_OPTIONS])) if options else None


def _found(say: Texts, turn: Turn, feedback: Feedback) -> Iterator[str]:
    if feedback.kind is not Kind.ANSWER:
        yield from map(escape, _unanswered(say, turn, feedback.kind))
        return
    if not turn.points:
        yield escape(say("feedback-no-points"))
        return
    groups: Mapping[Verdict, list[str]] = {verdict: [] for verdict in Verdict}
    example = ""
    for point, judged in turn.verdicts():
        name = escape(point.text)
        if judged.verdict is not Verdict.MISSED and judged.evidence:
            sentence = _clip(judged.evidence, 120)
            name = escape(say("feedback-quoted", point=point.text, sentence=sentence))
        elif point.id in turn.disputes:
            name = escape(say("feedback-by-own-word", point=point.text))
        elif not example and (example := _example(point)):
            name = escape(say("feedback-for-example", point=point.text, cue=example))
        groups[judged.verdict].append(name)
    if feedback.other_angle and not groups[Verdict.COVERED]:
        yield escape(say("feedback-other-angle"))
    for verdict, lines in groups.items():
        if lines:
            title = say(f"feedback-{verdict}", count=len(lines))
            yield f"{bold(escape(title))}\n{bullets(lines)}"


def _unanswered(say: Texts, turn: Turn, kind: Kind) -> Iterator[str]:
    """What is said to what is no answer; who has no words yet may begin with the first point."""
    yield say(NO_ANSWER[kind])
    if kind in (Kind.GIVE_UP, Kind.EMPTY) and turn.points:
        scene = "feedback-scene-asking" if asks_back(turn.words) else "feedback-scene"
        yield say(scene, point=turn.points[0].text)


def _example(point: Aspect) -> str:
    """The shortest way to say it that the document has, empty where it has no short one."""
    cue = min(point.cues, key=len, default="")
    return cue if len(cue) <= _LONGEST_EXAMPLE else ""


def written(say: Texts, feedback: Feedback, lang: str) -> list[str]:
    """The signs of how an answer is written, in a line each; none of what is no answer."""
    if feedback.kind is not Kind.ANSWER:
        return []
    return [line for sign in feedback.signs for line in _sign(say, sign, lang)]


def _written(say: Texts, feedback: Feedback, lang: str) -> Iterator[str]:
    lines = written(say, feedback, lang)
    if lines:
        yield f"{bold(escape(say('feedback-signs')))}\n{bullets(escape(line) for line in lines)}"


def _sign(say: Texts, sign: Sign, lang: str) -> Iterator[str]:
    if sign.name == "length":
        length = int(sign.value or 0)
        seconds = max(5, round(length / _CHARACTERS_A_SECOND[lang] / 5) * 5)
        least, most = LEAST_CHARACTERS[lang], MOST_CHARACTERS[lang]
        fits = "short" if length < least else "long" if length > most else "fits"
        yield say(f"feedback-length-{fits}", length=length, seconds=seconds, least=least, most=most)
    elif sign.name == "unread":
        yield say("feedback-unread", count=int(sign.value or 0))
    elif say.has(f"feedback-sign-{sign.name}") and sign.spans:
        shown = say("list-separator").join(
            say("feedback-span", span=_clip(span, _LONGEST_SPAN)) for span in sign.spans[:_SPANS]
        )
        yield say(f"feedback-sign-{sign.name}", spans=shown)


def _note(say: Texts, turn: Turn) -> str:
    judged = turn.feedback is not None and turn.feedback.kind is Kind.ANSWER and turn.points
    return say("role-points-note") if judged else ""


def _clip(text: str, length: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"
