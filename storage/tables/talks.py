"""What two people write for their 1:1s, what one writes for themselves, and what they promise each other."""

from sqlalchemy import Column, Date, Integer

from storage import choices
from storage.columns import NAME, belongs, id_column, index, instant, table_of
from storage.types import Choice, EncryptedText

talks = table_of(
    "talks",
    id_column("pair_id"),
    Column("on", Date, nullable=False),
    Column("agenda", EncryptedText("talks.agenda"), nullable=True),
    Column("notes", EncryptedText("talks.notes"), nullable=True),
    Column("version", Integer, nullable=False),
    id_column("written_by"),
    instant("written_at"),
    belongs("pair_id", "pairs"),
    belongs("written_by", "people"),
    key=("pair_id", "on"),
)

private_notes = table_of(
    "private_notes",
    id_column("pair_id"),
    Column("on", Date, nullable=False),
    id_column("person_id"),
    Column("text", EncryptedText("private_notes.text"), nullable=True),
    Column("version", Integer, nullable=False),
    instant("written_at"),
    belongs("pair_id", "pairs"),
    belongs("person_id", "people"),
    key=("pair_id", "on", "person_id"),
)

commitments = table_of(
    "commitments",
    id_column("id"),
    id_column("pair_id"),
    id_column("owner_id"),
    id_column("author_id"),
    Column("text", EncryptedText("commitments.text"), nullable=False),
    id_column("framework", null=True),
    Column("competency", NAME, nullable=True),
    Column("made_on", Date, nullable=False),
    Column("version", Integer, nullable=False),
    instant("written_at"),
    Column("end", Choice(choices.CommitmentEnd), nullable=True),
    instant("ended_at", null=True),
    belongs("pair_id", "pairs"),
    belongs("owner_id", "people"),
    belongs("author_id", "people"),
)
index("ix_commitments_pair", commitments, "pair_id", "ended_at")
index("ix_commitments_owner", commitments, "owner_id", "ended_at")
