"""Who was asked whether they saw what somebody noted."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
_ID = sa.String(64)


def upgrade():
    op.create_table(
        "witness_asks",
        sa.Column("workspace_id", _ID, nullable=False),
        sa.Column("evidence_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("text_version", sa.Integer, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("asked_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "evidence_id"],
            ["evidence.workspace_id", "evidence.id"],
            name=op.f("fk_witness_asks_workspace_id_evidence_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "person_id"],
            ["people.workspace_id", "people.id"],
            name=op.f("fk_witness_asks_workspace_id_person_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_witness_asks_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "evidence_id", "person_id", name=op.f("pk_witness_asks")),
    )
    op.create_index("ix_witness_asks_person", "witness_asks", ["workspace_id", "person_id", "state"])
