"""Notes from past reviews that wait for their member, and marks of what was brought before.

Whatever a review may have said is sealed bytes. A mark is a digest: it stays when its note is gone, so that
the same file brings nothing twice.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade():
    op.create_table(
        "past_notes",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("happened_on", sa.Date, nullable=False),
        sa.Column("skill", sa.LargeBinary, nullable=True),
        sa.Column("example", sa.LargeBinary, nullable=True),
        sa.Column("author", sa.LargeBinary, nullable=True),
        sa.Column("source", sa.LargeBinary, nullable=True),
        sa.Column("brought_at", _INSTANT, nullable=False),
        *_of_a_person("past_notes"),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_past_notes")),
    )
    op.create_index("ix_past_notes_person", "past_notes", ["workspace_id", "person_id"])
    op.create_table(
        "past_note_marks",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        *_of_a_person("past_note_marks"),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", "digest", name=op.f("pk_past_note_marks")),
    )


def _of_a_person(table):
    return (
        sa.ForeignKeyConstraint(
            ["workspace_id", "person_id"],
            ["people.workspace_id", "people.id"],
            name=op.f(f"fk_{table}_workspace_id_person_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f(f"fk_{table}_workspace_id")),
    )
