"""Whom members named to read something of theirs, and what is shown to each."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
_ID = sa.String(64)


def upgrade():
    op.create_table(
        "named_readers",
        sa.Column("workspace_id", _ID, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("owner_id", _ID, nullable=False),
        sa.Column("reader_id", _ID, nullable=False),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("notes", "plan", "summaries", "level")),
        sa.Column("named_at", _INSTANT, nullable=False),
        sa.Column("ends_at", _INSTANT, nullable=False),
        sa.Column("ended_at", _INSTANT, nullable=True),
        *(
            sa.ForeignKeyConstraint(
                ["workspace_id", name],
                ["people.workspace_id", "people.id"],
                name=op.f(f"fk_named_readers_workspace_id_{name}"),
            )
            for name in ("owner_id", "reader_id")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_named_readers_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_named_readers")),
    )
    op.create_index("ix_named_readers_owner", "named_readers", ["workspace_id", "owner_id"])
    op.create_index("ix_named_readers_reader", "named_readers", ["workspace_id", "reader_id"])
    op.create_table(
        "shown_things",
        sa.Column("workspace_id", _ID, nullable=False),
        sa.Column("naming_id", _ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("thing_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "naming_id"],
            ["named_readers.workspace_id", "named_readers.id"],
            name=op.f("fk_shown_things_workspace_id_naming_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_shown_things_workspace_id")
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id", "naming_id", "kind", "thing_id", name=op.f("pk_shown_things")
        ),
    )
    op.create_index("ix_shown_things_thing", "shown_things", ["workspace_id", "kind", "thing_id"])
