"""What an interview shows while it goes on: its opening, questions, hints and feedback."""

from __future__ import annotations

from bot.coaching import effects
from bot.coaching.effects import Noted
from bot.coaching.interview import MINUTES, Interview, Phase
from bot.coaching.turns import TARGET, Turn
from bot.coaching.words import asks_back
from bot.command import Context
from bot.locale import Texts, texts
from bot.markup import bold, escape
from bot.messages import Button, Card, Field, Form, Reply
from bot.views import feedback
from bot.views.browse import category_id, category_name

_OPENING = {"slack": "interview-open-dm-slack", "discord": "interview-open-dm-discord"}
"""How somebody lets Senpai write to them, by platform."""


def about(ctx: Context, name: str) -> str:
    """What an interview is about: a role's name, a field's, or what is due."""
    if name == "review":
        return ctx.texts("interview-review")
    fields = {category_id(each): each for each in ctx.library.categories(ctx.lang)}
    if name in fields and not ctx.library.entry(name, ctx.lang):
        return category_name(ctx, fields[name])
    return ctx.name(name)


def practice(ctx: Context, name: str) -> str:
    """What is practised: an interview for a role or in a field, or a set of questions."""
    is_set = name == "review" or name in ctx.library.sets
    text = "interview-practice-set" if is_set else "interview-practice"
    return ctx.texts(text, about=about(ctx, name))


def named(ctx: Context, words: str, interview: Interview) -> str:
    """A common question, speaking of the role that the interview is about, if it is about one."""
    entry = ctx.library.entry(interview.about, interview.lang)
    if entry is None or entry.kind:
        return words
    say = texts(interview.lang)
    return words.replace(
        say("interview-this-role"), say("interview-that-role", name=entry.short_name)
    )


def show(ctx: Context, interview: Interview, effect: effects.Effect, *, here: bool) -> Reply:
    """The reply that an effect is, of those that say something.

    here: in private messages of a channel, where answers come by a form.
    """
    match effect:
        case effects.Open():
            return _opening(ctx, interview, here=here)
        case effects.Ask():
            return _question(ctx, interview, effect, here=here)
        case effects.Hint():
            hint = _hint(ctx.texts, interview.turns[effect.turn], effect)
            return Reply(hint, buttons=_answering(ctx, interview, here=here))
        case effects.Tell():
            return _told(ctx, interview, effect, here=here)
        case effects.OfferAddition():
            buttons = (
                _press(ctx, interview, "add", style="primary"),
                _press(ctx, interview, "next", label=_following(interview)),
            )
            return Reply(ctx.texts("interview-addition"), buttons=buttons)
        case effects.Note():
            return _note(ctx, interview, effect, here=here)
    raise TypeError(f"nothing to show: {type(effect).__name__}")


def asked(ctx: Context, turn: Turn) -> str:
    """The question of a turn, in plain words; a follow-up asks for its one point."""
    if turn.follows is None:
        return turn.words
    text = "interview-deeper-asking" if asks_back(turn.words) else "interview-deeper"
    return ctx.texts(text, point=turn.points[0].text)


def closed(ctx: Context, interview: Interview) -> Reply:
    """That the DM can't be written to, how to open it, and that it can be practised here."""
    say, id = ctx.texts, interview.id
    told = say("interview-dm-stopped" if interview.has_begun else "interview-dm-closed")
    how = say(_OPENING.get(ctx.request.person.platform, "interview-open-dm"))
    buttons = (
        Button(say("interview-here"), f"/interview here {id}", style="primary"),
        Button(say("interview-dm-again"), f"/interview dm {id}"),
    )
    return Reply(f"{told}\n{how}", buttons=buttons)


def reminder(ctx: Context, interview: Interview) -> Reply:
    """That an interview was left unfinished; nobody asked for it, so it can be stopped."""
    buttons = (
        _press(ctx, interview, "resume", style="primary"),
        _press(ctx, interview, "stop"),
        Button(ctx.texts("interview-no-reminders"), "/settings reminders=off"),
    )
    return Reply(ctx.texts("interview-reminder"), buttons=buttons)


def none(ctx: Context) -> Reply:
    """That no interview is under way, for a word that is meant for one."""
    button = Button(ctx.texts("interview-begin"), "/interview", style="primary")
    return Reply(ctx.texts("interview-none"), buttons=(button,))


def form(ctx: Context, interview: Interview) -> Reply:
    """The form for an answer where there is no DM."""
    turn = interview.turns[-1]
    field = Field("text", ctx.texts("interview-answer"), "text")
    run = f"/interview answer {interview.id} {interview.step}"
    return Reply(
        form=Form(ctx.texts("interview-form"), run, (field,), bold(escape(asked(ctx, turn))))
    )


def _opening(ctx: Context, interview: Interview, *, here: bool) -> Reply:
    say = ctx.texts
    body = say(
        "interview-opening-here" if here else "interview-opening",
        practice=practice(ctx, interview.about),
        count=interview.length,
        minutes=interview.length * MINUTES,
    )
    if interview.timed:
        body += "\n" + say("interview-opening-timed", seconds=TARGET)
    buttons = (_press(ctx, interview, "opening"),) if interview.opening else ()
    return Reply(body, buttons=buttons)


def _question(ctx: Context, interview: Interview, ask: effects.Ask, *, here: bool) -> Reply:
    say, turn = ctx.texts, interview.turns[ask.turn]
    if turn.follows is not None:
        title = say("interview-deeper-title")
    else:
        title = say("interview-question", number=interview.asked, count=interview.length)
    text = say("interview-again-asked") if ask.again else ""
    if ask.again and turn.parts:
        text = say("interview-so-far", length=len(turn.text))
    name = ctx.name(turn.slug)
    source = name if turn.slug in ctx.library.sets else say("interview-about-role", name=name)
    card = Card(title, bold(escape(asked(ctx, turn))), footer=source)
    return Reply(text, card, _answering(ctx, interview, here=here))


def _answering(ctx: Context, interview: Interview, *, here: bool) -> tuple[Button, ...]:
    first = _press(ctx, interview, "answer" if here else "send", style="primary")
    hint = ("hint",) if interview.turns[-1].next_hint else ()
    names = (*hint, "skip", "pause", "stop")
    return (first, *(_press(ctx, interview, name) for name in names))


def _following(interview: Interview) -> str:
    """The label of what comes after the feedback: another question, or the summary."""
    last = not interview.queue or interview.asked >= interview.length
    return "finish" if last else "next"


def _onward(ctx: Context, interview: Interview, *, here: bool) -> tuple[Button, ...]:
    """The way on from a word about an answer, wherever the interview stands by then."""
    match interview.phase:
        case Phase.ANSWERING:
            return _answering(ctx, interview, here=here)
        case Phase.TOLD:
            label = _following(interview)
            return (_press(ctx, interview, "next", label=label, style="primary"),)
        case Phase.PAUSED:
            return (_press(ctx, interview, "resume"), _press(ctx, interview, "stop"))
        case Phase.ENDED:
            again = Button(ctx.texts("interview-again"), f"/interview {interview.about}")
            return (again, Button(ctx.texts("interview-progress"), "/progress"))
    return ()


def _told(ctx: Context, interview: Interview, tell: effects.Tell, *, here: bool) -> Reply:
    say, turn = ctx.texts, interview.turns[tell.turn]
    card = feedback.card(ctx, turn, timed=interview.timed)

    def dispute(point: str) -> str:
        return f"/interview dispute {interview.id} {tell.turn} {point}"

    buttons: list[Button] = []
    if interview.phase is not Phase.ENDED:
        label = _following(interview)
        buttons.append(_press(ctx, interview, "next", label=label, style="primary"))
        if tell.deeper:
            buttons.append(_press(ctx, interview, "deeper"))
        if here:
            buttons.append(_press(ctx, interview, "answer", label="more"))
    buttons += [
        Button(say(f"interview-rate-{own}"), f"/interview rate {interview.id} {tell.turn} {own}")
        for own in ("done", "shaky", "again")
    ]
    if interview.phase is not Phase.ENDED:
        buttons.append(_press(ctx, interview, "stop"))
    text = ""
    if tell.deeper:
        asking = asks_back(turn.words)
        offer = "interview-deeper-offer-asking" if asking else "interview-deeper-offer"
        text = say(offer, point=tell.deeper.text)
    return Reply(text, card, tuple(buttons), feedback.disputes(say, turn, dispute))


def _note(ctx: Context, interview: Interview, note: effects.Note, *, here: bool) -> Reply:
    at_place = "-here" if here and note.kind is Noted.PAUSED else ""
    text = ctx.texts(f"interview-note-{note.kind}{at_place}")
    match note.kind:
        case Noted.GAVE_UP | Noted.EMPTY:
            turn = interview.turns[note.turn or 0]
            names = ["hint"] if turn.next_hint else []
            names += ["skip", "rest", "stop"]
            buttons = tuple(_press(ctx, interview, name) for name in names)
        case Noted.NOTHING_YET | Noted.NO_HINT | Noted.TOO_LONG:
            buttons = _answering(ctx, interview, here=here)
        case Noted.NOTHING_TO_ASK:
            buttons = (Button(ctx.texts("hello-browse"), "/role"),)
        case _:
            buttons = _onward(ctx, interview, here=here)
    if note.kind is Noted.DISTRESS:
        text = f"{ctx.texts('ask-distress')}\n\n{text}"
    return Reply(text, buttons=buttons)


def _press(
    ctx: Context, interview: Interview, what: str, *, label: str = "", style: str = "plain"
) -> Button:
    run = f"/interview {what} {interview.id} {interview.step}"
    name = ctx.texts(f"interview-do-{label or what}")
    return Button(name, run, style="primary" if style == "primary" else "plain")


def _hint(say: Texts, turn: Turn, hint: effects.Hint) -> str:
    """A point, unless the question named it, and one way to say it where the document has one."""
    lines = []
    if turn.follows is None:
        lines.append(say("interview-hint", number=hint.number, point=hint.point.text))
    if cues := hint.point.cues:
        # A follow-up stands under the feedback, which shows the shortest.
        cue = cues[0] if turn.follows is None else max(cues, key=len)
        lines.append(say("interview-hint-cue", cue=cue))
    return "\n".join(lines)
