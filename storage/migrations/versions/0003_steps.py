"""First steps that were offered or skipped, so that each is offered by message once; kudos by who gave them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade():
    op.create_table(
        "steps",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("step", sa.String(32), nullable=False),
        sa.Column("offered_at", _INSTANT, nullable=True),
        sa.Column("delivery_id", sa.String(64), nullable=True),
        sa.Column("skipped_at", _INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "person_id"],
            ["people.workspace_id", "people.id"],
            name=op.f("fk_steps_workspace_id_person_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_steps_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", "step", name=op.f("pk_steps")),
    )
    op.create_index("ix_kudos_giver", "kudos", ["workspace_id", "giver_id"])
