"""Feedback between people, and questions that ask for it: in sealed bytes, as all private words."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
_ID = sa.String(64)
_WORDS = sa.LargeBinary


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
    _asks()
    _feedback()


def _asks():
    _table(
        "feedback_asks",
        sa.Column("id", _ID, nullable=False),
        sa.Column("asker_id", _ID, nullable=False),
        sa.Column("question", _WORDS, nullable=False),
        sa.Column("framework", _ID, nullable=True),
        sa.Column("competency", sa.String(255), nullable=True),
        sa.Column("wanted_by", sa.Date, nullable=True),
        sa.Column("asked_at", _INSTANT, nullable=False),
        _belongs("feedback_asks", "asker_id", "people"),
        key=("id",),
    )
    op.create_index("ix_feedback_asks_asker", "feedback_asks", ["workspace_id", "asker_id", "asked_at"])
    _table(
        "feedback_asked",
        sa.Column("ask_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("word", _WORDS, nullable=True),
        sa.Column("decided_at", _INSTANT, nullable=True),
        _belongs("feedback_asked", "ask_id", "feedback_asks"),
        _belongs("feedback_asked", "person_id", "people"),
        key=("ask_id", "person_id"),
    )
    op.create_index("ix_feedback_asked_person", "feedback_asked", ["workspace_id", "person_id", "state"])


def _feedback():
    _table(
        "feedback",
        sa.Column("id", _ID, nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("receiver_id", _ID, nullable=False),
        sa.Column("ask_id", _ID, nullable=True),
        sa.Column("situation", _WORDS, nullable=True),
        sa.Column("carry_on", _WORDS, nullable=True),
        sa.Column("try_next", _WORDS, nullable=True),
        sa.Column("effect", _WORDS, nullable=True),
        sa.Column("framework", _ID, nullable=True),
        sa.Column("competency", sa.String(255), nullable=True),
        sa.Column("given_at", _INSTANT, nullable=False),
        sa.Column("read_at", _INSTANT, nullable=True),
        sa.Column("reply", _WORDS, nullable=True),
        sa.Column("replied_at", _INSTANT, nullable=True),
        sa.Column("carry_on_note", _ID, nullable=True),
        sa.Column("try_next_note", _ID, nullable=True),
        _belongs("feedback", "author_id", "people"),
        _belongs("feedback", "receiver_id", "people"),
        _belongs("feedback", "ask_id", "feedback_asks"),
        key=("id",),
    )
    op.create_index("ix_feedback_receiver", "feedback", ["workspace_id", "receiver_id", "given_at"])
    op.create_index("ix_feedback_author", "feedback", ["workspace_id", "author_id"])
    _table(
        "feedback_readers",
        sa.Column("feedback_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("reading", sa.String(32), nullable=False),
        _belongs("feedback_readers", "feedback_id", "feedback"),
        _belongs("feedback_readers", "person_id", "people"),
        key=("feedback_id", "person_id"),
    )
