"""What stands at the end of an interview: its summary, and what was gained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coaching.feedback import Verdict
from bot.coaching.turns import Outcome
from bot.command import Context
from bot.locale import Texts
from bot.markup import bold, bullets, escape
from bot.messages import Button, Card, Reply
from bot.views.interview import about, practice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.coaching.interview import Interview
    from bot.coaching.summary import Growth, Result, Summary
    from bot.coaching.turns import Turn

_LONGEST_WORDS = 80


def ended(ctx: Context, interview: Interview, summary: Summary, growth: Growth) -> Reply:
    """The summary, and the next steps."""
    say = ctx.texts
    parts = []
    if summary.results:
        parts.append(bullets(map(escape, _results(say, interview, summary))))
    if summary.best:
        best = say("interview-best", sentence=summary.best)
        parts.append(f"{bold(escape(say('interview-best-title')))}\n{escape(best)}")
    if summary.practise:
        steps = (
            say("interview-practise-point", point=step.point, question=_clip(step.words))
            if step.point
            else say("interview-practise-question", question=_clip(step.words))
            for step in summary.practise
        )
        parts.append(
            f"{bold(escape(say('interview-practise-title')))}\n{bullets(map(escape, steps))}"
        )
    if lines := _growth(say, growth):
        parts.append("\n".join(map(escape, lines)))
    title = say("interview-ended-title", about=about(ctx, interview.about))
    told = say("interview-ended", answered=summary.answered, minutes=summary.minutes)
    again = Button(say("interview-again"), f"/interview {interview.about}", style="primary")
    buttons = [again, Button(say("interview-progress"), "/progress")]
    if summary.answered:
        buttons.append(Button(say("interview-share"), f"/interview growth {interview.id}"))
    return Reply(told, Card(title, "\n\n".join(parts)), tuple(buttons))


def shared(ctx: Context, interview: Interview, growth: Growth) -> Card:
    """What others may see: growth, and nothing that was answered."""
    say = ctx.texts
    lines = [say("interview-shared-number", number=growth.number, answered=growth.answered)]
    lines += _growth(say, growth)
    return Card(practice(ctx, interview.about), bullets(map(escape, lines)))


def _results(say: Texts, interview: Interview, summary: Summary) -> Iterator[str]:
    """What came of each question; those that were skipped are only counted, where several were."""
    asked = (turn for turn in interview.turns if turn.follows is None)
    skipped = [result for result in summary.results if result.outcome is Outcome.SKIPPED]
    several = len(skipped) > 1
    for turn, result in zip(asked, summary.results, strict=True):
        if not (several and result.outcome is Outcome.SKIPPED):
            yield _result(say, turn, result)
    if several:
        yield say("interview-results-skipped", count=len(skipped))


def _result(say: Texts, turn: Turn, result: Result) -> str:
    words = _clip(result.words)
    if result.outcome is not Outcome.ANSWERED:
        return say(f"interview-result-{result.outcome}", question=words)
    if not result.points:
        name = "not-judged" if turn.points else "no-points"
        return say(f"interview-result-{name}", question=words)
    return say(
        "interview-result",
        question=words,
        covered=len(result.having(Verdict.COVERED)),
        unclear=len(result.having(Verdict.UNCLEAR)),
        points=len(result.points),
    )


def _growth(say: Texts, growth: Growth) -> list[str]:
    lines = []
    if growth.now is not None and growth.before is not None:
        name = "interview-growth-up" if growth.now > growth.before else "interview-growth"
        lines.append(say(name, now=growth.now, before=growth.before))
    if growth.gained:
        points = say("list-separator").join(growth.gained[:3])
        lines.append(say("interview-gained", points=points, count=len(growth.gained)))
    return lines


def _clip(text: str) -> str:
    return text if len(text) <= _LONGEST_WORDS else text[: _LONGEST_WORDS - 1] + "…"
