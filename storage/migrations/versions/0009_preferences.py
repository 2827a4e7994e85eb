"""What people chose about messages; holidays; which messages stand in a digest, and which were used."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade():
    op.create_table(
        "preferences",
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_until", sa.Time(), nullable=False),
        sa.Column("workdays", sa.Text(), nullable=True),
        sa.Column("days_off", sa.Text(), nullable=True),
        sa.Column("digest", sa.String(32), nullable=False),
        sa.Column("digest_at", sa.Time(), nullable=True),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("switched_off", sa.Text(), nullable=True),
        sa.Column("is_unannounced", sa.Boolean(create_constraint=False), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "person_id"],
            ["people.workspace_id", "people.id"],
            name=op.f("fk_preferences_workspace_id_person_id"),
        ),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"], name=op.f("fk_preferences_workspace_id")),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name=op.f("pk_preferences")),
    )
    op.add_column("workspaces", sa.Column("holidays", sa.Text(), nullable=True))
    op.add_column("deliveries", sa.Column("digest_id", sa.String(64), nullable=True))
    op.add_column("deliveries", sa.Column("pressed_at", _INSTANT, nullable=True))
    op.create_index(
        "ix_deliveries_digest",
        "deliveries",
        ["workspace_id", "digest_id"],
        sqlite_where=sa.text("digest_id IS NOT NULL"),
        postgresql_where=sa.text("digest_id IS NOT NULL"),
    )
