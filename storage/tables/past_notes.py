"""Notes from past reviews, and marks of what was brought before."""

from sqlalchemy import Column, Date, String

from storage.columns import belongs, id_column, index, instant, table_of
from storage.types import EncryptedText

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
