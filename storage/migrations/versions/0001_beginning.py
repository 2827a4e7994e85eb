"""Everything that Trellis remembers at first.

The tables as they were at this revision, in plain column types: this file never follows `storage/tables/`
once it is released. An instant is microseconds since 1970 on SQLite, private words are sealed bytes, a word of
a closed list is text. There is no way down: going back is restoring the backup.
"""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Integer, LargeBinary, String, Text, Time
from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, MetaData, Table, UniqueConstraint, text

revision = "0001"
down_revision = None

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_ID = String(64)
_NAME = String(255)
_INSTANT = BigInteger().with_variant(DateTime(timezone=True), "postgresql")


def upgrade():
    metadata.create_all(op.get_bind(), checkfirst=False)


def _id(name, *, null=False):
    return Column(name, _ID, nullable=null)


def _word(name):
    return Column(name, String(32), nullable=False)


def _instant(name, *, null=False):
    return Column(name, _INSTANT, nullable=null)


def _flag(name):
    return Column(name, Boolean(create_constraint=False), nullable=False)


def _belongs(column, table):
    return ForeignKeyConstraint(["workspace_id", column], [f"{table}.workspace_id", f"{table}.id"])


def _table(name, *parts, key=("id",)):
    columns = [Column("workspace_id", _ID, ForeignKey("workspaces.id"), primary_key=True, nullable=False)]
    for part in parts:
        if isinstance(part, Column) and part.name in key:
            part.primary_key = True
        columns.append(part)
    return Table(name, metadata, *columns)


def _index(name, table, *columns, unique=False, where=None):
    condition = None if where is None else text(where)
    keys = [table.c[column] for column in ("workspace_id", *columns)]
    Index(name, *keys, unique=unique, sqlite_where=condition, postgresql_where=condition)


workspaces = Table(
    "workspaces",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("name", _NAME, nullable=False),
    _id("kudos_channel", null=True),
    _instant("installed_at"),
    _instant("uninstalled_at", null=True),
)

people = _table(
    "people",
    _id("id"),
    Column("name", _NAME, nullable=False),
    Column("zone", String(64), nullable=False),
    _flag("is_bot"),
    _flag("is_guest"),
    _flag("is_stranger"),
    _flag("is_admin"),
    _flag("is_deactivated"),
    _word("kind"),
    _id("dm_channel", null=True),
    _flag("shares_notes"),
    _flag("mutes_nudges"),
)

rollout = _table(
    "rollout",
    _id("person_id"),
    _id("added_by", null=True),
    _instant("added_at"),
    _belongs("person_id", "people"),
    key=("person_id",),
)

role_grants = _table(
    "role_grants",
    _id("id"),
    _id("person_id"),
    _word("role"),
    _id("granted_by", null=True),
    _instant("granted_at"),
    _instant("revoked_at", null=True),
    _belongs("person_id", "people"),
)
_index("uq_role_grants_held", role_grants, "person_id", "role", unique=True, where="revoked_at IS NULL")

management = _table(
    "management",
    _id("id"),
    _id("report_id"),
    _id("manager_id"),
    _word("state"),
    _word("origin"),
    _id("asked_by", null=True),
    _instant("asked_at"),
    _instant("told_at", null=True),
    _instant("decided_at", null=True),
    _instant("ended_at", null=True),
    _belongs("report_id", "people"),
    _belongs("manager_id", "people"),
)
_index("ix_management_manager", management, "manager_id", "state")
_index("ix_management_report", management, "report_id", "state")
_index("uq_management_primary", management, "report_id", unique=True, where="state = 'confirmed'")

framework_versions = _table(
    "framework_versions",
    _id("id"),
    _id("framework"),
    Column("version", _NAME, nullable=False),
    Column("title", _NAME, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("content", Text, nullable=False),
    _instant("published_at"),
    _id("published_by", null=True),
    UniqueConstraint("workspace_id", "framework", "digest"),
)

framework_heads = _table(
    "framework_heads",
    _id("framework"),
    _id("version_id"),
    _belongs("version_id", "framework_versions"),
    key=("framework",),
)

placements = _table(
    "placements",
    _id("id"),
    _id("person_id"),
    _id("framework"),
    _id("second_framework", null=True),
    _id("version_id"),
    _id("lane", null=True),
    _id("level", null=True),
    Column("since", Date, nullable=False),
    _word("state"),
    _id("proposed_by", null=True),
    _instant("proposed_at"),
    _id("decided_by", null=True),
    _instant("decided_at", null=True),
    _belongs("person_id", "people"),
    _belongs("version_id", "framework_versions"),
)
_index("ix_placements_person", placements, "person_id", "state")
_index("uq_placements_current", placements, "person_id", unique=True, where="state = 'confirmed'")

kudos = _table(
    "kudos",
    _id("id"),
    _id("giver_id"),
    _id("receiver_id"),
    Column("text", LargeBinary, nullable=False),
    _flag("is_public"),
    _flag("is_open_to_manager"),
    _id("framework", null=True),
    _instant("given_at"),
    _belongs("giver_id", "people"),
    _belongs("receiver_id", "people"),
)
_index("ix_kudos_receiver", kudos, "receiver_id", "given_at")

kudos_competencies = _table(
    "kudos_competencies",
    _id("kudos_id"),
    Column("competency", _NAME, nullable=False),
    _belongs("kudos_id", "kudos"),
    key=("kudos_id", "competency"),
)

kudos_readers = _table(
    "kudos_readers",
    _id("kudos_id"),
    _id("person_id"),
    _word("reading"),
    _belongs("kudos_id", "kudos"),
    _belongs("person_id", "people"),
    key=("kudos_id", "person_id"),
)

evidence = _table(
    "evidence",
    _id("id"),
    _id("owner_id"),
    _id("author_id"),
    _word("source"),
    _id("kudos_id", null=True),
    Column("text", LargeBinary, nullable=False),
    Column("link", LargeBinary, nullable=True),
    Column("happened_on", Date, nullable=False),
    _instant("written_at"),
    _flag("is_favourable"),
    _flag("is_shared"),
    Column("text_version", Integer, nullable=False),
    _belongs("owner_id", "people"),
    _belongs("author_id", "people"),
    _belongs("kudos_id", "kudos"),
    UniqueConstraint("workspace_id", "kudos_id"),
)
_index("ix_evidence_owner", evidence, "owner_id", "happened_on")

evidence_marks = _table(
    "evidence_marks",
    _id("evidence_id"),
    Column("position", Integer, nullable=False),
    _id("framework"),
    Column("competency", _NAME, nullable=True),
    Column("behaviour", _NAME, nullable=True),
    Column("milestone", _NAME, nullable=True),
    _belongs("evidence_id", "evidence"),
    key=("evidence_id", "position"),
)

evidence_witnesses = _table(
    "evidence_witnesses",
    _id("evidence_id"),
    _id("person_id"),
    Column("text_version", Integer, nullable=False),
    _instant("at"),
    _belongs("evidence_id", "evidence"),
    _belongs("person_id", "people"),
    key=("evidence_id", "person_id"),
)

evidence_readers = _table(
    "evidence_readers",
    _id("evidence_id"),
    _id("person_id"),
    _word("reading"),
    _belongs("evidence_id", "evidence"),
    _belongs("person_id", "people"),
    key=("evidence_id", "person_id"),
)

pairs = _table(
    "pairs",
    _id("id"),
    _id("first_id"),
    _id("second_id"),
    _word("kind"),
    _word("state"),
    _id("asked_by"),
    _word("cadence"),
    Column("anchor", Date, nullable=False),
    Column("local_time", Time, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("next_on", Date, nullable=True),
    _instant("next_run_at", null=True),
    Column("version", Integer, nullable=False),
    _instant("created_at"),
    _instant("ended_at", null=True),
    _belongs("first_id", "people"),
    _belongs("second_id", "people"),
)
_index("ix_pairs_due", pairs, "next_run_at", where="state = 'active'")
_index("ix_pairs_first", pairs, "first_id")
_index("ix_pairs_second", pairs, "second_id")

asked_prompts = _table(
    "asked_prompts",
    _id("pair_id"),
    _id("person_id"),
    Column("on", Date, nullable=False),
    Column("position", Integer, nullable=False),
    Column("prompt", _NAME, nullable=False),
    Column("reason", _NAME, nullable=False),
    _belongs("pair_id", "pairs"),
    _belongs("person_id", "people"),
    key=("pair_id", "person_id", "on", "position"),
)

deliveries = _table(
    "deliveries",
    _id("id"),
    Column("kind", String(64), nullable=False),
    _id("recipient"),
    Column("cause", _NAME, nullable=False),
    Column("occurrence", String(64), nullable=False),
    _word("state"),
    Column("priority", Integer, nullable=False),
    _instant("due_at"),
    _instant("created_at"),
    Column("attempts", Integer, nullable=False),
    _instant("lease_until", null=True),
    _id("channel", null=True),
    Column("ts", String(64), nullable=True),
    _instant("settled_at", null=True),
    Column("reason", _NAME, nullable=True),
    UniqueConstraint("workspace_id", "recipient", "kind", "cause", "occurrence"),
)
_index("ix_deliveries_due", deliveries, "priority", "due_at", where="state = 'pending'")

pacing = _table("pacing", _id("lane"), _instant("free_at"), key=("lane",))

openings = _table(
    "openings",
    _id("subject_id"),
    _id("reader_id"),
    Column("kind", String(64), nullable=False),
    _id("thing_id"),
    Column("on", Date, nullable=False),
    _belongs("subject_id", "people"),
    _belongs("reader_id", "people"),
    key=("subject_id", "reader_id", "kind", "thing_id", "on"),
)

admin_acts = _table(
    "admin_acts",
    _id("id"),
    _id("actor_id", null=True),
    Column("act", String(64), nullable=False),
    _id("subject_id", null=True),
    _instant("at"),
    _belongs("actor_id", "people"),
)

framework_reviews = _table(
    "framework_reviews",
    _id("id"),
    _id("framework"),
    _id("version_id"),
    _id("owner_id"),
    Column("quarter", String(16), nullable=False),
    _instant("opened_at"),
    _instant("closed_at", null=True),
    _belongs("owner_id", "people"),
    _belongs("version_id", "framework_versions"),
    UniqueConstraint("workspace_id", "framework", "owner_id", "quarter"),
)

review_answers = _table(
    "review_answers",
    _id("review_id"),
    Column("competency", _NAME, nullable=False),
    _word("verdict"),
    Column("comment", LargeBinary, nullable=True),
    _instant("answered_at"),
    _belongs("review_id", "framework_reviews"),
    key=("review_id", "competency"),
)

summaries = _table(
    "summaries",
    _id("id"),
    _id("subject_id"),
    _word("scope"),
    _id("asked_by"),
    _id("manager_id", null=True),
    Column("period_from", Date, nullable=False),
    Column("period_to", Date, nullable=False),
    _instant("made_at"),
    Column("statements", Text, nullable=False),
    Column("reply", LargeBinary, nullable=True),
    _instant("replied_at", null=True),
    _belongs("subject_id", "people"),
    _belongs("asked_by", "people"),
    _belongs("manager_id", "people"),
)
_index("ix_summaries_subject", summaries, "subject_id", "made_at")

acts = _table("acts", Column("key", _NAME, nullable=False), _instant("at"), key=("key",))
