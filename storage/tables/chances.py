"""Examples for which somebody had no opportunity yet, and what was told of how many."""

from sqlalchemy import Column, Date, String, Text

from storage import choices
from storage.columns import NAME, belongs, id_column, index, instant, table_of
from storage.types import Choice, EncryptedText

chances = table_of(
    "chances",
    id_column("id"),
    id_column("subject_id"),
    id_column("manager_id", null=True),
    id_column("author_id"),
    id_column("framework"),
    Column("competency", NAME, nullable=False),
    Column("behaviour", NAME, nullable=False),
    Column("marked_on", Date, nullable=False),
    instant("marked_at"),
    Column("end", Choice(choices.ChanceEnd), nullable=True),
    instant("ended_at", null=True),
    Column("word", EncryptedText("chances.word"), nullable=True),
    belongs("subject_id", "people"),
    belongs("manager_id", "people"),
    belongs("author_id", "people"),
)
count_reports = table_of(
    "count_reports",
    Column("quarter", String(16), nullable=False),
    Column("figures", Text, nullable=False),
    instant("made_at"),
    key=("quarter",),
)
index("ix_chances_subject", chances, "subject_id", "marked_on")
index("ix_chances_manager", chances, "manager_id", "ended_at")
