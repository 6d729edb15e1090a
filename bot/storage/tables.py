"""The tables."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    TypeDecorator,
    true,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class UtcTime(TypeDecorator[datetime]):
    """A moment, in UTC and aware of it, on databases that know no time zones too."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None else None


class Base(DeclarativeBase):
    type_annotation_map = {datetime: UtcTime}  # noqa: RUF012 - SQLAlchemy's way


class PersonRow(Base):
    """A person, as the platform told of them. The key is the same in every place they speak.

    chosen_…: what they set themselves, which goes before what the platform says.
    goal: the slug of the role that they head for, `-` for undecided, or empty.
    consented_at: when they agreed that answers are kept. nudged_at: when Senpai last wrote to
    them of its own accord. outside: to whom they agreed that answers are sent to be judged, or
    empty. disputes: whether the operator may take out what they disputed: yes, no, asked (without
    an answer so far), or empty.
    """

    __tablename__ = "persons"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    tenant: Mapped[str] = mapped_column(String(64), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), default="")
    locale: Mapped[str] = mapped_column(String(20), default="")
    timezone: Mapped[str] = mapped_column(String(64), default="")
    seen_at: Mapped[datetime]
    chosen_locale: Mapped[str] = mapped_column(String(20), default="", server_default="")
    chosen_timezone: Mapped[str] = mapped_column(String(64), default="", server_default="")
    goal: Mapped[str] = mapped_column(String(40), default="", server_default="")
    reminders: Mapped[bool] = mapped_column(Boolean, default=True, server_default=true())
    consented_at: Mapped[datetime | None]
    nudged_at: Mapped[datetime | None]
    outside: Mapped[str] = mapped_column(Text, default="", server_default="")
    disputes: Mapped[str] = mapped_column(String(10), default="", server_default="")


class EventRow(Base):
    """An event that changed something, so that its second delivery changes nothing."""

    __tablename__ = "events"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(index=True)


class OutboxRow(Base):
    """A post that must go out once, a change to one, or its removal.

    action: post, edit or delete; the latter two are done to the message `target`.
    state: pending, sending (under a lease), done, failed (the platform refuses), unsure (it may
    have gone out, and the platform can't tell) or expired (not sent before `expires_at`).
    note: stands above the post if it goes out after `note_after`.
    otherwise: a command line to run where it failed. error: names the
    sentence that says why, and what that names (a permission, a scope).
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_due", "state", "due_at"),
        Index("ix_outbox_place", "platform", "workspace", "channel"),
        Index("ix_outbox_person", "platform", "tenant", "person"),
    )

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    action: Mapped[str] = mapped_column(String(10), default="post", server_default="post")
    platform: Mapped[str] = mapped_column(String(20))
    tenant: Mapped[str] = mapped_column(String(64))
    workspace: Mapped[str] = mapped_column(String(64))
    channel: Mapped[str] = mapped_column(String(64))
    thread: Mapped[str | None] = mapped_column(String(64))
    person: Mapped[str] = mapped_column(String(64), default="", server_default="")
    lang: Mapped[str] = mapped_column(String(20), default="ja", server_default="ja")
    target: Mapped[str] = mapped_column(String(64), default="", server_default="")
    reply: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), default="pending")
    due_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(Integer, default=0)
    sent_id: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    note_after: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(String(200), default="", server_default="")
    otherwise: Mapped[str] = mapped_column(String(90), default="", server_default="")
    error: Mapped[str] = mapped_column(String(64), default="", server_default="")


class BudgetRow(Base):
    """From when on the next post of a scope may go out, for all processes."""

    __tablename__ = "budgets"

    scope: Mapped[str] = mapped_column(String(100), primary_key=True)
    free_at: Mapped[datetime]


class LaterRow(Base):
    """A command line to run at a moment, for a person or in a channel. Claimed by lease."""

    __tablename__ = "later"
    __table_args__ = (
        Index("ix_later_place", "platform", "workspace", "channel"),
        Index("ix_later_person", "platform", "tenant", "person"),
    )

    key: Mapped[str] = mapped_column(String(128), primary_key=True)
    due_at: Mapped[datetime] = mapped_column(index=True)
    lease_until: Mapped[datetime | None]
    platform: Mapped[str] = mapped_column(String(20))
    tenant: Mapped[str] = mapped_column(String(64))
    workspace: Mapped[str] = mapped_column(String(64), default="")
    channel: Mapped[str] = mapped_column(String(64), default="")
    person: Mapped[str] = mapped_column(String(64), default="")
    lang: Mapped[str] = mapped_column(String(20), default="ja", server_default="ja")
    run: Mapped[str] = mapped_column(String(90))
    tries: Mapped[int] = mapped_column(Integer, default=0, server_default="0")


class DocumentRow(Base):
    """The questions of a role document as they were last served, so that their ids outlive edits.

    questions, renames: JSON of a bot.library.carry.Memory.
    """

    __tablename__ = "documents"

    slug: Mapped[str] = mapped_column(String(40), primary_key=True)
    lang: Mapped[str] = mapped_column(String(20), primary_key=True)
    questions: Mapped[str] = mapped_column(Text)
    renames: Mapped[str] = mapped_column(Text)


class ChannelRow(Base):
    """The daily question of a channel.

    time: wall clock, HH:MM. weekdays: seven of 0 and 1 from Monday on. holidays: whose, a code
    of the holidays library, or empty. days_off, roles: JSON lists. category: of the roles, or
    empty. tolerance: minutes. state: active, paused (by a person) or refused (by the platform).
    reason: why it was refused, as OutboxRow.error. admin: who set it up.
    last: the local date that was asked or skipped last. round: how often all questions were
    asked. seed: makes the order of questions the channel's own.
    """

    __tablename__ = "channels"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    workspace: Mapped[str] = mapped_column(String(64), primary_key=True)
    channel: Mapped[str] = mapped_column(String(64), primary_key=True)
    tenant: Mapped[str] = mapped_column(String(64))
    lang: Mapped[str] = mapped_column(String(20))
    time: Mapped[str] = mapped_column(String(5))
    timezone: Mapped[str] = mapped_column(String(64))
    weekdays: Mapped[str] = mapped_column(String(7))
    holidays: Mapped[str] = mapped_column(String(10))
    days_off: Mapped[str] = mapped_column(Text)
    roles: Mapped[str] = mapped_column(Text)
    category: Mapped[str] = mapped_column(String(64))
    tolerance: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(String(64))
    admin: Mapped[str] = mapped_column(String(64))
    seed: Mapped[int] = mapped_column(BigInteger)
    round: Mapped[int] = mapped_column(Integer)
    last: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[datetime]


class ManagerRow(Base):
    """Somebody who may set up daily questions without being an administrator."""

    __tablename__ = "managers"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    workspace: Mapped[str] = mapped_column(String(64), primary_key=True)
    person: Mapped[str] = mapped_column(String(64), primary_key=True)


class WorkspaceRow(Base):
    """A workspace that Senpai was removed from, and when."""

    __tablename__ = "workspaces"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    workspace: Mapped[str] = mapped_column(String(64), primary_key=True)
    left_at: Mapped[datetime]


class AskedRow(Base):
    """What became of a channel's question on a local date: one row a date, and so one post.

    state: asked (with the `reason` by-hand, where somebody wished for it at that moment), or
    skipped for `reason` (late, expired, no-questions). How its sending went stands in the outbox,
    under the key `daily-ID`.
    """

    __tablename__ = "asked"
    __table_args__ = (
        Index("uq_asked_date", "platform", "workspace", "channel", "date", unique=True),
    )

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    platform: Mapped[str] = mapped_column(String(20))
    tenant: Mapped[str] = mapped_column(String(64))
    workspace: Mapped[str] = mapped_column(String(64))
    channel: Mapped[str] = mapped_column(String(64))
    date: Mapped[str] = mapped_column(String(10))
    due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(String(20), default="")
    slug: Mapped[str] = mapped_column(String(40), default="")
    question: Mapped[str] = mapped_column(String(60), default="")
    lang: Mapped[str] = mapped_column(String(20))
    round: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime]


class ResponseRow(Base):
    """What a person answered to a question.

    asked: the daily question that it answers, else NULL. asked_as: the question's words when it
    was answered. shared: the outbox key of the post that shares it, or empty. version: counts
    from 1; former ones stand in `versions`. interview: the id of the one it was given in, or
    empty. judged: JSON of the verdicts by the ids of points, or empty where there are none.
    """

    __tablename__ = "responses"
    __table_args__ = (
        Index("ix_responses_person", "platform", "tenant", "person", "created_at"),
        Index("uq_responses_asked", "platform", "tenant", "person", "asked", unique=True),
        Index("ix_responses_asked", "asked"),
    )

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    platform: Mapped[str] = mapped_column(String(20))
    tenant: Mapped[str] = mapped_column(String(64))
    person: Mapped[str] = mapped_column(String(64))
    workspace: Mapped[str] = mapped_column(String(64))
    asked: Mapped[str | None] = mapped_column(String(16))
    slug: Mapped[str] = mapped_column(String(40))
    question: Mapped[str] = mapped_column(String(60))
    lang: Mapped[str] = mapped_column(String(20))
    asked_as: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(Integer)
    shared: Mapped[str] = mapped_column(String(64), default="", server_default="")
    interview: Mapped[str] = mapped_column(String(16), default="", server_default="")
    judged: Mapped[str] = mapped_column(Text, default="", server_default="")
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class VersionRow(Base):
    """What a response said before it was changed."""

    __tablename__ = "versions"

    response: Mapped[str] = mapped_column(
        String(16), ForeignKey("responses.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[int] = mapped_column(Integer, primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime]


class DisputeRow(Base):
    """A verdict of which a person says that it is wrong: they did touch on the point.

    version: of the response, that was judged. question, point: their words. point_id: the id.
    cues: JSON, the phrases that the point had.
    """

    __tablename__ = "disputes"

    response: Mapped[str] = mapped_column(
        String(16), ForeignKey("responses.id", ondelete="CASCADE"), primary_key=True
    )
    point_id: Mapped[str] = mapped_column(String(20), primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    question: Mapped[str] = mapped_column(Text)
    point: Mapped[str] = mapped_column(Text)
    cues: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]


class DraftRow(Base):
    """An answer that is being written in a DM, message by message. One a person.

    line: the command line that takes it when it is finished. parts: JSON, (message id, text).
    """

    __tablename__ = "drafts"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    tenant: Mapped[str] = mapped_column(String(64), primary_key=True)
    person: Mapped[str] = mapped_column(String(64), primary_key=True)
    line: Mapped[str] = mapped_column(String(90))
    parts: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime]


class InterviewRow(Base):
    """A mock interview. state, summary: JSON of bot.coaching's values.

    live: `yes` until it has ended, then NULL, so that a person has one at a time.
    place: dm, or here, in private messages of wherever they are. shared: JSON, the outbox keys of
    the posts that show what was gained, or empty.
    """

    __tablename__ = "interviews"
    __table_args__ = (
        Index("uq_interviews_live", "platform", "tenant", "person", "live", unique=True),
        Index("ix_interviews_person", "platform", "tenant", "person", "begun_at"),
    )

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    platform: Mapped[str] = mapped_column(String(20))
    tenant: Mapped[str] = mapped_column(String(64))
    person: Mapped[str] = mapped_column(String(64))
    workspace: Mapped[str] = mapped_column(String(64))
    place: Mapped[str] = mapped_column(String(10))
    live: Mapped[str | None] = mapped_column(String(3))
    state: Mapped[str] = mapped_column(Text)
    summary: Mapped[str] = mapped_column(Text, default="", server_default="")
    shared: Mapped[str] = mapped_column(Text, default="", server_default="")
    begun_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class CardRow(Base):
    """What a person has practised: a question (point: empty), or a point that was missed.

    card: JSON of bot.coaching.memory.
    """

    __tablename__ = "cards"
    __table_args__ = (Index("ix_cards_due", "platform", "tenant", "person", "due_at"),)

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    tenant: Mapped[str] = mapped_column(String(64), primary_key=True)
    person: Mapped[str] = mapped_column(String(64), primary_key=True)
    slug: Mapped[str] = mapped_column(String(40), primary_key=True)
    question: Mapped[str] = mapped_column(String(60), primary_key=True)
    point: Mapped[str] = mapped_column(String(20), primary_key=True)
    card: Mapped[str] = mapped_column(Text)
    due_at: Mapped[datetime]
