"""What suggested skills learn from, as counts; and who wants no hints on wording."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade():
    op.create_table(
        "suggestion_counts",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("competency", sa.String(255), nullable=False),
        sa.Column("is_public", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("feature", sa.Integer(), nullable=False),
        sa.Column("pieces", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "person_id"],
            ["people.workspace_id", "people.id"],
            name=op.f("fk_suggestion_counts_workspace_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_suggestion_counts_workspace_id")
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id",
            "person_id",
            "competency",
            "is_public",
            "feature",
            name=op.f("pk_suggestion_counts"),
        ),
    )
    op.create_index(
        "ix_suggestion_counts_feature", "suggestion_counts", ["workspace_id", "competency", "feature"]
    )
    op.create_table(
        "hidden_hints",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "person_id"],
            ["people.workspace_id", "people.id"],
            name=op.f("fk_hidden_hints_workspace_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_hidden_hints_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name=op.f("pk_hidden_hints")),
    )
