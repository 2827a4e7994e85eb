"""Kudos for several people at once share an id, and details may be added; how one’s kudos begin."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
_FLAG = sa.Boolean(create_constraint=False)


def upgrade():
    op.add_column("kudos", sa.Column("event_id", sa.String(64), nullable=True))
    op.execute("UPDATE kudos SET event_id = id")
    with op.batch_alter_table("kudos") as kudos:
        kudos.alter_column("event_id", existing_type=sa.String(64), nullable=False)
    for name in ("situation", "effect", "link"):
        op.add_column("kudos", sa.Column(name, sa.LargeBinary, nullable=True))
    op.add_column("kudos", sa.Column("detailed_at", _INSTANT, nullable=True))
    op.create_index("ix_kudos_event", "kudos", ["workspace_id", "event_id"])
    op.add_column("preferences", sa.Column("gives_publicly", _FLAG, nullable=True))
    op.execute(sa.table("preferences", sa.column("gives_publicly", _FLAG)).update().values(gives_publicly=False))
    with op.batch_alter_table("preferences") as preferences:
        preferences.alter_column("gives_publicly", existing_type=_FLAG, nullable=False)
