"""The quarterly check of a member by themselves and by their manager; their words in sealed bytes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

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


def _of_a_side(name, *columns, key):
    _table(
        name,
        sa.Column("check_id", _ID, nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        *columns,
        _belongs(name, "check_id", "checks"),
        _belongs(name, "author_id", "people"),
        key=("check_id", "author_id", *key),
    )


def upgrade():
    _table(
        "checks",
        sa.Column("id", _ID, nullable=False),
        sa.Column("subject_id", _ID, nullable=False),
        sa.Column("manager_id", _ID, nullable=False),
        sa.Column("framework", _ID, nullable=False),
        sa.Column("version_id", _ID, nullable=False),
        sa.Column("level", _ID, nullable=True),
        sa.Column("target", _ID, nullable=True),
        sa.Column("quarter", sa.String(16), nullable=False),
        sa.Column("opened_at", _INSTANT, nullable=False),
        _belongs("checks", "subject_id", "people"),
        _belongs("checks", "manager_id", "people"),
        _belongs("checks", "version_id", "framework_versions"),
        sa.UniqueConstraint(
            "workspace_id",
            "subject_id",
            "manager_id",
            "quarter",
            name=op.f("uq_checks_workspace_id_subject_id_manager_id_quarter"),
        ),
        key=("id",),
    )
    _of_a_side(
        "check_sides",
        sa.Column("handed_in_at", _INSTANT, nullable=True),
        sa.Column("skipped_at", _INSTANT, nullable=True),
        key=(),
    )
    _of_a_side(
        "check_marks",
        sa.Column("competency", sa.String(255), nullable=False),
        sa.Column("behaviour", sa.String(255), nullable=False),
        sa.Column("mark", sa.String(32), nullable=False),
        key=("competency", "behaviour"),
    )
    _of_a_side(
        "check_words",
        sa.Column("competency", sa.String(255), nullable=False),
        sa.Column("word", sa.LargeBinary, nullable=False),
        key=("competency",),
    )
