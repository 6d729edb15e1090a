"""posts that show what was gained in an interview"""

from __future__ import annotations

import json
from collections import defaultdict

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("interviews", schema=None) as batch_op:
        batch_op.add_column(sa.Column("shared", sa.Text(), server_default="", nullable=False))
    _note_posts()


def _note_posts() -> None:
    """The posts that there are: their keys say of which interview they are."""
    outbox = sa.table("outbox", sa.column("key", sa.String))
    interviews = sa.table("interviews", sa.column("id", sa.String), sa.column("shared", sa.Text))
    connection = op.get_bind()
    posted = defaultdict(list)
    for key in connection.scalars(sa.select(outbox.c.key).where(outbox.c.key.like("growth-%"))):
        posted[key.split("-")[1]].append(key)
    for id, keys in posted.items():
        noted = sa.update(interviews).where(interviews.c.id == id)
        connection.execute(noted.values(shared=json.dumps(keys)))


def downgrade() -> None:
    with op.batch_alter_table("interviews", schema=None) as batch_op:
        batch_op.drop_column("shared")
