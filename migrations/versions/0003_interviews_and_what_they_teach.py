"""interviews and what they teach"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cards",
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("tenant", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("slug", sa.String(length=40), nullable=False),
        sa.Column("question", sa.String(length=60), nullable=False),
        sa.Column("point", sa.String(length=20), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "tenant", "person", "slug", "question", "point"),
    )
    with op.batch_alter_table("cards", schema=None) as batch_op:
        batch_op.create_index(
            "ix_cards_due", ["platform", "tenant", "person", "due_at"], unique=False
        )

    op.create_table(
        "interviews",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("platform", sa.String(length=20), nullable=False),
        sa.Column("tenant", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("workspace", sa.String(length=64), nullable=False),
        sa.Column("place", sa.String(length=10), nullable=False),
        sa.Column("live", sa.String(length=3), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), server_default="", nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("interviews", schema=None) as batch_op:
        batch_op.create_index(
            "ix_interviews_person", ["platform", "tenant", "person", "begun_at"], unique=False
        )
        batch_op.create_index(
            "uq_interviews_live", ["platform", "tenant", "person", "live"], unique=True
        )

    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("goal", sa.String(length=40), server_default="", nullable=False)
        )

    with op.batch_alter_table("responses", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("interview", sa.String(length=16), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("judged", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("responses", schema=None) as batch_op:
        batch_op.drop_column("judged")
        batch_op.drop_column("interview")

    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_column("goal")

    with op.batch_alter_table("interviews", schema=None) as batch_op:
        batch_op.drop_index("uq_interviews_live")
        batch_op.drop_index("ix_interviews_person")

    op.drop_table("interviews")
    with op.batch_alter_table("cards", schema=None) as batch_op:
        batch_op.drop_index("ix_cards_due")

    op.drop_table("cards")
