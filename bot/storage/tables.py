"""The tables."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Index, Integer, String, Text, TypeDecorator
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
    """A person, as the platform told of them. The key is the same in every place they speak."""

    __tablename__ = "persons"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    tenant: Mapped[str] = mapped_column(String(64), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), default="")
    locale: Mapped[str] = mapped_column(String(20), default="")
    timezone: Mapped[str] = mapped_column(String(64), default="")
    seen_at: Mapped[datetime]


class EventRow(Base):
    """An event that changed something, so that its second delivery changes nothing."""

    __tablename__ = "events"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(index=True)


class OutboxRow(Base):
    """A post that must go out once.

    state: pending, sending (under a lease), done, failed (the platform refuses), or unsure
    (it may have gone out, and the platform can't tell).
    """

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_due", "state", "due_at"),)

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    platform: Mapped[str] = mapped_column(String(20))
    tenant: Mapped[str] = mapped_column(String(64))
    workspace: Mapped[str] = mapped_column(String(64))
    channel: Mapped[str] = mapped_column(String(64))
    thread: Mapped[str | None] = mapped_column(String(64))
    reply: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), default="pending")
    due_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(Integer, default=0)
    sent_id: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]


class LaterRow(Base):
    """A command line to run at a moment, for a person or in a channel. Claimed by lease."""

    __tablename__ = "later"

    key: Mapped[str] = mapped_column(String(128), primary_key=True)
    due_at: Mapped[datetime] = mapped_column(index=True)
    lease_until: Mapped[datetime | None]
    platform: Mapped[str] = mapped_column(String(20))
    tenant: Mapped[str] = mapped_column(String(64))
    workspace: Mapped[str] = mapped_column(String(64), default="")
    channel: Mapped[str] = mapped_column(String(64), default="")
    person: Mapped[str] = mapped_column(String(64), default="")
    run: Mapped[str] = mapped_column(String(90))
