"""Where somebody wants to go, and the goals that take them there: in sealed bytes, as all private words."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0003"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade():
    op.create_table(
        "directions",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("more", sa.LargeBinary, nullable=True),
        sa.Column("next", sa.LargeBinary, nullable=True),
        sa.Column("one_day", sa.LargeBinary, nullable=True),
        sa.Column("shared_with", sa.String(64), nullable=True),
        sa.Column("written_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "person_id"],
            ["people.workspace_id", "people.id"],
            name=op.f("fk_directions_workspace_id_person_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_directions_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name=op.f("pk_directions")),
    )
    op.create_table(
        "goals",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("owner_id", sa.String(64), nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("sign", sa.LargeBinary, nullable=False),
        sa.Column("framework", sa.String(64), nullable=True),
        sa.Column("competency", sa.String(255), nullable=True),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("shared_with", sa.String(64), nullable=True),
        sa.Column("written_at", _INSTANT, nullable=False),
        sa.Column("end", sa.String(32), nullable=True),
        sa.Column("learned", sa.LargeBinary, nullable=True),
        sa.Column("ended_at", _INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "owner_id"],
            ["people.workspace_id", "people.id"],
            name=op.f("fk_goals_workspace_id_owner_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_goals_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_goals")),
    )
    op.create_index("ix_goals_owner", "goals", ["workspace_id", "owner_id", "ended_at"])
