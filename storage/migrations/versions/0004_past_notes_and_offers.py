"""Notes from past reviews that wait for their member, and notes that are offered as examples.

Whatever people wrote is sealed bytes. A mark of a past note is a digest: it stays when its note is gone, so
that the same file brings nothing twice. The text of an offer is gone once it came to nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade():
    _past_notes()
    _offers()


def _past_notes():
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


def _offers():
    op.create_table(
        "offers",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("author_id", sa.String(64), nullable=False),
        sa.Column("evidence_id", sa.String(64), nullable=False),
        sa.Column("framework", sa.String(64), nullable=False),
        sa.Column("competency", sa.String(255), nullable=False),
        sa.Column("behaviour", sa.String(255), nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=True),
        sa.Column("text_version", sa.Integer, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("offered_at", _INSTANT, nullable=False),
        sa.Column("decided_at", _INSTANT, nullable=True),
        _belongs("offers", "author_id", "people"),
        _belongs("offers", "evidence_id", "evidence"),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_offers_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_offers")),
    )
    op.create_index("ix_offers_state", "offers", ["workspace_id", "state"])
    op.create_index("ix_offers_evidence", "offers", ["workspace_id", "evidence_id"])
    op.create_table(
        "offer_words",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("offer_id", sa.String(64), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("agreed_at", _INSTANT, nullable=True),
        _belongs("offer_words", "offer_id", "offers"),
        _belongs("offer_words", "person_id", "people"),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_offer_words_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "offer_id", "person_id", name=op.f("pk_offer_words")),
    )
    op.create_index("ix_offer_words_person", "offer_words", ["workspace_id", "person_id"])


def _belongs(table, column, to):
    return sa.ForeignKeyConstraint(
        ["workspace_id", column],
        [f"{to}.workspace_id", f"{to}.id"],
        name=op.f(f"fk_{table}_workspace_id_{column}"),
    )
