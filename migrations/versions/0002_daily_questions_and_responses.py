"""daily questions and responses"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "asked",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("tenant", sa.String(length=64), nullable=False),
        sa.Column("workspace", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("date", sa.String(length=10), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("slug", sa.String(length=40), nullable=False),
        sa.Column("question", sa.String(length=60), nullable=False),
        sa.Column("lang", sa.String(length=20), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("asked", schema=None) as batch_op:
        batch_op.create_index(
            "uq_asked_date", ["platform", "workspace", "channel", "date"], unique=True
        )

    op.create_table(
        "budgets",
        sa.Column("scope", sa.String(length=100), nullable=False),
        sa.Column("free_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("scope"),
    )
    op.create_table(
        "channels",
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("workspace", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("tenant", sa.String(length=64), nullable=False),
        sa.Column("lang", sa.String(length=20), nullable=False),
        sa.Column("time", sa.String(length=5), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("holidays", sa.String(length=10), nullable=False),
        sa.Column("days_off", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("category", sa.String(length=64), nullable=False),
        sa.Column("tolerance", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("admin", sa.String(length=64), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("last", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "workspace", "channel"),
    )
    op.create_table(
        "documents",
        sa.Column("slug", sa.String(length=40), nullable=False),
        sa.Column("lang", sa.String(length=20), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.Column("renames", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("slug", "lang"),
    )
    op.create_table(
        "drafts",
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("tenant", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("line", sa.String(length=90), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "tenant", "person"),
    )
    op.create_table(
        "managers",
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("workspace", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("platform", "workspace", "person"),
    )
    op.create_table(
        "responses",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("tenant", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("workspace", sa.String(length=64), nullable=False),
        sa.Column("asked", sa.String(length=16), nullable=True),
        sa.Column("slug", sa.String(length=40), nullable=False),
        sa.Column("question", sa.String(length=60), nullable=False),
        sa.Column("lang", sa.String(length=20), nullable=False),
        sa.Column("asked_as", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("shared", sa.String(length=64), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("responses", schema=None) as batch_op:
        batch_op.create_index("ix_responses_asked", ["asked"], unique=False)
        batch_op.create_index(
            "ix_responses_person", ["platform", "tenant", "person", "created_at"], unique=False
        )
        batch_op.create_index(
            "uq_responses_asked", ["platform", "tenant", "person", "asked"], unique=True
        )

    op.create_table(
        "workspaces",
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("workspace", sa.String(length=64), nullable=False),
        sa.Column("left_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "workspace"),
    )
    op.create_table(
        "versions",
        sa.Column("response", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["response"], ["responses.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("response", "version"),
    )
    with op.batch_alter_table("later", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("lang", sa.String(length=20), server_default="ja", nullable=False)
        )
        batch_op.add_column(sa.Column("tries", sa.Integer(), server_default="0", nullable=False))
        batch_op.create_index("ix_later_person", ["platform", "tenant", "person"], unique=False)
        batch_op.create_index("ix_later_place", ["platform", "workspace", "channel"], unique=False)

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("action", sa.String(length=10), server_default="post", nullable=False)
        )
        batch_op.add_column(
            sa.Column("person", sa.String(length=64), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("lang", sa.String(length=20), server_default="ja", nullable=False)
        )
        batch_op.add_column(
            sa.Column("target", sa.String(length=64), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("sent_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("expires_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("note_after", sa.DateTime(), nullable=True))
        batch_op.add_column(
            sa.Column("note", sa.String(length=200), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("otherwise", sa.String(length=90), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("error", sa.String(length=64), server_default="", nullable=False)
        )
        batch_op.create_index("ix_outbox_person", ["platform", "tenant", "person"], unique=False)
        batch_op.create_index("ix_outbox_place", ["platform", "workspace", "channel"], unique=False)

    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("chosen_locale", sa.String(length=20), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("chosen_timezone", sa.String(length=64), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("reminders", sa.Boolean(), server_default=sa.true(), nullable=False)
        )
        batch_op.add_column(sa.Column("consented_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("nudged_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_column("nudged_at")
        batch_op.drop_column("consented_at")
        batch_op.drop_column("reminders")
        batch_op.drop_column("chosen_timezone")
        batch_op.drop_column("chosen_locale")

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_place")
        batch_op.drop_index("ix_outbox_person")
        batch_op.drop_column("error")
        batch_op.drop_column("otherwise")
        batch_op.drop_column("note")
        batch_op.drop_column("note_after")
        batch_op.drop_column("expires_at")
        batch_op.drop_column("sent_at")
        batch_op.drop_column("target")
        batch_op.drop_column("lang")
        batch_op.drop_column("person")
        batch_op.drop_column("action")

    with op.batch_alter_table("later", schema=None) as batch_op:
        batch_op.drop_index("ix_later_place")
        batch_op.drop_index("ix_later_person")
        batch_op.drop_column("tries")
        batch_op.drop_column("lang")

    op.drop_table("versions")
    op.drop_table("workspaces")
    with op.batch_alter_table("responses", schema=None) as batch_op:
        batch_op.drop_index("uq_responses_asked")
        batch_op.drop_index("ix_responses_person")
        batch_op.drop_index("ix_responses_asked")

    op.drop_table("responses")
    op.drop_table("managers")
    op.drop_table("drafts")
    op.drop_table("documents")
    op.drop_table("channels")
    op.drop_table("budgets")
    with op.batch_alter_table("asked", schema=None) as batch_op:
        batch_op.drop_index("uq_asked_date")

    op.drop_table("asked")
