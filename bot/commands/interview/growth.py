"""What was gained in an interview, shared with a channel and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import storage
from bot.coaching import summary
from bot.command import Context, UserError
from bot.messages import Button, Reply
from bot.views import interview_end, sharing

if TYPE_CHECKING:
    from bot.storage.interviews import Held


async def growth(ctx: Context, held: Held, more: list[str]) -> list[Reply]:
    """What may be shared, for a look; and in a channel, its sharing, until it is withdrawn."""
    if more == ["withdraw"]:
        return await _withdraw(ctx, held)
    past = await storage.interviews.past(ctx.db, ctx.request.person)
    interview = held.interview
    own = summary.summarise(interview)
    earlier = past[past.index(own) + 1 :] if own in past else past
    card = interview_end.shared(ctx, interview, summary.compare(own, earlier))
    here = ctx.request.place in ("channel", "thread")
    keys = [key for key in held.shared if await sharing.stands(ctx, key)]
    place = f"growth-{interview.id}-{_here(ctx)}"
    already = here and any(key.startswith(place) for key in keys)
    run = f"/interview growth {interview.id}"
    withdraw = Button(ctx.texts("answers-withdraw"), f"{run} withdraw")
    if more != ["post"]:
        post = Button(ctx.texts("interview-post"), f"{run} post", style="primary")
        buttons = (*([post] if here and not already else ()), *([withdraw] if keys else ()))
        name = "interview-preview" if here else "interview-preview-elsewhere"
        return [Reply(ctx.texts("share-already" if already else name), card, buttons)]
    if not here:
        raise UserError("share-not-here")
    if already:
        return [Reply(ctx.texts("share-already"), buttons=(withdraw,))]
    # What was shared, withdrawn and shared again is another post to the platform.
    key = f"{place}-{int(ctx.now.timestamp()):x}"
    by = ctx.texts("share-by", name=ctx.request.person.name or ctx.request.person.id)
    await ctx.outbox.post(key, Reply(by, card, to="here"))
    await storage.interviews.share(ctx.db, ctx.request.person, interview.id, [*keys, key])
    return [Reply(ctx.texts("share-done"), buttons=(withdraw,))]


def _here(ctx: Context) -> str:
    """Stands for the channel in what is kept of the person; its id is the workspace's."""
    request = ctx.request
    place = (request.person.platform, request.workspace, request.channel)
    return storage.channels.digest(*place).hex()[:12]


async def _withdraw(ctx: Context, held: Held) -> list[Reply]:
    """Takes what was gained away again, wherever it was shared."""
    said = [await sharing.withdraw(ctx, key, waiting=True) for key in held.shared]
    await storage.interviews.share(ctx.db, ctx.request.person, held.interview.id, ())
    said = list(dict.fromkeys(said)) or ["answers-withdrawn"]
    return [Reply("\n".join(map(ctx.texts, said)))]
