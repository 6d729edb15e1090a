"""How somebody is coming on, as text and as values for a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot import storage
from bot.command import Context
from bot.daily.streak import streak
from bot.daily.zones import zone
from bot.markup import bold, bullets, escape
from bot.messages import Button, Card, Image, Reply
from bot.pictures import values

if TYPE_CHECKING:
    from bot.storage.progress import Judged

_WEEKS = 8
_WEEK = timedelta(weeks=1)
_MOST_ROLES = 4


@dataclass(frozen=True, slots=True)
class Coverage:
    """shares: points covered of a hundred, one a week; None where nothing was judged."""

    slug: str
    shares: tuple[int | None, ...]

    @property
    def known(self) -> list[int]:
        return [share for share in self.shares if share is not None]


@dataclass(frozen=True, slots=True)
class Progress:
    """days: asked days in a row that were answered. due: questions, by role, the most first.

    weeks: their Mondays, the oldest first.
    """

    days: int
    interviews: int
    responses: int
    weeks: tuple[date, ...]
    coverage: tuple[Coverage, ...]
    due: tuple[tuple[str, int], ...]
    next_due: datetime | None
    goal: str

    @property
    def is_empty(self) -> bool:
        return not (self.interviews or self.responses)

    @property
    def due_count(self) -> int:
        return sum(count for _, count in self.due)


async def gather(ctx: Context) -> Progress:
    """All that is to be shown, at this moment and in the person's time zone."""
    person, here = ctx.request.person, zone(ctx.request.person.timezone)
    today = ctx.now.astimezone(here).date()
    monday = today - timedelta(days=today.weekday())
    weeks = tuple(monday - _WEEK * back for back in reversed(range(_WEEKS)))
    since = datetime.combine(weeks[0], time(), here)
    asked = await storage.progress.asked(ctx.db, person)
    judged = await storage.progress.judged(ctx.db, person, since)
    due = Counter(slug for slug, _ in await storage.cards.due(ctx.db, person, ctx.now))
    goal = (await storage.persons.wishes(ctx.db, person)).goal
    return Progress(
        days=max((streak(days, answered, today) for days, answered in asked), default=0),
        interviews=await storage.interviews.count(ctx.db, person),
        responses=sum(count for _, count in await storage.responses.roles(ctx.db, person)),
        weeks=weeks,
        coverage=tuple(_coverage(judged, weeks, lambda at: at.astimezone(here).date())),
        due=tuple(due.most_common()),
        next_due=await storage.cards.next_at(ctx.db, person),
        goal=goal if ctx.library.entry(goal, ctx.lang) else "",
    )


def show(ctx: Context, progress: Progress, picture: bytes = b"") -> Reply:
    """The text, above the picture."""
    say = ctx.texts
    if progress.is_empty:
        return Reply(say("progress-nothing"), buttons=following(ctx, progress))
    parts = [bullets(map(escape, figures(ctx, progress)))]
    if progress.coverage:
        lines = bullets(escape(_said(ctx, each)) for each in progress.coverage)
        parts.append(f"{bold(escape(say('progress-coverage')))}\n{lines}")
    image = Image(picture, alt(ctx, progress)) if picture else None
    card = Card(say("progress-title"), "\n\n".join(parts), image=image)
    return Reply(card=card, buttons=following(ctx, progress))


def alt(ctx: Context, progress: Progress) -> str:
    """What the picture shows, for who doesn't see it."""
    say = ctx.texts
    weeks = "".join(f"\n{_weekly(ctx, progress, each)}" for each in progress.coverage)
    figures = say("list-separator").join(f"{name} {value}" for name, value in _tiles(ctx, progress))
    return say("progress-alt", figures=figures) + weeks


def picture(ctx: Context, progress: Progress) -> values.Progress:
    """What a picture of it takes."""
    say = ctx.texts
    return values.Progress(
        say("progress-title"),
        tuple(_tiles(ctx, progress)),
        say("progress-coverage-weekly"),
        tuple(map(_day, progress.weeks)),
        tuple(values.Curve(ctx.name(each.slug), each.shares) for each in progress.coverage),
        say("progress-no-coverage"),
    )


def _coverage(
    judged: Iterable[Judged], weeks: Sequence[date], day: Callable[[datetime], date]
) -> Iterable[Coverage]:
    """Of the roles with most points, these first."""
    covered: Counter[tuple[str, int]] = Counter()
    points: Counter[tuple[str, int]] = Counter()
    total: Counter[str] = Counter()
    for each in judged:
        week = (day(each.at) - weeks[0]) // _WEEK
        covered[each.slug, week] += each.covered
        points[each.slug, week] += each.points
        total[each.slug] += each.points
    for slug, _ in total.most_common(_MOST_ROLES):
        shares = (
            round(100 * covered[slug, week] / points[slug, week]) if points[slug, week] else None
            for week in range(len(weeks))
        )
        yield Coverage(slug, tuple(shares))


def figures(ctx: Context, progress: Progress) -> Iterable[str]:
    """The numbers, each in a sentence."""
    say = ctx.texts
    if progress.days:
        yield say("progress-days", days=progress.days)
    yield say("progress-practised", interviews=progress.interviews, responses=progress.responses)
    if progress.due:
        roles = (
            say("progress-due-of", name=ctx.name(slug), count=count)
            for slug, count in progress.due[:_MOST_ROLES]
        )
        named = say("list-separator").join(roles)
        yield say("progress-due", count=progress.due_count, roles=named)
    elif progress.next_due:
        when = progress.next_due.astimezone(zone(ctx.request.person.timezone))
        yield say("progress-next-due", date=_day(when.date()))


def _said(ctx: Context, coverage: Coverage) -> str:
    known, name = coverage.known, ctx.name(coverage.slug)
    if len(known) < 2:
        return ctx.texts("progress-role-first", name=name, now=known[-1])
    return ctx.texts("progress-role", name=name, now=known[-1], before=known[0])


def _weekly(ctx: Context, progress: Progress, coverage: Coverage) -> str:
    weeks = (
        f"{_day(week)} {share}%"
        for week, share in zip(progress.weeks, coverage.shares, strict=True)
        if share is not None
    )
    name = ctx.name(coverage.slug)
    return ctx.texts("progress-alt-role", name=name, weeks=ctx.texts("list-separator").join(weeks))


def _tiles(ctx: Context, progress: Progress) -> Iterable[tuple[str, str]]:
    say = ctx.texts
    yield say("progress-tile-days"), say("progress-tile-days-value", count=progress.days)
    count = progress.interviews
    yield say("progress-tile-interviews"), say("progress-tile-interviews-value", count=count)
    count = progress.due_count
    yield say("progress-tile-due"), say("progress-tile-due-value", count=count)


def following(ctx: Context, progress: Progress) -> tuple[Button, ...]:
    """What one could do now, the likeliest first."""
    say, goal = ctx.texts, progress.goal
    buttons = []
    if progress.due:
        buttons.append(Button(say("progress-review"), "/interview review"))
    if goal:
        label = say("goal-interview", name=ctx.name(goal))
        buttons.append(Button(label, f"/interview {goal}"))
    else:
        buttons.append(Button(say("interview-set-goal"), "/goal"))
        buttons.append(Button(say("interview-choose"), "/interview"))
    if progress.responses:
        buttons.append(Button(say("answers-title"), "/answers"))
    first, *rest = buttons
    return (Button(first.label, first.run, style="primary"), *rest)


def _day(day: date) -> str:
    return f"{day.month}/{day.day}"
