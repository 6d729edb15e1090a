"""What people say in plain words, answered by the command that they could have typed."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.coaching.events import Do
from bot.coaching.words import meaning
from bot.command import Command, Context
from bot.library.intent import Intent, understand
from bot.library.model import Topic
from bot.library.phrases import Phrase, meant
from bot.messages import Button, Reply
from bot.views.browse import BEGINNERS

# Scores of a look-up: a name or the plain part of one, a good guess at a name, and one that is
# worth showing as a choice.
_PLAIN, _GOOD, _WORTH_SHOWING = 74.0, 60.0, 45.0
_MOST_SHOWN = 3
_MOST_TRIED = 8
_LONG = 6
# Less than this is left of a sentence when all of it was understood.
_REMAINDER = 3
# What may be the name of a role: a word or some, without the endings that grammar adds.
_NAME = re.compile(r"[^\W_ぁ-ん]{3,}(?: [A-Za-z]+)*")
# Nothing but that was said; words of two Chinese characters are names then.
_ONLY_NAME = re.compile(r"[^\W_ぁ-ん]{3,}(?: [A-Za-z]+)*|[\u4e00-\u9fff]{2}")
# Two roles are shown side by side for these, else as a way from one to the other.
_COMPARING = ("compare", "pay")
# Asked about, but with no section of its own.
_UNSECTIONED = ("way", "compare", "pay", "overview", "")


# What is no question about roles, by the command that answers it.
_COMMANDS = {
    Phrase.HELLO: "/hello",
    Phrase.HELP: "/help",
    Phrase.SETTINGS: "/settings",
    Phrase.ENGLISH: "/settings en",
    Phrase.JAPANESE: "/settings ja",
    Phrase.DELETE: "/mydata delete",
}
# What is said in front of the fields of work, to somebody who knows no role to ask about.
_FIELDS = {Phrase.SUITING: "ask-suiting", Phrase.UNDECIDED: "goal-undecided"}
# Where no role is named even nearly.
_LISTS = {Phrase.LIST: "/role", Phrase.BEGINNERS: f"/role category={BEGINNERS}"}
_COMMON = "common"
"""The slug of the questions of any interview, where the library has them."""


async def listen(ctx: Context) -> list[Reply] | None:
    text = ctx.request.text.strip()
    phrase = meant(text)
    if phrase is Phrase.DISTRESS:
        return [Reply(ctx.texts("ask-distress"))]
    if phrase in _COMMANDS:
        return await ctx.call(_COMMANDS[phrase])
    intent = understand(text, ctx.library)
    if phrase is Phrase.APPLICATION:
        return await _application(ctx, intent)
    if phrase is Phrase.TIRED and not (intent.slugs and intent.topic):
        return [_choices(ctx, "ask-tired", [])]
    if not intent.slugs and (replies := await _unasked(ctx, phrase)):
        return replies
    name = _named(ctx, intent)
    if not name and phrase in _LISTS:
        return await ctx.call(_LISTS[phrase])
    if intent.topic == "practice":
        return await ctx.call(f"/interview {name}".strip())
    if not name:
        return [_unclear(ctx, intent)]
    line = _line(ctx, intent, name)
    replies = await ctx.call(line)
    return [_with_honesty(ctx, intent, line, replies[0]), *replies[1:]]


_POLITE = {Phrase.THANKS: "ask-thanks", Phrase.BYE: "ask-bye"}


async def _unasked(ctx: Context, phrase: Phrase | None) -> list[Reply]:
    """The answer to what asks about no role in particular; empty for all else."""
    if phrase in _POLITE:
        return [_choices(ctx, _POLITE[phrase], [])]
    if phrase in _FIELDS:
        (fields,) = await ctx.call("/role")
        return [replace(fields, text=ctx.texts(_FIELDS[phrase]))]
    if any(isinstance(meaning(ctx.request.text, told=told), Do) for told in (False, True)):
        button = Button(ctx.texts("hello-interview"), "/interview", style="primary")
        return [_choices(ctx, "interview-none", [button])]
    return []


async def _application(ctx: Context, intent: Intent) -> list[Reply]:
    """What can be done for who writes about themselves: practising to say it."""
    say, buttons = ctx.texts, list[Button]()
    if _COMMON in ctx.library.sets:
        if intent.topic == "practice":
            return await ctx.call(f"/interview {_COMMON}")
        buttons.append(Button(say("interview-common"), f"/interview {_COMMON}", style="primary"))
    for slug in intent.slugs[:1]:
        buttons.append(Button(say("goal-interview", name=ctx.name(slug)), f"/interview {slug}"))
    return [_choices(ctx, "ask-application", buttons)]


def _named(ctx: Context, intent: Intent) -> str:
    """The first role named, by its slug; or what may be a name, misspelt or clipped."""
    if intent.slugs:
        return intent.slugs[0]
    parts = _NAME.findall(intent.rest)[:_MOST_TRIED]
    # Of several words the last is likeliest what somebody would become.
    single = [word for part in parts for word in part.split()][: -_MOST_TRIED - 1 : -1]
    likely = _GOOD if intent.topic else _PLAIN
    goal = [intent.goal]
    for least, names in ((_GOOD, goal), (_GOOD, [intent.rest]), (likely, parts), (_PLAIN, single)):
        for name in names:
            hits = ctx.library.find(name, 1) if len(name) > 1 else []
            if hits and hits[0].score >= least:
                return name
    return ""


def _line(ctx: Context, intent: Intent, name: str) -> str:
    """The command line that the sentence comes to."""
    others = intent.slugs[1:] or _other(ctx, intent)
    if others:
        return f"/{'compare' if intent.topic in _COMPARING else 'career'} {name} {others[0]}"
    if intent.topic == "way" and intent.slugs and _goal(ctx, intent):
        # Several roles have, or nearly have, the name of where to: the person chooses.
        return f"/career {name} → {intent.goal}"
    start = _start(ctx, intent)
    if start:
        return f"/career {start} → {name}"
    if intent.topic == "way":
        return f"/career {name}"
    if intent.topic in _UNSECTIONED:
        return f"/role {name}"
    return f"/role {name} section={intent.topic}"


def _goal(ctx: Context, intent: Intent) -> bool:
    """Whether roles bear the name of where to, or nearly bear it: マーケ."""
    likely = _meant(ctx, intent.goal)
    return bool(ctx.library.index.exact(intent.goal) or (likely and likely[0] not in intent.slugs))


def _other(ctx: Context, intent: Intent) -> tuple[str, ...]:
    """The role that the one named is to be compared with, where its name was only nearly so."""
    if intent.topic != "compare" or not intent.slugs:
        return ()
    words = intent.rest.replace("と", " ").split()[:_MOST_TRIED]
    # A short Latin word is a piece of some name: only a name itself counts.
    long = (word for word in words if not word.isascii() or len(word) >= _LONG)
    alike = (slug for word in long for slug in _meant(ctx, word))
    same = (slug for word in words for slug in ctx.library.index.exact(word))
    return tuple(slug for slug in (*same, *alike) if slug not in intent.slugs)


def _start(ctx: Context, intent: Intent) -> str:
    """Where somebody would go from: a title on a career path, or nearly the name of a role.

    Of Japanese words only titles: much else stands before から (新卒, 現場, ゼロ).
    """
    if not intent.slugs or not intent.start:
        return ""
    if ctx.library.node(intent.start, ctx.lang):
        return intent.start
    found = _meant(ctx, intent.start) if intent.start.isascii() else []
    return next((slug for slug in found if slug not in intent.slugs), "")


def _meant(ctx: Context, name: str) -> list[str]:
    """The roles with nearly that name, the likeliest first; two where both bear it: PM."""
    hits = ctx.library.find(name, 2) if name else []
    return [h.slug for h in hits if h.named and h.score >= _PLAIN and h.score == hits[0].score]


def _with_honesty(ctx: Context, intent: Intent, line: str, reply: Reply) -> Reply:
    """Says so where the reply is not the answer to what was asked."""
    note = ""
    if intent.topic == "pay":
        note = ctx.texts("ask-no-pay")
    elif intent.topic == "compare" and len(intent.slugs) == 1 and line.startswith("/role"):
        note = ctx.texts("ask-compare-with-what", name=ctx.name(intent.slugs[0]))
    elif (
        line.startswith("/role")
        and not intent.topic
        and intent.slugs
        and len(intent.rest) >= _REMAINDER
        and intent.slugs[0] not in _meant(ctx, ctx.request.text)  # all of it is a name, misspelt
    ):
        note = ctx.texts("ask-overview-instead")
    return replace(reply, text="\n".join(filter(None, (note, reply.text))))


def _unclear(ctx: Context, intent: Intent) -> Reply:
    """The two or three commands that come nearest, to choose from."""
    say = ctx.texts
    if intent.topic == "pay":
        return _choices(ctx, "ask-no-pay", [])
    name = _ONLY_NAME if intent.topic in ("", "overview") else _NAME
    if name.fullmatch(intent.rest):
        # Something is asked about what may be a role, but is none that is known.
        button = Button(say("hello-browse"), "/role")
        return Reply(say("role-unknown", query=intent.rest[:40]), buttons=(button,))
    if intent.topic == "way":
        return _choices(ctx, "ask-way-of-which", [])
    if intent.topic not in _UNSECTIONED:
        section = say(f"role-section-{intent.topic}")
        label = say("ask-which-role", section=section)
        buttons = [Button(label, f"/role section={intent.topic}")]
        if intent.topic == Topic.QUESTIONS:
            buttons.append(Button(say("hello-interview"), "/interview"))
        return Reply(say("ask-of-which", section=section), buttons=tuple(buttons))
    hits = ctx.library.find(intent.rest, _MOST_SHOWN - 1) if intent.rest else []
    likely = [
        Button(say("hello-role", name=ctx.name(hit.slug)), f"/role {hit.slug}")
        for hit in hits
        if hit.score >= _WORTH_SHOWING
    ]
    return _choices(ctx, "ask-unclear", likely)


def _choices(ctx: Context, text: str, likely: list[Button]) -> Reply:
    usual = (
        Button(ctx.texts("hello-browse"), "/role"),
        Button(ctx.texts("hello-career"), "/career"),
    )
    return Reply(ctx.texts(text), buttons=(*likely, *usual)[:_MOST_SHOWN])


async def run(ctx: Context) -> list[Reply]:
    return await ctx.call("/hello")


ASK = Command(name="ask", run=run, on_talk=listen, listed=False)
