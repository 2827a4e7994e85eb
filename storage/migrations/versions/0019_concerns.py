"""Single things that their receivers showed to a People lead."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
_ID = sa.String(64)


def upgrade():
    op.create_table(
        "concerns",
        *(sa.Column(name, _ID, nullable=False) for name in ("workspace_id", "id", "owner_id", "lead_id")),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("thing_id", _ID, nullable=False),
        sa.Column("shown_at", _INSTANT, nullable=False),
        sa.Column("opened_at", _INSTANT, nullable=True),
        sa.Column("taken_back_at", _INSTANT, nullable=True),
        *(
            sa.ForeignKeyConstraint(
                ["workspace_id", name],
                ["people.workspace_id", "people.id"],
                name=op.f(f"fk_concerns_workspace_id_{name}"),
            )
            for name in ("owner_id", "lead_id")
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_concerns_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_concerns")),
    )
    op.create_index("ix_concerns_owner", "concerns", ["workspace_id", "owner_id", "shown_at"])
