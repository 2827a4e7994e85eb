"""1:1s that were moved, skipped, paused, and whether one happened."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade():
    op.create_table(
        "meetings",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("pair_id", sa.String(64), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=True),
        sa.Column("moved_at", sa.Time(), nullable=True),
        sa.Column("is_skipped", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("changed_by", sa.String(64), nullable=True),
        sa.Column("happened", sa.Boolean(create_constraint=False), nullable=True),
        sa.Column("answered_by", sa.String(64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "answered_by"],
            ["people.workspace_id", "people.id"],
            name=op.f("fk_meetings_workspace_id_answered_by"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "changed_by"],
            ["people.workspace_id", "people.id"],
            name=op.f("fk_meetings_workspace_id_changed_by"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "pair_id"],
            ["pairs.workspace_id", "pairs.id"],
            name=op.f("fk_meetings_workspace_id_pair_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_meetings_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "pair_id", "on", name=op.f("pk_meetings")),
    )
    op.add_column("pairs", sa.Column("paused_until", sa.Date(), nullable=True))
