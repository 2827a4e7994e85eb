"""Kudos, notes, who reads them, and the summaries that rest on them."""

from sqlalchemy import Column, Date, Integer, String, Text, UniqueConstraint

from storage import choices
from storage.columns import NAME, belongs, choice, flag, id_column, index, instant, table_of
from storage.types import EncryptedText

kudos = table_of(
    "kudos",
    id_column("id"),
    id_column("event_id"),
    id_column("giver_id"),
    id_column("receiver_id"),
    Column("text", EncryptedText("kudos.text"), nullable=False),
    flag("is_public"),
    flag("is_open_to_manager"),
    id_column("framework", null=True),
    instant("given_at"),
    Column("situation", EncryptedText("kudos.situation"), nullable=True),
    Column("effect", EncryptedText("kudos.effect"), nullable=True),
    Column("link", EncryptedText("kudos.link"), nullable=True),
    instant("detailed_at", null=True),
    belongs("giver_id", "people"),
    belongs("receiver_id", "people"),
)
index("ix_kudos_receiver", kudos, "receiver_id", "given_at")
index("ix_kudos_giver", kudos, "giver_id")
index("ix_kudos_event", kudos, "event_id")

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

evidence_lines = table_of(
    "evidence_lines",
    id_column("evidence_id"),
    Column("position", Integer, nullable=False),
    id_column("person_id"),
    id_column("kudos_id", null=True),
    Column("text", EncryptedText("evidence_lines.text"), nullable=False),
    belongs("evidence_id", "evidence"),
    belongs("person_id", "people"),
    belongs("kudos_id", "kudos"),
    UniqueConstraint("workspace_id", "kudos_id"),
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

witness_asks = table_of(
    "witness_asks",
    id_column("evidence_id"),
    id_column("person_id"),
    Column("text_version", Integer, nullable=False),
    choice("state", choices.WitnessAsk),
    instant("asked_at"),
    belongs("evidence_id", "evidence"),
    belongs("person_id", "people"),
    key=("evidence_id", "person_id"),
)
index("ix_witness_asks_person", witness_asks, "person_id", "state")

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
