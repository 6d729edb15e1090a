"""disputes, and what people agree to"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "disputes",
        sa.Column("response", sa.String(length=16), nullable=False),
        sa.Column("point_id", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("point", sa.Text(), nullable=False),
        sa.Column("cues", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["response"], ["responses.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("response", "point_id"),
    )
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.add_column(sa.Column("outside", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("disputes", sa.String(length=10), server_default="", nullable=False)
        )


def downgrade() -> None:
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_column("disputes")
        batch_op.drop_column("outside")

    op.drop_table("disputes")
