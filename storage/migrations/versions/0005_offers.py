"""Notes that are offered as an example of what a skill looks like, and the word of everybody named in them.

The text is sealed bytes, and is gone once an offer came to nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade():
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
