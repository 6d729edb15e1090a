"""`/mydata`: what is kept of the person, all of it as a file, and its deletion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from bot import storage
from bot.command import Command, Context, Param
from bot.markup import bullets, escape
from bot.messages import Button, Card, File, Reply
from bot.views import privacy, sharing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.storage.disputes import Dispute
    from bot.storage.mydata import Counts, Interviewed, Kept, Mine

_ACTIONS = ("export", "disputes", "delete")
_SURE = "erase"
"""What 「消す」 runs, once the person has been asked."""


def read_action(word: str) -> str:
    return word.lower() if word.lower() in (*_ACTIONS, _SURE) else ""


async def run(ctx: Context) -> list[Reply]:
    person = ctx.request.person
    match ctx.values.get("do", ""):
        case "export":
            return [_export(ctx, await storage.mydata.of(ctx.db, person))]
        case "disputes":
            return [_disputes(ctx, await storage.disputes.of(ctx.db, person))]
        case "delete":
            return [_ask(ctx, await storage.mydata.count(ctx.db, person))]
        case _ if ctx.values.get("do") == _SURE:
            return [await _erase(ctx, await storage.mydata.count(ctx.db, person))]
    return [_show(ctx, await storage.mydata.count(ctx.db, person))]


def _show(ctx: Context, mine: Counts) -> Reply:
    say = ctx.texts
    readers = f"{escape(say('mydata-readers'))}\n{privacy.notice(ctx)}"
    buttons = (
        Button(say("mydata-export"), "/mydata export"),
        Button(say("mydata-delete"), "/mydata delete", style="danger"),
    )
    lines = _kept(ctx, mine) or [say("mydata-nothing")]
    if mine.roles:
        lines.append(say("mydata-roles", count=mine.roles))
    card = Card(say("mydata-title"), f"{bullets(map(escape, lines))}\n\n{readers}")
    return Reply(card=card, buttons=buttons)


def _ask(ctx: Context, mine: Counts) -> Reply:
    say, kept = ctx.texts, _kept(ctx, mine)
    if not kept:
        return _nothing(ctx, mine)
    buttons = (
        Button(say("mydata-delete"), f"/mydata {_SURE}", style="danger"),
        Button(say("mydata-export"), "/mydata export"),
        Button(say("mydata-keep"), "/mydata"),
    )
    card = Card(say("mydata-title"), bullets(map(escape, kept)))
    return Reply(say("mydata-delete-asked"), card, buttons)


async def _erase(ctx: Context, mine: Counts) -> Reply:
    say, person, kept = ctx.texts, ctx.request.person, _kept(ctx, mine)
    said = dict.fromkeys([say(await sharing.withdraw(ctx, key)) for key in mine.shared])
    await storage.purge.person(ctx.db, person)
    if not kept:
        return _nothing(ctx, mine)
    more = [*said, *([say("mydata-roles-stay")] if mine.roles else []), say("mydata-again")]
    body = bullets(map(escape, kept))
    return Reply(card=Card(say("mydata-deleted"), "\n".join((body, "", *map(escape, more)))))


def _nothing(ctx: Context, mine: Counts) -> Reply:
    """That there is nothing to delete, and what can't be deleted here."""
    say = ctx.texts
    stays = [say("mydata-roles-stay")] if mine.roles else []
    return Reply("\n".join((say("mydata-nothing-to-delete"), *stays)))


def _kept(ctx: Context, mine: Counts) -> list[str]:
    """What there is, in a line each."""
    say = ctx.texts
    lines = []
    if mine.known:
        lines.append(say("mydata-about"))
    if mine.responses:
        lines.append(say("mydata-responses", count=mine.responses, versions=mine.versions))
    if mine.shared:
        lines.append(say("mydata-shared", count=len(mine.shared)))
    if mine.disputes:
        lines.append(say("mydata-disputes", count=mine.disputes))
    if mine.recipient:
        lines.append(say("mydata-outside", recipient=mine.recipient))
    if mine.draft:
        lines.append(say("mydata-draft", count=mine.draft))
    if mine.interviews:
        lines.append(say("mydata-interviews", count=mine.interviews))
    if mine.practised:
        lines.append(say("mydata-practised", count=mine.practised))
    if mine.messages:
        lines.append(say("mydata-messages", count=mine.messages))
    return lines


def _export(ctx: Context, mine: Mine) -> Reply:
    data = msgspec.json.format(msgspec.json.encode(_readable(mine)), indent=2)
    file = File(f"senpai-mydata-{ctx.now:%Y-%m-%d}.json", data)
    return Reply(ctx.texts("mydata-exported"), files=(file,), to="dm")


def _disputes(ctx: Context, mine: Sequence[Dispute]) -> Reply:
    """As lines that `senpai feedback --evaluate` reads."""
    if not mine:
        return Reply(ctx.texts("mydata-no-disputes"))
    data = msgspec.json.Encoder().encode_lines([each.labelled() for each in mine])
    file = File(f"senpai-disputes-{ctx.now:%Y-%m-%d}.jsonl", data)
    return Reply(ctx.texts("mydata-disputes-exported"), files=(file,), to="dm")


def _readable(mine: Mine) -> dict[str, Any]:
    """Moments in UTC, as ISO 8601."""
    responses = [
        {
            "role": each.slug,
            "question": {"id": each.question, "text": each.asked_as, "language": each.lang},
            "text": each.text,
            "version": each.version,
            "created_at": each.created_at,
            "changed_at": each.changed_at,
            "daily_question": each.asked,
            "workspace": each.workspace,
            "shared": bool(each.shared),
            "interview": each.interview,
            "found_by_point": each.judged,
            "id": each.id,
            "former_versions": former,
        }
        for each, former in mine.responses
    ]
    draft = mine.draft and {
        "for": mine.draft.line,
        "messages": [text for _, text in mine.draft.parts],
        "changed_at": mine.draft.changed_at,
    }
    written = [
        {"at": each.at, "message": msgspec.Raw(each.reply.encode())} for each in mine.messages
    ]
    return {
        "person": mine.about,
        "responses": responses,
        "disputes": [each.labelled() for each in mine.disputes],
        "draft": draft,
        "interviews": [_interview(each) for each in mine.interviews],
        "practised": [_raw(each) for each in mine.practised],
        "planned": mine.planned,
        "messages": written,
        "roles_in_workspaces": mine.roles,
    }


def _interview(kept: Interviewed) -> dict[str, Any]:
    return {**_raw(kept), "shared": kept.shared}


def _raw(kept: Kept) -> dict[str, Any]:
    return {"at": kept.at, "value": msgspec.Raw(kept.value.encode())}


MYDATA = Command(
    "mydata",
    run,
    params=(Param("do", "choice", choices=_ACTIONS, read=read_action),),
    writes=True,
)
