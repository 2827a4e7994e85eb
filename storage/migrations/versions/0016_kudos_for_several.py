"""Kudos for several people at once: each has kudos of their own, and what was one act shares an id."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade():
    op.add_column("kudos", sa.Column("event_id", sa.String(64), nullable=True))
    op.execute("UPDATE kudos SET event_id = id")
    with op.batch_alter_table("kudos") as kudos:
        kudos.alter_column("event_id", existing_type=sa.String(64), nullable=False)
    op.create_index("ix_kudos_event", "kudos", ["workspace_id", "event_id"])
