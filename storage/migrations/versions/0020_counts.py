"""What was told of how many people had no opportunity yet."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
_ID = sa.String(64)


def upgrade():
    op.create_table(
        "count_reports",
        sa.Column("workspace_id", _ID, nullable=False),
        sa.Column("quarter", sa.String(16), nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        sa.Column("made_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_count_reports_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "quarter", name=op.f("pk_count_reports")),
    )
