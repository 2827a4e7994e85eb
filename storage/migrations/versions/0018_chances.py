"""Examples for which somebody had no opportunity yet."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
_ID = sa.String(64)
_NAME = sa.String(255)


def upgrade():
    op.create_table(
        "chances",
        sa.Column("workspace_id", _ID, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("subject_id", _ID, nullable=False),
        sa.Column("manager_id", _ID, nullable=True),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("framework", _ID, nullable=False),
        sa.Column("competency", _NAME, nullable=False),
        sa.Column("behaviour", _NAME, nullable=False),
        sa.Column("marked_on", sa.Date, nullable=False),
        sa.Column("marked_at", _INSTANT, nullable=False),
        sa.Column("end", sa.String(32), nullable=True),
        sa.Column("ended_at", _INSTANT, nullable=True),
        sa.Column("word", sa.LargeBinary, nullable=True),
        *(_person("chances", name) for name in ("subject_id", "manager_id", "author_id")),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_chances_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_chances")),
    )
    op.create_index("ix_chances_subject", "chances", ["workspace_id", "subject_id", "marked_on"])
    op.create_index("ix_chances_manager", "chances", ["workspace_id", "manager_id", "ended_at"])


def _person(table, column):
    return sa.ForeignKeyConstraint(
        ["workspace_id", column],
        ["people.workspace_id", "people.id"],
        name=op.f(f"fk_{table}_workspace_id_{column}"),
    )
