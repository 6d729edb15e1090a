"""`/answers`: one's own responses, to read, share, withdraw and delete."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from bot import storage
from bot.command import Command, Context, Param, UserError
from bot.messages import Button, Reply
from bot.views import agreements, answering, responses, sharing
from bot.views.pick import pick

if TYPE_CHECKING:
    from bot.storage.asked import Asked
    from bot.storage.responses import Response


_DISPUTE = "dispute"
_LONGEST_VERSION = 8


async def run(ctx: Context) -> list[Reply]:
    words = ctx.values.get("role", "")
    do, _, rest = words.partition(" ")
    id, _, version = rest.partition(" ")
    if do in (*_DOES, _DISPUTE) and answering.RESPONSE.fullmatch(id):
        response = await storage.responses.get(ctx.db, ctx.request.person, id)
        if response is None:
            raise UserError("answer-not-found")
        if do == _DISPUTE:
            return await _dispute(ctx, response, version)
        known = version.isdecimal() and len(version) <= _LONGEST_VERSION
        return [await _DOES[do](ctx, response, int(version) if known else 0)]
    return [await _list(ctx, words)]


async def _list(ctx: Context, query: str) -> Reply:
    roles = await storage.responses.roles(ctx.db, ctx.request.person)
    slug = query
    if query and query not in dict(roles):
        picked = pick(ctx, query, lambda slug: f"/answers {slug}")
        if isinstance(picked, Reply):
            return picked
        slug = picked.slug
    return await responses.listed(ctx, roles, slug)


async def _show(ctx: Context, response: Response, version: int) -> Reply:
    return await responses.one(ctx, response, version)


async def _edit(ctx: Context, response: Response, _: int) -> Reply:
    return (await ctx.call(f"/answer {response.id}"))[0]


async def _share(ctx: Context, response: Response, _: int) -> Reply:
    """Exactly what others will see, for one more look."""
    say, asked = ctx.texts, await _asked(ctx, response)
    if await sharing.is_shared(ctx, response):
        return await responses.one(ctx, response, text=say("answers-shared-already"))
    shown = sharing.post(ctx, response, asked)
    buttons = (
        Button(
            say("answers-post"), f"/answers post {response.id} {response.version}", "", "primary"
        ),
        Button(say("answers-keep"), f"/answers show {response.id}"),
    )
    return Reply(f"{say('answers-preview')}\n\n{shown.text}", shown.card, buttons)


async def _post(ctx: Context, response: Response, version: int) -> Reply:
    """Shares what the person looked at: another version is shown to them first."""
    say, asked = ctx.texts, await _asked(ctx, response)
    if version != response.version or await sharing.is_shared(ctx, response):
        return await _share(ctx, response, 0)
    await sharing.share(ctx, response, asked)
    withdraw = Button(say("answers-withdraw"), f"/answers withdraw {response.id}")
    return Reply(say("answers-posted"), buttons=(withdraw,))


async def _withdraw(ctx: Context, response: Response, _: int) -> Reply:
    said = await sharing.withdraw(ctx, response.shared, waiting=True)
    await storage.responses.share(ctx.db, ctx.request.person, response.id, "")
    show = Button(ctx.texts("answer-own"), f"/answers show {response.id}")
    return Reply(ctx.texts(said), buttons=(show,))


async def _delete(ctx: Context, response: Response, _: int) -> Reply:
    say = ctx.texts
    buttons = (
        Button(say("answers-delete"), f"/answers remove {response.id}", style="danger"),
        Button(say("answers-keep"), f"/answers show {response.id}"),
    )
    return Reply(say("answers-delete-asked"), buttons=buttons)


async def _remove(ctx: Context, response: Response, _: int) -> Reply:
    said = [ctx.texts("answers-deleted")]
    if response.shared:
        said.append(ctx.texts(await sharing.withdraw(ctx, response.shared)))
    await storage.responses.remove(ctx.db, ctx.request.person, response.id)
    return Reply("\n".join(said), buttons=(Button(ctx.texts("answers-all"), "/answers"),))


async def _dispute(ctx: Context, response: Response, point: str) -> list[Reply]:
    """「書いたつもりです」: the point counts as covered, for progress and memory."""
    if response.judged.get(point, "covered") == "covered":
        return [await responses.one(ctx, response)]
    person, key = ctx.request.person, (response.slug, response.question, point)
    judged = {**response.judged, point: "covered"}
    await storage.responses.judge(ctx.db, person, response.id, judged)
    await storage.cards.correct(ctx.db, person, key, f"response/{response.id}", ctx.now)
    await _note(ctx, response, point)
    return [Reply(ctx.texts("interview-note-disputed")), *await agreements.ask_disputes(ctx)]


async def _note(ctx: Context, response: Response, point: str) -> None:
    """Keeps what a scorer can learn from it, where the document still has the question."""
    question = (await answering.find(ctx, response.id)).question
    for each in question.points if question else ():
        if question and each.id == point:
            told = storage.disputes.Dispute(question.text, each.text, each.cues, response.text)
            await storage.disputes.add(ctx.db, response.id, response.version, point, told, ctx.now)


async def _asked(ctx: Context, response: Response) -> Asked:
    """The question in whose channel the person is. Raises UserError where they are not."""
    asked = await storage.asked.get(ctx.db, response.asked) if response.asked else None
    if asked is None or not sharing.may(ctx, asked):
        raise UserError("answers-share-not-here")
    return asked


_DOES: Mapping[str, Callable[[Context, Response, int], Awaitable[Reply]]] = {
    "show": _show,
    "edit": _edit,
    "share": _share,
    "post": _post,
    "withdraw": _withdraw,
    "delete": _delete,
    "remove": _remove,
}


def _will_post(values: Mapping[str, str]) -> bool:
    return values.get("role", "").startswith("post ")


ANSWERS = Command(
    "answers",
    run,
    params=(Param("role", "role"), Param("page", "number")),
    writes=True,
    posts=_will_post,
)


async def withdraw(ctx: Context) -> list[Reply]:
    """Takes a post away that was being sent when it was withdrawn."""
    await sharing.withdraw(ctx, ctx.values.get("key", ""))
    return []


WITHDRAW = Command(
    "withdraw", withdraw, params=(Param("key"),), later=True, listed=False, writes=True
)
