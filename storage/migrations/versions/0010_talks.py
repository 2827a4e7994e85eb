"""What is written for 1:1s and promised in them: in sealed bytes, as all private words."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
_ID = sa.String(64)


def _belongs(table, column, to):
    name = op.f(f"fk_{table}_workspace_id_{column}")
    return sa.ForeignKeyConstraint(
        ["workspace_id", column], [f"{to}.workspace_id", f"{to}.id"], name=name
    )


def _table(name, *parts, key):
    op.create_table(
        name,
        sa.Column("workspace_id", _ID, nullable=False),
        *parts,
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f(f"fk_{name}_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", *key, name=op.f(f"pk_{name}")),
    )


def upgrade():
    _table(
        "talks",
        sa.Column("pair_id", _ID, nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("agenda", sa.LargeBinary, nullable=True),
        sa.Column("notes", sa.LargeBinary, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("written_by", _ID, nullable=False),
        sa.Column("written_at", _INSTANT, nullable=False),
        _belongs("talks", "pair_id", "pairs"),
        _belongs("talks", "written_by", "people"),
        key=("pair_id", "on"),
    )
    _table(
        "private_notes",
        sa.Column("pair_id", _ID, nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("written_at", _INSTANT, nullable=False),
        _belongs("private_notes", "pair_id", "pairs"),
        _belongs("private_notes", "person_id", "people"),
        key=("pair_id", "on", "person_id"),
    )
    _table(
        "commitments",
        sa.Column("id", _ID, nullable=False),
        sa.Column("pair_id", _ID, nullable=False),
        sa.Column("owner_id", _ID, nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("framework", _ID, nullable=True),
        sa.Column("competency", sa.String(255), nullable=True),
        sa.Column("made_on", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("written_at", _INSTANT, nullable=False),
        sa.Column("end", sa.String(32), nullable=True),
        sa.Column("ended_at", _INSTANT, nullable=True),
        _belongs("commitments", "pair_id", "pairs"),
        _belongs("commitments", "owner_id", "people"),
        _belongs("commitments", "author_id", "people"),
        key=("id",),
    )
    op.create_index("ix_commitments_pair", "commitments", ["workspace_id", "pair_id", "ended_at"])
    op.create_index("ix_commitments_owner", "commitments", ["workspace_id", "owner_id", "ended_at"])
