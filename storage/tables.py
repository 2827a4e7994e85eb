"""Every table. Each row belongs to a workspace, and every foreign key carries it (DESIGN 5.11).

Imported only inside storage. The migrations are tested to give exactly this.
"""

from sqlalchemy import Column, Date, Integer, String, Table, Text, Time, UniqueConstraint

from storage import choices, columns
from storage.columns import ID, NAME, belongs, choice, flag, id_column, index, instant, table_of
from storage.types import EncryptedText

metadata = columns.metadata

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", NAME, nullable=False),
    id_column("kudos_channel", null=True),
    instant("installed_at"),
    instant("uninstalled_at", null=True),
)

people = table_of(
    "people",
    id_column("id"),
    Column("name", NAME, nullable=False),
    Column("zone", String(64), nullable=False),
    flag("is_bot"),
    flag("is_guest"),
    flag("is_stranger"),
    flag("is_admin"),
    flag("is_deactivated"),
    choice("kind", choices.PersonKind),
    id_column("dm_channel", null=True),
    flag("shares_notes"),
    flag("mutes_nudges"),
)

rollout = table_of(
    "rollout",
    id_column("person_id"),
    id_column("added_by", null=True),
    instant("added_at"),
    belongs("person_id", "people"),
    key=("person_id",),
)

role_grants = table_of(
    "role_grants",
    id_column("id"),
    id_column("person_id"),
    choice("role", choices.Role),
    id_column("granted_by", null=True),
    instant("granted_at"),
    instant("revoked_at", null=True),
    belongs("person_id", "people"),
)
index("uq_role_grants_held", role_grants, "person_id", "role", unique=True, where="revoked_at IS NULL")

management = table_of(
    "management",
    id_column("id"),
    id_column("report_id"),
    id_column("manager_id"),
    choice("state", choices.Consent),
    choice("origin", choices.Origin),
    id_column("asked_by", null=True),
    instant("asked_at"),
    instant("told_at", null=True),
    instant("decided_at", null=True),
    instant("ended_at", null=True),
    belongs("report_id", "people"),
    belongs("manager_id", "people"),
)
index("ix_management_manager", management, "manager_id", "state")
index("ix_management_report", management, "report_id", "state")
index("uq_management_primary", management, "report_id", unique=True, where="state = 'confirmed'")

framework_versions = table_of(
    "framework_versions",
    id_column("id"),
    id_column("framework"),
    Column("version", NAME, nullable=False),
    Column("title", NAME, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("content", Text, nullable=False),
    instant("published_at"),
    id_column("published_by", null=True),
    UniqueConstraint("workspace_id", "framework", "digest"),
)

framework_heads = table_of(
    "framework_heads",
    id_column("framework"),
    id_column("version_id"),
    belongs("version_id", "framework_versions"),
    key=("framework",),
)

placements = table_of(
    "placements",
    id_column("id"),
    id_column("person_id"),
    id_column("framework"),
    id_column("second_framework", null=True),
    id_column("version_id"),
    id_column("lane", null=True),
    id_column("level", null=True),
    Column("since", Date, nullable=False),
    choice("state", choices.PlacementState),
    id_column("proposed_by", null=True),
    instant("proposed_at"),
    id_column("decided_by", null=True),
    instant("decided_at", null=True),
    belongs("person_id", "people"),
    belongs("version_id", "framework_versions"),
)
index("ix_placements_person", placements, "person_id", "state")
index("uq_placements_current", placements, "person_id", unique=True, where="state = 'confirmed'")

kudos = table_of(
    "kudos",
    id_column("id"),
    id_column("giver_id"),
    id_column("receiver_id"),
    Column("text", EncryptedText("kudos.text"), nullable=False),
    flag("is_public"),
    flag("is_open_to_manager"),
    id_column("framework", null=True),
    instant("given_at"),
    belongs("giver_id", "people"),
    belongs("receiver_id", "people"),
)
index("ix_kudos_receiver", kudos, "receiver_id", "given_at")
index("ix_kudos_giver", kudos, "giver_id")

kudos_competencies = table_of(
    "kudos_competencies",
    id_column("kudos_id"),
    Column("competency", NAME, nullable=False),
    belongs("kudos_id", "kudos"),
    key=("kudos_id", "competency"),
)

kudos_readers = table_of(
    "kudos_readers",
    id_column("kudos_id"),
    id_column("person_id"),
    choice("reading", choices.Reading),
    belongs("kudos_id", "kudos"),
    belongs("person_id", "people"),
    key=("kudos_id", "person_id"),
)

evidence = table_of(
    "evidence",
    id_column("id"),
    id_column("owner_id"),
    id_column("author_id"),
    choice("source", choices.EvidenceSource),
    id_column("kudos_id", null=True),
    Column("text", EncryptedText("evidence.text"), nullable=False),
    Column("link", EncryptedText("evidence.link"), nullable=True),
    Column("happened_on", Date, nullable=False),
    instant("written_at"),
    flag("is_favourable"),
    flag("is_shared"),
    Column("text_version", Integer, nullable=False),
    instant("read_at", null=True),
    Column("reply", EncryptedText("evidence.reply"), nullable=True),
    instant("replied_at", null=True),
    belongs("owner_id", "people"),
    belongs("author_id", "people"),
    belongs("kudos_id", "kudos"),
    UniqueConstraint("workspace_id", "kudos_id"),
)
index("ix_evidence_owner", evidence, "owner_id", "happened_on")

evidence_marks = table_of(
    "evidence_marks",
    id_column("evidence_id"),
    Column("position", Integer, nullable=False),
    id_column("framework"),
    Column("competency", NAME, nullable=True),
    Column("behaviour", NAME, nullable=True),
    Column("milestone", NAME, nullable=True),
    belongs("evidence_id", "evidence"),
    key=("evidence_id", "position"),
)

evidence_witnesses = table_of(
    "evidence_witnesses",
    id_column("evidence_id"),
    id_column("person_id"),
    Column("text_version", Integer, nullable=False),
    instant("at"),
    belongs("evidence_id", "evidence"),
    belongs("person_id", "people"),
    key=("evidence_id", "person_id"),
)

evidence_readers = table_of(
    "evidence_readers",
    id_column("evidence_id"),
    id_column("person_id"),
    choice("reading", choices.Reading),
    belongs("evidence_id", "evidence"),
    belongs("person_id", "people"),
    key=("evidence_id", "person_id"),
)

pairs = table_of(
    "pairs",
    id_column("id"),
    id_column("first_id"),
    id_column("second_id"),
    choice("kind", choices.PairKind),
    choice("state", choices.PairState),
    id_column("asked_by"),
    choice("cadence", choices.Cadence),
    Column("anchor", Date, nullable=False),
    Column("local_time", Time, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("next_on", Date, nullable=True),
    instant("next_run_at", null=True),
    Column("version", Integer, nullable=False),
    instant("created_at"),
    instant("ended_at", null=True),
    belongs("first_id", "people"),
    belongs("second_id", "people"),
)
index("ix_pairs_due", pairs, "next_run_at", where="state = 'active'")
index("ix_pairs_first", pairs, "first_id")
index("ix_pairs_second", pairs, "second_id")

asked_prompts = table_of(
    "asked_prompts",
    id_column("pair_id"),
    id_column("person_id"),
    Column("on", Date, nullable=False),
    Column("position", Integer, nullable=False),
    Column("prompt", NAME, nullable=False),
    Column("reason", NAME, nullable=False),
    belongs("pair_id", "pairs"),
    belongs("person_id", "people"),
    key=("pair_id", "person_id", "on", "position"),
)

deliveries = table_of(
    "deliveries",
    id_column("id"),
    Column("kind", String(64), nullable=False),
    id_column("recipient"),
    Column("cause", NAME, nullable=False),
    Column("occurrence", String(64), nullable=False),
    choice("state", choices.DeliveryState),
    Column("priority", Integer, nullable=False),
    instant("due_at"),
    instant("created_at"),
    Column("attempts", Integer, nullable=False),
    instant("lease_until", null=True),
    id_column("channel", null=True),
    Column("ts", String(64), nullable=True),
    instant("settled_at", null=True),
    Column("reason", NAME, nullable=True),
    # Recipients first, so that one index serves both the key and the lists of one person.
    UniqueConstraint("workspace_id", "recipient", "kind", "cause", "occurrence"),
)
index("ix_deliveries_due", deliveries, "priority", "due_at", where="state = 'pending'")

pacing = table_of("pacing", id_column("lane"), instant("free_at"), key=("lane",))

openings = table_of(
    "openings",
    id_column("subject_id"),
    id_column("reader_id"),
    Column("kind", String(64), nullable=False),
    id_column("thing_id"),
    Column("on", Date, nullable=False),
    belongs("subject_id", "people"),
    belongs("reader_id", "people"),
    key=("subject_id", "reader_id", "kind", "thing_id", "on"),
)

admin_acts = table_of(
    "admin_acts",
    id_column("id"),
    id_column("actor_id", null=True),
    Column("act", String(64), nullable=False),
    id_column("subject_id", null=True),
    instant("at"),
    belongs("actor_id", "people"),
)

framework_reviews = table_of(
    "framework_reviews",
    id_column("id"),
    id_column("framework"),
    id_column("version_id"),
    id_column("owner_id"),
    Column("quarter", String(16), nullable=False),
    instant("opened_at"),
    instant("closed_at", null=True),
    belongs("owner_id", "people"),
    belongs("version_id", "framework_versions"),
    UniqueConstraint("workspace_id", "framework", "owner_id", "quarter"),
)

review_answers = table_of(
    "review_answers",
    id_column("review_id"),
    Column("competency", NAME, nullable=False),
    choice("verdict", choices.Verdict),
    Column("comment", EncryptedText("review_answers.comment"), nullable=True),
    instant("answered_at"),
    belongs("review_id", "framework_reviews"),
    key=("review_id", "competency"),
)

summaries = table_of(
    "summaries",
    id_column("id"),
    id_column("subject_id"),
    choice("scope", choices.SummaryScope),
    id_column("asked_by"),
    id_column("manager_id", null=True),
    Column("period_from", Date, nullable=False),
    Column("period_to", Date, nullable=False),
    instant("made_at"),
    Column("statements", Text, nullable=False),
    Column("reply", EncryptedText("summaries.reply"), nullable=True),
    instant("replied_at", null=True),
    belongs("subject_id", "people"),
    belongs("asked_by", "people"),
    belongs("manager_id", "people"),
)
index("ix_summaries_subject", summaries, "subject_id", "made_at")

steps = table_of(
    "steps",
    id_column("person_id"),
    choice("step", choices.Step),
    instant("offered_at", null=True),
    id_column("delivery_id", null=True),
    instant("skipped_at", null=True),
    belongs("person_id", "people"),
    key=("person_id", "step"),
)

past_notes = table_of(
    "past_notes",
    id_column("id"),
    id_column("person_id"),
    Column("digest", String(64), nullable=False),
    Column("text", EncryptedText("past_notes.text"), nullable=False),
    Column("happened_on", Date, nullable=False),
    Column("skill", EncryptedText("past_notes.skill"), nullable=True),
    Column("example", EncryptedText("past_notes.example"), nullable=True),
    Column("author", EncryptedText("past_notes.author"), nullable=True),
    Column("source", EncryptedText("past_notes.source"), nullable=True),
    instant("brought_at"),
    belongs("person_id", "people"),
)
index("ix_past_notes_person", past_notes, "person_id")

past_note_marks = table_of(
    "past_note_marks",
    id_column("person_id"),
    Column("digest", String(64), nullable=False),
    belongs("person_id", "people"),
    key=("person_id", "digest"),
)

acts = table_of("acts", Column("key", NAME, nullable=False), instant("at"), key=("key",))
