"""Kudos for several share an id and may get details; how one’s kudos begin; notes made of several kudos."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
_OTHERS = (("evidence_id", "evidence"), ("person_id", "people"), ("kudos_id", "kudos"))
_FLAG = sa.Boolean(create_constraint=False)


def upgrade():
    op.add_column("kudos", sa.Column("event_id", sa.String(64), nullable=True))
    op.execute("UPDATE kudos SET event_id = id")
    with op.batch_alter_table("kudos") as kudos:
        kudos.alter_column("event_id", existing_type=sa.String(64), nullable=False)
    for name in ("situation", "effect", "link"):
        op.add_column("kudos", sa.Column(name, sa.LargeBinary, nullable=True))
    op.add_column("kudos", sa.Column("detailed_at", _INSTANT, nullable=True))
    op.create_index("ix_kudos_event", "kudos", ["workspace_id", "event_id"])
    op.add_column("preferences", sa.Column("gives_publicly", _FLAG, nullable=True))
    op.execute(sa.table("preferences", sa.column("gives_publicly", _FLAG)).update().values(gives_publicly=False))
    with op.batch_alter_table("preferences") as preferences:
        preferences.alter_column("gives_publicly", existing_type=_FLAG, nullable=False)
    _create_lines()


def _create_lines():
    op.create_table(
        "evidence_lines",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("evidence_id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("kudos_id", sa.String(64), nullable=True),
        sa.Column("text", sa.LargeBinary, nullable=False),
        *(_belongs(column, table) for column, table in _OTHERS),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_evidence_lines_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "evidence_id", "position", name=op.f("pk_evidence_lines")),
        sa.UniqueConstraint("workspace_id", "kudos_id", name=op.f("uq_evidence_lines_workspace_id_kudos_id")),
    )


def _belongs(column, table):
    return sa.ForeignKeyConstraint(
        ["workspace_id", column],
        [f"{table}.workspace_id", f"{table}.id"],
        name=op.f(f"fk_evidence_lines_workspace_id_{column}"),
    )
